"""The values of a row, and how they are made fit to be stored."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Context, Decimal, InvalidOperation
from typing import Any

from ..schemas.definitions.column import Column

Value = (
    str
    | int
    | float
    | bool
    | Decimal
    | date
    | datetime
    | tuple[str | Mapping[str, "Value"], ...]
    | None
)

_PLACES, _WHOLE = 10, 28
_STEP = Decimal(1).scaleb(-_PLACES)
_DIGITS = Context(prec=_WHOLE + _PLACES)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 cannot hold."""


def stored(column: Column, values: Sequence[Any]) -> Sequence[Value]:
    """The values of a column, each made fit to be stored."""
    match column.type:
        case "decimal":
            return [None if value is None else exact(value) for value in values]
        case "text":
            marked = values if _is_storable(values) else [value and text(value) for value in values]
            return marked if column.required else [value or None for value in marked]
        case "timestamp":
            return [None if value is None else in_utc(value) for value in values]
        case _:
            return values


def exact(value: Decimal) -> Decimal | None:
    """The value to ten places without idle zeros; null where 38 digits do not hold it."""
    if not value.is_finite():
        return None
    digits = plain_digits(value)
    whole, _, places = digits.partition(".")
    if len(whole) <= _WHOLE and len(places) <= _PLACES:
        return value if digits == str(value) else Decimal(digits)
    try:
        return Decimal(plain_digits(value.quantize(_STEP, context=_DIGITS)))
    except InvalidOperation:
        return None


def plain_digits(value: Decimal) -> str:
    """Digits with a point and without exponent, thousands marks or idle zeros."""
    digits = str(value)
    if "E" in digits:
        digits = f"{value:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits in {"-0", ""} else digits


def text(value: str) -> str:
    """The text with a mark for every character that files and databases refuse."""
    return value if value.isascii() and "\0" not in value else _UNSTORABLE.sub("\ufffd", value)


def _is_storable(texts: Sequence[str | None]) -> bool:
    """Whether none of the texts needs a mark; null is no text."""
    together = "".join(filter(None, texts))
    try:
        together.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in together


def in_utc(value: datetime) -> datetime:
    """The moment in UTC; a time without zone is taken as UTC."""
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def printed(value: Value) -> str:
    """The value as a field of a text file: plain digits, ISO dates, JSON lists; null is empty."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain_digits(value)
        case date():
            return iso(value)
        case tuple():
            return json_text(value)
        case _:
            return str(value)


def iso(value: date) -> str:
    """The date, or the moment with a Z for UTC, in ISO 8601."""
    return value.isoformat().replace("+00:00", "Z")


def json_text(value: object) -> str:
    """The value as JSON, Chinese as it is; decimals are strings, so that they stay exact."""
    return _JSON.encode(value)


def _json_default(value: object) -> object:
    match value:
        case Decimal():
            return plain_digits(value)
        case date():
            return iso(value)
        case _:
            raise TypeError(f"no JSON for {type(value).__name__}")


_JSON = json.JSONEncoder(ensure_ascii=False, default=_json_default)

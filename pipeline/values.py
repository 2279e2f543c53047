"""The values of a row, and how they are made fit to be stored."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
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

_STEP = Decimal(1).scaleb(-10)
_DIGITS = Context(prec=38)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 cannot hold."""


def storing(column: Column) -> Callable[[Any], Value] | None:
    """What makes a value of the column fit to be stored; null where every value is."""
    match column.type:
        case "decimal":
            return exact
        case "text":
            return text if column.required else text_or_null
        case "timestamp":
            return in_utc
        case _:
            return None


def exact(value: Decimal) -> Decimal | None:
    """The value to ten places without idle zeros; null where 38 digits do not hold it."""
    try:
        places = value.quantize(_STEP, context=_DIGITS)
    except InvalidOperation:
        return None
    return Decimal(plain_digits(places))


def plain_digits(value: Decimal) -> str:
    """Digits with a point and without exponent, thousands marks or idle zeros."""
    digits = f"{value:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits in {"-0", ""} else digits


def text(value: str) -> str:
    """The text with a mark for every character that files and databases refuse."""
    return value if value.isascii() and "\0" not in value else _UNSTORABLE.sub("\ufffd", value)


def text_or_null(value: str) -> str | None:
    """The text as ``text`` gives it; null for an empty one, which tells nothing."""
    return text(value) or None


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

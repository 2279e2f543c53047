"""The units of ``data/units.toml``: what a printed unit is, and patterns over all of a sort."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import cast

from ... import data
from ...schemas.figure import Kind

Sorted = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed (亩) and what it is in the contract (10000/15 ``m2``).

    ``spelled`` tells a classifier that a number in words may stand before, ``spelled_one``
    one that a lone 一 may.
    """

    printed: str
    kind: Kind
    contract: str
    factor: Decimal = Decimal(1)
    spelled: bool = False
    spelled_one: bool = False


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its printed form."""
    table = _table()
    return {unit.printed: unit for unit in (*_counts(table), *_measures(table), *_fixed(table))}


@cache
def currency_signs() -> Mapping[str, str]:
    """Currencies by the sign printed in front of the number (￥, US$)."""
    return {sign: code for code, signs in _table()["signs"].items() for sign in _texts(signs)}


@cache
def never_units() -> tuple[str, ...]:
    """What makes the number in front of it a name, a class or an order (号, 级, 届)."""
    return _texts(_table()["never"]["units"])


def find_unit(printed: str) -> Unit | None:
    """The unit printed so, alone or with a magnitude before it (万亩); null where unknown."""
    known = units().get(printed)
    if known is None and printed[:1] in "十百千万亿":
        known = units().get(printed.lstrip("十百千万亿"))
    return known


def pattern_of(*kinds: Kind) -> str:
    """A pattern of every unit of these kinds, the longest first."""
    return any_of(unit.printed for unit in units().values() if unit.kind in kinds)


def any_of(words: Iterable[str]) -> str:
    """A pattern of the words as a tree of their characters, so that a miss costs one look."""
    branches: dict[str, list[str]] = {}
    whole = False
    for word in words:
        whole = whole or not word
        if word:
            branches.setdefault(word[0], []).append(word[1:])
    parts = [re.escape(first) + any_of(rests) for first, rests in sorted(branches.items())]
    if not parts:
        return ""
    tree = parts[0] if len(parts) == 1 and not whole else f"(?:{'|'.join(parts)})"
    return f"{tree}?" if whole else tree


def _table() -> Sorted:
    return cast("Sorted", tomllib.loads(files(data).joinpath("units.toml").read_text("utf-8")))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(cast("Iterable[str]", value))


def _factor(text: object) -> Decimal:
    number, _, divisor = str(text).partition("/")
    return Decimal(number) / Decimal(divisor or 1)


def _counts(table: Sorted) -> Iterable[Unit]:
    spelled, one = (frozenset(_texts(table["spelled"][name])) for name in ("units", "one"))
    for group in table["count"].values():
        for word in _texts(group):
            yield Unit(word, "count", word, spelled=word in spelled, spelled_one=word in one)


def _measures(table: Sorted) -> Iterable[Unit]:
    for contract, sizes in cast("Mapping[str, Mapping[str, str]]", table["measure"]).items():
        for word, factor in sizes.items():
            yield Unit(word, "measure", contract, _factor(factor), spelled=True)
    for word in _texts(table["kept"]["units"]):
        yield Unit(word, "measure", word, spelled=True)


def _fixed(table: Sorted) -> Iterable[Unit]:
    """Money, rates, points, scores and multiples."""
    for currency, words in table["money"].items():
        for word in _texts(words):
            yield Unit(word, "amount", currency, spelled=True)
    for word, factor in table["rate"].items():
        yield Unit(word, "rate", "1", _factor(factor), spelled=True)
    for word, factor in table["points"].items():
        yield Unit(word, "points", "pp", _factor(factor), spelled=True)
    yield from (Unit(word, "score", "分") for word in _texts(table["score"]["units"]))
    yield from (
        Unit(word, "multiple", "1", spelled=True) for word in _texts(table["multiple"]["units"])
    )

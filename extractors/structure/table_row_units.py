"""The unit of a bare target or result that only its own row tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from ...schemas.document import Cell
from ..figures.units import find_unit
from ..text.headings import squeeze
from .table_grid import REMEMBERED

_BARE = re.compile(r"[≥≤=<>≧≦]?=?(\d[\d,]*(?:\.\d+)?)")
_WITH_UNIT = re.compile(
    r"(?:[≥≤=<>≧≦]=?|不[少低]于|不超过|约)?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>[^\d\s,.;、(]{1,6}?)"
    r"(?:以上|以下|以内|左右)?"
)
_SHARE = re.compile(r"(?<![效频倍速汇功])率$|满意度$|(?:比例|比重|占比|覆盖面)$")
_BRACKETS = re.compile(r"[(][^()]*[)]$")
_ALL_DONE = frozenset({Decimal(1), Decimal(100)})
"""Numbers that may stand for all of the target (1, 100) where it is another."""

_LEAST_PERCENT = 5
"""The least number that, as a share, can only be meant in percent; 0 is the same in both."""


def unit_beside(cell: Cell, values: Iterable[Cell]) -> str | None:
    """The unit of another value in the row: 50 beside ≥50个; null for a value that has its own."""
    own = _bare(cell.text)
    if own is None:
        return None
    for other in values:
        found = _with_unit(other.text) if other is not cell else None
        if found and (own not in _ALL_DONE or own == found[0]):
            return found[1]
    return None


def percent_of_share(cell: Cell, names: Sequence[Cell]) -> str | None:
    """% for a bare value of a share that can be no fraction: 工程合格率 | 100."""
    own = _bare(cell.text)
    plain = own is not None and (own >= _LEAST_PERCENT or own == 0)
    return "%" if plain and names and _is_share(names[-1].text) else None


@lru_cache(REMEMBERED)
def _bare(text: str) -> Decimal | None:
    found = _BARE.fullmatch(squeeze(text))
    return Decimal(found[1].replace(",", "")) if found else None


@lru_cache(REMEMBERED)
def _with_unit(text: str) -> tuple[Decimal, str] | None:
    found = _WITH_UNIT.fullmatch(squeeze(text))
    known = found and (found["unit"] in "%‰" or find_unit(found["unit"]))
    return (Decimal(found["number"].replace(",", "")), found["unit"]) if found and known else None


@lru_cache(REMEMBERED)
def _is_share(name: str) -> bool:
    return _SHARE.search(_BRACKETS.sub("", squeeze(name))) is not None

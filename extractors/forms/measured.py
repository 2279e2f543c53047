"""Targets and results of indicators: ≥95%, =12个, 2023年12月底前, 显著提升."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ...schemas.document import Cell
from ...schemas.figure import Comparator, Figure
from ..figures.comparators import comparator_of
from ..text.fold import fold
from .printed import printed
from .sheet import Sheet

_BARE = re.compile(
    r"\s*(?P<sign>[<>]=|[≥≤=<>≧≦]?)\s*(?P<number>(?!20[0-3]\d\s*$)\d[\d,]*(?:\.\d+)?)\s*"
)
"""A number alone, which is no year."""

_ASIDE = re.compile(r"[^,;。]{0,12}[(\[]|[,;。(]?其中")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a target or result says; all but the text are null where it is qualitative."""

    text: str | None = None
    comparator: Comparator | None = None
    value: Decimal | None = None
    unit: str | None = None


def measured(sheet: Sheet, cell: Cell | None) -> Measured:
    """The target or result in the cell; all null where there is no cell or nothing printed."""
    text = printed(cell.text) if cell else None
    if cell is None or text is None:
        return Measured()
    figures = sheet.figures_in(cell)
    figure = _main(figures, cell.text)
    if figure is None:
        return Measured(text) if figures else _bare(text)
    return Measured(text, figure.comparator, figure.value, figure.unit)


def _bare(text: str) -> Measured:
    """A number of which nothing tells what it counts (补贴企业 | 3)."""
    found = _BARE.fullmatch(fold(text))
    if found is None:
        return Measured(text)
    number = Decimal(found["number"].replace(",", ""))
    return Measured(text, comparator_of(found["sign"], ""), number)


def _main(figures: tuple[Figure, ...], text: str) -> Figure | None:
    """The one figure, or the first where the others only explain it; null where unclear."""
    figures = tuple(figure for figure in figures if figure.kind != "rank" or len(figures) == 1)
    if len(figures) < 2:
        return next(iter(figures), None)
    between = fold(text)[figures[0].place.end : figures[1].place.start]
    return figures[0] if _ASIDE.match(between) else None

"""The citations, dates and figures of one text, each hidden from the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...schemas.document import Note
from ...schemas.passage import CellContext, ColumnRole
from ..text.calendar import DateSpan, find_dates
from ..text.numerals import SPOKEN
from .cells import cell_notes, read_cell
from .citation import CitationSpan, find_citations
from .found import Found
from .names import hide
from .reader import read_figures_in


class Facts(NamedTuple):
    """What one text says; offsets count its characters."""

    figures: tuple[Found, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    citations: tuple[CitationSpan, ...] = ()
    notes: tuple[Note, ...] = ()


_NOTHING = Facts()
_TELLING = re.compile(rf"[\d{SPOKEN}半首翻《]")
"""What every figure, date and citation has one of: a text without them tells nothing."""


def read_facts(
    text: str, folded: str, year: int | None = None, cell: CellContext | None = None
) -> Facts:
    """Read a text, printed and folded; ``year`` is the report's, for months printed without one."""
    if not _TELLING.search(folded):
        return _NOTHING
    dates: list[DateSpan] = []
    citations = tuple(find_citations(text, folded))
    if citations:
        dates = [date for one in citations for date in _dates_in_title(folded, one)]
        folded = _hide(folded, citations)
    if not _is_plain_number(folded, cell) and (elsewhere := list(find_dates(folded, year))):
        folded = _hide(folded, elsewhere)
        dates = sorted(dates + elsewhere, key=lambda date: date.start)
    if cell is None:
        return Facts(read_figures_in(folded), tuple(dates), citations)
    figures = read_cell(folded, cell)
    notes = tuple(cell_notes(folded, cell, read=bool(figures)))
    return Facts(figures, tuple(dates), citations, notes)


_PLAIN_NUMBER = re.compile(r"\s*[\d, ]+(?:\.\d+)?\s*")
_NUMBERS: frozenset[ColumnRole | None] = frozenset(
    {
        "budget_initial",
        "budget",
        "executed",
        "balance",
        "execution_rate",
        "completion_rate",
        "weight",
        "score",
    }
)
"""Roles of cells that hold an amount, a rate or a score: 2034.06 is no month there."""


def _is_plain_number(folded: str, cell: CellContext | None) -> bool:
    numeric = cell is not None and cell.role in _NUMBERS
    return numeric and bool(_PLAIN_NUMBER.fullmatch(folded))


def _dates_in_title(folded: str, citation: CitationSpan) -> Iterator[DateSpan]:
    """The dates in the title of a cited document that name their year themselves."""
    for date in find_dates(folded[citation.start : citation.end], None):
        if date.first:
            at = citation.start
            yield date._replace(start=date.start + at, end=date.end + at)


def _hide(folded: str, spans: Iterable[CitationSpan | DateSpan]) -> str:
    for span in spans:
        folded = hide(folded, span.start, span.end)
    return folded

"""The citations, dates and figures of one text, each hidden from the next."""

from __future__ import annotations

from dataclasses import dataclass

from ...schemas.document import Note
from ...schemas.passage import CellContext
from ..text.calendar import DateSpan, find_dates
from ..text.fold import fold
from .cells import cell_notes, read_cell
from .citation import CitationSpan, find_citations
from .found import Found
from .names import hide
from .reader import read_figures_in


@dataclass(frozen=True, slots=True)
class Facts:
    """What one text says; offsets count its characters."""

    figures: tuple[Found, ...]
    dates: tuple[DateSpan, ...]
    citations: tuple[CitationSpan, ...]
    notes: tuple[Note, ...] = ()


def read_facts(text: str, year: int | None, cell: CellContext | None) -> Facts:
    """Read a text; ``year`` is the report's, for months printed without one."""
    folded = fold(text)
    citations = tuple(find_citations(text, folded))
    for citation in citations:
        folded = hide(folded, citation.start, citation.end)
    dates = tuple(find_dates(folded, year))
    for date in dates:
        folded = hide(folded, date.start, date.end)
    if cell is None:
        return Facts(tuple(read_figures_in(folded)), dates, citations)
    return Facts(read_cell(folded, cell), dates, citations, tuple(cell_notes(folded, cell)))

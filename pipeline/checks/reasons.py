"""Whether a report gives a reason for what a check found."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from ...extractors.text.fold import fold
from ...schemas.document import Cell, Table
from ...schemas.passage import Passage
from ...schemas.report import Fund, Indicator
from .case import Case
from .wording import pattern

_REMEMBERED = 1024


def reason_beside(case: Case, fund: Fund) -> str | None:
    """The text of the reason's cell in the row; empty if it is, null if the row has none."""
    texts = [
        one.text.strip()
        for one in case.cells(fund.block, fund.row)
        if one.cell and one.cell.role in {"reason", "remark"}
    ]
    return "".join(texts) if texts else None


def tells_reason(case: Case, matter: str, besides: Collection[tuple[int, int | None]] = ()) -> bool:
    """Whether a passage speaks of the matter (``wording.toml``: MATTER_matter) and of why.

    Cells in the rows ``besides`` (block, row) do not count: what they say is of their row.
    """
    about, why = pattern(f"{matter}_matter"), pattern("reason")
    if not (case.holds(about) and case.holds(why)):
        return False
    titles = {f"{one.number or ''}{one.title}" for one in case.report.sections}
    return any(
        (passage.block, passage.pieces[0].row) not in besides and not _is_heading(passage, titles)
        for passage in case.report.passages
        if about.search(passage.folded) and why.search(passage.folded)
    )


def _is_heading(passage: Passage, titles: set[str]) -> bool:
    """Whether it only names what follows: 偏差原因 over a column, or a section's title."""
    if passage.cell is not None and passage.cell.is_header:
        return True
    return (
        passage.text.strip().rstrip("。:：") in titles
        or pattern("reason_label").fullmatch("".join(passage.folded.split())) is not None
    )


def lacks_reason(case: Case, indicator: Indicator) -> bool:
    """Whether the table has a column for the reason (偏差原因) that is empty in the row."""
    table = case.report.document.blocks[indicator.block]
    if not isinstance(table, Table):
        return False
    row = case.lattice(indicator.block)[indicator.row]
    headings = [
        cell
        for cell in table.cells
        if cell.column > 0 and cell.row < indicator.row and _heads_reasons(cell)
    ]
    beside = [row[cell.column] for cell in headings if cell.row + cell.row_span <= indicator.row]
    return any(cell is not None and not cell.text.strip() for cell in beside)


def _heads_reasons(cell: Cell) -> bool:
    return _labels_reasons(cell.text)


@lru_cache(_REMEMBERED)
def _labels_reasons(text: str) -> bool:
    return pattern("reason_label").fullmatch("".join(fold(text).split())) is not None

"""Whether a report gives a reason for what a check found."""

from __future__ import annotations

from ...schemas.report import Fund, Indicator
from .case import Case
from .wording import pattern, sentences


def reason_beside(case: Case, fund: Fund) -> str | None:
    """The text of the reason's cell in the row; empty if it is, null if the row has none."""
    cells = [
        passage
        for (block, row, _), passage in case.passages.items()
        if block == fund.block and row == fund.row and passage.cell
    ]
    texts = [
        one.text.strip() for one in cells if one.cell and one.cell.role in {"reason", "remark"}
    ]
    return "".join(texts) if texts else None


def tells_reason(case: Case, matter: str) -> bool:
    """Whether a sentence speaks of the matter and of why: ``adjustment`` or ``execution``."""
    about, why = pattern(f"{matter}_matter"), pattern("reason")
    return any(
        about.search(passage.folded) and why.search(passage.folded)
        for passage in case.report.passages
        if any(about.search(one[0]) for one in sentences(passage))
    )


def has_reason_column(case: Case, indicator: Indicator) -> bool:
    """Whether the indicator's row has a cell for the reason of a deviation (偏差原因)."""
    return any(
        passage.cell is not None and passage.cell.role == "reason"
        for (block, row, _), passage in case.passages.items()
        if block == indicator.block and row == indicator.row
    ) or _heads_reason(case, indicator.block)


def _heads_reason(case: Case, block: int) -> bool:
    """Whether a heading of the table is one for reasons; empty cells are no passages."""
    heading = pattern("reason_heading")
    return any(
        passage.cell is not None and passage.cell.is_header and heading.search(passage.folded)
        for (where, _, _), passage in case.passages.items()
        if where == block
    )

"""Whether a report gives a reason for what a check found."""

from __future__ import annotations

from ...schemas.report import Fund
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

"""The row under a list of projects that adds them up (合计)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, groupby

from ....extractors.text.headings import is_sum
from ....schemas.document import Table
from ..case import Case, remembered
from ..facts import ProjectFacts, projects
from ..terms import Term
from ..wording import pattern


@dataclass(frozen=True, slots=True)
class ListTotals:
    """The projects of one table and the numbers of its total row; null where it has none."""

    block: int
    projects: tuple[ProjectFacts, ...]
    row: int | None
    budget_initial: Term | None = None
    budget: Term | None = None
    executed: Term | None = None
    rate: Term | None = None
    score: Term | None = None


@remembered
def list_totals(case: Case) -> tuple[ListTotals, ...]:
    """Every table that lists two or more projects, a project a row; none with subtotals."""
    listed = (one for one in projects(case) if _row(one) is not None and not _is_sum(one))
    groups = groupby(listed, key=lambda one: one.project.funds[0].block)
    tables = ((block, tuple(group)) for block, group in groups)
    return tuple(
        _totals(case, block, group)
        for block, group in tables
        if len(group) > 1 and not _has_subtotals(group)
    )


def _is_sum(facts: ProjectFacts) -> bool:
    return pattern("subtotal").search(facts.called) is not None


def _has_subtotals(group: Sequence[ProjectFacts]) -> bool:
    """Whether some row adds up two or more rows below it: then not every row is a project."""
    amounts = [facts.project.budget or facts.project.executed or Decimal(0) for facts in group]
    return any(
        amount and amount in list(accumulate(amounts[at + 1 :]))[1:]
        for at, amount in enumerate(amounts)
    )


def _row(facts: ProjectFacts) -> int | None:
    funds = facts.project.funds
    is_listed = facts.project.source == "fund_table" and len(funds) == 1
    return funds[0].row if is_listed else None


def _totals(case: Case, block: int, members: tuple[ProjectFacts, ...]) -> ListTotals:
    row = _sum_row(case, block, members)
    if row is None:
        return ListTotals(block, members, None)
    return ListTotals(
        block,
        members,
        row,
        budget_initial=_cell(case, block, row, "budget_initial"),
        budget=_cell(case, block, row, "budget"),
        executed=_cell(case, block, row, "executed"),
        rate=_cell(case, block, row, "execution"),
        score=_cell(case, block, row, "score"),
    )


def _sum_row(case: Case, block: int, members: tuple[ProjectFacts, ...]) -> int | None:
    """The only row of the table that is labelled a sum; with several, subtotals are unclear."""
    table = case.report.document.blocks[block]
    if not isinstance(table, Table):
        return None
    rows = {cell.row for cell in table.cells if is_sum(cell.text)}
    own = {_row(one) for one in members}
    sums = sorted(rows - own)
    return sums[0] if len(sums) == 1 else None


def _cell(case: Case, block: int, row: int, role: str) -> Term | None:
    found = [
        index
        for index in case.rows.get((block, row), ())
        if role in {case.report.figures[index].role, case.report.figures[index].aspect}
    ]
    return case.term(found[0]) if len(found) == 1 else None

"""P04 for indicator tables with a column of its own for the completion rate (指标完成率)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....schemas.finding import Finding
from ....schemas.record import record
from ..case import Case
from ..check import Check
from ..facts import IndicatorRow, ProjectFacts, projects
from ..number import judge
from ..proof import Claim, equation
from ..terms import Term
from .scores import done_of, less_is_better

_FEWEST = 3
"""In so many rows the column must come of result and target before one may be wrong."""


@record
class _Row:
    """A completion rate beside its result and target, and whether it is what they give."""

    name: str
    share: Term
    rate: Term
    sure: bool

    @property
    def fits(self) -> bool:
        """Whether the rate is the share, to its last digit."""
        return judge(self.share.number, self.rate.number) != "fail"

    @property
    def is_capped(self) -> bool:
        """Whether no more than all is told of a target that was surpassed."""
        return self.rate.number.value == 1 and (self.share.number.value or 0) > 1


def completion_rates(case: Case) -> Iterator[Finding]:
    """P04: the completion rate of a row is its result over its target, or 100 % at most.

    What does not fit is raised where most rows do, and only where more is better: how a
    rate comes of a target that is not to be passed, forms do not agree on.
    """
    for facts in projects(case):
        rows = _rows(case, facts)
        fitting = [row for row in rows if row.fits]
        usual = len(fitting) >= _FEWEST and 2 * len(fitting) > len(rows)
        for row in rows:
            if row.fits or (usual and row.sure):
                claim = Claim("P04", case.report, f"{row.name}的完成率")
                yield equation(claim, row.share, row.rate)


def _rows(case: Case, facts: ProjectFacts) -> Sequence[_Row]:
    read = [found for row in facts.indicators for found in _row(case, row)]
    return [row for row in read if not row.is_capped]


def _row(case: Case, row: IndicatorRow) -> Iterator[_Row]:
    rate = _rate(case, row)
    found = done_of(row) if rate else None
    if rate and found and found[0].number.value:
        most = row.indicator.comparator in {"le", "under"}
        sure = not most and not less_is_better(row)
        yield _Row(row.indicator.name, found[0] / found[1], rate, sure)


def _rate(case: Case, row: IndicatorRow) -> Term | None:
    """The only rate of the row's cell for completion; null where it has none or two."""
    one = row.indicator
    cells = [cell for cell in case.cells(one.block, one.row) if cell.cell]
    own = {cell.pieces[0].column for cell in cells if cell.cell and _is_completion(cell.cell.role)}
    beside = case.rows.get((one.block, one.row), ())
    found = [index for index in beside if case.report.figures[index].place.column in own]
    return case.term(found[0]) if len(found) == 1 and _is_rate(case, found[0]) else None


def _is_completion(role: str | None) -> bool:
    return role == "completion_rate"


def _is_rate(case: Case, index: int) -> bool:
    figure = case.report.figures[index]
    return figure.kind == "rate" and figure.comparator == "eq"


CHECKS = (Check("P04", completion_rates),)

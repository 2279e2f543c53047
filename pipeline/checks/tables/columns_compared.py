"""F02, P03, P04, P05 for tables that are no forms: rates beside what they are reckoned from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import partial
from itertools import permutations

from ....schemas.finding import Finding
from ....schemas.record import record
from ..case import Case, remembered
from ..check import Check
from ..proof import Claim, equation
from ..terms import Term
from .number_tables import NumberCell, NumberTable, number_tables

_At = tuple[int, int | None]
"""A block and a row of it."""

_FEWEST = 3
_RATE = re.compile("率|比|进度|增[长幅速]|[降涨]幅|%")
_SPENT = re.compile("执行|支付|支出|拨付|使用|兑付|发放|到位")
_ROLES = frozenset({None, "execution_rate", "completion_rate"})
_COUNTED = frozenset({"amount", "count", "measure", "score"})


@record
class _Way:
    """How a rate may come of two numbers, and the rows in which it can be tried."""

    rule: str
    matter: str
    rows: tuple[_Row, ...]

    @property
    def fitting(self) -> int:
        """In how many rows it gives the rate that is printed."""
        return sum(row.fits(growth=self.rule == "P05") for row in self.rows)


@record
class _Row:
    """A rate with the two numbers that it may come of."""

    rate: NumberCell
    one: NumberCell
    other: NumberCell

    def fits(self, *, growth: bool) -> bool:
        """Whether the numbers as printed give the rate within its last digit."""
        low, high = self.rate.figure.low, self.rate.figure.high
        one, other = self.one.figure.value, self.other.figure.value
        if low is None or high is None or one is None or not other:
            return False
        return low <= one / other - growth <= high


def compared_columns(rule: str, case: Case) -> Iterator[Finding]:
    """A column of rates comes of two others, or of one and its sum, where most rows show it.

    The lines of fund tables have checks of their own.
    """
    return (finding for finding in _every_rate(case) if finding.rule == rule)


@remembered
def _every_rate(case: Case) -> tuple[Finding, ...]:
    forms = {(fund.block, fund.row) for one in case.report.projects for fund in one.funds}
    return tuple(
        finding
        for table in number_tables(case)
        for column in _rate_columns(table, forms)
        for finding in _told(case, table, column, forms)
    )


def _rate_columns(table: NumberTable, forms: Set[_At]) -> list[int]:
    """The columns with several rates, not all of them in lines of fund tables."""
    cells = [(at, cell) for row in table.rows.values() for at, cell in row.items()]
    rates = [at for at, cell in cells if _is_rate(cell)]
    free = {at for at, cell in cells if cell.at not in forms}
    return sorted({at for at in rates if at in free and rates.count(at) >= _FEWEST})


def _is_rate(cell: NumberCell) -> bool:
    headed = cell.context.role in _ROLES and _RATE.search(cell.heading)
    return cell.figure.kind == "rate" and bool(headed)


def _told(case: Case, table: NumberTable, column: int, forms: Set[_At]) -> Iterator[Finding]:
    """What the way that fits most rows says of all; nothing where none fits most."""
    likely = max(_ways(table, column), key=lambda way: way.fitting, default=None)
    if likely is None or len(likely.rows) < _FEWEST or 2 * likely.fitting <= len(likely.rows):
        return
    for row in likely.rows:
        if not forms.isdisjoint((row.rate.at, row.one.at, row.other.at)):
            continue
        computed = _term(case, row.one) / _term(case, row.other)
        computed = computed - Term.constant(1) if likely.rule == "P05" else computed
        claim = Claim(likely.rule, case.report, f"表中“{row.rate.heading}”与{likely.matter}")
        yield equation(claim, computed, case.term(row.rate.index))


def _ways(table: NumberTable, column: int) -> Iterator[_Way]:
    """Every way in which the column may be reckoned."""
    rows = [cells for cells in table.rows.values() if column in cells]
    others = sorted({at for cells in rows for at in cells} - {column})
    for one, other in permutations(others, 2):
        pairs = tuple(
            _Row(cells[column], cells[one], cells[other])
            for cells in rows
            if one in cells and other in cells and _can_compare(cells[one], cells[other])
        )
        spent = any(_SPENT.search(row.rate.heading) for row in pairs)
        yield _Way("F02" if spent else "P04", "所列两数之比", pairs)
        yield _Way("P05", "所列两数的增减", pairs)
    for one in others:
        yield _Way("P03", "所列数占合计之比", _of_sum(table, column, one))


def _of_sum(table: NumberTable, column: int, one: int) -> tuple[_Row, ...]:
    """The rows with the number that the only sum row of their table gives in a column."""
    whole = table.rows[min(table.sums)].get(one) if len(table.sums) == 1 else None
    if whole is None:
        return ()
    rows = (cells for at, cells in table.rows.items() if at not in table.sums)
    stated = (cells for cells in rows if column in cells and one in cells)
    return tuple(
        _Row(cells[column], cells[one], whole)
        for cells in stated
        if _can_compare(cells[one], whole)
    )


def _can_compare(one: NumberCell, other: NumberCell) -> bool:
    mine, theirs = one.figure, other.figure
    alike = mine.kind in _COUNTED and (mine.kind, mine.unit) == (theirs.kind, theirs.unit)
    return alike and bool(theirs.value)


def _term(case: Case, cell: NumberCell) -> Term:
    term = case.term(cell.index)
    return term.exactly() if cell.figure.kind == "score" else term


CHECKS = tuple(
    Check(rule, partial(compared_columns, rule)) for rule in ("F02", "P03", "P04", "P05")
)
"""Every reckoning of a column of rates."""

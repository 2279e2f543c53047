"""F06, P07 for tables that are no forms: a column of what is left, or more, of two others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import permutations

from ....schemas.finding import Finding
from ....schemas.record import record
from ..case import Case, remembered
from ..check import Check
from ..proof import Claim, equation
from .number_tables import NumberCell, NumberTable, number_tables

_At = tuple[int, int | None]
"""A block and a row of it."""

_FEWEST = 3
_LEFT = re.compile("结余|余额|剩余|结转|[未待](?:支出|支付|使用|执行|拨付|到位|完成)|缺口|沉淀")
_MORE = re.compile("增减|增加|减少|差[额异值距]|变[化动]|净增|节[约支余]|超出|偏差")
_NO_STEP = re.compile("率|比|幅|%|原因|说明")
_COUNTED = frozenset({"amount", "count", "measure"})


@record
class _Row:
    """A number with the two that it may be the difference of."""

    left: NumberCell
    whole: NumberCell
    taken: NumberCell

    @property
    def fits(self) -> bool:
        """Whether the two give it, to the last digit."""
        left, whole, taken = (each.figure.value for each in (self.left, self.whole, self.taken))
        if left is None or whole is None or taken is None:
            return False
        return whole - taken == left


def differences(rule: str, case: Case) -> Iterator[Finding]:
    """A column called 结余 or 增减额 comes of two others, where most rows show it.

    The lines of fund tables have a check of their own.
    """
    return (finding for finding in _every_difference(case) if finding.rule == rule)


@remembered
def _every_difference(case: Case) -> tuple[Finding, ...]:
    forms = {(fund.block, fund.row) for one in case.report.projects for fund in one.funds}
    return tuple(
        finding
        for table in number_tables(case)
        for column, rule in _columns(table).items()
        for finding in _told(case, rule, _likeliest(table, column), forms)
    )


def _columns(table: NumberTable) -> Mapping[int, str]:
    """The columns whose heads name a difference, with the rule that asks for it."""
    cells = ((at, cell) for row in table.rows.values() for at, cell in row.items())
    named = ((at, _rule(cell)) for at, cell in cells)
    return {at: rule for at, rule in named if rule}


def _rule(cell: NumberCell) -> str | None:
    if cell.figure.kind not in _COUNTED or _NO_STEP.search(cell.heading):
        return None
    return "F06" if _LEFT.search(cell.heading) else "P07" if _MORE.search(cell.heading) else None


def _likeliest(table: NumberTable, column: int) -> Sequence[_Row]:
    """The rows with the two other columns that give the column in most rows; empty for none."""
    rows = [cells for cells in table.rows.values() if column in cells]
    others = sorted({at for cells in rows for at in cells} - {column})
    ways = [_rows(rows, column, *pair) for pair in permutations(others, 2)]
    likeliest = max(ways, key=_fitting, default=())
    enough = len(likeliest) >= _FEWEST and 2 * _fitting(likeliest) > len(likeliest)
    return likeliest if enough else ()


def _rows(
    rows: Iterable[Mapping[int, NumberCell]], column: int, one: int, other: int
) -> Sequence[_Row]:
    full = [cells for cells in rows if one in cells and other in cells]
    found = [_Row(cells[column], cells[one], cells[other]) for cells in full]
    return [row for row in found if _alike(row)]


def _alike(row: _Row) -> bool:
    mine, *others = (each.figure for each in (row.left, row.whole, row.taken))
    return all((mine.kind, mine.unit) == (other.kind, other.unit) for other in others)


def _fitting(rows: Iterable[_Row]) -> int:
    return sum(row.fits for row in rows)


def _told(case: Case, rule: str, rows: Iterable[_Row], forms: Set[_At]) -> Iterator[Finding]:
    for row in rows:
        if row.left.at not in forms:
            computed = case.term(row.whole.index) - case.term(row.taken.index)
            matter = f"表中“{row.left.heading}”与所列两数之差"
            yield equation(Claim(rule, case.report, matter), computed, case.term(row.left.index))


CHECKS = tuple(Check(rule, partial(differences, rule)) for rule in ("F06", "P07"))
"""Every reckoning of a column of differences."""

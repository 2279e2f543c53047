"""P01 for tables that tell some rows in parts (其中): parts add to their row, rows to 合计."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ....schemas.finding import Finding
from ....schemas.record import record
from ..case import Case
from ..check import Check
from ..proof import Claim, equation
from ..terms import total
from .columns import is_added, told_elsewhere
from .number_tables import NumberCell, NumberTable, number_tables

_OF_WHICH = re.compile(r"^\s*[(（]?其中")
_SUBTOTAL = re.compile("小计")
_FEWEST = 2

_Cells = Mapping[int, NumberCell]


@record
class _Group:
    """A row and those that make it up, in the columns that can be added."""

    whole: _Cells
    parts: Sequence[_Cells]

    @property
    def columns(self) -> list[int]:
        """The columns in which the row and all its parts have numbers of one unit."""
        told = [at for at, cell in self.whole.items() if is_added(cell)]
        return [at for at in told if all(_is_like(row, at, self.whole[at]) for row in self.parts)]

    @property
    def exact(self) -> int:
        """In how many columns, with more than nought, the parts add up to the last digit."""
        return sum(self._adds_up(column) for column in self.columns)

    def _adds_up(self, column: int) -> bool:
        whole = self.whole[column].figure.value
        parts = [row[column].figure.value or 0 for row in self.parts]
        return bool(whole) and sum(parts) == whole


def nested_sums(case: Case) -> Iterator[Finding]:
    """P01: rows told in parts add up on both levels.

    Which rows are the parts, the numbers say: some column must add up to the last digit. What
    does not add up beside it is raised.
    """
    nested = [each for each in number_tables(case) if any(map(_opens, each.rows.values()))]
    told = told_elsewhere(case) if nested else frozenset[frozenset[str]]()
    for table in nested:
        for group in _groups(table):
            for column in group.columns:
                finding = _finding(case, group, column)
                if frozenset(finding.figure_ids) not in told:
                    yield finding


def _finding(case: Case, group: _Group, column: int) -> Finding:
    whole = group.whole[column]
    claim = Claim("P01", case.report, f"表中“{whole.heading}”{_label(group.whole)}与其各行之和")
    summed = total([case.term(row[column].index) for row in group.parts])
    return equation(claim, summed, case.term(whole.index))


def _groups(table: NumberTable) -> Iterator[_Group]:
    """Every row with its parts, then the row of the sum with those that are parts of none."""
    rows = [table.rows[at] for at in sorted(table.rows)]
    sums = [table.rows[at] for at in table.sums]
    if len(sums) > 1 or any(_SUBTOTAL.search(_label(row)) for row in rows):
        return
    nested = list(_nested(rows))
    yield from nested
    taken = {id(row) for group in nested for row in group.parts} | {id(row) for row in sums}
    wholes = {id(group.whole) for group in nested}
    alone = [row for row in rows if id(row) not in taken]
    complete = len(nested) == sum(map(_opens, rows)) and len(alone) >= _FEWEST
    for row in sums if complete else ():
        group = _Group(row, alone)
        if group.exact and id(row) not in wholes:
            yield group


def _nested(rows: Sequence[_Cells]) -> Iterator[_Group]:
    for at, row in enumerate(rows):
        if at and _opens(row):
            later = next((n for n in range(at + 1, len(rows)) if _opens(rows[n])), len(rows) + 1)
            ends = range(at + _FEWEST, min(later, len(rows) + 1))
            groups = (_Group(rows[at - 1], rows[at:end]) for end in ends)
            likely = max(groups, key=lambda group: group.exact, default=None)
            if likely and likely.exact:
                yield likely


def _opens(row: _Cells) -> bool:
    return _OF_WHICH.match(_label(row)) is not None


def _label(row: _Cells) -> str:
    labels = (cell.context.row_labels[-1:] for cell in row.values())
    return next((one[0] for one in labels if one), "")


def _is_like(row: _Cells, column: int, whole: NumberCell) -> bool:
    return column in row and whole.like(row[column])


CHECKS = (Check("P01", nested_sums),)

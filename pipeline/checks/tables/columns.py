"""P01 for tables that are no forms: the row 合计 adds up the rows over or under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ....schemas.finding import Finding
from ..case import Case, remembered
from ..check import Check
from ..forms import funds
from ..proof import Claim, equation
from ..terms import total
from . import lists
from .number_tables import NumberCell, NumberTable, number_tables

_ADDED = frozenset({"amount", "count", "measure"})
_NOT_ADDED = re.compile("均|单价|标准|率|比例|排名|名次|得分|年限|时限|最[高低]")
_NOT_ALL = re.compile("小计|^\\s*[(（]?其中|^\\s*其中")
_NEAR = Fraction(1, 10)
"""By so much parts may miss a sum and still be meant to make it up."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A cell of a row 合计 and the cells that it adds up, in one column."""

    whole: NumberCell
    parts: tuple[NumberCell, ...]


def column_sums(case: Case) -> Iterator[Finding]:
    """P01: in a column, the rows add to the row 合计; what other checks add up is left to them.

    A difference is told where another column of the row adds up, or where it is small.
    """
    found = [(table, row) for table in number_tables(case) for row in sorted(table.sums)]
    if found:
        told = told_elsewhere(case)
        for table, row in found:
            sums = _sums(table, row)
            left = any(_figure_ids(case, one) not in told for one in sums)
            for finding in _judged(case, sums) if left else ():
                if frozenset(finding.figure_ids) not in told:
                    yield finding


@remembered
def told_elsewhere(case: Case) -> frozenset[frozenset[str]]:
    """The figures of each sum that the checks of forms and of lists of projects tell."""
    return frozenset(frozenset(one.figure_ids) for check in _ADDERS for one in check.found(case))


def _figure_ids(case: Case, one: _Sum) -> frozenset[str]:
    return frozenset(case.report.figure_id(cell.index) for cell in (*one.parts, one.whole))


def _judged(case: Case, sums: Sequence[_Sum]) -> Iterator[Finding]:
    findings = [_finding(case, one) for one in sums]
    sure = any(one.verdict != "fail" and one.expected for one in findings)
    for finding in findings:
        if finding.verdict != "fail" or sure or _is_near(finding):
            yield finding


def _is_near(finding: Finding) -> bool:
    computed, stated = finding.expected, finding.stated
    if not computed or stated is None:
        return False
    return abs(Fraction(stated) / Fraction(computed) - 1) <= _NEAR


def _finding(case: Case, one: _Sum) -> Finding:
    claim = Claim("P01", case.report, f"表中“{one.whole.heading}”各行之和与合计")
    return equation(
        claim, total([case.term(part.index) for part in one.parts]), case.term(one.whole.index)
    )


def _sums(table: NumberTable, row: int) -> list[_Sum]:
    """The sums of a row, column by column; none where some of the rows are parts of others."""
    above, below = _beside(table, row, -1), _beside(table, row, 1)
    rows = above if len(above) > 1 else below
    labels = [label for at in rows for cell in table.rows[at].values() for label in _label(cell)]
    if len(rows) < 2 or any(_NOT_ALL.search(label) for label in labels):
        return []
    cells = (
        _Sum(
            whole, tuple(table.rows[at][column] for at in sorted(rows) if column in table.rows[at])
        )
        for column, whole in table.rows[row].items()
        if is_added(whole)
    )
    return [one for one in cells if len(one.parts) > 1 and all(map(one.whole.like, one.parts))]


def _beside(table: NumberTable, row: int, step: int) -> list[int]:
    """The rows that follow each other from a sum on, up to another one or another header."""
    rows: list[int] = []
    at = row + step
    while at in table.rows and at not in table.sums and _are_alike(table, row, at):
        rows.append(at)
        at += step
    return rows


def _are_alike(table: NumberTable, row: int, other: int) -> bool:
    """Whether both rows stand under the same heads."""
    shared = table.rows[row].keys() & table.rows[other].keys()
    return any(table.rows[row][at].like(table.rows[other][at]) for at in shared)


def _label(cell: NumberCell) -> tuple[str, ...]:
    return cell.context.row_labels[-1:]


def is_added(cell: NumberCell) -> bool:
    """Whether the numbers of its column can be added: no prices, means or rates."""
    figure = cell.figure
    added = figure.kind in _ADDED and figure.aspect == "level"
    return added and not _NOT_ADDED.search(cell.heading)


_ADDERS = (*funds.CHECKS, *lists.CHECKS)
"""Checks that add up the rows of forms and of lists of projects."""

CHECKS = (Check("P01", column_sums),)

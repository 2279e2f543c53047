"""X01, X05: what sentences tell of a row by its label (云口镇, 人员经费), against the table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import partial

from ....extractors.forms.words import is_whole_money
from ....extractors.text.fold import fold
from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ....schemas.record import record
from ..case import Case, remembered
from ..check import Check
from ..number import judge_same
from ..proof import Claim, same
from ..prose.retold.restated import sorted_digits
from ..tables.number_tables import NumberCell, number_tables
from ..tables.totals import list_totals
from ..told import is_settled
from ..transposed import are_transposed
from ..wording import clause_around, clause_before
from . import row_slips, told_rows

_RULES = {"amount": "X01", "count": "X05", "measure": "X05"}
_MARK = re.compile(r"^(?:其中|[（(]?[一二三四五六七八九十\d]+[）)、.．]|[:：\s]|[-—*＊])+")
_NO_NAME = re.compile("^(?:其[他它]|[合小总]计|[本上全]年|年[初末]|项目|金额|资金|数量)?$")
_IN_TURN = re.compile("分别|依次|各[为是有]")
_FEWEST = 2
_FEWEST_DIGITS = 3


@record
class _Cell:
    """A number of a table and the label of its row."""

    label: str
    cell: NumberCell


def told_cells(rule: str, case: Case) -> Iterator[Finding]:
    """X01 of amounts, X05 of others: a number told of a row is one of its cells.

    It is raised where two of several digits changed places, and no cell of the row has it.
    """
    told = _told_of_rows(case) if rule == "X05" else frozenset[str]()
    own = (finding for finding in _every_cell(case) if finding.rule == rule)
    return (one for one in own if one.verdict != "fail" or told.isdisjoint(one.figure_ids))


@remembered
def _told_of_rows(case: Case) -> frozenset[str]:
    """The figures that the rows of indicators show to be wrong: they are told there."""
    found = (*told_rows.results_told(case), *row_slips.slips_in_sentences(case))
    wrong = (one for one in found if one.verdict == "fail")
    return frozenset(figure_id for one in wrong for figure_id in one.figure_ids)


@remembered
def _every_cell(case: Case) -> tuple[Finding, ...]:
    known = _cells(case)
    return tuple(
        finding
        for index, figure in enumerate(case.report.figures if known else ())
        if figure.place.row is None and _key(figure) in known
        for finding in _told(case, index, known[_key(figure)])
    )


def _told(case: Case, index: int, cells: Sequence[_Cell]) -> Iterator[Finding]:
    figure, told = case.report.figures[index], case.term(index)
    labels = labels_before(case, figure)
    rows = [one for one in cells if labels and one.label == labels[-1]]
    if not rows or not is_settled(case, figure):
        return
    stated = [(one, case.term(one.cell.index)) for one in rows]
    alike = [one for one, term in stated if judge_same(term.number, told.number) == "ok"]
    swapped = [one for one in rows if are_transposed(one.cell.figure.value, figure.value)]
    sure = len({*labels}) == len({*map(_value, swapped)}) == 1
    for one in (alike or (swapped if sure else []))[:1]:
        claim = Claim(_RULES[figure.kind], case.report, f"正文所述{one.label}的数值与表中数值")
        yield same(claim, case.term(one.cell.index), told)


def _value(one: _Cell) -> object:
    return one.cell.figure.value


def labels_before(case: Case, figure: Figure) -> Sequence[str]:
    """The labels of rows that the clause names before the number; none of numbers in turn."""
    found = case.passage_at(figure.place)
    if found is None or _IN_TURN.search(clause_around(*found)):
        return ()
    return _every_label(case).findall(clause_before(*found))


@remembered
def _every_label(case: Case) -> re.Pattern[str]:
    """Any label; the longest where one is the begin of another."""
    labels = {one.label for cells in _cells(case).values() for one in cells}
    ordered = sorted(labels, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)) or "(?!)")


@remembered
def _cells(case: Case) -> Mapping[Hashable, Sequence[_Cell]]:
    """The long numbers of rows with names, by unit and digits."""
    found: defaultdict[Hashable, list[_Cell]] = defaultdict(list)
    listed = {
        (fund.block, fund.row)
        for one in list_totals(case)
        for facts in one.projects
        for fund in facts.project.funds
    }
    for table in number_tables(case):
        for at, row in table.rows.items():
            taken = at in table.sums or (table.block, at) in listed
            for cell in row.values() if not taken else ():
                label = row_label(cell)
                if _is_long(cell.figure) and len(label) >= _FEWEST:
                    found[_key(cell.figure)].append(_Cell(label, cell))
    return found


def row_label(cell: NumberCell) -> str:
    """The label of a cell's row without marks; empty where it names no one thing."""
    labels = cell.context.row_labels[-1:]
    label = _MARK.sub("", fold(labels[0])).strip() if labels else ""
    return "" if _NO_NAME.match(label) or is_whole_money(label) else label


def _is_long(figure: Figure) -> bool:
    digits = sum(map(str.isdecimal, figure.number_text.rstrip("0")))
    return figure.kind in _RULES and digits >= _FEWEST_DIGITS


def _key(figure: Figure) -> Hashable:
    value = figure.value
    return (figure.kind, figure.unit, sorted_digits(value)) if value is not None else None


CHECKS = tuple(Check(rule, partial(told_cells, rule)) for rule in ("X01", "X05"))
"""Every number that sentences tell of the rows of tables."""

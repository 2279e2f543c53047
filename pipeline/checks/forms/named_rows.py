"""X01, X02: what sentences tell of a project or a source by its name, against its row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ....schemas.finding import Finding
from ..case import Case, remembered
from ..check import Check
from ..facts import FundLine
from ..number import judge_same
from ..proof import Claim, same
from ..tables.number_tables import number_tables
from ..tables.totals import list_totals
from ..terms import Term
from ..told import is_settled, is_told
from ..transposed import have_changed_places
from .told_cells import row_label

_AMOUNTS = {"budget_initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}
_IDLE = re.compile(r"项目|[“”\"\s]")
_RATE = re.compile("(?:的|资金|预算|全年|实际)*(?:执行率|支出率|支付率|(?:支付|支出|执行)进度)$")
_PURSE = re.compile(r"[“”\"\s]|资金$")
_MONEY = re.compile(
    "(?:年初|全年|年度|当年|调整后?|实际|累计|已|总|共)*"
    "(?:预算|支出|执行|支付|使用|资金|经费|安排|批复|下达|投入)+(?:数|额|金额|总额)?$"
)


def rates_of_named(case: Case) -> Iterator[Finding]:
    """X02: the rate of a project that the sentence names is the one of its row."""
    for name, line in _lines(case):
        for index in _named(case).get(_key(name), ()) if line.rate else ():
            figure = case.report.figures[index]
            if line.rate and figure.aspect == "execution" and is_told(case, figure):
                claim = Claim("X02", case.report, f"正文所述{name}的执行率与表中数值")
                yield same(claim, line.rate, case.term(index))


def rates_of_rows(case: Case) -> Iterator[Finding]:
    """X02: so is the rate of a source, a place or a kind of spending of any other table."""
    rows = _rates_by_row(case)
    for index in case.of_kind("rate") if rows else ():
        figure = case.report.figures[index]
        told = figure.place.row is None and figure.aspect == "execution" and figure.subject
        name = _RATE.sub("", figure.subject or "")
        stated = rows.get(_PURSE.sub("", name)) if told and name != figure.subject else None
        if stated and is_settled(case, figure):
            claim = Claim("X02", case.report, f"正文所述{name}的执行率与表中数值")
            yield same(claim, stated, case.term(index))


@remembered
def _rates_by_row(case: Case) -> Mapping[str, Term]:
    """The rate of each row that has one alone, by its label; none of labels with two rates."""
    listed = {one.block for one in list_totals(case)}
    found: dict[str, set[int]] = defaultdict(set)
    for table in number_tables(case):
        for at, row in table.rows.items() if table.block not in listed else ():
            rates = [cell for cell in row.values() if cell.context.role == "execution_rate"]
            label = _PURSE.sub("", row_label(rates[0])) if len(rates) == 1 else ""
            if label and at not in table.sums:
                found[label].add(rates[0].index)
    terms = {label: [case.term(at) for at in sorted(own)] for label, own in found.items()}
    values = {label: {one.number.value for one in own} for label, own in terms.items()}
    return {label: own[0] for label, own in terms.items() if len(values[label]) == 1}


def amounts_of_named(case: Case) -> Iterator[Finding]:
    """X01: so is its money.

    Another amount may be a part of it: it is raised only where two digits changed places.
    """
    for name, line in _lines(case):
        for index in _named(case).get(_key(name), ()):
            role = case.report.figures[index].role
            column = _AMOUNTS.get(role or "")
            stated = line.amount(role) if role and column else None
            if stated and _is_same_money(case, index, stated, line):
                claim = Claim("X01", case.report, f"正文所述{name}的{column}与表中数值")
                yield same(claim, stated, case.term(index))


def _is_same_money(case: Case, index: int, stated: Term, line: FundLine) -> bool:
    figure, told = case.report.figures[index], case.term(index)
    whole = figure.aspect == "level" and figure.scope is None and is_told(case, figure)
    if not whole or not is_settled(case, figure):
        return False
    if judge_same(stated.number, told.number) != "fail":
        return True
    others = [one for one in map(line.amount, _AMOUNTS) if one]
    of_another = any(judge_same(one.number, told.number) != "fail" for one in others)
    return not of_another and have_changed_places(stated, told)


def _lines(case: Case) -> Iterator[tuple[str, FundLine]]:
    """Every project that a list gives a row, with the money of the row."""
    every = (facts for listed in list_totals(case) for facts in listed.projects)
    return ((facts.called, facts.total) for facts in every if facts.called and facts.total)


@remembered
def _named(case: Case) -> Mapping[str, Sequence[int]]:
    """The figures by the project that they are told of; empty where no list stands."""
    named: dict[str, list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures if list_totals(case) else ()):
        if figure.subject and figure.kind in {"amount", "rate"}:
            named[_key(_MONEY.sub("", figure.subject) or figure.subject)].append(index)
    return named


def _key(name: str) -> str:
    return _IDLE.sub("", name)


CHECKS = (
    Check("X02", rates_of_named),
    Check("X02", rates_of_rows),
    Check("X01", amounts_of_named),
)

"""C01, F02, X04: the total row of a list of projects, and how many it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..facts import FundLine
from ..proof import Claim, equation, remark
from ..terms import Term, total
from ..told import is_told
from ..wording import sentence_around
from .totals import ListTotals, list_totals

_NAMES = {"budget_initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}
_ALL_PROJECTS = re.compile(r"(?:共|合计|全部|总计|涉及|纳入|开展)[^,，。；]{0,16}$")
_EVALUATED = re.compile(
    r"(?:自评|评价|评估)的?[^,，。；、]{0,16}项目[^,，。；、]{0,6}(?:共|合计|总计|为|有)[^,，。；、]{0,3}$"
    r"|(?:自评|评价|评估)的?[^,，。；、\d]{0,8}(?:共|合计|总计)[^,，。；、]{0,3}$"
)
_FEWEST = 3
_NEAR = Fraction(1, 4)


def sum_of_projects(case: Case) -> Iterator[Finding]:
    """C01: the total row is the sum of the projects above it."""
    for listed in list_totals(case):
        for column, name in _NAMES.items():
            cells = [_cell(facts.total, column) for facts in listed.projects]
            stated = [cell for cell in cells if cell]
            whole = _total(listed, column)
            if whole and len(stated) == len(cells):
                claim = Claim("C01", case.report, f"各项目{name}之和与合计行")
                yield equation(claim, total(stated), whole)


def rate_of_total(case: Case) -> Iterator[Finding]:
    """F02: the rate of the total row is its executed amount over its budget."""
    for listed in list_totals(case):
        if listed.rate and listed.executed and listed.budget and listed.budget.number.value:
            claim = Claim("F02", case.report, "合计行的执行率")
            yield equation(claim, listed.executed / listed.budget, listed.rate)


def number_of_projects(case: Case) -> Iterator[Finding]:
    """X04: the number of projects that the text tells is the number of rows.

    Another number fails only where the text says that it is of all projects (共12个项目);
    where a sentence tells the right one too, only of those evaluated, and if it is near.
    """
    lists = list(list_totals(case))
    if len(lists) == 1 and len(lists[0].projects) >= _FEWEST:
        told, count = list(_told(case)), len(lists[0].projects)
        agree = [term for term, _ in told if term.number.value == count]
        for term in agree[:1]:
            yield _counted(case, term, count)
        for term, before in told if agree else ():
            if _EVALUATED.search(before) and _is_near(term, count):
                yield _counted(case, term, count)
        for term, before in () if agree else told:
            if _ALL_PROJECTS.search(before):
                yield _counted(case, term, count)


def _is_near(term: Term, count: int) -> bool:
    """Whether a number is not the right one, but little more or less."""
    value = term.number.value
    return value is not None and 0 < abs(value - count) <= count * _NEAR


def _counted(case: Case, term: Term, count: int) -> Finding:
    agrees = term.number.value == count
    line = f"{term.text()} {'=' if agrees else '≠'} {count}"
    matter = f"正文所述项目个数与表中项目行数{'相符' if agrees else '不符'}：{line}"
    quotes = [source.quote for source in term.sources]
    return remark(Claim("X04", case.report, matter), "ok" if agrees else "fail", line, quotes)


def _told(case: Case) -> Iterator[tuple[Term, str]]:
    """The numbers of projects in sentences, and what each sentence says before."""
    for index in case.of_kind("count"):
        figure = case.report.figures[index]
        is_number = figure.unit in {"个", "项"} and (figure.subject or "").endswith("项目")
        found = case.passage_at(figure.place) if is_number else None
        if found and is_told(case, figure):
            sentence = sentence_around(*found)
            yield case.term(index), sentence[0][: found[1] - sentence.start()] if sentence else ""


def _cell(line: FundLine | None, column: str) -> Term | None:
    return line.amount(column) if line else None


def _total(listed: ListTotals, column: str) -> Term | None:
    cells = {
        "budget_initial": listed.budget_initial,
        "budget": listed.budget,
        "executed": listed.executed,
    }
    return cells[column]


CHECKS = (
    Check("C01", sum_of_projects),
    Check("F02", rate_of_total),
    Check("X04", number_of_projects),
)

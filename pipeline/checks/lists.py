"""C01, F02, X04: the total row of a list of projects, and how many it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schemas.finding import Finding
from .case import Case
from .check import Check
from .facts import FundLine
from .proof import Claim, equation, remark
from .terms import Term, total
from .told import is_told
from .totals import ListTotals, list_totals
from .wording import sentence_around

_NAMES = {"budget_initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}
_ALL_PROJECTS = re.compile(r"(?:共|合计|全部|总计|涉及|纳入|开展)[^,，。；]{0,16}$")
_FEWEST = 3


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

    Another number fails only where the text says that it is of all projects (共12个项目).
    """
    lists = list(list_totals(case))
    if len(lists) == 1 and len(lists[0].projects) >= _FEWEST:
        told = list(_told(case))
        count = len(lists[0].projects)
        agree = [term for term, _ in told if term.number.value == count]
        for term in agree[:1] or [term for term, of_all in told if of_all]:
            verdict = "ok" if agree else "fail"
            line = f"{term.text()} {'=' if agree else '≠'} {count}"
            ending = "相符" if agree else "不符"
            matter = f"正文所述项目个数与表中项目行数{ending}：{line}"
            quotes = [source.quote for source in term.sources]
            yield remark(Claim("X04", case.report, matter), verdict, line, quotes)


def _told(case: Case) -> Iterator[tuple[Term, bool]]:
    """The numbers of projects in sentences, and whether each is said to be of all."""
    for index in case.of_kind("count"):
        figure = case.report.figures[index]
        is_number = figure.unit in {"个", "项"} and (figure.subject or "").endswith("项目")
        found = case.passage_at(figure.place) if is_number else None
        if found and is_told(case, figure):
            sentence = sentence_around(*found)
            before = sentence[0][: found[1] - sentence.start()] if sentence else ""
            yield case.term(index), bool(_ALL_PROJECTS.search(before))


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

"""F06, F02: what is left, and the rate, told in sentences apart from the money of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..number import judge, judge_same
from ..proof import Claim, equation
from ..prose.money import spending
from ..terms import Term
from ..told import is_settled
from ..transposed import have_changed_places
from ..wording import clause_around, pattern
from .money import known_money, rates_told

_FEWEST_DIGITS = 3
_LEFT = re.compile("[结剩节]余|结转|未支出|未使用")
"""The words of what is left, without those that say of which year."""


def rests(case: Case) -> Iterator[Finding]:
    """F06: money said to be left is the budget of the table less what was executed.

    What differs may be left of another sum: it is raised where two digits changed places.
    """
    budget, executed = _stated(case, "budget"), _stated(case, "executed")
    if budget is None or executed is None:
        return
    computed, told = budget - executed, list(_rests_told(case))
    tested = _tested(case) if told else frozenset[str]()
    for index in told:
        left, untold = case.term(index), case.report.figure_id(index) not in tested
        fits = judge(computed.number, left.number) != "fail"
        if untold and (fits or have_changed_places(computed, left)):
            claim = Claim("F06", case.report, "正文所述结余与表中预算数减执行数")
            yield equation(claim, computed, left)


def rates(case: Case) -> Iterator[Finding]:
    """F02: a rate that the table's differs from is right, where the amounts say so."""
    budget, executed = _stated(case, "budget"), _stated(case, "executed")
    rate = _stated(case, "execution")
    if rate is None or budget is None or executed is None or not budget.number.value:
        return
    for told in map(case.term, rates_told(case)):
        right = judge((executed / budget).number, told.number) != "fail"
        if right and judge_same(rate.number, told.number) == "fail":
            claim = Claim("F02", case.report, "正文所述预算执行率与表中预算数、执行数")
            yield equation(claim, executed / budget, told)


def _stated(case: Case, role: str) -> Term | None:
    known = known_money(case)
    return known.whole.get(role) if known else None


def _rests_told(case: Case) -> Iterator[int]:
    """The long amounts of the year in clauses on what is left."""
    for index in case.of_kind("amount") if case.holds(_LEFT) else ():
        figure = case.report.figures[index]
        long = sum(map(str.isdecimal, figure.number_text)) >= _FEWEST_DIGITS
        if long and figure.place.row is None and is_settled(case, figure):
            found = case.passage_at(figure.place)
            if found and pattern("balance").search(clause_around(*found)):
                yield index


def _tested(case: Case) -> frozenset[str]:
    """The ids of the figures that sentences alone say enough of."""
    checks = (check for check in spending.CHECKS if check.rule == "F06")
    found = (finding for check in checks for finding in check.found(case))
    return frozenset(figure_id for finding in found for figure_id in finding.figure_ids)


CHECKS = (Check("F06", rests), Check("F02", rates))

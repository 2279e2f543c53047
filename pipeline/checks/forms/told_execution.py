"""F02 and F04 for a project of which only sentences tell what it had and what was spent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ....extractors.forms.words import is_whole_money
from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..facts import projects
from ..number import judge
from ..proof import Claim, bound, equation
from ..terms import Term
from ..wording import pattern


def told_rate(case: Case) -> Iterator[Finding]:
    """F02: the rate told is that of the amounts told, or of another amount beside it."""
    for budget, executed, rate in told_money(case):
        if rate and budget.number.value:
            claim = Claim("F02", case.report, "正文所述执行率与预算数、执行数")
            finding = equation(claim, executed / budget, rate)
            other = _fitting(case, executed, rate) if finding.verdict == "fail" else None
            yield equation(claim, executed / other, rate) if other else finding


def _fitting(case: Case, executed: Term, rate: Term) -> Term | None:
    """The amount of the rate's paragraph that it is of; null where it fits none."""
    block = rate.sources[0].quote.place.block
    told = (case.term(i) for i in case.rows[block, None] if case.report.figures[i].kind == "amount")
    others = (one for one in told if one.number.value != executed.number.value)
    return next((one for one in others if _is_share_of(executed, one, rate)), None)


def _is_share_of(part: Term, whole: Term, rate: Term) -> bool:
    return bool(whole.number.value) and judge((part / whole).number, rate.number) != "fail"


def told_within_budget(case: Case) -> Iterator[Finding]:
    """F04: no more was spent than the budget that is told."""
    claim = Claim("F04", case.report, "正文所述全年执行数与全年预算数")
    for budget, executed, _ in told_money(case):
        if not _is_instalment(case, budget):
            yield bound(claim, executed, budget)


def _is_instalment(case: Case, budget: Term) -> bool:
    """Whether more of the same money is told elsewhere: 12月下达 [60万元], 共下达 240万元."""
    told = [case.report.figures[index] for index in case.of_role("budget")]
    stated = budget.number.value
    if stated is None:
        return False
    alike = {one.subject for one in told if one.value == stated}
    values = [one.value for one in told if one.subject in alike and one.kind == "amount"]
    return any(value is not None and value > stated for value in values)


def told_money(case: Case) -> Iterator[tuple[Term, Term, Term | None]]:
    """Budget, executed and execution rate of each project of which only sentences tell."""
    for facts in projects(case):
        one = facts.project
        if one.source == "prose" and not facts.funds:
            budget, executed, rate = (
                told(case, one.budget, "budget"),
                told(case, one.executed, "executed"),
                told(case, one.execution_rate, "execution")
                or told(case, one.execution_rate, "completion"),
            )
            if one.execution_rate is None:
                executed, rate = _told_with_rate(case) or (executed, None)
            if budget and executed:
                yield budget, executed, rate


def _told_with_rate(case: Case) -> tuple[Term, Term] | None:
    """What a sentence says was spent in all, and the rate that it gives right behind."""
    figures = case.report.figures
    for index in case.of_role("executed"):
        spent, rate = figures[index], next(iter(figures[index + 1 : index + 2]), None)
        if rate is None or rate.kind != "rate" or rate.aspect != "execution":
            continue
        of_all = pattern("whole_rate").fullmatch(rate.subject or "") and rate.place.row is None
        beside = spent.place.block == rate.place.block
        if of_all and beside and is_whole_money(spent.subject or ""):
            return case.term(index), case.term(index + 1)
    return None


def told(case: Case, value: Decimal | None, role: str) -> Term | None:
    """The first figure in a sentence that states a value in a role."""
    for index, figure in enumerate(case.report.figures):
        stated = value is not None and figure.value == value and figure.place.row is None
        if stated and role in {figure.role, figure.aspect}:
            return case.term(index)
    return None


CHECKS = (Check("F02", told_rate), Check("F04", told_within_budget))

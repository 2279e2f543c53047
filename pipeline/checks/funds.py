"""F: what the lines of a fund table say of each other."""

from __future__ import annotations

from collections.abc import Iterator

from ...schemas.finding import Finding
from ...schemas.report import Fund
from .case import Case
from .check import Check
from .proof import Claim, equation
from .terms import Term


def execution_rate(case: Case) -> Iterator[Finding]:
    """F02: the execution rate (执行率) is executed over budget; no rate without a budget."""
    for fund in _funds(case):
        rate, budget = _rate(case, fund), _amount(case, fund, "budget")
        executed = _amount(case, fund, "executed")
        if rate and executed and budget and budget.number.value:
            claim = Claim("F02", case.report, f"{fund.label}的执行率与预算数、执行数")
            yield equation(claim, executed / budget, rate)


def _funds(case: Case) -> Iterator[Fund]:
    return (fund for project in case.report.projects for fund in project.funds)


def _rate(case: Case, fund: Fund) -> Term | None:
    return case.find(fund.block, fund.row, fund.execution_rate, "rate")


def _amount(case: Case, fund: Fund, role: str) -> Term | None:
    value = {"budget": fund.budget, "executed": fund.executed}[role]
    return case.find(fund.block, fund.row, value, role)


CHECKS = (Check("F02", execution_rate),)

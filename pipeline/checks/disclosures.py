"""C04: evaluations against the budget and the final accounts (预算, 决算) that are given too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ...schemas.finding import Finding
from .case import Case
from .facts import FundLine, projects
from .proof import Claim, bound, same
from .terms import Term
from .together import AcrossCheck, disclosure, sharing, unit_keys
from .wording import pattern


def against_disclosures(cases: Sequence[Case]) -> Iterator[Finding]:
    """C04: budgets are those of the published budget; no more is spent than the accounts tell.

    Documents belong together by unit and year. Nothing is said where none is given.
    """
    for one, other in sharing(cases, unit_keys):
        for told, published in ((one, other), (other, one)):
            kind = disclosure(published)
            if kind and not disclosure(told) and told.report.year == published.report.year:
                yield from _against(told, published, kind)


def _against(told: Case, published: Case, kind: Literal["budget", "accounts"]) -> Iterator[Finding]:
    for line, name in _lines(told):
        if kind == "budget" and line.budget_initial:
            for term in _budgets(published, name):
                claim = Claim("C04", told.report, f"{name or '部门'}的年初预算数与部门预算")
                yield same(claim, term, line.budget_initial)
        if kind == "accounts" and line.executed and name:
            for term in _only(published, "project_spending"):
                claim = Claim("C04", told.report, f"{name}的全年执行数与决算项目支出")
                yield bound(claim, line.executed, term)


def _lines(told: Case) -> Iterator[tuple[FundLine, str]]:
    """The money of each project with its name; of a whole department, with none."""
    whole = told.report.kind == "department_self_evaluation"
    for facts in projects(told):
        if facts.total and (facts.called or whole):
            yield facts.total, "" if whole else facts.called


def _budgets(published: Case, name: str) -> Iterator[Term]:
    """What the published budget gives for a project, or for all spending."""
    if not name:
        yield from _only(published, "whole_budget")
        return
    for facts in projects(published):
        line = facts.total
        amount = (line.budget_initial or line.budget) if line else None
        if facts.called == name and amount:
            yield amount


def _only(published: Case, name: str) -> Iterator[Term]:
    """The amount told under a name, where all places tell one value."""
    found = [
        index
        for index, figure in enumerate(published.report.figures)
        if figure.kind == "amount"
        and figure.aspect == "level"
        and figure.value is not None
        and pattern(name).fullmatch(figure.subject or "")
    ]
    if len({published.report.figures[index].value for index in found}) == 1:
        yield published.term(found[0])


ACROSS = (AcrossCheck("C04", against_disclosures),)

"""C04: evaluations against the budget and the final accounts (预算, 决算) that are given too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....schemas.finding import Finding
from ..case import Case
from ..facts import projects
from ..proof import Claim, bound, same
from ..terms import Term
from ..wording import pattern
from .project_pairs import ProjectPair, project_pairs
from .together import AcrossCheck, disclosure, sharing, unit_keys


def against_disclosures(cases: Sequence[Case]) -> Iterator[Finding]:
    """C04: budgets are those of the published budget; no more is spent than the accounts tell.

    Documents belong together by unit and year, projects by their names. Nothing is said
    where none is given.
    """
    for one, other in sharing(cases, unit_keys):
        for told, published in ((one, other), (other, one)):
            if _is_published(told, published):
                yield from _whole_budgets(told, published)
                yield from _spending(told, published)
    for pair in project_pairs(cases):
        for told in (pair, pair.turned()):
            if _is_published(told.one, told.other):
                yield from _budgets(told)


def _is_published(told: Case, published: Case) -> bool:
    """Whether one document publishes money that the other, of the same year, evaluates."""
    same_year = told.report.year == published.report.year
    return same_year and disclosure(published) is not None and disclosure(told) is None


def _whole_budgets(told: Case, published: Case) -> Iterator[Finding]:
    """The money of a whole department, against all spending of its budget."""
    if disclosure(published) != "budget" or told.report.kind != "department_self_evaluation":
        return
    for facts in projects(told):
        line = facts.total
        if line and line.budget_initial:
            for term in _only(published, "whole_budget"):
                claim = Claim("C04", told.report, "部门的年初预算数与部门预算")
                yield same(claim, term, line.budget_initial)


def _spending(told: Case, published: Case) -> Iterator[Finding]:
    """What each project spent, against what all did by the accounts."""
    if disclosure(published) != "accounts" or told.report.kind == "department_self_evaluation":
        return
    for facts in projects(told):
        line = facts.total
        if line and line.executed and facts.called:
            for term in _only(published, "project_spending"):
                claim = Claim("C04", told.report, f"{facts.called}的全年执行数与决算项目支出")
                yield bound(claim, line.executed, term)


def _budgets(told: ProjectPair) -> Iterator[Finding]:
    """The initial budget of a project, against the one published for it."""
    line, published = told.mine.total, told.theirs.total
    amount = published and (published.budget_initial or published.budget)
    if disclosure(told.other) == "budget" and line and line.budget_initial and amount:
        claim = Claim("C04", told.one.report, f"{told.mine.called}的年初预算数与部门预算")
        yield same(claim, amount, line.budget_initial)


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

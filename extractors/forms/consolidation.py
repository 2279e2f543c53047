"""One project told of in several places: kept apart only where the places contradict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...schemas.report import Project, Report
from .prose import told_project
from .prose_accounts import Account, accounts_in, unsettled


def consolidated(projects: list[Project]) -> list[Project]:
    """The projects without fund tables that only repeat what a form of the project says."""
    forms = [project for project in projects if project.source == "form"]
    return [
        project
        for project in projects
        if project.source == "form" or not any(_repeats(project, form) for form in forms)
    ]


def with_told(forms: list[Project], listed: list[Project], report: Report) -> list[Project]:
    """The projects of tables and, behind them, those that only sentences tell of.

    A sentence about the project of a bare fund table makes one of its own where the two
    contradict, else it fills what the table leaves open; the form of a project tells it alone.
    Beside a list of projects a sentence about all the money is a project only in a department's
    report on its whole budget. A report on one project has it even where no sentence says what
    was spent.
    """
    accounts = list(accounts_in(report))
    named = [a for a in accounts if a.name and not (report.project or forms or listed)]
    own = next((account for account in accounts if not account.name), None)
    if own and not named and _is_new(own, [*forms, *listed], report):
        return [*forms, *listed, told_project(own, report)]
    if not (own or named or forms or listed) and _is_of_one_project(report):
        return [told_project(unsettled(report), report)]
    filled = [_filled(form, own) for form in forms] if own else forms
    return [*filled, *listed, *(told_project(account, report) for account in named)]


def _is_of_one_project(report: Report) -> bool:
    """Whether the report names one project and judges it, though it tells of no spending."""
    return report.project is not None and report.score is not None


def _is_new(own: Account, projects: list[Project], report: Report) -> bool:
    """Whether the sentences tell of another project than the tables, or contradict them."""
    if report.kind != "department_self_evaluation":
        named = (project for project in projects if project.source == "form")
        own_form = any(_named_alike(project.name, report.project) for project in named)
        if len(projects) > 1 or own_form:
            return False
    return all(own.differs(project) for project in projects)


def _repeats(project: Project, form: Project) -> bool:
    """Whether the fund table is of the form's project and contradicts it nowhere."""
    contradicts = any(
        stated is not None and formal is not None and stated != formal
        for stated, formal in zip(_money(project), _money(form), strict=True)
    )
    return _named_alike(project.name, form.name) and not contradicts


def _named_alike(one: str | None, other: str | None) -> bool:
    """Whether one name is within the other; a missing one is within any."""
    return (one or "") in (other or "") or (other or "") in (one or "")


def _money(project: Project) -> Iterable[object]:
    return project.budget_initial, project.budget, project.executed, project.execution_rate


def _filled(project: Project, account: Account) -> Project:
    """A fund table's project with what only the sentence says."""
    if project.source != "fund_table" or account.differs(project):
        return project
    told = account.budget_initial, account.executed, account.execution_rate
    initial, executed, rate = (figure and figure.value for figure in told)
    return replace(
        project,
        budget_initial=initial if project.budget_initial is None else project.budget_initial,
        executed=executed if project.executed is None else project.executed,
        execution_rate=rate if project.execution_rate is None else project.execution_rate,
    )

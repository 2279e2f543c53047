"""Projects from the tables of a report: forms, fund tables and lists of projects."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...schemas.report import Fund, Project, Report
from .indicators import carried
from .parts import Part, joined_parts, parts_in
from .project_lists import is_list_band, listed_projects
from .prose import told_project
from .prose_accounts import Account, accounts_in
from .prose_goal import goal_in_prose
from .sheet import Sheet, sheets


def projects_in(report: Report) -> list[Project]:
    """Every project that the report tells of: forms, then lists, then sentences.

    A sentence about a project that a table tells of too makes a project of its own only
    where the two contradict; else it fills what a bare fund table leaves open.
    """
    found = list(sheets(report))
    parts = joined_parts(part for sheet in found for part in parts_in(sheet))
    forms = [_project(part, report) for part in parts]
    listed = [project for sheet in found for project in _listed(sheet, report)]
    return _with_prose(forms, listed, report)


def _with_prose(forms: list[Project], listed: list[Project], report: Report) -> list[Project]:
    accounts = list(accounts_in(report))
    named = [a for a in accounts if a.name and not (report.project or forms or listed)]
    own = next((a for a in accounts if not a.name), None)
    whole = forms[:1] if len(forms) == 1 else listed if len(listed) == 1 else []
    if own and whole and not own.differs(whole[0]):
        forms, own = [_filled(form, own) for form in forms], None
    elif own and listed and not whole and report.kind != "department_self_evaluation":
        own = None
    told = [*([own] if own and not named else []), *named]
    return [*forms, *listed, *(told_project(account, report) for account in told)]


def _filled(project: Project, account: Account) -> Project:
    """A fund table's project with what only the sentence says."""
    if project.source != "fund_table":
        return project
    told = account.budget_initial, account.executed, account.execution_rate
    initial, executed, rate = (figure and figure.value for figure in told)
    return replace(
        project,
        budget_initial=initial if project.budget_initial is None else project.budget_initial,
        executed=executed if project.executed is None else project.executed,
        execution_rate=rate if project.execution_rate is None else project.execution_rate,
    )


def _project(part: Part, report: Report) -> Project:
    funds = tuple(replace(fund, line=line) for line, fund in enumerate(part.funds, 1))
    total = _total(funds)
    return Project(
        name=part.head.name or report.project,
        department=part.head.department or report.department,
        unit=part.head.unit or report.unit,
        year=report.year,
        budget_initial=total and total.budget_initial,
        budget=total and total.budget,
        executed=total and total.executed,
        execution_rate=total and total.execution_rate,
        total_weight=part.totals.weight,
        total_score=_first(part.totals.score, part.head.score, report.score),
        grade=part.head.grade or report.grade,
        goal_text=part.goal,
        result_text=part.result,
        source="form" if part.head.name or part.indicators else "fund_table",
        funds=funds,
        indicators=tuple(carried(part.indicators)),
    )


def _first(*values: Decimal | None) -> Decimal | None:
    return next((value for value in values if value is not None), None)


def _total(funds: tuple[Fund, ...]) -> Fund | None:
    """The line of all the money: the one so called, or the only one."""
    totals = [fund for fund in funds if fund.source == "total"]
    return totals[0] if totals else funds[0] if len(funds) == 1 else None


def _listed(sheet: Sheet, report: Report) -> list[Project]:
    bands = filter(is_list_band, sheet.bands)
    projects = [project for band in bands for project in listed_projects(sheet, band, report)]
    goal = goal_in_prose(report) if len(projects) == 1 else None
    return [replace(project, goal_text=project.goal_text or goal) for project in projects]

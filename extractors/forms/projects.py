"""Projects from the tables of a report: forms, fund tables and lists of projects."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...schemas.report import Fund, Project, Report
from .consolidation import consolidated, with_told
from .indicators import carried
from .parts import Part, joined_parts, parts_in
from .project_lists import is_list_band, listed_projects
from .prose_goal import goal_in_prose
from .sheet import Sheet, sheets


def projects_in(report: Report) -> list[Project]:
    """Every project that the report tells of: forms, then lists, then sentences."""
    found = list(sheets(report))
    parts = joined_parts(part for sheet in found for part in parts_in(sheet))
    forms = consolidated([_project(part, report) for part in parts])
    listed = [project for sheet in found for project in _listed(sheet, report)]
    named = {project.name for project in listed}
    alone = [form for form in forms if form.funds or form.name not in named]
    return with_told(alone, [_measured(project, forms) for project in listed], report)


def _measured(project: Project, forms: list[Project]) -> Project:
    """A listed project with its indicators, where another table has these without its money."""
    own = (form for form in forms if form.name == project.name and not form.funds)
    form = next(own, None)
    if form is None:
        return project
    return replace(
        project,
        indicators=form.indicators,
        goal_text=project.goal_text or form.goal_text,
        result_text=project.result_text or form.result_text,
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
        grade=part.head.grade or part.totals.grade or report.grade,
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

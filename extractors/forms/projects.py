"""Projects from the tables of a report: forms, fund tables and lists of projects."""

from __future__ import annotations

import re
from dataclasses import replace

from ...schemas.report import Fund, Project, Report
from .indicators import carried
from .parts import Part, joined_parts, parts_in
from .project_lists import is_list_band, listed_projects
from .sheet import Sheet, sheets

_GOAL = re.compile(
    r"^\s*(?:\d+[.、]\s*)?(?:项目)?(?:总体|年度|年度总体)?(?:绩效)?目标[::]\s*(.+)$", re.S
)


def projects_in(report: Report) -> list[Project]:
    """Every project that a table tells of, forms first."""
    found = list(sheets(report))
    parts = joined_parts(part for sheet in found for part in parts_in(sheet))
    forms = [_project(part, report) for part in parts]
    return forms + [project for sheet in found for project in _listed(sheet, report)]


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
        total_score=part.head.score if part.totals.score is None else part.totals.score,
        grade=part.head.grade,
        goal_text=part.goal,
        result_text=part.result,
        source="form" if part.head.name or part.indicators else "fund_table",
        funds=funds,
        indicators=tuple(carried(part.indicators)),
    )


def _total(funds: tuple[Fund, ...]) -> Fund | None:
    """The line of all the money: the one so called, or the only one."""
    totals = [fund for fund in funds if fund.source == "total"]
    return totals[0] if totals else funds[0] if len(funds) == 1 else None


def _listed(sheet: Sheet, report: Report) -> list[Project]:
    bands = filter(is_list_band, sheet.bands)
    projects = [project for band in bands for project in listed_projects(sheet, band, report)]
    goal = _goal_in_prose(report) if len(projects) == 1 else None
    return [replace(project, goal_text=project.goal_text or goal) for project in projects]


def _goal_in_prose(report: Report) -> str | None:
    for passage in report.passages:
        found = _GOAL.match(passage.folded) if passage.cell is None else None
        if found:
            return passage.text[found.start(1) :].strip()
    return None

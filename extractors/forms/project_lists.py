"""Tables with a project in each row: 项目名称, 预算数, 执行数, 得分, 等级."""

from __future__ import annotations

from collections.abc import Iterator

from ...schemas.passage import ColumnRole
from ...schemas.report import Fund, Project, Report
from ..structure.table_bands import Band
from ..structure.table_roles import LEVELS
from ..text.headings import is_sum
from .printed import name_without_code, printed, read_grade
from .sheet import Row, Sheet
from .words import fund_source

_NUMBERS: tuple[ColumnRole, ...] = ("budget_initial", "budget", "executed", "score")
_TOLD: frozenset[ColumnRole] = frozenset({"budget_initial", "budget", "score", "grade"})


def is_list_band(band: Band) -> bool:
    """Whether each of the band's rows is a project."""
    return "name" in band.roles and bool(band.roles & _TOLD) and not band.roles & LEVELS


def is_combined(band: Band) -> bool:
    """Whether the band's rows are indicators, with the project of each in a column before."""
    name, indicator = band.first("name"), band.first("level3")
    return name is not None and indicator is not None and name < indicator


def rows_by_project(sheet: Sheet, band: Band) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each project; those without a name go on with the one before."""
    found: list[tuple[str, list[Row]]] = []
    for row in sheet.rows(band):
        name = name_without_code(row.text("name"))
        if found and name in {None, found[-1][0]}:
            found[-1][1].append(row)
        elif name and not is_sum(name):
            found.append((name, [row]))
    return iter(found)


def listed_projects(sheet: Sheet, band: Band, report: Report) -> Iterator[Project]:
    """The projects of the rows; sums and rows without a number or grade are none."""
    for row in sheet.rows(band):
        name = name_without_code(row.text("name"))
        if name and not is_sum(row.label) and not is_sum(name) and _tells(row):
            yield _project(row, name, report)


def _tells(row: Row) -> bool:
    cells = (cell for role in _NUMBERS for cell in row.all(role))
    return any(map(row.sheet.figures_in, cells)) or bool(read_grade(row.text("grade")))


def _project(row: Row, name: str, report: Report) -> Project:
    fund = whole_line(row, name)
    return Project(
        name=name,
        department=printed(row.text("department")) or report.department,
        unit=printed(row.text("implementing_unit")) or report.unit,
        year=report.year,
        budget_initial=fund.budget_initial,
        budget=fund.budget,
        executed=fund.executed,
        execution_rate=fund.execution_rate,
        total_weight=row.points("weight"),
        total_score=row.points("score"),
        grade=read_grade(row.text("grade")),
        goal_text=printed(row.text("goal")),
        result_text=printed(row.text("result")),
        source="fund_table",
        funds=(fund,) if has_money(fund) else (),
    )


def whole_line(row: Row, name: str) -> Fund:
    """The line of all the money of a row's project."""
    headings = (text for column in row.band.columns for text in column.texts)
    bond = any(fund_source(heading) == "bond" for heading in headings)
    return Fund(
        line=1,
        label=name,
        source="bond" if bond else "total",
        budget_initial=row.value("budget_initial", "amount"),
        budget=row.value("budget", "amount"),
        executed=row.value("executed", "amount"),
        execution_rate=row.value("execution_rate", "rate"),
        weight=None,
        score=None,
        block=row.sheet.block,
        row=row.row,
    )


def has_money(fund: Fund) -> bool:
    """Whether the line holds an amount of what was planned or spent."""
    return any(v is not None for v in (fund.budget_initial, fund.budget, fund.executed))

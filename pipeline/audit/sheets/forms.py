"""The sheets 资金 and 指标: what the forms of the reports hold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ....schemas.labels import FUND_SOURCES, LEVEL1_KINDS, PROJECT_SOURCES
from ....schemas.report import Fund, Indicator, Project, Report
from ...outputs.workbook import Workbook
from ..model import Audit
from .grid import Content, Field, Grid, Styled

FUNDS, INDICATORS = "资金", "指标"

_PROJECT = (
    Field("文件", "File", 24),
    Field("报告", "Report", 32),
    Field("项目", "Project", 26),
    Field("年度", "Year", 8),
)
_FUNDS = (
    *_PROJECT,
    Field("读自", "Read from", 9),
    Field("资金", "Line", 22),
    Field("来源", "Source", 10),
    Field("年初预算（元）", "Initial budget", 18),
    Field("全年预算（元）", "Budget", 18),
    Field("全年执行（元）", "Executed", 18),
    Field("执行率", "Rate stated", 11),
    Field("分值", "Points", 8),
    Field("得分", "Score", 8),
)
_INDICATORS = (
    *_PROJECT,
    Field("一级指标", "Level 1", 12),
    Field("类别", "Kind", 9),
    Field("二级指标", "Level 2", 14),
    Field("三级指标", "Indicator", 30),
    Field("目标值", "Target", 20),
    Field("实际值", "Actual", 20),
    Field("分值", "Points", 8),
    Field("得分", "Score", 8),
    Field("偏差原因", "Reason", 40),
)


def write_funds(book: Workbook, audit: Audit) -> None:
    """Write the lines of all fund tables."""
    grid = Grid(book, FUNDS, _FUNDS)
    for report, project in _projects(audit):
        for fund in project.funds:
            grid.add((*_project(report, project), *_fund(project, fund)))
    grid.finish(len(_PROJECT) - 1)


def write_indicators(book: Workbook, audit: Audit) -> None:
    """Write the rows of all indicator tables."""
    grid = Grid(book, INDICATORS, _INDICATORS)
    for report, project in _projects(audit):
        for indicator in project.indicators:
            grid.add((*_project(report, project), *_indicator(indicator)))
    grid.finish(len(_PROJECT) - 1)


def _projects(audit: Audit) -> Iterator[tuple[Report, Project]]:
    return ((report, project) for report in audit.reports() for project in report.projects)


def _project(report: Report, project: Project) -> tuple[Content, ...]:
    return report.document.name, report.title, project.name, _year(project.year)


def _year(year: int | None) -> Content:
    return None if year is None else Styled(str(year), "text")


def _fund(project: Project, fund: Fund) -> tuple[Content, ...]:
    return (
        PROJECT_SOURCES[project.source],
        fund.label,
        fund.source and FUND_SOURCES[fund.source],
        fund.budget_initial,
        fund.budget,
        fund.executed,
        _rate(fund.execution_rate),
        _points(fund.weight),
        _points(fund.score),
    )


def _indicator(indicator: Indicator) -> tuple[Content, ...]:
    return (
        indicator.level1,
        indicator.level1_kind and LEVEL1_KINDS[indicator.level1_kind],
        indicator.level2,
        indicator.name,
        indicator.target_text,
        indicator.actual_text,
        _points(indicator.weight),
        _points(indicator.score),
        indicator.reason,
    )


def _rate(value: Decimal | None) -> Content:
    return None if value is None else Styled(value, "percent")


def _points(value: Decimal | None) -> Content:
    return None if value is None else Styled(value, "points")

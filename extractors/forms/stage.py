"""The stage that reads forms: tables with known headings become projects."""

from __future__ import annotations

import re
from dataclasses import replace

from ...schemas.report import Project, Report, ReportKind
from ..text.headings import squeeze
from .projects import projects_in
from .sheet import sheets

_YEAR = re.compile(r"(20\d\d)年")
_TRANSFER = "转移支付"


def read_forms(report: Report) -> Report:
    """The report with its projects, and with what its one form says where it was null."""
    year = report.year or _year_in_tables(report)
    if year != report.year:
        report = replace(report, year=year)
    projects = (*report.projects, *projects_in(report))
    forms = [project for project in projects if project.source == "form"]
    if len(forms) == 1:
        return _filled(report, forms[0], projects)
    return replace(report, projects=projects)


def _year_in_tables(report: Report) -> int | None:
    """The year in a title that stands inside a form's table: （2022年度）."""
    titles = (text for sheet in sheets(report) for text in sheet.titles)
    found = (_YEAR.search(squeeze(title)) for title in titles)
    return next((int(match[1]) for match in found if match), None)


def _filled(report: Report, form: Project, projects: tuple[Project, ...]) -> Report:
    return replace(
        report,
        projects=projects,
        kind=_kind(report, form),
        unit=report.unit or form.unit,
        department=report.department or form.department,
        project=report.project or form.name,
        score=form.total_score if report.score is None else report.score,
        grade=report.grade or form.grade,
    )


def _kind(report: Report, form: Project) -> ReportKind:
    if report.kind != "other" or (form.executed is None and form.total_score is None):
        return report.kind
    transfer = _TRANSFER in (report.title or "")
    return "transfer_self_evaluation" if transfer else "self_evaluation_form"

"""The sheet 未核对数字: the figures that no rule touched."""

from __future__ import annotations

from ....schemas.labels import ASPECTS, KINDS, ROLES
from ...outputs.workbook import Workbook
from ..amounts import worth
from ..model import Audit, Untouched
from ..quoting import excerpt, section_title, whereabouts
from .grid import Content, Field, Grid, Styled

UNTOUCHED = "未核对数字"
_FIELDS = (
    Field("数字编号", "Figure", 26),
    Field("文件", "File", 22),
    Field("报告", "Report", 28),
    Field("章节", "Section", 24),
    Field("位置", "Place", 20),
    Field("数字", "As printed", 16),
    Field("种类", "Kind", 8),
    Field("折合", "Value", 18),
    Field("对象", "Subject", 22),
    Field("方面", "Aspect", 9),
    Field("性质", "Role", 10),
    Field("上下文", "Context", 80),
)


def write_untouched(book: Workbook, audit: Audit) -> None:
    """Write a row for every figure that no rule touched, in reading order."""
    grid = Grid(book, UNTOUCHED, _FIELDS)
    for each in audit.untouched:
        grid.add(_row(each))
    grid.finish(1)


def _row(each: Untouched) -> tuple[Content, ...]:
    figure, report = each.figure, each.report
    return (
        Styled(each.figure_id, "small"),
        report.document.name,
        report.title,
        section_title(report, figure.section),
        whereabouts(report.document, figure.place),
        Styled(figure.text, "proof"),
        KINDS[figure.kind],
        Styled(worth(figure), "text"),
        figure.subject,
        figure.aspect and ASPECTS[figure.aspect],
        figure.role and ROLES[figure.role],
        excerpt(report.document, figure.place),
    )

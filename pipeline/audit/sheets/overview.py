"""The sheet 概览: what was audited, what came of it, and how to read the paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from ....schemas.labels import DISPOSITION_STATUSES, REPORT_KINDS, SEVERITIES, VERDICTS
from ....schemas.report import Report
from ...checks.rules import audit_rules
from ...outputs.workbook import Workbook
from ...version import __version__
from ..model import Audit, Relation
from ..tally import Tally
from .grid import LINE_HEIGHT, Styled, page_of, put
from .relations import DISPOSITION_COLUMN
from .said import DOUBTS, told
from .styles import StyleName, Styles

OVERVIEW = "概览"
_WIDTHS = (48, 26, 14, 9, 9, 8, 9, 9, 9, 9, 10, 14, 14)
_LAST = len(_WIDTHS) - 1
_REPORTS_A_PAGE = 20
_ABOUT_REPORT = ("报告 Report", "单位 Unit", "类型 Kind", "年度", "自评得分", "等级", "数字")
_COUNTED = (*SEVERITIES.values(), VERDICTS["ok"], VERDICTS["rounding"], VERDICTS["not_comparable"])
_SIGNED = ("编制人 Prepared by", "编制日期 Date", "复核人 Reviewed by", "复核日期 Date")
_READING = (
    "每个印出的数按末位半个单位取区间（98% 即 [97.5%, 98.5%)），推算所得的区间与写明的区间比较。\n"
    "Every printed number stands for half a unit of its last digit on either side.",
    "不符：两个区间不相交，列入“疑点”。因四舍五入相符：只因四舍五入才相交，不列为疑点。"
    "口径不同，未比：范围、期间或单位不能确定一致，不作比较。\n"
    "A doubt is a relation whose intervals do not meet.",
    "“应为”由其他数字推算，“写明”是报告中写明的值；算式可逐一手工复核，点“编号”可看引文和上下文。\n"
    "Expected is computed from other figures, stated is what the report says.",
    "“未核对数字”没有任何规则涉及，需人工判断。 No rule touched these figures.",
)
_MERGED = Styled(None, "text")
"""Stands for a cell that is part of the one left of it."""

Value = str | int | Decimal | Styled | None


def write_overview(book: Workbook, audit: Audit) -> None:
    """Write the first sheet."""
    page = _Page(book, many=len(list(audit.reports())) > _REPORTS_A_PAGE)
    _write_head(page)
    _write_result(page, audit)
    _write_dispositions(page, audit)
    _write_reports(page, audit)
    _write_rules(page, audit)
    _write_failures(page, audit)
    page.section("说明 How to read this paper")
    for line in _READING:
        page.line(line)


class _Page:
    """The sheet as it is written, from the top down."""

    def __init__(self, book: Workbook, *, many: bool) -> None:
        self.styles = Styles(book)
        self.sheet, self.row = page_of(book, OVERVIEW), 0
        self.sheet.hide_gridlines(2)
        self.sheet.fit_to_pages(1, 0 if many else 1)
        for column, width in enumerate(_WIDTHS):
            self.sheet.set_column(column, column, width)

    def write(self, *values: Value) -> None:
        """Write a row."""
        for column, value in enumerate(values):
            if value is not _MERGED:
                put(self.sheet, self.styles, self.row, column, value)
        self.row += 1

    def count(self, label: str, number: int, style: StyleName | None = None) -> None:
        """Write how many of something there are."""
        self.write(Styled(label, "label"), _counted(number, style))

    def section(self, title: str) -> None:
        """Leave a line free and write a heading."""
        self.row += 1
        self.write(Styled(title, "section"))

    def headings(self, names: Iterable[str]) -> None:
        """Write the header of a table."""
        self.write(*(Styled(name, "heading") for name in names))

    def wide(self, first: int, last: int, value: Styled) -> None:
        """Write a value over several columns of the row; merging itself would take formulas."""
        look = self.styles.get(value.style)
        self.sheet.merge_range(self.row, first, self.row, last, "", look)
        put(self.sheet, self.styles, self.row, first, value)

    def line(self, text: str) -> None:
        """Write a text over the full width."""
        self.wide(0, _LAST, Styled(text, "text"))
        self.sheet.set_row(self.row, LINE_HEIGHT * (1 + text.count("\n")))
        self.row += 1


def _write_head(page: _Page) -> None:
    page.sheet.set_row(0, 30)
    page.write(Styled("绩效自评报告数字核对 · 审计底稿", "title"))
    page.write(Styled(f"Working paper · 核数 heshu {__version__}", "subtitle"))
    page.row += 1
    for label in _SIGNED:
        page.write(Styled(label, "label"), Styled(None, "input"))


def _write_result(page: _Page, audit: Audit) -> None:
    tally, untouched = Tally.of_audit(audit), audit.left
    page.section("核对结果 Result")
    page.count("文件 Files", len(audit.files))
    page.count("其中未能读取 of these not read", len(audit.failed()), "error")
    page.count("报告 Reports", sum(1 for _ in audit.reports()))
    page.count("核对的关系 Relations tested", tally.tested)
    for severity, name in SEVERITIES.items():
        page.count(f"疑点·{name} Doubts: {severity}", tally.doubts[severity], severity)
    page.count(f"{VERDICTS['ok']} Hold", tally.verdicts["ok"])
    page.count(f"{VERDICTS['rounding']} Hold through rounding", tally.verdicts["rounding"])
    page.count(f"{VERDICTS['not_comparable']} Not comparable", tally.verdicts["not_comparable"])
    page.count("读出的数字 Figures", audit.figures)
    page.count("其中有规则涉及 touched by a rule", audit.figures - untouched)
    page.count("未核对数字 touched by none", untouched)


def _write_dispositions(page: _Page, audit: Audit) -> None:
    """How far the doubts are settled; the formulas count as the reviewer goes on."""
    page.section("处理进度 Dispositions")
    letter, last = chr(ord("A") + DISPOSITION_COLUMN), max(len(audit.doubts) + 1, 2)
    for status, name in DISPOSITION_STATUSES.items():
        count = sum(told(doubt).status == status for doubt in audit.doubts)
        formula = f"=COUNTIF('{DOUBTS}'!${letter}$2:${letter}${last},\"{name}\")"
        page.sheet.write_formula(page.row, 1, formula, page.styles.get("count"), count)
        page.write(Styled(f"{name} {status.replace('_', ' ')}", "label"))


def _write_reports(page: _Page, audit: Audit) -> None:
    page.section("报告 Reports")
    page.headings((*_ABOUT_REPORT, *_COUNTED))
    own: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in audit.relations:
        own[relation.report.report_id].append(relation)
    for report in audit.reports():
        page.write(*_about(report), *_counts(own[report.report_id]))


def _about(report: Report) -> tuple[Value, ...]:
    return (
        report.title or report.document.name,
        report.unit,
        REPORT_KINDS[report.kind],
        None if report.year is None else str(report.year),
        None if report.score is None else Styled(report.score, "points"),
        report.grade,
        _counted(len(report.figures)) if report.figures else None,
    )


def _write_rules(page: _Page, audit: Audit) -> None:
    """A line for every rule that tested something."""
    page.section("规则 Rules")
    last = len(_ABOUT_REPORT) - 1
    page.wide(1, last, Styled("公式 Formula", "heading"))
    headings = [Styled(name, "heading") for name in _COUNTED]
    page.write(Styled("规则 Rule", "heading"), *[_MERGED] * last, *headings)
    by_rule = sorted(audit.relations, key=_rule)
    for rule, relations in groupby(by_rule, key=_rule):
        known = audit_rules()[rule]
        page.wide(1, last, Styled(known.formula, "text"))
        name = f"{rule} {known.chinese} {known.english}"
        page.write(name, *[_MERGED] * last, *_counts(relations))


def _write_failures(page: _Page, audit: Audit) -> None:
    failed = audit.failed()
    if failed:
        page.section("未能读取的文件 Files not read")
    for entry in failed:
        page.line(f"[{entry.error_code}] {entry.error}")


def _rule(relation: Relation) -> str:
    return relation.finding.rule


def _counts(relations: Iterable[Relation]) -> tuple[Value, ...]:
    tally = Tally.of(relations)
    return (
        *(_counted(tally.doubts[each], each) for each in SEVERITIES),
        _counted(tally.verdicts["ok"]),
        _counted(tally.verdicts["rounding"]),
        _counted(tally.verdicts["not_comparable"]),
    )


def _counted(number: int, style: StyleName | None = None) -> Styled:
    """A number in the style of what it counts, if there is any."""
    return Styled(number, style if style and number else "count")

"""The sheets 疑点 and 已核对: a row for every relation that was tested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from ....schemas.finding import Quote
from ....schemas.labels import DISPOSITION_STATUSES, SEVERITIES, VERDICTS
from ...checks.rules import audit_rules
from ...outputs.workbook import Workbook
from ..amounts import amount, interval
from ..model import Audit, Relation
from ..quoting import all_whereabouts
from .grid import Content, Field, Grid, Link, Styled
from .said import DOUBTS, KEY, NOTE, REVIEWER, STATUS, WRITTEN, told

CHECKED = "已核对"

_ABOUT = (
    Field("编号", "No.", 6),
    Field("严重程度", "Severity", 9),
    Field("规则", "Rule", 7),
    Field("规则名称", "Rule name", 13),
    Field("报告", "Report", 20),
    Field("算式", "Proof", 30),
    Field("说明", "Message", 34),
    Field("引文", "Quotes", 18),
    Field("位置", "Place", 21),
    Field("应为", "Expected", 14),
    Field("应为区间", "Interval", 15),
    Field("写明", "Stated", 14),
    Field("写明区间", "Interval", 15),
)
_DISPOSITION = (
    Field(STATUS, "Disposition", 11),
    Field(NOTE, "Note", 20),
    Field(REVIEWER, "Reviewer", 10),
)
_KEY = Field(KEY, "Key", 20)
_WRITTEN = Field(WRITTEN, "As written", 60)
_VERDICT = Field("结论", "Verdict", 14)
DISPOSITION_COLUMN = len(_ABOUT)
_FROZEN = 4


def write_doubts(book: Workbook, audit: Audit, rows: Mapping[int, int]) -> None:
    """Write the relations that do not hold; ``rows`` says where each one's quotes stand.

    The last column is hidden: what was said of each when the paper was written, by which
    it is known later what the auditor changed.
    """
    fields = (*_ABOUT, *_DISPOSITION, _KEY, _WRITTEN)
    grid = Grid(book, DOUBTS, fields)
    for doubt in audit.doubts:
        said = told(doubt)
        shown = DISPOSITION_STATUSES[said.status], said.note, said.reviewer
        inputs = (Styled(text, "input") for text in shown)
        key = Styled(doubt.finding.key, "small")
        grid.add((*_about(audit, doubt, rows), *inputs, key, Styled(said.as_text(), "small")))
    grid.hide(len(fields) - 1)
    _offer_dispositions(grid)
    grid.finish(_FROZEN)


def write_checked(book: Workbook, audit: Audit, rows: Mapping[int, int]) -> None:
    """Write the relations that hold, or that could not be compared."""
    about, key = _ABOUT[:1] + _ABOUT[2:], _KEY
    grid = Grid(book, CHECKED, (*about[:1], _VERDICT, *about[1:], key))
    for relation in audit.checked:
        number, _, *others = _about(audit, relation, rows)
        verdict = relation.finding.verdict
        shown = Styled(VERDICTS[verdict], verdict)
        grid.add((number, shown, *others, Styled(relation.finding.key, "small")))
    grid.finish(_FROZEN)


def _about(audit: Audit, relation: Relation, rows: Mapping[int, int]) -> tuple[Content, ...]:
    finding = relation.finding
    quotes = " ".join(f"“{quote.text}”" for quote in finding.quotes)
    share = relation.is_share
    return (
        Link(relation.number, "引文", rows[relation.number])
        if quotes
        else Styled(relation.number, "count"),
        Styled(SEVERITIES[finding.severity], finding.severity),
        finding.rule,
        audit_rules()[finding.rule].chinese,
        "\n".join(filter(None, (relation.report.title, relation.report.document.name))),
        Styled(finding.statement, "proof"),
        relation.claim,
        quotes,
        _places(audit, finding.quotes),
        _value(finding.expected, share),
        interval(finding.expected_low, finding.expected_high, share),
        _value(finding.stated, share),
        interval(finding.stated_low, finding.stated_high, share),
    )


def _places(audit: Audit, quotes: Sequence[Quote]) -> str:
    """Where the quotes stand; each report's own where there are several."""
    lines: list[str] = []
    for report_id, group in groupby(quotes, key=lambda quote: quote.report_id):
        report = audit.report(report_id)
        spots = all_whereabouts(report.document, [quote.place for quote in group])
        several = any(quote.report_id != report_id for quote in quotes)
        lines.append(f"{report.title or report.document.name}：{spots}" if several else spots)
    return "\n".join(lines)


def _value(value: Decimal | None, share: bool) -> Content:
    return None if value is None else Styled(amount(value, share), "text")


def _offer_dispositions(grid: Grid) -> None:
    """A drop-down for what the reviewer says; what is settled turns grey."""
    last = max(grid.rows - 1, 1)
    column = DISPOSITION_COLUMN
    choice = {
        "validate": "list",
        "source": list(DISPOSITION_STATUSES.values()),
        "error_title": "处理 Disposition",
        "error_message": "请从下拉列表中选择：" + "、".join(DISPOSITION_STATUSES.values()),
    }
    grid.sheet.data_validation(1, column, last, column, choice)
    letter = chr(ord("A") + column)
    settled = " ".join(
        f'${letter}2="{DISPOSITION_STATUSES[status]}",' for status in ("false_alarm", "explained")
    )
    rule = {"type": "formula", "criteria": f"=OR({settled[:-1]})", "format": grid.styles.greyed()}
    grid.sheet.conditional_format(1, 0, last, column - 1, rule)

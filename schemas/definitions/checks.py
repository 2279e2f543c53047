"""The tables of what the cross-checks say, and what people said of that."""

from __future__ import annotations

from dataclasses import replace

from ..labels import DISPOSITION_STATUSES, SEVERITIES, VERDICTS
from .column import DOC_ID, REPORT_ID, Column, TableDefinition

_KEY = Column(
    "key",
    "text",
    "稳定键",
    "同一问题在文件各版本间不变的键",
    "stays the same over versions of a file: made of rule, report and subjects, not of values",
    required=True,
)

FINDINGS = TableDefinition(
    "findings",
    "核对结果",
    "每条核对结果一行",
    "one row per relation that was checked",
    ("finding_id",),
    (
        Column(
            "finding_id",
            "text",
            "结果编号",
            "报告编号加顺序号",
            "the report's id with a running number",
            required=True,
        ),
        _KEY,
        DOC_ID,
        replace(
            REPORT_ID,
            meaning_zh="所在报告；跨报告的为第一份，全部见 report_ids",
            meaning_en="the report, the first for a finding over several",
        ),
        Column(
            "report_ids",
            "json",
            "涉及报告",
            "涉及的全部报告编号",
            "all reports concerned, a JSON list",
            required=True,
        ),
        Column("rule", "text", "规则", "核对规则的编号", "id of the audit rule", required=True),
        Column(
            "severity",
            "text",
            "严重程度",
            "规则的严重程度",
            "the rule's own severity",
            labels=tuple(SEVERITIES.items()),
            required=True,
        ),
        Column(
            "verdict",
            "text",
            "结论",
            "核对的结果",
            "ok, meets through rounding, fails, or cannot be compared",
            labels=tuple(VERDICTS.items()),
            required=True,
        ),
        Column(
            "statement",
            "text",
            "算式",
            "任何人可手工复核的算式",
            "the line that anyone can check by hand",
            required=True,
        ),
        Column("message", "text", "说明", "中文说明", "explanation in Chinese", required=True),
        Column("expected", "decimal", "应为", "推算的值", "the value computed"),
        Column("expected_low", "decimal", "应为下界", "无下界为空", "null where unbounded"),
        Column("expected_high", "decimal", "应为上界", "无上界为空", "null where unbounded"),
        Column("stated", "decimal", "写明", "文中写明的值", "the value stated"),
        Column("stated_low", "decimal", "写明下界", "无下界为空", "null where unbounded"),
        Column("stated_high", "decimal", "写明上界", "无上界为空", "null where unbounded"),
        Column(
            "figure_ids",
            "json",
            "涉及数字",
            "涉及的数字编号",
            "the figures concerned, a JSON list",
            required=True,
        ),
        Column(
            "quotes",
            "json",
            "引文",
            "涉及的原文及其位置",
            "the quotes with their places, a JSON list",
            required=True,
        ),
    ),
)

DISPOSITIONS = TableDefinition(
    "dispositions",
    "处理意见",
    "审核人对一个问题的每次处理一行",
    "one row per thing that a reviewer said of a finding",
    (),
    (
        _KEY,
        Column(
            "status",
            "text",
            "处理",
            "审核人的判断",
            "confirmed, false alarm, explained, pending",
            labels=tuple(DISPOSITION_STATUSES.items()),
            required=True,
        ),
        Column("note", "text", "备注", "审核人的说明", "the reviewer's note"),
        Column("reviewer", "text", "审核人", "审核人", "who reviewed"),
        Column("at", "timestamp", "时间", "处理时间（UTC）", "when, in UTC", required=True),
    ),
)

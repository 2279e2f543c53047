"""The tables of what stands in the text: figures, dates and citations."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from ..figure import (
    Aspect,
    Comparator,
    DateRole,
    Direction,
    Grain,
    Kind,
    Role,
    UnitFrom,
)
from .column import DOC_ID, PLACE, REPORT_ID, SECTION_ID, Column, TableDefinition

_TEXT = Column("text", "text", "原文", "引文", "the quote", required=True)

FIGURES = TableDefinition(
    "figures",
    "数字",
    "每个金额、比率、数量、名次、得分、计量一行",
    "one row per amount, rate, count, rank, score or measure",
    ("figure_id",),
    (
        Column(
            "figure_id",
            "text",
            "数字编号",
            "报告编号加阅读顺序号；内容相同的文件不变",
            "the report's id with a running number in reading order; stable for the same bytes",
            required=True,
        ),
        DOC_ID,
        REPORT_ID,
        SECTION_ID,
        *PLACE,
        _TEXT,
        Column("number_text", "text", "数字原文", "印出的数字", "the number as printed"),
        Column(
            "unit_text",
            "text",
            "单位原文",
            "印出的单位，或取自列标题、表头说明",
            "the unit as printed, or taken from the column heading or table caption",
        ),
        Column(
            "unit_from",
            "text",
            "单位来源",
            "单位取自何处",
            "where the unit was taken from",
            values=get_args(UnitFrom),
        ),
        Column(
            "kind",
            "text",
            "种类",
            "金额、比率、百分点、倍数、数量、名次、得分、计量",
            "what kind of figure it is",
            values=get_args(Kind),
            required=True,
        ),
        Column(
            "value",
            "decimal",
            "数值",
            "精确值，单位见 unit；区间为空",
            "exact, in `unit`; null for a range",
        ),
        Column(
            "low",
            "decimal",
            "下界",
            "按印出的位数可能的最小值；无下界为空",
            "the least it can honestly mean; null where unbounded",
        ),
        Column(
            "high",
            "decimal",
            "上界",
            "按印出的位数可能的最大值，不含；无上界为空",
            "the most it can honestly mean, exclusive; null where unbounded",
        ),
        Column(
            "unit",
            "text",
            "单位",
            "CNY 为元，1 为比率和倍数，pp 为百分点；名次为空",
            "CNY is yuan, 1 a rate or multiple, pp percentage points; null for a rank",
        ),
        Column(
            "decimals",
            "integer",
            "小数位",
            "按印出的单位，小数点后几位",
            "digits after the point as printed, in the printed unit",
        ),
        Column(
            "comparator",
            "text",
            "比较",
            "eq 等于，approx 约，over 超过，ge 不低于，under 不足，le 不超过，plus 余",
            "equal, about, over, at least, under, at most, so many and more",
            values=get_args(Comparator),
            required=True,
        ),
        Column("subject", "text", "对象", "计量的是什么，用原文", "what is measured, as printed"),
        Column(
            "aspect",
            "text",
            "方面",
            "水平、增幅、变化、占比、完成、执行、名次、单价",
            "what is said of the subject",
            values=get_args(Aspect),
        ),
        Column("scope", "text", "范围", "在什么范围内", "among or of whom"),
        Column(
            "role",
            "text",
            "角色",
            "年初预算、预算、执行、目标、实际、分值、得分、上年、计划",
            "what part it plays in the plan",
            values=get_args(Role),
        ),
        Column(
            "direction",
            "text",
            "方向",
            "up 增，down 减，flat 持平",
            "up, down or flat",
            values=get_args(Direction),
        ),
        Column("period_start", "date", "期初", "时期的第一天", "first day of the period"),
        Column("period_end", "date", "期末", "时期的最后一天", "last day of the period"),
        Column("rule", "text", "规则", "读出它的规则", "the rule that read it", required=True),
    ),
)

DATES = TableDefinition(
    "dates",
    "日期",
    "每处日期或时期一行",
    "one row per date or period in the text",
    (),
    (
        DOC_ID,
        *PLACE,
        _TEXT,
        Column(
            "grain",
            "text",
            "粒度",
            "日、月、年、时段",
            "how fine it is",
            values=get_args(Grain),
            required=True,
        ),
        Column("start_date", "date", "首日", "年份不明为空", "first day; null without a year"),
        Column("end_date", "date", "末日", "年份不明为空", "last day; null without a year"),
        Column(
            "role",
            "text",
            "角色",
            "封面、落款、签字、事件、时期、年度",
            "what the date is of",
            values=get_args(DateRole),
        ),
        REPORT_ID,
    ),
)

CITATIONS = TableDefinition(
    "citations",
    "引用文件",
    "每处引用的文件一行",
    "one row per document that is cited",
    (),
    (
        DOC_ID,
        *PLACE,
        replace(_TEXT, meaning_zh="引用的原文"),
        Column("title", "text", "题名", "书名号内的题名", "title inside 《》"),
        Column("issuer", "text", "发文机关代字", "文号中的代字", "the issuer in the number"),
        Column("year", "integer", "发文年份", "文号中的年份", "the year in the number"),
        Column("serial", "integer", "发文序号", "文号中的序号", "the serial in the number"),
        Column(
            "number",
            "text",
            "文号",
            "括号统一为〔〕",
            "document number, brackets normalised to 〔〕",
        ),
        REPORT_ID,
    ),
)

"""The tables of what stands in forms: projects, funds, indicators and signatures."""

from __future__ import annotations

from dataclasses import replace

from ..labels import COMPARATORS, FUND_SOURCES, GRADES, LEVEL1_KINDS, PROJECT_SOURCES, UNITS
from .column import BLOCK, PROJECT_ID, REPORT_ID, ROW, Column, TableDefinition

_AMOUNTS = (
    Column(
        "budget_initial", "decimal", "年初预算数", "年初预算数，元", "budget at year start", "CNY"
    ),
    Column(
        "budget",
        "decimal",
        "全年预算数",
        "全年或调整后预算数，元",
        "budget of the full year, or as adjusted",
        "CNY",
    ),
    Column("executed", "decimal", "全年执行数", "全年执行数，元", "spent in the year", "CNY"),
    Column(
        "execution_rate",
        "decimal",
        "执行率",
        "印出的执行率，0.98 即 98%",
        "as stated, not computed; 0.98 is 98%",
        "1",
    ),
)
_WEIGHT = Column("weight", "decimal", "分值", "分值或权重", "points to be had", "分")
_SCORE = Column("score", "decimal", "得分", "得分", "points scored", "分")
_ROW_PLACE = (BLOCK, replace(ROW, required=True, meaning_zh="表格中的行，从 0 起"))

PROJECTS = TableDefinition(
    "projects",
    "项目",
    "报告中的每个项目一行",
    "one row per project of a report",
    ("project_id",),
    (
        PROJECT_ID,
        REPORT_ID,
        Column("name", "text", "项目名称", "项目名称", "the project's name"),
        Column("department", "text", "主管部门", "主管部门", "the department in charge"),
        Column("unit", "text", "实施单位", "实施单位", "the implementing unit"),
        Column("year", "integer", "年度", "预算年度", "the budget year"),
        *_AMOUNTS,
        Column(
            "total_weight", "decimal", "总分值", "印出的总分值", "total points, as stated", "分"
        ),
        Column("total_score", "decimal", "总得分", "印出的总得分", "total score, as stated", "分"),
        Column(
            "grade",
            "text",
            "等级",
            "印出的等级",
            "the grade as stated",
            labels=tuple(GRADES.items()),
        ),
        Column("goal_text", "text", "预期目标", "年度总体目标", "the year's goal"),
        Column("result_text", "text", "实际完成情况", "目标完成情况", "what came of the goal"),
        Column(
            "source",
            "text",
            "来源",
            "从哪里读出",
            "read from a form, a fund table or prose",
            labels=tuple(PROJECT_SOURCES.items()),
            required=True,
        ),
    ),
)

FUNDS = TableDefinition(
    "funds",
    "资金",
    "资金表的每行一行",
    "one row per line of the fund table",
    ("project_id", "line"),
    (
        PROJECT_ID,
        Column("line", "integer", "序号", "资金表中的序号", "number of the line", required=True),
        Column("label", "text", "资金来源原文", "印出的行标题", "as printed", required=True),
        Column(
            "source",
            "text",
            "资金来源",
            "钱从哪里来",
            "where the money comes from",
            labels=tuple(FUND_SOURCES.items()),
        ),
        *_AMOUNTS,
        _WEIGHT,
        _SCORE,
        BLOCK,
        replace(
            ROW,
            meaning_zh="表格中的行，从 0 起；由句子读出的为空",
            meaning_en="table row, from 0; null where a sentence tells of the money",
        ),
    ),
)

INDICATORS = TableDefinition(
    "indicators",
    "指标",
    "指标表的每个三级指标一行",
    "one row per indicator of the indicator table",
    ("indicator_id",),
    (
        Column(
            "indicator_id",
            "text",
            "指标编号",
            "项目编号加指标在项目中的序号",
            "the project's id with the indicator's number in it",
            required=True,
        ),
        PROJECT_ID,
        Column("level1", "text", "一级指标", "印出的一级指标", "first level, as printed"),
        Column(
            "level1_kind",
            "text",
            "一级指标类别",
            "一级指标属于哪一类",
            "what the first level is about",
            labels=tuple(LEVEL1_KINDS.items()),
        ),
        Column("level2", "text", "二级指标", "印出的二级指标", "second level, as printed"),
        Column("name", "text", "三级指标", "印出的三级指标", "third level", required=True),
        Column(
            "comparator",
            "text",
            "比较",
            "目标值的比较符",
            "how the target compares",
            labels=tuple(COMPARATORS.items()),
        ),
        Column("target_text", "text", "指标值原文", "印出的年度指标值", "target as printed"),
        Column("target_value", "decimal", "指标值", "定性的为空", "target; null where qualitative"),
        Column(
            "target_unit",
            "text",
            "指标值单位",
            "指标值的单位",
            "the target's unit",
            labels=tuple(UNITS.items()),
        ),
        Column("actual_text", "text", "完成值原文", "印出的实际完成值", "actual as printed"),
        Column("actual_value", "decimal", "完成值", "定性的为空", "actual; null where qualitative"),
        Column(
            "actual_unit",
            "text",
            "完成值单位",
            "完成值的单位",
            "the actual's unit",
            labels=tuple(UNITS.items()),
        ),
        _WEIGHT,
        _SCORE,
        Column("reason", "text", "偏差原因", "偏差原因和改进措施", "why it deviates, and remedies"),
        *_ROW_PLACE,
    ),
)

SIGNATURES = TableDefinition(
    "signatures",
    "签字",
    "签字表的每行一行",
    "one row per line of a signature table",
    (),
    (
        REPORT_ID,
        Column("name", "text", "姓名", "姓名", "the person's name", required=True),
        Column("unit", "text", "单位", "所在单位", "where the person works"),
        Column("title", "text", "职务", "职务或职称", "position or professional title"),
        Column("part", "text", "评价中的职责", "组长、成员等", "part in the evaluation"),
        Column(
            "signed",
            "boolean",
            "已签字",
            "签字格内有字迹或图片",
            "a mark or picture stands in the cell",
            required=True,
        ),
        *_ROW_PLACE,
    ),
)

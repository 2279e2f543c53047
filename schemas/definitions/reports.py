"""The tables of what a file holds: its reports and their outlines."""

from __future__ import annotations

from dataclasses import replace

from ..labels import GRADES, REPORT_KINDS, SECTION_KINDS
from .column import DOC_ID, REPORT_ID, SECTION_ID, Column, TableDefinition

_FIRST_BLOCK = Column(
    "first_block", "integer", "首块", "第一个块号", "number of its first block", required=True
)
_LAST_BLOCK = Column(
    "last_block", "integer", "末块", "最后一个块号", "number of its last block", required=True
)

REPORTS = TableDefinition(
    "reports",
    "报告",
    "每份报告一行；一个文件可含多份报告",
    "one row per report; a file may hold several",
    ("report_id",),
    (
        REPORT_ID,
        DOC_ID,
        Column(
            "seq",
            "integer",
            "序号",
            "报告在文件中的序号，从 1 起",
            "the report's number in the file, from 1",
            required=True,
        ),
        Column("title", "text", "标题", "报告标题", "the report's title"),
        Column(
            "kind",
            "text",
            "类别",
            "是哪一种报告",
            "what kind of report it is",
            labels=tuple(REPORT_KINDS.items()),
            required=True,
        ),
        Column("year", "integer", "年度", "被评价的年度", "the evaluated year"),
        Column("unit", "text", "实施单位", "实施单位", "the implementing unit"),
        Column("department", "text", "主管部门", "主管部门", "the department in charge"),
        Column("evaluator", "text", "评价机构", "评价机构", "who evaluated"),
        Column(
            "project",
            "text",
            "项目名称",
            "只评一个项目时的项目名称",
            "the project's name where the report is of one project",
        ),
        Column("cover_date", "date", "封面日期", "封面日期", "date on the cover"),
        Column("closing_date", "date", "落款日期", "文末落款日期", "date at the end of the text"),
        Column("sign_date", "date", "签字日期", "签字日期", "date of the signatures"),
        Column("score", "decimal", "自评得分", "报告写明的总分", "the total score as stated", "分"),
        Column(
            "grade",
            "text",
            "等级",
            "报告写明的等级",
            "the grade as stated",
            labels=tuple(GRADES.items()),
        ),
        _FIRST_BLOCK,
        _LAST_BLOCK,
    ),
)

SECTIONS = TableDefinition(
    "sections",
    "章节",
    "提纲的每个标题一行",
    "one row per heading of the outline",
    ("section_id",),
    (
        replace(
            SECTION_ID,
            required=True,
            meaning_zh="报告编号加章节在报告中的序号",
            meaning_en="the report's id with the section's number in the report",
        ),
        REPORT_ID,
        Column(
            "level",
            "integer",
            "级别",
            "1 为“一、”，2 为“（一）”，3 为“1.”，4 为“（1）”",
            "1 for 一、 2 for （一） 3 for 1. 4 for （1）",
            required=True,
        ),
        Column("number", "text", "编号", "印出的编号", "the number as printed"),
        Column("title", "text", "标题", "不含编号的标题", "without its number", required=True),
        Column(
            "kind",
            "text",
            "类别",
            "章节讲什么",
            "what the section is about",
            labels=tuple(SECTION_KINDS.items()),
            required=True,
        ),
        _FIRST_BLOCK,
        _LAST_BLOCK,
    ),
)

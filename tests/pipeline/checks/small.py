"""Small reports for single rules: a form with some rows, or a few sentences."""

from __future__ import annotations

from generators.grids import table
from heshu.schemas.document import Block, Paragraph
from heshu.schemas.finding import Finding

from .reading import checked, document

TITLE = "云陵县水利局2022年度项目支出绩效自评报告"
SIGNED = ("云陵县水利局", "2023年3月10日")

FUND_HEAD = "| 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |"
INDICATOR_HEAD = (
    "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析 |"
)


def found(rule: str, *blocks: str | Block) -> list[Finding]:
    """What a rule says of a report with these paragraphs and tables."""
    made = [Paragraph(block) if isinstance(block, str) else block for block in blocks]
    reports = checked(document(*made))
    return [finding for report in reports for finding in report.findings if finding.rule == rule]


def told(rule: str, *blocks: str | Block) -> list[str]:
    """The same as ``verdict statement``."""
    return [f"{one.verdict} {one.statement}" for one in found(rule, *blocks)]


def prose(rule: str, *lines: str) -> list[str]:
    """What a rule says of a signed report with these lines."""
    return told(rule, Paragraph(TITLE, type="title"), *lines, *SIGNED)


def funds(rule: str, *rows: str) -> list[str]:
    """What a rule says of a fund table with these rows."""
    return told(
        rule,
        "项目支出绩效自评表",
        "（2022年度）",
        "单位：万元",
        table("\n".join([FUND_HEAD, *rows])),
    )


def indicators(rule: str, *rows: str) -> list[str]:
    """What a rule says of an indicator table with these rows."""
    drawing = "\n".join([INDICATOR_HEAD, *rows])
    return told(rule, "项目支出绩效自评表", "（2022年度）", table(drawing))

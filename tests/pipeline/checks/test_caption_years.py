"""The year in the line over a table, where the table holds the report's own money."""

from __future__ import annotations

import pytest

from generators.grids import table
from heshu.schemas.document import Paragraph

from .small import SIGNED, TITLE, told

TOWNS = """
| 乡镇 | 全年预算数 | 全年执行数 | 执行率 |
| 云口镇 | 260.00 | 247.36 | 95.14% |
| 石桥镇 | 240.00 | 219.84 | 91.60% |
| 合计 | {} | 93.44% |
"""
OWN = "500.00 | 467.20"
"""What the sentence tells of all."""


def said(caption: str, money: str = OWN) -> list[str]:
    """The alarms of D01 for a table with this line over it."""
    lines = ("全年预算500万元，实际支出467.20万元。", Paragraph(caption, type="caption"))
    drawn = table(TOWNS.format(money).strip())
    found = told("D01", Paragraph(TITLE, type="title"), *lines, "单位：万元", drawn, *SIGNED)
    return [line for line in found if line.startswith("fail")]


@pytest.mark.parametrize(
    "caption",
    [
        "表1　2021年度渠道清淤资金支出情况表",
        "2021年渠道清淤补助资金分乡镇执行情况",
        "渠道清淤项目资金使用明细表（2021年度）",
    ],
)
def test_own_money_stands_under_the_own_year(caption: str) -> None:
    assert said(caption) == ["fail 2021 ≠ 2022"]
    assert said(caption.replace("2021", "2022")) == []


def test_money_of_another_year_stands_under_that_year() -> None:
    assert said("表1　2021年度渠道清淤资金支出情况表", "480.00 | 448.48") == []


def test_a_line_with_two_years_compares_them() -> None:
    assert said("表1　2021年度和2022年度渠道清淤资金支出情况表") == []

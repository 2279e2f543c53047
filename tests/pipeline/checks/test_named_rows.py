"""Sentences about a list of projects: its money, single projects, how many there are."""

from __future__ import annotations

import pytest

from generators.grids import table
from heshu.schemas.document import Paragraph

from .small import SIGNED, told

LIST = """
| 序号 | 项目名称 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 |
| 1 | 水库除险加固 | 312.00 | 352.00 | 341.44 | 97.00% |
| 2 | 农村供水管网改造 | 185.00 | 185.00 | 173.90 | 94.00% |
| 3 | 山洪灾害预警 | 96.00 | 96.00 | 91.20 | 95.00% |
| 4 | 河道保洁 | 80.00 | 83.00 | 83.00 | 100.00% |
| 合计 | < | 673.00 | 716.00 | 689.54 | 96.30% |
"""


def said(rule: str, *lines: str) -> list[str]:
    """What a rule says of sentences that stand over the list."""
    title = Paragraph("云陵县水利局2022年度项目绩效自评报告", type="title")
    return told(rule, title, *lines, "单位：万元", table(LIST.strip()), *SIGNED)


@pytest.mark.parametrize(
    ("line", "failing"),
    [
        ("年初预算673万元，年中水库除险加固追加40万元，全年预算761万元。", ["761 ≠ 716.00"]),
        ("全年预算716万元，实际支出698.54万元。", ["698.54 ≠ 689.54"]),
        ("全年预算716万元。其中财政拨款671万元。", []),
        ("年初预算673万元，追加43万元，全年预算716万元。", []),
    ],
)
def test_the_money_of_all_projects_is_the_one_of_the_sum_row(line: str, failing: list[str]) -> None:
    fails = [one.removeprefix("fail ") for one in said("X01", line) if one.startswith("fail")]
    assert fails == failing


def test_what_only_follows_from_a_slip_is_not_told_again() -> None:
    line = "年初预算673万元，水库除险加固追加43万元，全年预算761万元。"
    assert [one for one in said("P07", line) if one.startswith("fail")] == []


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("水库除险加固项目支出341.44万元，完成坝坡护砌1座。", "ok 341.44 = 341.44"),
        ("水库除险加固项目支出314.44万元，完成坝坡护砌1座。", "fail 314.44 ≠ 341.44"),
        ("“农村供水管网改造”全年预算185万元。", "ok 185 = 185.00"),
        ("山洪灾害预警项目实际支出92.10万元。", "fail 92.10 ≠ 91.20"),
    ],
)
def test_the_money_of_a_named_project_is_the_one_of_its_row(line: str, verdict: str) -> None:
    assert said("X01", line) == [verdict]


@pytest.mark.parametrize(
    "line",
    [
        "水库除险加固项目上年支出314.44万元。",
        "水库除险加固项目第一批支出314.44万元，用于坝坡护砌。",
        "截至6月底，水库除险加固项目支出314.44万元。",
    ],
)
def test_a_part_of_its_money_is_no_other_amount(line: str) -> None:
    assert not [one for one in said("X01", line) if one.startswith("fail")]


@pytest.mark.parametrize(
    ("line", "verdicts"),
    [
        ("纳入绩效自评的水利项目共5个。4个项目平均执行率96.5%。", ["ok 4 = 4", "fail 5 ≠ 4"]),
        ("本次开展绩效评价的项目共有5个。4个项目均按期完工。", ["ok 4 = 4", "fail 5 ≠ 4"]),
        ("全年实施水利项目共12个，其中4个项目纳入自评。", ["ok 4 = 4"]),
        ("纳入自评的项目共4个。", ["ok 4 = 4"]),
    ],
)
def test_the_projects_evaluated_are_as_many_as_the_rows(line: str, verdicts: list[str]) -> None:
    assert said("X04", line) == verdicts

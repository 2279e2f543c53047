"""Tables that are no forms: rows that add up, and rates beside their numbers."""

from __future__ import annotations

from generators.grids import table
from heshu.schemas.document import Paragraph

from .small import SIGNED, TITLE, told

TOWNS = """
| 序号 | 乡镇 | 项目数（个） | 奖补资金（元） | 已拨付（元） | 拨付率 |
| 1 | 云口镇 | 30 | 600,000.00 | 570,000.00 | 95.00% |
| 2 | 石桥镇 | 25 | 500,000.00 | 460,000.00 | 92.00% |
| 3 | 柳湾乡 | 15 | 300,000.00 | 240,000.00 | 80.00% |
| 合计 | < | 70 | 1,400,000.00 | 1,270,000.00 | 90.71% |
"""


def said(rule: str, drawing: str) -> list[str]:
    """What a rule says of a report in prose with this table."""
    drawn = table(drawing.strip())
    return told(rule, Paragraph(TITLE, type="title"), "二、资金拨付情况", drawn, *SIGNED)


def test_rows_add_up_in_every_column_that_can_be_added() -> None:
    assert said("P01", TOWNS) == [
        "ok 30 + 25 + 15 = 70",
        "ok 600,000.00 + 500,000.00 + 300,000.00 = 1,400,000.00",
        "ok 570,000.00 + 460,000.00 + 240,000.00 = 1,270,000.00",
    ]


def test_a_wrong_sum_is_told_where_another_column_adds_up() -> None:
    wrong = said("P01", TOWNS.replace("| 70 |", "| 90 |"))
    assert wrong[0] == "fail 30 + 25 + 15 = 70 ≠ 90"


def test_a_sum_that_is_far_off_alone_is_of_other_rows() -> None:
    lone = "| 乡镇 | 面积（户） |\n| 云口镇 | 30 |\n| 石桥镇 | 25 |\n| 合计 | 300 |"
    assert said("P01", lone) == []


def test_rows_that_are_parts_of_others_are_not_added() -> None:
    parts = TOWNS.replace("石桥镇", "其中：石桥镇")
    assert said("P01", parts) == []


def test_the_sum_may_stand_first() -> None:
    first = "| 乡镇 | 面积（户） |\n| 合计 | 55 |\n| 云口镇 | 30 |\n| 石桥镇 | 25 |"
    assert said("P01", first) == ["ok 30 + 25 = 55"]


def test_means_and_prices_are_not_added() -> None:
    means = "| 乡镇 | 人均收入（元） |\n| 云口镇 | 300 |\n| 石桥镇 | 250 |\n| 合计 | 275 |"
    assert said("P01", means) == []


def test_rates_come_of_the_columns_that_most_rows_show() -> None:
    assert said("F02", TOWNS) == [
        "ok 570,000.00 ÷ 600,000.00 = 95.00%",
        "ok 460,000.00 ÷ 500,000.00 = 92.00%",
        "ok 240,000.00 ÷ 300,000.00 = 80.00%",
        "ok 1,270,000.00 ÷ 1,400,000.00 = 90.71%",
    ]


def test_a_wrong_rate_is_told() -> None:
    wrong = said("F02", TOWNS.replace("92.00%", "29.00%"))
    assert wrong[1] == "fail 460,000.00 ÷ 500,000.00 = 92.00% ≠ 29.00%"


def test_shares_of_the_sum_and_growth_are_known_too() -> None:
    shares = """
| 乡镇 | 面积（户） | 占比 |
| 云口镇 | 30 | 30% |
| 石桥镇 | 25 | 52% |
| 柳湾乡 | 45 | 45% |
| 合计 | 100 | 100% |
"""
    assert "fail 25 ÷ 100 = 25.00% ≠ 52%" in said("P03", shares)
    growth = """
| 乡镇 | 本年（户） | 上年（户） | 增幅 |
| 云口镇 | 33 | 30 | 10% |
| 石桥镇 | 26 | 25 | 4% |
| 柳湾乡 | 48 | 40 | 30% |
"""
    assert "fail 48 ÷ 40 - 1 = 20% ≠ 30%" in said("P05", growth)


def test_rates_that_come_of_nothing_else_in_the_table_are_left() -> None:
    free = TOWNS.replace("95.00%", "61.00%").replace("92.00%", "62.00%").replace("80.00%", "63%")
    assert said("F02", free) == said("P04", free) == []


LEFT = """
| 序号 | 乡镇 | 任务（户） | 已改造（户） | 剩余（户） |
| 1 | 云口镇 | 62 | 60 | 2 |
| 2 | 石桥镇 | 150 | 147 | 3 |
| 3 | 柳湾乡 | 240 | 204 | 36 |
| 合计 | < | 452 | 411 | 41 |
"""


def test_what_is_left_is_the_difference_that_most_rows_show() -> None:
    assert said("F06", LEFT)[:2] == ["ok 62 - 60 = 2", "ok 150 - 147 = 3"]
    wrong = said("F06", LEFT.replace("| 36 |", "| 46 |"))
    assert wrong[2:3] == ["fail 240 - 204 = 36 ≠ 46"]


def test_what_is_left_of_something_else_is_no_difference() -> None:
    assert said("F06", LEFT.replace("| 2 |\n", "| 5 |\n").replace("| 3 |\n", "| 8 |\n")) == []


def test_a_column_of_changes_is_the_difference_of_two_years() -> None:
    years = """
| 类别 | 2022年（人） | 2021年（人） | 增减（人） |
| 就诊 | 520 | 480 | 40 |
| 住院 | 96 | 91 | 5 |
| 体检 | 240 | 200 | 50 |
"""
    lines = said("P07", years)
    assert lines == ["ok 520 - 480 = 40", "ok 96 - 91 = 5", "fail 240 - 200 = 40 ≠ 50"]


SPENDING = """
| 支出项目 | 年初预算数（元） | 调整预算数（元） | 决算数（元） |
| 基本支出 | 780.00 | 812.00 | 801.50 |
| 其中：人员经费 | 640.00 | 662.00 | 655.30 |
| 公用经费 | 140.00 | 150.00 | 146.20 |
| 项目支出 | 1,320.00 | 1,508.00 | 1,466.40 |
| 合计 | 2,100.00 | 2,320.00 | 2,267.90 |
"""


def test_rows_told_in_parts_add_up_on_both_levels() -> None:
    assert said("P01", SPENDING) == [
        "ok 640.00 + 140.00 = 780.00",
        "ok 662.00 + 150.00 = 812.00",
        "ok 655.30 + 146.20 = 801.50",
        "ok 780.00 + 1,320.00 = 2,100.00",
        "ok 812.00 + 1,508.00 = 2,320.00",
        "ok 801.50 + 1,466.40 = 2,267.90",
    ]


def test_what_does_not_add_up_beside_columns_that_do_is_told() -> None:
    part = said("P01", SPENDING.replace("146.20", "164.20"))
    assert "fail 655.30 + 164.20 = 819.50 ≠ 801.50" in part
    whole = said("P01", SPENDING.replace("2,267.90", "2,276.90"))
    assert "fail 801.50 + 1,466.40 = 2,267.90 ≠ 2,276.90" in whole


def test_parts_that_are_not_all_told_say_nothing() -> None:
    some = SPENDING.replace("| 公用经费 | 140.00 | 150.00 | 146.20 |\n", "")
    assert said("P01", some) == []


def test_parts_may_stand_right_under_the_sum() -> None:
    first = """
| 类别 | 面积（户） | 奖补（元） |
| 合计 | 55 | 610 |
| 其中：云口镇 | 30 | 330 |
| 石桥镇 | 25 | 208 |
"""
    assert said("P01", first) == ["ok 30 + 25 = 55", "fail 330 + 208 = 538 ≠ 610"]

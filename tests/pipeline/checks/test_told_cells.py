"""Numbers told of a row by its label, against the table."""

from __future__ import annotations

import pytest

from generators.grids import table
from heshu.schemas.document import Paragraph

from .small import SIGNED, TITLE, told

TOWNS = """
| 序号 | 乡镇 | 清淤长度（公里） | 受益人口（人） | 下达资金（万元） | 支出资金（万元） |
| 1 | 云口镇 | 31.26 | 8,452 | 312.60 | 305.42 |
| 2 | 石桥镇 | 24.80 | 6,917 | 248.00 | 239.18 |
| 3 | 柳湾乡 | 18.35 | 4,208 | 183.50 | 183.50 |
| 合计 | < | 74.41 | 19,577 | 744.10 | 728.10 |
"""


def said(rule: str, *lines: str) -> list[str]:
    """What a rule says of sentences under the table."""
    drawn = table(TOWNS.strip())
    return told(rule, Paragraph(TITLE, type="title"), "资金分配情况表", drawn, *lines, *SIGNED)


@pytest.mark.parametrize(
    ("rule", "line", "verdict"),
    [
        ("X01", "其中云口镇下达资金312.6万元。", "ok 312.6 = 312.60"),
        ("X01", "石桥镇实际支出293.18万元，进度较快。", "fail 293.18 ≠ 239.18"),
        ("X01", "安排云口镇321.60万元，用于主渠清淤。", "fail 321.60 ≠ 312.60"),
        ("X05", "柳湾乡受益群众4,280人。", "fail 4,280 ≠ 4,208"),
        ("X05", "云口镇完成渠道清淤32.16公里。", "fail 32.16 ≠ 31.26"),
    ],
)
def test_a_number_of_a_row_is_one_of_its_cells(rule: str, line: str, verdict: str) -> None:
    assert said(rule, line) == [verdict]


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("X01", "云口镇、石桥镇分别下达资金312.60万元、284.00万元。"),
        ("X01", "云口镇上年下达资金321.60万元。"),
        ("X01", "云口镇与石桥镇合计支出293.18万元。"),
        ("X05", "柳湾乡计划清淤13.85公里，受益群众5,100人。"),
        ("X05", "青山镇受益群众4,280人。"),
    ],
)
def test_another_number_is_of_another_thing(rule: str, line: str) -> None:
    assert not [one for one in said(rule, line) if one.startswith("fail")]


USES = """
| 用途 | 预算数（万元） | 支出数（万元） | 批次（个） |
| 公用经费 | 120.00 | 118.40 | 12 |
| 公用经费补助 | 248.00 | 239.18 | 8 |
| 合计 | 368.00 | 357.58 | 20 |
"""


def test_of_two_labels_the_longer_one_is_meant() -> None:
    drawn = table(USES.strip())
    text = "公用经费补助支出293.18万元。"
    found = told("X01", Paragraph(TITLE, type="title"), "资金使用表", drawn, text, *SIGNED)
    assert found == ["fail 293.18 ≠ 239.18"]


def test_a_number_is_of_the_row_named_before_itself_and_not_before_its_digits() -> None:
    both = "云口镇受益产值1239.18万元和石桥镇支出239.18万元。"
    assert said("X01", both) == ["ok 239.18 = 239.18"]

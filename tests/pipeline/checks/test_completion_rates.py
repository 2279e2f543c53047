"""The column 完成率 of an indicator table, held to result and target of each row."""

from __future__ import annotations

import pytest

from generators.grids import table

from .small import told

FORM = """
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 完成率 | 分值 | 得分 |
| 产出指标 | 数量指标 | 新建泵站数量 | ≥20座 | 19座 | 95% | 20 | 19 |
| 产出指标 | 数量指标 | 清淤渠道长度 | ≥80公里 | 84公里 | 105% | 20 | 20 |
| 产出指标 | 质量指标 | 工程验收合格率 | ≥95% | 98% | 100% | 10 | 10 |
| 产出指标 | 成本指标 | 每公里清淤成本 | ≤5万元 | 4万元 | 120% | 10 | 10 |
| 效益指标 | 社会效益指标 | 受益农户 | ≥1000户 | 1100户 | 110% | 30 | 30 |
| 满意度指标 | 服务对象满意度 | 农户满意度 | ≥90% | 93.6% | 104% | 10 | 10 |
"""


def said(drawing: str) -> list[str]:
    """What P04 says of a form with these rows."""
    return told("P04", "项目支出绩效自评表", "（2022年度）", table(drawing.strip()))


def test_rates_come_of_result_and_target() -> None:
    assert said(FORM) == [
        "ok 19 ÷ 20 = 95%",
        "ok 84 ÷ 80 = 105%",
        "ok 1100 ÷ 1000 = 110%",
        "ok 93.6% ÷ 90% = 104%",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ("| 95% |", "| 98% |", "fail 19 ÷ 20 = 95.00% ≠ 98%"),
        ("| 95% |", "| 100% |", "fail 19 ÷ 20 = 95.00% ≠ 100%"),
        ("| 110% |", "| 101% |", "fail 1100 ÷ 1000 = 110.00% ≠ 101%"),
    ],
)
def test_a_rate_of_other_numbers_is_told(right: str, wrong: str, line: str) -> None:
    assert line in said(FORM.replace(right, wrong))


def test_a_column_reckoned_in_another_way_is_left() -> None:
    odd = FORM.replace("95% |", "70% |").replace("105%", "90%").replace("110%", "88%")
    assert not [line for line in said(odd) if line.startswith("fail")]


def test_a_target_that_is_not_to_be_passed_has_no_one_rate() -> None:
    assert not [line for line in said(FORM.replace("120%", "80%")) if line.startswith("fail")]

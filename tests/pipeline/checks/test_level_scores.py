"""The points of first levels, in sentences, in a table of levels and in the form."""

from __future__ import annotations

import pytest

from generators.grids import table
from heshu.schemas.document import Paragraph

from .small import SIGNED, TITLE, told

LEVELS = """
| 一级指标 | 分值 | 得分 |
| 决策 | 20 | 18.5 |
| 过程 | 20 | 16.4 |
| 产出 | 35 | 33 |
| 效益 | 25 | 22.1 |
| 合计 | 100 | 90 |
"""
FORM = """
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 产出指标 | 数量指标 | 修复渠道长度 | ≥120公里 | 128公里 | 30 | 30 |
| ^ | 质量指标 | 工程验收合格率 | ≥95% | 93.1% | 30 | 29.4 |
| 效益指标 | 社会效益指标 | 改善灌溉面积 | ≥2万亩 | 2.13万亩 | 30 | 30 |
| 满意度指标 | 满意度指标 | 群众满意度 | ≥90% | 93% | 10 | 9.5 |
| 总分 | < | < | < | < | 100 | 98.9 |
"""


def said(rule: str, drawing: str, line: str, verdict: str = "fail") -> list[str]:
    """What a rule says of a sentence beside a table."""
    title = Paragraph(TITLE, type="title")
    found = told(rule, title, line, "得分情况表", table(drawing.strip()), *SIGNED)
    return [one for one in found if one.startswith(verdict)]


@pytest.mark.parametrize(
    "line",
    [
        "过程类指标满分20分，得分14.6分。",
        "过程指标（20分）得14.6分，扣分较多。",
        "过程部分分值20分，得分14.6分。",
    ],
)
def test_the_score_of_a_level_is_the_one_of_its_row(line: str) -> None:
    assert said("X03", LEVELS, line) == ["fail 14.6 ≠ 16.4"]
    assert said("X03", LEVELS, line.replace("14.6", "16.4")) == []


@pytest.mark.parametrize(
    "line", ["过程类指标扣3.6分。", "上年度过程类指标得分15.2分。", "过程类指标中制度执行得分2分。"]
)
def test_other_points_are_not_the_score_of_the_level(line: str) -> None:
    assert said("X03", LEVELS, line) == []


@pytest.mark.parametrize(
    ("line", "rule", "failing"),
    [
        ("产出指标60分，自评得分59.4分。", "S06", []),
        ("产出指标60分，自评得分54.9分。", "S06", ["fail 30 + 29.4 = 59.4 ≠ 54.9"]),
        ("产出指标满分60分，得分59.4分。", "S02", []),
        ("产出指标满分50分，得分59.4分。", "S02", ["fail 30 + 30 = 60 ≠ 50"]),
        ("效益指标30分，得30分；满意度指标10分，得9.5分。", "S06", []),
    ],
)
def test_rows_of_a_form_add_up_to_what_is_told(line: str, rule: str, failing: list[str]) -> None:
    assert said(rule, FORM, line) == failing


@pytest.mark.parametrize(
    ("line", "failing"),
    [
        ("工程验收合格率指标得28.4分，扣1.6分。", ["fail 28.4 ≠ 29.4"]),
        ("工程验收合格率指标分值30分，得29.4分。", []),
        ("工程验收合格率指标扣0.6分。", []),
        ("群众满意度指标得8分，主要是宣传不够。", ["fail 8 ≠ 9.5"]),
        ("上年度群众满意度指标得8分。", []),
    ],
)
def test_the_score_of_an_indicator_is_the_one_of_its_row(line: str, failing: list[str]) -> None:
    assert said("X03", FORM, line) == failing


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("分值20分，得分14.6分。资金支付手续齐全。", ["fail 14.6 ≠ 16.4"]),
        ("该部分满分20分，实际得分14.6分。", ["fail 14.6 ≠ 16.4"]),
        ("得分14.6分，主要是资料不全。", ["fail 14.6 ≠ 16.4"]),
        ("分值20分，得分16.4分。", []),
        ("资金使用合规，得分4分。", []),
        ("分值20分，扣3.6分。", []),
        ("资金管理分值8分，得分6分。", []),
    ],
)
def test_a_paragraph_may_open_with_the_score_of_its_heading(line: str, lines: list[str]) -> None:
    title = Paragraph(TITLE, type="title")
    levels = table(LEVELS.strip())
    under = ("二、指标分析", "（一）决策指标", "立项规范。", "（二）过程指标", line)
    found = told("X03", title, "一、得分情况", levels, *under, *SIGNED)
    assert [one for one in found if one.startswith("fail")] == lines

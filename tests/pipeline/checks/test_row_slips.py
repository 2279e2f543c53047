"""Results of the indicator table told in other words, or in the cell of results."""

from __future__ import annotations

import pytest

from generators.grids import table
from heshu.schemas.document import Paragraph

from .small import SIGNED, TITLE, told

FORM = """
| 年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < |
| ^ | 修复渠道120公里以上。 | < | < | 修复渠道{}公里。 | < | < |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 产出指标 | 数量指标 | 修复渠道长度 | ≥120公里 | 128公里 | 40 | 40 |
| 产出指标 | 数量指标 | 节水宣传覆盖人次 | ≥3万人次 | 3.7万人次 | 20 | 20 |
| 效益指标 | 社会效益指标 | 改善灌溉面积 | ≥2万亩 | 2.13万亩 | 40 | 40 |
"""


def said(rule: str, *lines: str, done: str = "128") -> list[str]:
    """What a rule says of sentences and of the cell of results."""
    form = table(FORM.format(done).strip())
    title = Paragraph(TITLE, type="title")
    found = told(rule, title, *lines, *SIGNED, "项目支出绩效自评表", "（2022年度）", form)
    return [line for line in found if line.startswith("fail")]


@pytest.mark.parametrize(
    "line",
    [
        "开展节水进校园等宣传31场，覆盖群众7.3万人次。",
        "全年节水宣传活动31场次，累计覆盖各类人员7.3万人次。",
        "通过进村入户宣传节水知识，覆盖7.3万人次。",
    ],
)
def test_a_result_in_other_words_is_told_where_two_digits_changed_places(line: str) -> None:
    assert said("X05", line) == ["fail 7.3 ≠ 3.7"]


@pytest.mark.parametrize(
    "line",
    [
        "开展节水进校园等宣传31场，覆盖群众5.2万人次。",
        "上年节水宣传覆盖群众7.3万人次。",
        "组织义务劳动，参与群众7.3万人次。",
        "节水宣传覆盖3.7万人次，其他宣传覆盖节水农户7.3万人次。",
    ],
)
def test_another_number_is_of_another_thing(line: str) -> None:
    assert said("X05", line) == []


def test_the_cell_of_results_is_held_to_the_row_whatever_sentences_say() -> None:
    line = "全年修复渠道128公里。"
    assert said("S14", line) == said("S14") == []
    assert said("S14", line, done="182") == ["fail 182 ≠ 128"]
    assert said("X05", line, done="182") == []

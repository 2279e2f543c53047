"""Tables of groups' scores in reports of prose: their sums, and the total told in words."""

from __future__ import annotations

from generators.grids import table
from heshu.schemas.document import Paragraph

from .small import SIGNED, TITLE, told

GROUPS = """
| 一级指标 | 权重（分） | 得分（分） | 得分率 |
| 项目决策 | 20 | 19 | 95% |
| 项目过程 | 20 | 18 | 90% |
| 项目产出 | 35 | 33.5 | 95.71% |
| 项目效益 | 25 | 22.5 | 90% |
| 合计 | 100 | 93 | 93% |
"""


def said(rule: str, groups: str = GROUPS, score: str = "93") -> list[str]:
    """What a rule says of a report with this table, whose text tells this total."""
    sentence = f"经综合评价，项目综合得分{score}分，评价等级为“优”。"
    drawn = table(groups.strip())
    return told(rule, Paragraph(TITLE, type="title"), "三、评价结论", sentence, drawn, *SIGNED)


def test_scores_and_weights_of_the_groups_add_up() -> None:
    assert said("S06") == ["ok 19 + 18 + 33.5 + 22.5 = 93"]
    assert said("S01") == ["ok 20 + 20 + 35 + 25 = 100"]
    assert said("X03") == ["ok 93 = 93"]


def test_a_wrong_total_is_told_against_the_rows_and_the_text() -> None:
    wrong = GROUPS.replace("| 93 |", "| 94 |")
    assert said("S06", wrong) == ["fail 19 + 18 + 33.5 + 22.5 = 93.0 ≠ 94"]
    assert said("X03", wrong) == ["fail 93 ≠ 94"]


def test_a_wrong_weight_is_told() -> None:
    assert said("S01", GROUPS.replace("| 35 |", "| 36 |"))[0].startswith("fail")


def test_a_table_of_two_levels_is_left() -> None:
    rows = GROUPS.replace("| 项目过程", "| 立项 | 20 | 19 | 95% |\n| 项目过程")
    assert said("S06", rows) == said("S01", rows) == []


def test_the_total_may_be_told_as_the_score_of_the_project() -> None:
    sentence = "经综合评价，该项目得分为{}分。"
    for score, line in (("93", "ok 93 = 93"), ("95", "fail 95 ≠ 93")):
        blocks = ("三、评价结论", sentence.format(score), table(GROUPS.strip()), *SIGNED)
        assert told("X03", Paragraph(TITLE, type="title"), *blocks) == [line]

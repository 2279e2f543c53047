"""Scores that sentences tell group by group, against their total and the full score."""

from __future__ import annotations

import pytest

from relations import findings

_GROUPS = {
    "weighed": "决策指标满分20分，得19分；过程指标满分20分，得{}分；"
    "产出指标满分30分，得28分；效益指标满分30分，得28分。",
    "bracketed": "具体来看，决策（20分）得19分，过程（20分）得{}分，"
    "产出（30分）得28分，效益（30分）得28分。",
    "behind": "决策19分（满分20分），过程{}分（满分20分），"
    "产出28分（满分30分），效益28分（满分30分）。",
    "bare": "各部分得分为：决策19分、过程{}分、产出28分、效益28分。",
}


def told(rule: str, text: str) -> list[str]:
    return [f"{one.verdict} {one.statement}" for one in findings(text) if one.rule == rule]


@pytest.mark.parametrize("groups", _GROUPS.values(), ids=_GROUPS)
def test_the_scores_of_all_groups_add_to_the_total(groups: str) -> None:
    text = "项目综合自评得分94.2分。" + groups
    assert told("S06", text.format("19.2")) == ["ok 19 + 19.2 + 28 + 28 = 94.2"]
    assert told("S06", text.format("18.2")) == ["fail 19 + 18.2 + 28 + 28 = 93.2 ≠ 94.2"]


def test_a_total_that_comes_last_is_one_too() -> None:
    text = "决策指标得19分；过程指标得18.2分；产出指标得28分；效益指标得28分；合计得分{}分。"
    assert told("S06", text.format("93.2")) == ["ok 19 + 18.2 + 28 + 28 = 93.2"]
    assert told("S06", text.format("94.2"))[0].startswith("fail")


def test_the_weights_of_all_groups_add_to_the_full_score() -> None:
    text = "综合自评得分94.2分。" + _GROUPS["weighed"].format("19.2")
    assert told("S01", text) == ["ok 20 + 20 + 30 + 30 = 100"]
    assert told("S01", text.replace("满分30", "满分31")) == ["fail 20 + 20 + 31 + 31 = 102 ≠ 100"]


@pytest.mark.parametrize(
    "text",
    [
        "综合自评得分94.2分。决策指标得19分；过程指标得18.2分；产出指标得28分。",
        "综合自评得分94.2分。立项依据满分5分，得5分；预算编制满分5分，得4分；目标设置满分5分，得4分。",
        "综合自评得分94.2分。指标分值为决策20分、过程20分、产出30分、效益30分。",
        "综合自评得分94.2分。决策扣1分；过程扣1.8分；产出扣2分；效益扣2分。",
    ],
)
def test_some_groups_or_lost_points_are_no_sum(text: str) -> None:
    assert told("S06", text) == []


def test_groups_behind_of_which_are_told_once() -> None:
    text = "项目得分{}分。其中：决策19分；过程19.2分；产出28分；效益28分。"
    assert told("S06", text.format("94.2")) == ["ok 19 + 19.2 + 28 + 28 = 94.2"]
    assert told("S06", text.format("93.2")) == ["fail 19 + 19.2 + 28 + 28 = 94.2 ≠ 93.2"]
    assert told("P01", text.format("93.2")) == []


_IN_TURN = (
    "按决策15分、过程25分、产出30分、效益30分赋权，分别得14分、24分、29分、{}分，总分94.5分。",
    "决策、过程、产出、效益的分值为15分、25分、30分、30分，得分依次为14分、24分、29分、{}分，"
    "自评总分94.5分。",
    "决策占15分，过程占25分，产出占30分，效益占30分；四项各得14分、24分、29分、{}分，"
    "合计得分94.5分。",
    "指标权重为决策15分、过程25分、产出30分、效益30分。对照打分，四项依次得14分、24分、29分、{}分，"
    "最终得分94.5分。",
)


@pytest.mark.parametrize("text", _IN_TURN)
def test_scores_are_told_in_turn_behind_all_weights(text: str) -> None:
    assert told("S06", text.format("27.5")) == ["ok 14 + 24 + 29 + 27.5 = 94.5"]
    assert told("S06", text.format("26.5")) == ["fail 14 + 24 + 29 + 26.5 = 93.5 ≠ 94.5"]
    assert told("S01", text.format("27.5")) == ["ok 15 + 25 + 30 + 30 = 100"]


def test_scores_behind_some_of_the_weights_are_no_sum() -> None:
    text = "评分表中产出30分、效益30分、其他20分，分别得28分、27分、19分，总分93分。"
    assert told("S06", text) == []

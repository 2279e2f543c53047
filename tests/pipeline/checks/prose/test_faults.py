"""Sentences made from facts, one number of them changed: the right rule finds it, alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from relations import findings, raised

Fault = tuple[str, str]
"""The sentence with the fault, and the rule that has to find it."""


@dataclass(frozen=True)
class Story:
    """A way of telling facts: the true sentence, and one with a changed number."""

    rules: tuple[str, ...]
    tell: Callable[[random.Random], tuple[str, str]]


def parts(draw: random.Random) -> tuple[str, str]:
    kinds = draw.choice([("城区", "农村"), ("行政村", "社区"), ("雨水", "污水"), ("新建", "改建")])
    thing = draw.choice(["道路", "管网", "公厕", "站点"])
    unit = {"道路": "公里", "管网": "公里", "公厕": "座", "站点": "个"}[thing]
    one, two = draw.randrange(30, 90), draw.randrange(100, 400)
    wrong = two + draw.choice([-20, -10, 10, 20])
    head = f"全年完成{thing}{one + two}{unit}，其中{kinds[0]}{thing}{one}{unit}、{kinds[1]}{thing}"
    return f"{head}{two}{unit}。", f"{head}{wrong}{unit}。"


def rest(draw: random.Random) -> tuple[str, str]:
    numbers = [draw.randrange(50, 900) for _ in range(3)]
    head = f"受理事项{sum(numbers)}件，其中咨询类{numbers[0]}件、投诉类{numbers[1]}件、其他"
    return f"{head}{numbers[2]}件。", f"{head}{numbers[2] + draw.choice([-7, 9, 30])}件。"


def levels_of_money(draw: random.Random) -> tuple[str, str]:
    money = [draw.randrange(2000, 9000) / 10 for _ in range(3)]
    head = f"项目总投资{sum(money):.1f}万元（其中：中央{money[0]}万元、省级{money[1]}万元、县级"
    return f"{head}{money[2]}万元）。", f"{head}{money[2] + draw.choice([-9, 9, 90]):.1f}万元）。"


def staff(draw: random.Random) -> tuple[str, str]:
    one, two = draw.randrange(10, 40), draw.randrange(41, 90)
    head = f"核定编制{one + two}名，其中行政编制{one}名、事业编制"
    return f"{head}{two}名。", f"{head}{two - draw.randrange(1, 6)}名。"


def growth(draw: random.Random) -> tuple[str, str]:
    old, rate = draw.randrange(2000, 9000) / 10, draw.randrange(30, 200) / 10
    new = round(old * (1 + rate / 100), 1)
    told = round((new / old - 1) * 100, 1)
    head = f"工业总产值完成{new}亿元，比上年的{old}亿元增长"
    return f"{head}{told}%。", f"{head}{told + draw.choice([1.1, 2, 5]):.1f}%。"


def increment(draw: random.Random) -> tuple[str, str]:
    now, less = draw.randrange(200, 900) / 10, draw.randrange(10, 90) / 10
    told = round(less / (now + less) * 100, 2)
    head = f"公务接待费支出{now}万元，比上年减少{less}万元，下降"
    return f"{head}{told}%。", f"{head}{told + draw.choice([1.5, 3, 10]):.2f}%。"


def points(draw: random.Random) -> tuple[str, str]:
    old, more = draw.randrange(500, 800) / 10, draw.randrange(10, 150) / 10
    head = f"垃圾回收利用率由{old}%提高到{old + more:.1f}%，提高"
    return f"{head}{more}个百分点。", f"{head}{more + 1.3:.1f}个百分点。"


def turnout(draw: random.Random) -> tuple[str, str]:
    sent = draw.randrange(300, 900)
    back = sent - draw.randrange(10, 90)
    told = round(back / sent * 100, 1)
    head = f"发放调查问卷{sent}份，回收有效问卷{back}份，有效回收率为"
    return f"{head}{told}%。", f"{head}{told - draw.choice([1.2, 3.4, 10]):.1f}%。"


def completed(draw: random.Random) -> tuple[str, str]:
    budget = draw.randrange(2000, 9000) / 10
    spent = round(budget * draw.randrange(70, 99) / 100, 1)
    told = round(spent / budget * 100, 1)
    head = f"培训费支出{spent}万元，完成全年预算{budget}万元的"
    return f"{head}{told}%。", f"{head}{told - draw.choice([1.2, 5, 9]):.1f}%。"


def average(draw: random.Random) -> tuple[str, str]:
    homes, each = draw.randrange(200, 900), draw.randrange(8, 30) * 100
    head = f"为{homes}户农户发放补贴{homes * each / 10000:g}万元，户均"
    return f"{head}{each}元。", f"{head}{each + draw.choice([100, 200])}元。"


def bracketed(draw: random.Random) -> tuple[str, str]:
    names = draw.sample(["东湖公园", "西山公园", "南岭公园", "北桥公园", "中和公园"], 4)
    listed = "、".join(names)
    return f"新建口袋公园4个（{listed}）。", f"新建口袋公园{draw.choice([3, 5, 6])}个（{listed}）。"


def adjusted(draw: random.Random) -> tuple[str, str]:
    initial, more = draw.randrange(3000, 9000) / 10, draw.randrange(100, 900) / 10
    head = f"年初预算{initial}万元，年中追加{more}万元，全年预算数"
    return f"{head}{initial + more:.1f}万元。", f"{head}{initial + more + 9:.1f}万元。"


STORIES = [
    Story(("P01",), parts),
    Story(("P01",), rest),
    Story(("P01",), levels_of_money),
    Story(("P28",), staff),
    Story(("P05",), growth),
    Story(("P06",), increment),
    Story(("P19",), points),
    Story(("P03",), turnout),
    Story(("P04",), completed),
    Story(("P13",), average),
    Story(("P10",), bracketed),
    Story(("P07",), adjusted),
]
TURNS = 8


def cases() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every story told several times, each with other numbers."""
    for story in STORIES:
        draw = random.Random(story.tell.__name__)
        for _ in range(TURNS):
            yield (*story.tell(draw), story.rules)


@pytest.mark.parametrize(("true", "false", "rules"), list(cases()))
def test_one_changed_number_is_found_and_nothing_else(
    true: str, false: str, rules: tuple[str, ...]
) -> None:
    told = [one for one in findings(true) if one.rule in rules]
    assert told
    assert raised(told) == []
    assert raised(findings(true)) == []
    assert {one.rule for one in raised(findings(false))} == set(rules)

"""Reports in prose that are in order, each made of stories drawn by lot."""

from __future__ import annotations

from collections.abc import Callable

from generators.form_facts import facts

from . import amounts, changes, parts, people, spending
from .draw import Draw
from .marked import Planted, written

Story = Callable[[Draw], str]

DONE: tuple[Story, ...] = (*parts.STORIES, *changes.STORIES, *amounts.STORIES)
"""What a report tells of results; each once in a report, so that none speaks of another."""

_DONE_IN_ONE = 5


def report_in_prose(seed: int) -> Planted:
    """The report of this seed: money, staff and five of the results."""
    draw = Draw(f"prose {seed}")
    money, staff = draw.choice(spending.STORIES), draw.choice(people.STORIES)
    first = seed * _DONE_IN_ONE
    done = [DONE[at % len(DONE)] for at in range(first, first + _DONE_IN_ONE)]
    unit = draw.choice(facts()["places"]) + draw.choice(facts()["bodies"])
    text = f"""
# {unit}{draw.year}年度项目支出绩效自评报告
一、项目基本情况
{money(draw)}
{staff(draw)}
二、绩效目标完成情况
{chr(10).join(story(draw) for story in done)}
{unit}
{draw.year + 1}年6月20日
"""
    return written(text, draw.marks)

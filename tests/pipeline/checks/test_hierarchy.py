"""C07: what the counties of a city tell of themselves is no more than the city's whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heshu.pipeline.checks.engine import compare
from heshu.schemas.document import Paragraph
from heshu.schemas.report import Report

from .reading import checked, document


def told(*reports: tuple[str, str]) -> list[str]:
    """What C07 says of reports of these units with these sentences."""
    made: list[Report] = []
    for number, (unit, sentence) in enumerate(reports):
        lines = (
            f"{unit}2023年度农村供水项目绩效自评报告",
            "一、绩效目标完成情况",
            sentence,
            unit,
            "2024年3月10日",
        )
        blocks = (Paragraph(lines[0], type="title"), *map(Paragraph, lines[1:]))
        made += checked(replace(document(*blocks), doc_id=f"{number:016}"))
    found = (one for one in compare(made) if one.rule == "C07")
    return [f"{one.verdict} {one.statement}" for one in found]


CITY = ("云屏市水务局", "全市新建水厂10座。")


@pytest.mark.parametrize(
    ("counties", "line"),
    [((3, 4), "ok 3 + 4 ≤ 10"), ((7, 4), "fail 7 + 4 > 10"), ((12,), "fail 12 > 10")],
)
def test_counties_together_are_at_most_the_city(counties: tuple[int, ...], line: str) -> None:
    names = ("青禾区", "石溪县")
    own = [
        (f"云屏市{name}水务局", f"全{name[-1]}新建水厂{count}座。")
        for name, count in zip(names, counties, strict=False)
    ]
    assert told(CITY, *own) == [line]


@pytest.mark.parametrize(
    "other",
    [
        ("江安市白塔区水务局", "全区新建水厂30座。"),
        ("白塔区水务局", "全区新建水厂30座。"),
        ("云屏市青禾区水务局", "新建水厂30座。"),
        ("云屏市青禾区水务局", "全区改造泵站30座。"),
        ("云屏市青禾区水务局", "全区新建水厂30座。全区新建水厂31座。"),
        ("云屏市青禾区水务局", "计划全区新建水厂30座。"),
    ],
)
def test_what_is_not_surely_part_of_the_city_is_not_compared(other: tuple[str, str]) -> None:
    assert told(CITY, other) == []

"""Dates and periods; more of them stand in the corpus."""

from __future__ import annotations

from datetime import date

import pytest

from heshu.extractors.text.calendar import find_dates
from heshu.extractors.text.fold import fold


def _days(text: str, year: int | None = None) -> list[tuple[date | None, date | None]]:
    return [(one.first, one.last) for one in find_dates(fold(text), year)]


def test_a_month_without_a_year_belongs_to_the_year_named_before():
    assert _days("2023年2月6日布置，3月验收", 2022)[1] == (date(2023, 3, 1), date(2023, 3, 31))


def test_a_month_without_a_year_belongs_to_the_report():
    assert _days("8月完成", 2021) == [(date(2021, 8, 1), date(2021, 8, 31))]


@pytest.mark.parametrize("text", ["2.7月暴雨", "泵站少建1座;2.7月暴雨", "原因:12.7月暴雨"])
def test_a_month_behind_the_mark_of_a_list(text: str):
    (span,) = find_dates(text, 2022)
    assert (span.first, span.last) == (date(2022, 7, 1), date(2022, 7, 31))


def test_a_month_without_any_year_has_no_days():
    assert _days("1—12月") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2022年启动，次年3月完工", date(2023, 3, 1)),
        ("2022年启动，上年3月立项", date(2021, 3, 1)),
        ("2022年启动，当年3月完工", date(2022, 3, 1)),
    ],
)
def test_years_told_by_another(text: str, first: date):
    assert _days(text)[1][0] == first


def test_february_of_a_leap_year():
    assert _days("2024年2月") == [(date(2024, 2, 1), date(2024, 2, 29))]


def test_a_day_that_no_calendar_has_is_seen_without_its_days():
    assert _days("2023年2月30日") == [(None, None)]


def test_months_over_the_end_of_a_year():
    assert _days("2022年11月至2月") == [(date(2022, 11, 1), date(2023, 2, 28))]


@pytest.mark.parametrize(
    "text",
    [
        "2019万美元",
        "2020元",
        "三个月",
        "12个月",
        "第12次",
        "20230320",
        "T2022年会",
        "80年代",
        "1月龄",
    ],
)
def test_no_date(text: str):
    assert _days(text, 2022) == []

"""Dates and periods as officials write them, found in folded text.

Days (2023年3月14日, 2022.12.31, 二〇二二年十二月三十一日), months, years, halves, quarters, plan
periods (“十四五”期间) and ranges of months and years, each with its first and last day. Two
whole days joined by 至 are two dates.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ...schemas.figure import Grain
from .numerals import read_digits, read_integer

_S = r"\s{0,2}"
_YEAR4 = r"(?:19|20)\d\d"
_YEAR = rf"(?:{_YEAR4}|[一二][〇零0一二三四五六七八九]{{3}}|[012]\d(?=年(?:度|[底末]|\d{{1,2}}月)))"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = rf"{_S}(?:-{{1,2}}|~|至|到){_S}"
_OF_YEAR = rf"(?:(?P<y1>{_YEAR}){_S}年度?{_S})?"
_NO_MONTH = "(?![龄薪均租子票嫂历饼供三])"


class DateSpan(NamedTuple):
    """A date or period at ``start:end`` of the text, from its first to its last day.

    ``first`` and ``last`` are null where no year is known or the calendar has no such day.
    """

    start: int
    end: int
    grain: Grain
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of writing a date; its groups name year, month and day, first and last."""

    grain: Grain
    mark: str
    pattern: re.Pattern[str]


_WORDED = rf"(?:(?P<y1>{_YEAR}){_S}年{_S})?(?P<m1>{_MONTH}){_S}月{_S}(?P<d1>{_DAY}){_S}[日号]"
_WRITTEN: tuple[tuple[Grain, str, str], ...] = (
    ("range", "月", rf"{_WORDED.removesuffix('[日号]')}[日号]?{_TO}(?P<d2>{_DAY}){_S}[日号]"),
    (
        "day",
        "",
        rf"(?P<y1>{_YEAR4})(?P<sign>[./-])(?P<m1>1[0-2]|0?[1-9])(?P=sign)"
        r"(?P<d1>3[01]|[12]\d|0?[1-9])(?!\d)",
    ),
    ("day", "月", _WORDED),
    (
        "range",
        "月",
        rf"{_OF_YEAR}(?P<m1>{_MONTH}){_S}(?:月份?)?{_TO}"
        rf"(?:(?P<y2>{_YEAR}){_S}年{_S})?(?P<m2>{_MONTH}){_S}月份?{_NO_MONTH}",
    ),
    ("range", "旬", rf"{_OF_YEAR}(?P<m1>{_MONTH}){_S}月份?(?P<tenth>[上中下])旬"),
    ("month", "月", rf"{_OF_YEAR}(?P<m1>{_MONTH}){_S}月(?!一)(?:份|[底末初])?{_NO_MONTH}"),
    (
        "range",
        "",
        rf"(?P<y1>{_YEAR4})[./](?P<m1>1[0-2]|0?[1-9]){_TO}"
        rf"(?P<y2>{_YEAR4})[./](?P<m2>1[0-2]|0?[1-9])(?![\d.])",
    ),
    ("month", "", rf"(?P<y1>{_YEAR4})[./-](?P<m1>1[0-2]|0[1-9])(?=\s*(?:$|[)),，;；、。]))"),
    (
        "range",
        "季",
        rf"{_OF_YEAR}第?(?P<q1>[一二三1-3])(?:季度)?{_TO}第?(?P<q2>[二三四2-4])个?季度",
    ),
    (
        "range",
        "季",
        rf"{_OF_YEAR}(?:第|(?<=[年度]))(?=一[、和]二|二[、和]三|三[、和]四|1[、和]2|2[、和]3|3[、和]4)"
        r"(?P<q1>.).(?P<q2>.)季度",
    ),
    ("range", "季", rf"{_OF_YEAR}前(?P<q2>[二两三23])个?季度"),
    ("range", "季", rf"{_OF_YEAR}第?(?P<q1>[一二三四1-4])季度"),
    ("range", "半", rf"{_OF_YEAR}(?P<half>[上下])半年"),
    ("range", "年", rf"(?P<y1>{_YEAR}){_S}(?:年度?)?{_TO}(?P<y2>{_YEAR}){_S}(?:年度?|学年)"),
    ("range", "五", "[“\"‘']?十(?P<plan>[一二三四五六])五[”\"’']?(?:规划)?(?:期间|时期|以来)"),
    ("day", "年", rf"(?P<y1>{_YEAR}){_S}年{_S}年?(?P<edge>[底末])"),
    ("year", "年", rf"(?P<y1>{_YEAR}){_S}年度?(?!代)"),
    (
        "year",
        "",
        rf"(?P<y1>{_YEAR4})(?=(?:、{_YEAR4})*[、和及与]{_YEAR4}{_S}[两三]?年|[两三]年|财年|学年)",
    ),
)
"""Each with a character that stands in whatever it matches, where there is one."""
_FORMS = tuple(_Form(grain, mark, re.compile(pattern)) for grain, mark, pattern in _WRITTEN)
_LONGEST = 48
"""No date has as many characters."""
_HINT = re.compile(r"[年月季]|十.五|(?:19|20)\d\d[./-]")
_MARKED = "|".join(rf"(?<=^{mark}.)|(?<=[。;:\n\s]{mark}.)" for mark in (r"\d\.", r"\d\d\."))
"""Behind the mark of a list, which stands at the beginning of a text or clause (2.7月)."""
_DIGITS = r"\d〇零一二三四五六七八九十"
_ANCHOR = re.compile(
    rf"[{_DIGITS}第前上下“\"‘'](?<![A-Za-z\d第].)(?:(?<!\d[.,].)|{_MARKED})"
    rf"(?:(?<=[{_DIGITS}])(?=[{_DIGITS}]{{0,3}}\s{{0,2}}[年月季、和及与至到~\-两三财学])"
    r"|(?<=\d)(?=\d{3}\s{0,2}[./])|(?<=[第前上下])|(?<=[“\"‘'])(?=十[一二三四五六]五)"
    "|(?<=十)(?=[一二三四五六]五))"
)
"""Where a date can begin: its first character comes first, for that is sought fastest."""
_NEXT_YEAR = re.compile("(?:次年|翌年|第二年)$")
_LAST_YEAR = re.compile("(?:上年|去年|上一年度?)$")
_COMPARED = re.compile(r"(?:[由较比]|相较于?|相比于?|[高低多少]于|超过|[比较](?:上年|去年)\()$")
_FROM = re.compile("[从自]$")
_STOP = re.compile("[。;]")
_DEADLINE = re.compile("[底末初]?(?:之|以)?前(?!期)")


def find_dates(folded: str, year: int | None) -> Iterator[DateSpan]:
    """Every date and period of the text, in order.

    A month or day without a year belongs to the year named last before it in the text,
    otherwise to ``year``; without either its days are null. A year that something is compared
    with (较2020年) is not carried on, nor a year to come (2024年4月前完成；) over a stop.
    """
    if not _HINT.search(folded):
        return
    end, carried, deadline = 0, year, False
    for anchor in _ANCHOR.finditer(folded):
        if anchor.start() < end:
            continue
        form, match = _form_at(folded, anchor.start())
        if form and match:
            parts, due = _numbers(match), bool(_DEADLINE.match(folded, match.end()))
            if deadline and not due and _STOP.search(folded, end, match.start()):
                carried, deadline = year or carried, False
            first, last = _days(parts, _year_of(parts, folded, match.start(), carried))
            yield DateSpan(match.start(), match.end(), form.grain, first, last)
            end, named = match.end(), parts.get("y2") or parts.get("y1")
            if named and not _is_base(form, match):
                carried, deadline = named, due


def _form_at(folded: str, start: int) -> tuple[_Form | None, re.Match[str] | None]:
    """The first form that reads a date here; nulls where none does."""
    if folded.endswith("每年", 0, start):
        return None, None
    near = folded[start : start + _LONGEST]
    for form in _FORMS:
        match = form.pattern.match(folded, start) if form.mark in near else None
        if match:
            return form, match
    return None, None


def _is_base(form: _Form, match: re.Match[str]) -> bool:
    """Whether the year is that of a number which others are compared with (由2021年的)."""
    start, end, text = match.start(), match.end(), match.string
    before = text[max(start - 4, 0) : start]
    whole = form.grain == "year" or "edge" in match.groupdict()
    return whole and bool(
        _COMPARED.search(before) or (_FROM.search(before) and text.startswith("的", end))
    )


def _numbers(match: re.Match[str]) -> dict[str, int]:
    """The parts of a date as first and last year, month and day; a last day 0 is the month's."""
    texts = {name: text for name, text in match.groupdict().items() if text and name[0] != "s"}
    parts = {name: _number(name, text) for name, text in texts.items() if name[-1] in "12"}
    if "plan" in texts:
        parts["y1"] = 2021 + 5 * (_number("plan", texts["plan"]) - 4)
        parts["y2"] = parts["y1"] + 4
    if "edge" in texts:
        parts["m1"], parts["d1"] = 12, 31
    if "half" in texts:
        parts["m1"], parts["m2"] = (1, 6) if texts["half"] == "上" else (7, 12)
    if "tenth" in texts:
        parts["d1"], parts["d2"] = {"上": (1, 10), "中": (11, 20), "下": (21, 0)}[texts["tenth"]]
    if "q1" in parts or "q2" in parts:
        parts["m1"] = 3 * parts.get("q1", 1) - 2
        parts["m2"] = 3 * parts.get("q2", parts.get("q1", 1))
    return parts


@lru_cache(maxsize=1024)
def _number(name: str, text: str) -> int:
    number = read_digits(text) if len(text) == 4 else read_integer(text)
    assert number is not None, text
    return number + 2000 if name[0] == "y" and number < 100 else number


@lru_cache(maxsize=1024)
def _days_in(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _year_of(parts: dict[str, int], folded: str, start: int, year: int | None) -> int | None:
    if "y1" in parts or year is None:
        return parts.get("y1")
    before = folded[max(start - 5, 0) : start]
    return year + bool(_NEXT_YEAR.search(before)) - bool(_LAST_YEAR.search(before))


def _days(parts: dict[str, int], year: int | None) -> tuple[date | None, date | None]:
    """The first and the last day; null where the year is not known or there is no such day."""
    if year is None:
        return None, None
    month = parts.get("m1", 1)
    last_month = parts.get("m2", parts.get("m1", 12))
    last_year = parts.get("y2", year + (last_month < month))
    one_day = parts.get("d1", 0) if {"m2", "y2"}.isdisjoint(parts) else 0
    try:
        last_day = parts.get("d2", one_day) or _days_in(last_year, last_month)
        return date(year, month, parts.get("d1", 1)), date(last_year, last_month, last_day)
    except ValueError:
        return None, None

"""Grain, first and last day of a date or period from its text."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from .numerals import fold, whole_words

YEAR = r"(?:(?P<y>\d{4})年?度?)"
FORMS = {
    "day": r"(?:(?P<y>\d{4})年)?(?P<m>\d+)月(?P<d>\d+)[日号]",
    "dotted": r"(?P<y>\d{4})[./~-](?P<m>\d{1,2})[./~-](?P<d>\d{1,2})",
    "year_end": r"(?P<y>\d{4})年[底末]",
    "month": r"(?:(?P<y>\d{4})年)?(?P<m>\d+)月(?:份|底|末)?",
    "dotted_month": r"(?P<y>\d{4})[./](?P<m>\d{1,2})",
    "quarter": r"(?:(?P<y>\d{4})年)?第?(?P<q>[1-4])季度",
    "half": r"(?:(?P<y>\d{4})年)?(?P<h>[上下])半年",
    "year": YEAR,
}
DOTTED_PAIR = re.compile(r"(\d{4}\.\d+\.\d+)[-~](\d{4}\.\d+\.\d+)")
JOIN = re.compile(r"(?<=[年月日度底])[~至到-]|(?<=\d)[~至到](?=\d)|(?<=\d)-(?=\d+[年月])")

FULL_DAY = (
    r"(?:[\d〇零一二三四五六七八九十]+年)?[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日"
)
DAY_PAIR = re.compile(rf"({FULL_DAY}|\d{{4}}[.]\d+[.]\d+)[至到—–-]({FULL_DAY}|\d{{4}}[.]\d+[.]\d+)")


class Span(NamedTuple):
    """Grain, first and last day (ISO)."""

    grain: str
    start: str
    end: str


def arabic(text: str) -> str:
    """二〇二二年十二月 with Arabic digits."""
    return re.sub("[〇零一二三四五六七八九十]+", lambda m: str(whole_words(m[0])), fold(text))


def read_date(text: str, year: int) -> Span:
    """Read a date; ``year`` stands in where the text has none."""
    digits = arabic(text)
    if m := DOTTED_PAIR.fullmatch(digits):
        return Span("range", one(m[1], year).start, one(m[2], year).end)
    if JOIN.search(digits) and not re.fullmatch(FORMS["dotted"], digits):
        first, second = JOIN.split(digits, maxsplit=1)
        return joined(first, second, year)
    return one(digits, year)


def joined(first: str, second: str, year: int) -> Span:
    """From the first day of the one to the last day of the other."""
    tail = re.search("[年月日].*$", second)
    start = first if re.search("[年月日度]$", first) else first + (tail[0] if tail else "")
    begin = one(start, year)
    finish = one(second, int(begin.start[:4]))
    if m := re.fullmatch(r"(\d+)日", second):
        return Span("range", begin.start, f"{begin.start[:8]}{int(m[1]):02d}")
    return Span("range", begin.start, finish.end)


def one(text: str, year: int) -> Span:
    """One date."""
    for grain, pattern in FORMS.items():
        if m := re.fullmatch(pattern, text):
            parts = m.groupdict()
            return dated(grain, {key: value for key, value in parts.items() if value}, year)
    if m := re.fullmatch(r"(\d+)日", text):
        return Span("day", "", "")
    raise ValueError(f"no date: {text}")


def dated(grain: str, parts: dict[str, str], year: int) -> Span:
    """The span of a matched form."""
    y = int(parts.get("y", year))
    if grain in {"day", "dotted"}:
        day = f"{y}-{int(parts['m']):02d}-{int(parts['d']):02d}"
        return Span("day", day, day)
    if grain == "year_end":
        return Span("day", f"{y}-12-31", f"{y}-12-31")
    if grain == "quarter":
        return months("range", y, 3 * int(parts["q"]) - 2, 3 * int(parts["q"]))
    if grain == "half":
        return months("range", y, *((1, 6) if parts["h"] == "上" else (7, 12)))
    if grain == "year":
        return months("year", y, 1, 12)
    return months("month", y, int(parts["m"]), int(parts["m"]))


def months(grain: str, year: int, first: int, last: int) -> Span:
    """Whole months."""
    return Span(grain, f"{year}-{first:02d}-01", f"{year}-{last:02d}-{monthrange(year, last)[1]}")

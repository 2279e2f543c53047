"""What a title and a text say of the report: its year, its body, its project."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from ..text.calendar import find_dates
from ..text.fold import fold
from ..text.headings import squeeze
from .phrases import ORGANISATION

YEAR = r"(?:20\d\d|二〇[〇一二三四五六七八九]{2})"
"""A year, as a pattern without groups."""
"""A year in a title."""
_SPAN = re.compile(rf"({YEAR})年?度?(?:-|~|至|到|、)({YEAR})年?度?")
_ANNUAL = re.compile(rf"({YEAR})年度")
_YEAR_OF = re.compile(rf"({YEAR})(?:年|(?=[^\d.]))")
_YEAR_IN_TEXT = re.compile(r"(?<!\d)(20\d\d)\s*年(度?)(\d{1,2}\s*月)?")
_ANNUAL_VOTES = 6
_QUOTED = re.compile(r"《[^》]*》|[〔\[(]20\d\d[〕\])]")
_BEFORE_YEAR = re.compile(rf"^(?:关于)?(?P<body>{ORGANISATION})(?:关于)?(?:{YEAR})年")
_AFTER_YEAR = re.compile(
    rf"^(?:关于)?{YEAR}年?度?(?P<body>{ORGANISATION})"
    r"(?=部门|单位|整体|本级|项目支出|预算|财政|专项|绩效)"
)
_NO_YEAR = re.compile(
    rf"^(?:关于)?(?P<body>{ORGANISATION})(?=部门整体|整体|单位整体|部门预算|项目支出绩效|绩效自评)"
)
_OFFICE = re.compile(
    rf"^(?:关于)?(?:{YEAR}年?度?)?"
    r"(?P<body>(?:[^\W\d_]{2,7}?[省市县区州旗镇乡])?[^\W\d_]{1,14}?"
    r"(?:(?<![布格大全结])局|委员会|厅|人民政府|街道办事处|管委会))(?=.{4})"
)
"""An office of government, whose name a title may begin with without a year behind it."""
_CHINESE_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
_SUBJECT = re.compile(
    r"^(?P<body>[“”\w()·]{3,40}?(?:局|委员会|委|厅|办公室|办|中心|政府|街道办事处|处|所(?!属)|站|院|馆|学校|大学|学院|中学|小学|幼儿园|队|公司|协会|联合会))"
    r"(?:\((?:以下)?[^()]{2,24}\))?,?(?=共有|是|为|位于|负责|内设|成立|主要|属于?|系|隶属|现有|设|下设|于|作为|机构|编制)"
)
_REMEMBERED = 512
_NOT_A_BODY = re.compile(r"项目$|资金$|^(?:我|本|该|各|其|全)|专项$")


def without_office(bare: str) -> str:
    """The folded text without the office of government that it begins with."""
    match = _OFFICE.match(bare)
    return bare[match.end("body") :] if match else bare


def year_in_title(title: str) -> int | None:
    """The evaluated year that a title or label names, the last one of a span; null without one."""
    bare = squeeze(title)
    span = _SPAN.search(bare)
    if span:
        return _year(span[2])
    annual = _ANNUAL.search(bare) or _YEAR_OF.search(bare + " ")
    return _year(annual[1]) if annual else None


def _year(text: str) -> int:
    return int(text.translate(_CHINESE_DIGITS))


def year_in_period(value: str) -> int | None:
    """The year of a cover's 评价年度 or 评价期间: that in which the period ends."""
    spans = [span for span in find_dates(fold(value), None) if span.last]
    return spans[-1].last.year if spans and spans[-1].last else year_in_title(value)


def year_in_text(folded: Iterable[str]) -> int | None:
    """The year that the lines of a text speak of most, 年度 counting for more.

    Null without any, and where the only one stands once, with a month of some event.
    """
    votes: Counter[int] = Counter()
    for line in folded:
        for year, annual, month in _YEAR_IN_TEXT.findall(_QUOTED.sub("", line)):
            votes[int(year)] += _ANNUAL_VOTES if annual else 1 if month else 2
    year = max(votes, key=lambda year: (votes[year], year), default=None)
    return year if year and votes[year] > 1 else None


@lru_cache(_REMEMBERED)
def body_in_title(title: str) -> str | None:
    """The body whose report it is, where the title names it; null where not."""
    printed = "".join(title.split())
    for pattern in (_BEFORE_YEAR, _AFTER_YEAR, _NO_YEAR, _OFFICE):
        match = pattern.match(fold(printed))
        if match and not _NOT_A_BODY.search(match["body"]):
            return printed[match.start("body") : match.end("body")]
    return None


def body_in_text(text: str) -> str | None:
    """The body that a paragraph about the unit begins with; null where it begins otherwise."""
    stripped = text.strip()
    match = _SUBJECT.match(fold(stripped))
    if match is None or _NOT_A_BODY.search(match["body"]):
        return None
    return stripped[: match.end("body")]

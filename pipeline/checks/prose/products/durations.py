"""P21: a period is as long as the text says: 3月1日至3月15日，为期15天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from .....schemas.figure import DateMention
from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, remark
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention
from ..reading.terms import term

_LASTS = re.compile("(?:为期|历时|持续|工期|时长|共计?|总计)(?:约|为)?$")
_LAST = re.compile("为期|历时|持续|工期|时长|共|总计")
"""A word that leads to every length."""
_TO = re.compile("起?[至到~-]+")
_BEGUN = re.compile(
    r"(?:正式|全面)?(?:开工|动工|启动|开始|进场|施工|实施|开展|开幕|开班|开馆|投入|发布|起)"
    r"[^\d;。,、]{0,6}[,、]?[于并在]?[至到~-]*[于在]?"
)
_WORKS = re.compile("(?:正式|全面|开始)*(?:开工|动工|施工|进场)")
"""From when the time of works (工期) counts."""
_ENDED = re.compile("竣工|完工|结束|完成|闭幕|建成|验收|交付|投用|闭馆|结业|办结|[止底]")
_NEAR = 24
_MONTHS = 12


def duration(case: Case) -> Iterator[Finding]:
    """P21: the days or months between two dates, with or without the last, are those told."""
    for line in lines_with(case, "measure"):
        for length in line.mentions if line.says(_LAST) else ():
            span = _span_before(case, line, length) if _is_length(length) else ()
            start, end = (span[0].start, span[-1].end) if span else (None, None)
            if start and end and start < end:
                yield _compared(case, length, span, (start, end))


def _is_length(mention: Mention) -> bool:
    figure = mention.figure
    exact = figure.kind == "measure" and figure.comparator == "eq"
    return exact and figure.unit in ("d", "month") and bool(_LASTS.search(mention.lead))


def _span_before(case: Case, line: Line, length: Mention) -> tuple[DateMention, ...]:
    """The period, or its first and last day, that stand right before the length."""
    placed = [
        (at[1], mention)
        for mention in case.report.dates
        if (at := case.passage_at(mention.place)) and at[0] is line.passage
    ]
    before = [(at, m) for at, m in sorted(placed, key=lambda one: one[0]) if at < length.start]
    for (first, start), (last, end) in pairwise(before):
        between = line.text[first + len(start.text) : last]
        ends = last + len(end.text)
        told = _is_span(between, line.text[ends : length.start])
        if (start.grain, end.grain) == ("day", "day") and told:
            found = start, end
            if before[-1][1] is end and _is_near(line, ends, length):
                return found
    whole = [m for at, m in before[-1:] if _is_near(line, at + len(m.text), length)]
    return tuple(m for m in whole if m.grain == "range" and _is_fine_enough(m, length))


def _is_span(between: str, behind: str) -> bool:
    """Whether two days are a begin and an end: 4月1日至6月1日, 4月1日开工，6月1日完工."""
    if _TO.fullmatch(between):
        return True
    works = "工期" not in behind or _WORKS.match(between)
    return bool(works and _BEGUN.fullmatch(between) and _ENDED.search(behind))


def _is_near(line: Line, at: int, length: Mention) -> bool:
    between = line.text[at : length.start]
    return len(between) <= _NEAR and not re.search("[;。]", between)


def _is_fine_enough(span: DateMention, length: Mention) -> bool:
    """Whether a period told in months is only held against months."""
    return "日" in span.text or length.figure.unit == "month"


def _lengths(length: Mention, start: date, end: date) -> tuple[int, ...]:
    if length.figure.unit == "d":
        days = (end - start).days
        return days, days + 1
    months = (end.year - start.year) * _MONTHS + end.month - start.month
    return months, months + 1


def _compared(
    case: Case, length: Mention, span: tuple[DateMention, ...], ends: tuple[date, date]
) -> Finding:
    fits = _lengths(length, *ends)
    source = term(case, length).sources[0]
    fails = length.value not in fits
    told = f"{source.printed}{source.unit_text}"
    line = f"{ends[0]} ～ {ends[1]} = {fits[-1]} {'≠' if fails else '='} {told}"
    matter = f"起止日期与时长{'不符' if fails else '相符'}：{line}"
    quotes = [*(case.quote(one.place, one.text) for one in span), source.quote]
    return remark(Claim("P21", case.report, matter), "fail" if fails else "ok", line, quotes)


CHECKS = (Check("P21", duration),)

"""P21: a period is as long as the text says: 3月1日至3月15日，为期15天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ....schemas.figure import DateMention
from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..proof import Claim, remark
from .lines import Line, Mention, lines
from .terms import term

_LASTS = re.compile("(?:为期|历时|持续|工期|时长|共计?|总计)(?:约|为)?$")
_NEAR = 10
_MONTHS = 12


def duration(case: Case) -> Iterator[Finding]:
    """P21: the days or months between two dates, with or without the last, are those told."""
    for line in lines(case):
        for length in line.mentions:
            span = _span_before(case, line, length) if _is_length(line, length) else None
            if span and span.start and span.end:
                yield _compared(case, length, span, _lengths(length, span.start, span.end))


def _is_length(line: Line, mention: Mention) -> bool:
    figure = mention.figure
    exact = figure.kind == "measure" and figure.comparator == "eq"
    return exact and figure.unit in ("d", "month") and bool(_LASTS.search(line.lead(mention)))


def _span_before(case: Case, line: Line, length: Mention) -> DateMention | None:
    """The period of days, or of months, that ends right before the length."""
    for mention in case.report.dates:
        at = case.passage_at(mention.place)
        if at is not None and at[0] is line.passage and mention.grain == "range":
            gap = length.start - (at[1] + len(mention.text))
            told_in_days = "日" in mention.text or length.figure.unit == "month"
            if 0 <= gap <= _NEAR and told_in_days:
                return mention
    return None


def _lengths(length: Mention, start: date, end: date) -> tuple[int, ...]:
    if length.figure.unit == "d":
        days = (end - start).days
        return days, days + 1
    months = (end.year - start.year) * _MONTHS + end.month - start.month
    return months, months + 1


def _compared(case: Case, length: Mention, span: DateMention, fits: tuple[int, ...]) -> Finding:
    source = term(case, length).sources[0]
    fails = length.value not in fits
    told = f"{source.printed}{source.unit_text}"
    line = f"{span.start} ～ {span.end} = {fits[-1]} {'≠' if fails else '='} {told}"
    matter = f"起止日期与时长{'不符' if fails else '相符'}：{line}"
    quotes = [case.quote(span.place, span.text), source.quote]
    return remark(Claim("P21", case.report, matter), "fail" if fails else "ok", line, quotes)


CHECKS = (Check("P21", duration),)

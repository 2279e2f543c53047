"""Whether two statements can be of nothing but one fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....schemas.figure import Figure
from ....schemas.report import Report
from .names import is_same, is_specific
from .stated import Stated
from .words import relations

_NUMBERED = re.compile(r"\s*(?:\d+[.、)]|\(\d+\)|[①-⑳]|\([一二三四五六七八九十]+\))")
_WHOLE_PLACE = re.compile("[全我本]")
_WHOLE_YEAR = re.compile("^(?:\\d{4}年,?)?全年")
_LONG_NAME = 4
_TWO = 2


def are_one_fact(report: Report, one: Stated, other: Stated) -> bool:
    """Whether nothing but the numbers differs, and the name is no name of many things.

    One project's budget is one; so is what a whole place has, or did in the whole year.
    Paragraphs of a numbered list tell of one thing each.
    """
    numbered = _NUMBERED.match(one.line.text) and _NUMBERED.match(other.line.text)
    if one.line is other.line or numbered or not _mean_alike(one.figure, other.figure):
        return False
    if _is_budget(one.figure) and _is_budget(other.figure):
        return len(report.projects) <= 1
    same = is_same(one.figure.subject, other.figure.subject) and one.name == other.name
    return same and (_is_of_all(one.figure) or _is_of_year(report, one, other))


def are_two_values(told: Sequence[Stated], one: Stated) -> bool:
    """Whether the report gives no third value under the name: it is no list of many."""
    if _is_budget(one.figure):
        alike = [s for s in told if _is_budget(s.figure) and s.figure.role == one.figure.role]
    else:
        alike = [s for s in told if is_same(s.figure.subject, one.figure.subject)]
    return len({s.mention.value for s in alike}) == _TWO


def periods_fit(one: Figure, other: Figure) -> bool:
    """Whether both are of one period, or one of none."""
    periods = {(f.period_start, f.period_end) for f in (one, other)}
    return len(periods) == 1 or (None, None) in periods


def _mean_alike(one: Figure, other: Figure) -> bool:
    meant = [(f.aspect, f.scope, f.role, f.direction, f.comparator) for f in (one, other)]
    return meant[0] == meant[1] and one.comparator == "eq" and periods_fit(one, other)


def _is_budget(figure: Figure) -> bool:
    """Whether it is all the money planned or spent, by a name that has no other words."""
    named = relations().names.budget.fullmatch(figure.subject or "")
    return figure.kind == "amount" and figure.role is not None and bool(named)


def _is_of_all(figure: Figure) -> bool:
    """Whether the number is of a whole place or body, by words of its own: 全县耕地."""
    return bool(_WHOLE_PLACE.match(figure.scope or "")) and is_specific(figure.subject)


def _is_of_year(report: Report, one: Stated, other: Stated) -> bool:
    """Whether both begin with 全年 and tell one deed in many words, of one project alone."""
    alone = len(report.projects) <= 1 and is_specific(one.figure.subject)
    opening = all(s.opens_sentence and _WHOLE_YEAR.match(s.label) for s in (one, other))
    return alone and opening and len(one.name) > _LONG_NAME

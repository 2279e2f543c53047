"""Whether two statements can be of nothing but one fact."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence

from .....schemas.figure import Figure
from .....schemas.report import Report
from ...case import Case
from ..retold.restated import in_one_list, is_told_of_all, scopes_fit, sorted_digits, tell_one_fact
from ..retold.stated import Stated
from .names import bare, is_same, is_specific
from .staff_words import counts_staff, is_own_staff
from .words import relations

_WHOLE_PLACE = re.compile("[全我本]")
_WHOLE_YEAR = re.compile("^(?:\\d{4}年,?)?全年")
_GRAND_TOTAL = "总计"
"""Of accounts, with what was left from before (收入总计); 收入合计 is without."""
_LONG_NAME = 4
_TWO = 2


def traits(one: Stated) -> Iterator[Hashable]:
    """What numbers of one fact share, equal or not: one of these at least.

    Equal numbers have equal digits.
    """
    yield "digits", sorted_digits(one.mention.value)
    yield "wording", one.wording
    yield "subject", bare(one.figure.subject)
    if _is_budget(one.figure):
        yield "budget"
    if counts_staff(one.mention):
        yield "staff"


def contradict(case: Case, told: Sequence[Stated], one: Stated, other: Stated) -> bool:
    """Whether two numbers of one meaning are of one fact, with no third value in the report.

    With three it is a list of many things of one name.
    """
    figures = one.figure, other.figure
    if (_GRAND_TOTAL in one.label) != (_GRAND_TOTAL in other.label):
        return False
    if one.figure.comparator != "eq" or not (scopes_fit(*figures) and periods_fit(*figures)):
        return False
    if tell_one_fact(case, one, other):
        wordings = one.wording, other.wording
        return _are_two_values(s for s in told if s.wording in wordings)
    if is_own_staff(case.report, one.mention) and is_own_staff(case.report, other.mention):
        people = [s for s in told if is_own_staff(case.report, s.mention)]
        return is_told_of_all(case, one, other) and _are_two_values(people)
    return _are_one_fact(case.report, one, other) and _are_two_values(_named_alike(told, one))


def _are_one_fact(report: Report, one: Stated, other: Stated) -> bool:
    """Whether nothing but the numbers differs, and the name is no name of many things.

    One project's budget is one; so is what a whole place has, or did in the whole year.
    """
    if one.line is other.line or one.figure.scope != other.figure.scope:
        return False
    if _is_budget(one.figure) and _is_budget(other.figure):
        return len(report.projects) <= 1 and not in_one_list(one, other)
    same = is_same(one.figure.subject, other.figure.subject) and one.name == other.name
    of_all = same and (_is_of_all(one.figure) or _is_of_year(report, one, other))
    return of_all and not in_one_list(one, other)


def _named_alike(told: Sequence[Stated], one: Stated) -> list[Stated]:
    if _is_budget(one.figure):
        return [s for s in told if _is_budget(s.figure) and s.figure.role == one.figure.role]
    return [s for s in told if is_same(s.figure.subject, one.figure.subject)]


def _are_two_values(told: Iterable[Stated]) -> bool:
    return len({s.mention.value for s in told}) == _TWO


def periods_fit(one: Figure, other: Figure) -> bool:
    """Whether both are of one period, or one of none."""
    periods = [(figure.period_start, figure.period_end) for figure in (one, other)]
    return periods[0] == periods[1] or (None, None) in periods


def _is_budget(figure: Figure) -> bool:
    """Whether it is all the money planned or spent, by a name that has no other words."""
    if figure.kind != "amount" or figure.role is None:
        return False
    return relations().names.budget.fullmatch(figure.subject or "") is not None


def _is_of_all(figure: Figure) -> bool:
    """Whether the number is of a whole place or body, by words of its own: 全县耕地."""
    return bool(_WHOLE_PLACE.match(figure.scope or "")) and is_specific(figure.subject)


def _is_of_year(report: Report, one: Stated, other: Stated) -> bool:
    """Whether both begin with 全年 and tell one deed in many words, of one project alone."""
    alone = len(report.projects) <= 1 and is_specific(one.figure.subject)
    opening = all(s.opens_sentence and _WHOLE_YEAR.match(s.label) for s in (one, other))
    return alone and opening and len(one.name) > _LONG_NAME

"""Whether two places tell one fact in other words, so that their numbers must be equal."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from .....extractors.text.fold import fold
from .....schemas.figure import Figure
from ....values import plain_digits
from ...case import Case
from ...told import is_of_year
from ..reading.names import is_same_long, is_specific, may_be_same
from ..reading.words import relations
from .stated import Stated

_FEWEST = 4
"""Characters of a wording that can name one thing alone."""
_BY_WAY_OF = frozenset("通过")
_QUANTITY = frozenset("量数额")
_FEWEST_DIGITS = 3
"""So many digits do not change places by chance."""
_NEAR = Decimal("1.25")
_REMEMBERED = 1024
_NUMBERED = re.compile(
    r"\s*(?:(?P<digit>\d+[.、])|(?P<round>\(\d+\))|(?P<circled>[①-⑳])|(?P<spoken>\([一二三四五六七八九十]+\))"
    r"|(?P<first>[一二三四五六七八九十]是))"
)


def tell_one_fact(case: Case, one: Stated, other: Stated) -> bool:
    """Whether the words around two numbers are the same but for their order and lead-ins.

    Names that many numbers of a report share (满意度) count only where the digits differ by
    two that changed places. Neither may be told of a part: of a place, a moment, a plan.
    """
    if is_slip(one.mention.value, other.mention.value):
        alike = _is_worded_alike(one, other)
    else:
        alike = one.wording == other.wording and is_one_thing(case, one, other)
    return alike and is_told_of_all(case, one, other)


def is_told_of_all(case: Case, one: Stated, other: Stated) -> bool:
    """Whether nothing around either number limits it to a part, a moment or a plan."""
    both = (one, other)
    if in_one_list(*both) or any(s.narrowed or _is_of_one_place(case, s) for s in both):
        return False
    if any(_is_goal(case, s) or _depends(s) for s in both):
        return False
    return all(is_of_year(case, stated.figure) for stated in both)


def is_one_thing(case: Case, one: Stated, other: Stated) -> bool:
    """Whether names that are alike mean one thing: of few projects, no common words, near."""
    both = (one, other)
    specific = all(len(s.wording) >= _FEWEST and is_specific(s.called) for s in both)
    return specific and len(case.report.projects) <= 1 and is_near(*both)


def in_one_list(one: Stated, other: Stated) -> bool:
    """Whether both stand in paragraphs numbered alike, which tell of one thing each."""
    marks = [_NUMBERED.match(stated.line.text) for stated in (one, other)]
    return bool(marks[0] and marks[1] and marks[0].lastgroup == marks[1].lastgroup)


def scopes_fit(one: Figure, other: Figure) -> bool:
    """Whether both are of one scope beside their names, or of all there is (全县) and none told."""
    scopes = [None if f.scope and f.scope in (f.subject or "") else f.scope for f in (one, other)]
    return scopes[0] == scopes[1] or all(
        scope is None or relations().names.everywhere.fullmatch(scope) for scope in scopes
    )


def _is_goal(case: Case, stated: Stated) -> bool:
    """Whether its section tells what is to be done."""
    section = stated.line.passage.section
    title = "" if section is None else fold(case.report.sections[section].title)
    return relations().names.goals.search(title) is not None


def _depends(stated: Stated) -> bool:
    """Whether it is told of what the clause before it tells: 检查186家，下达通知68份."""
    start, _ = stated.line.sentence_of(stated.mention.start)
    beside = stated.line.within(start, start + len(stated.before))
    return bool(beside) and relations().names.dependent.match(stated.mention.lead) is not None


def _is_of_one_place(case: Case, stated: Stated) -> bool:
    """Whether its section's heading or the begin of its paragraph names a place or a body."""
    section = stated.line.passage.section
    title = "" if section is None else case.report.sections[section].title
    named = relations().names.place
    return bool(named.match(stated.line.text) or named.match(fold(title)))


def _is_worded_alike(one: Stated, other: Stated) -> bool:
    """Whether the words are the same, or one has a name that the other has just before it.

    So it is where both have one long name of its own, whatever else is said.
    """
    if one.wording == other.wording:
        return bool(one.wording)
    less, more = sorted((one, other), key=lambda stated: len(stated.wording))
    if len(less.wording) >= _FEWEST and less.wording <= more.wording and _goes_on(less, more):
        return True
    if is_same_long(one.figure.subject, other.figure.subject) or _is_taken_up(one, other):
        return True
    if len(digits(one.mention.value)) < _FEWEST_DIGITS and not may_be_same(
        one.figure.subject, other.figure.subject
    ):
        return False
    missing = more.wording - less.wording - _BY_WAY_OF
    return less.wording <= more.wording and missing <= frozenset(less.before)


def _is_taken_up(one: Stated, other: Stated) -> bool:
    """Whether a later paragraph takes up the number before its name: 126名护林员全部持证."""
    name = other.figure.subject or ""
    named = bool(name) and name in (one.figure.subject or "") and is_specific(name)
    idle = relations().names.lead_in.sub("", other.mention.lead).strip(" ,、") == ""
    apart = one.line is not other.line and one.mention.index < other.mention.index
    return apart and named and idle and other.mention.tail.startswith(name)


def _goes_on(less: Stated, more: Stated) -> bool:
    """Whether all that one says more stands behind its number: 管网合格 against 管网."""
    lead = relations().names.lead_in.sub("", more.mention.lead)
    return set(lead) - _QUANTITY <= set(less.called)


def is_near(one: Stated, other: Stated) -> bool:
    """Whether one number is little more than the other."""
    low, high = sorted((one.mention.value, other.mention.value))
    return high <= low * _NEAR


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two neighbouring digits changed places: 912.6 and 921.6, 96.8% and 98.6%."""
    finest = min(_exponent(one), _exponent(other))
    first, second = (str(int(value.scaleb(-finest))) for value in (one, other))
    if len(first) != len(second):
        return False
    at = [place for place, pair in enumerate(zip(first, second, strict=True)) if len({*pair}) > 1]
    adjacent = len(at) == 2 and at[1] == at[0] + 1
    return adjacent and first[at[0]] == second[at[1]] and first[at[1]] == second[at[0]]


def _exponent(value: Decimal) -> int:
    """The place of the last digit that is no nought behind the point."""
    return min(0, int(value.normalize().as_tuple().exponent))


@lru_cache(_REMEMBERED)
def sorted_digits(value: Decimal) -> str:
    """The same for all numbers whose digits only changed places; noughts are not told."""
    return "".join(sorted(digits(value).replace("0", "")))


@lru_cache(_REMEMBERED)
def digits(value: Decimal) -> str:
    """The digits alone, without idle zeros at either end."""
    return plain_digits(value).replace(".", "").strip("0")

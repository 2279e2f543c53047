"""What is told behind a list of parts is told of their whole again.

巡查520次，其中日间320次、夜间200次，比上年的480次增长8.3%: it is the 520 that grew. Behind one
part alone (其中夜间200次，比上年增长8%) it can be either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from .....schemas.finding import Finding
from .....schemas.record import record
from ...case import Case
from ...number import judge
from ..reading.lines import Line
from ..reading.mentions import FOREIGN_ROLES, Mention, total_of
from ..reading.terms import term
from ..reading.words import relations

_OWN = re.compile("分别|依次|各自?|[前后两二三四]者")
_STRONG = re.compile("[;。:!?]")


@record
class Meant:
    """The numbers that can be meant by what is told behind one, the likeliest first.

    ``sure``: it is the first if none of them fits.
    """

    numbers: tuple[Mention, ...]
    sure: bool = True

    def chosen(self, fits: Callable[[Mention], bool]) -> Mention | None:
        """The first number that fits; the likeliest if none does and that is sure."""
        several = self.numbers[1:] and self.numbers
        fitting = next((number for number in several if fits(number)), None)
        return fitting or (self.numbers[0] if self.sure else None)

    def told_by(self, found: Sequence[Finding]) -> Sequence[Finding]:
        """Of one finding for each of the numbers, that of the one that is meant."""
        fitting = [finding for finding in found if finding.verdict != "fail"]
        return (fitting or found if fitting or self.sure else [])[:1]


def meant(line: Line, last: Mention, behind: int) -> Meant:
    """What is meant by what is told at ``behind``, where ``last`` is the number before it."""
    told = _listed(line, last)
    if told is None:
        return Meant((last,))
    whole, *parts = told
    if len(parts) == 1 or _is_of_part(line, parts, behind):
        return Meant((*reversed(parts), whole), sure=False)
    return Meant((whole, last), sure=_adds(whole, parts) or _are_joined(line, parts))


def fits_step(case: Case, old: Mention, new: Mention, step: Mention) -> bool:
    """Whether a change or a growth rate is the step from an old number to a new one."""
    before, now = term(case, old), term(case, new)
    larger, smaller = (before, now) if new.value < old.value else (now, before)
    told = larger - smaller
    if step.figure.kind == "rate" and new.figure.kind != "rate":
        told = told / before if old.value else told
    return judge(told.number, term(case, step).number) != "fail"


def _listed(line: Line, last: Mention) -> Sequence[Mention] | None:
    """The whole and its parts up to the last of them; null where none is listed."""
    start, _ = line.sentence_of(last.start)
    told = [m for m in line.within(start, last.end) if _is_like(m, last)]
    for at in range(len(told) - 2, -1, -1) if told[-1:] == [last] else ():
        one, other = told[at : at + 2]
        opened = relations().words.parts.search(line.text, one.end, other.start)
        if opened or _adds(one, told[at + 1 :]):
            return told[at:]
        if _STRONG.search(line.text, one.end, other.start):
            return None
    return None


def _is_like(mention: Mention, last: Mention) -> bool:
    figure, alike = mention.figure, mention.unit_kind == last.unit_kind
    own = figure.role not in FOREIGN_ROLES or figure.role == last.figure.role
    told = own and figure.value is not None
    return alike and told and mention.depth == last.depth and _aspect(mention) == _aspect(last)


def _aspect(mention: Mention) -> str:
    return mention.figure.aspect or "level"


def _adds(whole: Mention, parts: Sequence[Mention]) -> bool:
    return len(parts) > 1 and whole.value == total_of(parts)


def _are_joined(line: Line, parts: Sequence[Mention]) -> bool:
    """Whether the parts stand in one row: A 3个、B 4个和C 5个."""
    between = [line.text[one.end : other.start] for one, other in pairwise(parts)]
    return all("," not in words and _STRONG.search(words) is None for words in between)


def _is_of_part(line: Line, parts: Sequence[Mention], behind: int) -> bool:
    """Whether the words up to what is told name the parts again: 分别比, 夜间较上年."""
    words = line.text[parts[-1].end : behind]
    named = relations().names.lead_in.sub("", words).lstrip(",、() ")[:2]
    return bool(_OWN.search(words)) or (len(named) > 1 and any(named in m.lead for m in parts))

"""P12: what a body is made up of, counted again in a later sentence: 6 + 9 + 1 = 16家."""

from __future__ import annotations

from collections.abc import Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ...terms import total
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention, total_of
from ..reading.terms import name, term
from ..reading.words import relations

_MEMBERS = frozenset({"个", "家", "户", "名", "人", "位", "所"})
_NEAR = 12


def composition(case: Case) -> Iterator[Finding]:
    """P12: the members that make something up add to a number told later.

    Nothing links the two but the sum itself, so one that differs proves nothing.
    """
    composed = relations().words.composed
    telling = (line for line in related_lines(case) if line.says(composed))
    for line in telling:
        for match in composed.finditer(line.text):
            parts = _members(line, match.start())
            whole = _whole(line, match.end(), parts)
            if whole:
                claim = Claim("P12", case.report, f"组成成员之和与{name(whole)}")
                computed = total([term(case, part) for part in parts])
                yield equation(claim, computed, term(case, whole))


def _members(line: Line, end: int) -> list[Mention]:
    """The counts in 由…个…、…个…和…个…组成."""
    start, _ = line.sentence_of(end)
    begin = line.text.rfind("由", start, end)
    told = [m for m in line.within(begin, end) if _is_member(m)] if begin >= 0 else []
    return told if told and end - told[-1].end <= _NEAR else []


def _whole(line: Line, start: int, parts: list[Mention]) -> Mention | None:
    number = total_of(parts)
    later = (m for m in line.within(start, len(line.text)) if _is_member(m))
    several = len(parts) > 1
    return next((m for m in later if several and m.value == number), None)


def _is_member(mention: Mention) -> bool:
    return mention.is_stated and mention.figure.unit in _MEMBERS


CHECKS = (Check("P12", composition),)

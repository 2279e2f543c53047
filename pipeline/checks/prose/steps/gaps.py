"""P07 and P19: how far a number is from what it is held to: 距85%的行业要求尚有9个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from .....schemas.finding import Finding
from ...case import Case, remembered
from ...check import Check
from ...proof import Claim, equation
from ..reading.compared_words import compared_words
from ..reading.lines import Line, related_lines
from ..reading.mentions import FOREIGN_ROLES, Mention
from ..reading.terms import name, term
from .changes import changes, is_size

_NEAR = 10
_SEVERAL = re.compile("分别|依次")


def points_off(case: Case) -> Iterator[Finding]:
    """P19: percentage points are the difference of a rate and the one it is held to."""
    return (finding for finding in _all_off(case) if finding.rule == "P19")


def amount_off(case: Case) -> Iterator[Finding]:
    """P07: the same of counts, amounts and measures: 已建17处，距20处的目标还差3处."""
    return (finding for finding in _all_off(case) if finding.rule == "P07")


@remembered
def _all_off(case: Case) -> tuple[Finding, ...]:
    apart = compared_words().standard.apart
    known = {step.index for change in changes(case) for step in change.steps}
    return tuple(
        finding
        for line in related_lines(case)
        for standard, gap in (pairwise(line.mentions) if line.says(apart) else ())
        if _are_alike(standard, gap) and gap.index not in known and _is_off(line, standard, gap)
        for finding in _told(case, line, standard, gap)
    )


def _are_alike(standard: Mention, gap: Mention) -> bool:
    """Whether one number can be how far off another is from the one before it."""
    rate = gap.figure.kind == "points" and standard.figure.kind == "rate"
    exact = gap.figure.comparator == "eq" and gap.figure.value is not None
    return exact and is_size(standard) and (rate or gap.unit_kind == standard.unit_kind)


def _is_off(line: Line, standard: Mention, gap: Mention) -> bool:
    """Whether the words between say so, and the first of the two is what others are held to."""
    words, text = compared_words().standard, line.text
    between, ahead = text[standard.end : gap.start], text[: standard.start]
    off = words.off.fullmatch(between) is not None
    off = off or bool(words.left.fullmatch(between) and words.distance.search(ahead))
    off = off or bool(between in ("", ")") and words.above.search(ahead))
    named = words.name.search(f"{ahead[-_NEAR:]}{between}") if off else None
    return off and (standard.figure.role == "target" or named is not None)


def _told(case: Case, line: Line, standard: Mention, gap: Mention) -> Iterator[Finding]:
    """What holds for one of the numbers before; if there is but one, what does not."""
    found = _held(line, standard)
    tested = [_tested(case, new, standard, gap) for new in found]
    holding = [finding for finding in tested if finding.verdict != "fail"]
    sure = len(found) == 1 or (found and line.before(standard) is found[0])
    yield from holding[:1] or (tested[:1] if sure else [])


def _held(line: Line, standard: Mention) -> list[Mention]:
    """The numbers of its sentence that can be held to a standard, the nearest first."""
    start, _ = line.sentence_of(standard.start)
    start = max(start, line.text.rfind(";", start, standard.start) + 1)
    if _SEVERAL.search(line.text, start, standard.start):
        return []
    fits = partial(_can_be_held, standard)
    return [*filter(fits, reversed(line.within(start, standard.start)))]


def _can_be_held(standard: Mention, new: Mention) -> bool:
    told = is_size(new) and new.figure.comparator in ("eq", "approx")
    own = new.figure.role not in FOREIGN_ROLES and new.depth <= standard.depth
    return told and own and new.unit_kind == standard.unit_kind


def _tested(case: Case, new: Mention, standard: Mention, gap: Mention) -> Finding:
    rule = "P19" if gap.figure.kind == "points" else "P07"
    smaller, larger = sorted((new, standard), key=lambda mention: mention.value)
    computed = term(case, larger).exactly() - term(case, smaller).exactly()
    return equation(
        Claim(rule, case.report, f"{name(new)}的差距与前后数"), computed, term(case, gap)
    )


CHECKS = (Check("P07", amount_off), Check("P19", points_off))

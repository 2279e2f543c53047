"""P22: what is said to be over a goal or an average is: 群众满意度93%，高于90%的目标."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, bound
from ...wording import pattern
from ..parts.behind_lists import meant
from ..reading.compared_words import compared_words
from ..reading.lines import Line, related_lines
from ..reading.mentions import FOREIGN_ROLES, Mention
from ..reading.terms import is_meant, name, term
from .changes import is_size

TIMES = frozenset({"d", "workday", "month", "a", "h", "min"})
_EXACT = frozenset({"eq", "approx"})


def held_to(case: Case) -> Iterator[Finding]:
    """P22: a number is over, under or better than what the words behind it say."""
    words = compared_words().against
    for line in related_lines(case) if case.holds(words.any) else ():
        for last, standard in pairwise(line.mentions) if line.says(words.any) else ():
            if _are_comparable(last, standard):
                more, told = _is_more(line, last, standard), meant(line, last, standard.start)
                if more is not None and told.sure:
                    yield from _told(case, told.numbers[0], standard, more=more)


def _are_comparable(new: Mention, standard: Mention) -> bool:
    own = new.figure.role not in FOREIGN_ROLES and new.figure.comparator in _EXACT
    sizes = is_size(new) and is_size(standard) and new.unit_kind == standard.unit_kind
    return own and sizes and standard.figure.comparator not in ("le", "under")


def _is_more(line: Line, new: Mention, standard: Mention) -> bool | None:
    """Whether the words say that a number is the larger one; null where they say nothing."""
    words = compared_words().against
    ways = ((words.over, True), (words.under, False), (words.reached, True))
    for wanted, more in ways:
        found = wanted.fullmatch(line.text, new.end, standard.start)
        if found and _is_standard(found["of"], standard):
            plain = wanted is words.over or "于" in found[0] or is_good(new)
            return more if plain else None
    better = words.better.fullmatch(line.text, new.end, standard.start)
    return _is_better_more(new) if better and _is_standard(better["of"], standard) else None


def _is_standard(lead: str, standard: Mention) -> bool:
    """Whether words around a number say that others are held to it: 90%的目标.

    超过90亿元目标的项目 are others.
    """
    words = compared_words().standard
    if words.behind.search(standard.tail):
        return True
    told = words.name.search(lead) or standard.figure.role in ("target", "prior")
    return bool(told) and "的" not in standard.tail


def is_good(mention: Mention) -> bool:
    """Whether more of it is better: a rate or a degree, and none of faults."""
    subject = mention.figure.subject or ""
    return subject.endswith(("率", "度")) and not pattern("less_is_better").search(subject)


def _is_better_more(mention: Mention) -> bool | None:
    if mention.figure.unit in TIMES:
        return False
    return True if is_good(mention) else None


def _told(case: Case, new: Mention, standard: Mention, *, more: bool) -> Iterator[Finding]:
    """Nothing where the two are so far apart that they can be no level and its goal."""
    claim = Claim("P22", case.report, f"{name(new)}的高低与所比的数")
    level, goal = term(case, new), term(case, standard).exactly()
    finding = bound(claim, *((goal, level) if more else (level, goal)))
    larger, smaller = max(new.value, standard.value), min(new.value, standard.value)
    if finding.verdict != "fail" or is_meant(larger, smaller):
        yield finding


CHECKS = (Check("P22", held_to),)

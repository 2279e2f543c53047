"""P03 and P04: rates of a number that stands right before them: 完成预算84万元的73%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ..parts.behind_lists import Meant, meant
from ..reading.again import named_again
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention
from ..reading.words import relations
from .quotients import Quotient, tested

_AGAINST = re.compile(r"^[,\s]*(?:[仅只约]?[为是占]|相当于|达到?)[^,;。\d]{0,8}$")
"""Leads to a number that another one is a rate of: 为预算."""


def rate_of_base(case: Case) -> Iterator[Finding]:
    """P03: a rate of a number is the last number before the two over it."""
    yield from _rated(case, "P03")


def completed_base(case: Case) -> Iterator[Finding]:
    """P04: the same where the words say that something was completed."""
    yield from _rated(case, "P04")


def has_base(line: Line, rate: Mention) -> bool:
    """Whether the number that the rate is of stands right before it."""
    before = line.before(rate)
    return before is not None and before.is_base


def _rated(case: Case, rule: str) -> Iterator[Finding]:
    for line in related_lines(case):
        for base, rate in pairwise(line.mentions) if line.has_base else ():
            if base.is_base and rate.figure.kind == "rate":
                told = _told_of(line, base, rule)
                quotients = (Quotient(rate, one, base) for one in told.numbers)
                yield from tested(case, rule, quotients, sure=told.sure)


def _told_of(line: Line, base: Mention, rule: str) -> Meant:
    """What a rate of a base can be of; behind a list of parts, a share can be the last one's."""
    part = _part(line, base)
    said = _rule(line, part, base) if part else None
    if part and said == rule:
        told = meant(line, part, base.start)
        return told if rule == "P04" else Meant(told.numbers, sure=told.numbers[0] is part)
    against = _set_against(line, base) if rule == "P03" and part and said is None else ()
    return Meant(tuple(against), sure=len(against) == 1)


def _set_against(line: Line, base: Mention) -> list[Mention]:
    """The numbers of the sentence that one is set against with 为 or 相当于, nearest first."""
    start, _ = line.sentence_of(base.start)
    told = line.within(start, base.start) if _AGAINST.search(base.lead) else ()
    alike = [m for m in reversed(told) if m.is_stated and m.unit_kind == base.unit_kind]
    return [m for m in alike if m.figure.role != "prior"] or alike


def _part(line: Line, base: Mention) -> Mention | None:
    """The last level before the base, of its unit and in its clauses."""
    start, _ = line.sentence_of(base.start)
    start = max(start, line.text.rfind(";", start, base.start) + 1)
    before = [
        mention
        for mention in line.within(start, base.start)
        if mention.is_stated and mention.unit_kind == base.unit_kind
        if mention.figure.role != "prior" or base.figure.role == "prior"
    ]
    return named_again(base, before) or (before[-1] if before else None)


def _rule(line: Line, part: Mention, base: Mention) -> str | None:
    """Whether the words between tell of a share or of completion; null for other rates."""
    between = line.text[part.end : base.start]
    if "完成" in between or relations().words.goal.search(between):
        return "P04"
    return "P03" if "占" in between else None


CHECKS = (Check("P03", rate_of_base), Check("P04", completed_base))

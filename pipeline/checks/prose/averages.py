"""P13: averages, times how many, give the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..proof import Claim, equation
from .lines import Line, related_lines_of
from .mentions import PERSONS, Mention
from .terms import name, term

_PER = re.compile(r"每([^\d,;。]{1,2})|([人户亩场次件家台套辆村校])均")
_MEASURED = frozenset({None, "level", "change"})
_VISITS = "人次"
_STATED = frozenset({"eq", "approx", "plus"})


def average(case: Case) -> Iterator[Finding]:
    """P13: an average is the total over the number, where a sentence has one of each.

    One that does not fit is of something else where its own words (人均收入) are not those
    of the total (发放补贴).
    """
    for line in related_lines_of(case, "per_unit"):
        for mean in line.mentions:
            unit = _counted_in(mean)
            told = _around(line, mean) if unit else ()
            numbers = _numbers(told, unit) if unit else []
            totals = [m for m in told if _is_total(m, mean)]
            if len(numbers) == len(totals) == 1 and numbers[0].value:
                claim = Claim("P13", case.report, f"{name(mean)}的平均数与总数、个数")
                quotient = term(case, totals[0]) / term(case, numbers[0])
                finding = equation(claim, quotient, term(case, mean))
                if finding.verdict != "fail" or _is_of(mean, totals[0]):
                    yield finding


def _numbers(told: Sequence[Mention], unit: str) -> list[Mention]:
    """The number of things that the average is of: the sum, where their parts stand before it."""
    stated = [m for m in told if m.is_stated]
    found = [m for m in stated if counts(m, unit)]
    found = found or [m for m in stated if unit == "人" and m.figure.unit == _VISITS]
    *parts, last = found or [None]
    summed = last and len(parts) > 1 and sum(m.value for m in parts if m) == last.value
    return [last] if last and summed else found


def segment(line: Line, mention: Mention) -> tuple[int, int]:
    """The part of a mention's sentence between semicolons."""
    start, end = line.sentence_of(mention.start)
    start = max(start, line.text.rfind(";", start, mention.start) + 1)
    stop = line.text.find(";", mention.end, end)
    return start, end if stop < 0 else stop


def counts(mention: Mention, unit: str) -> bool:
    """Whether a number counts things of this unit; 人, 名 and 位 are one."""
    one = mention.figure
    alike = one.unit in PERSONS if unit in ("人", "名", "位", "生") else one.unit == unit
    return one.kind == "count" and alike


def _around(line: Line, mean: Mention) -> Sequence[Mention]:
    start, _ = segment(line, mean)
    return [m for m in line.within(start, mean.start) if m.depth == mean.depth]


def _counted_in(mean: Mention) -> str | None:
    """What the average is told of: 户 in 户均, 人 in 每人."""
    if mean.figure.aspect != "per_unit" or mean.figure.value is None:
        return None
    match = _PER.search(mean.lead)
    return (match[1] or match[2]) if match else None


def _is_total(mention: Mention, mean: Mention) -> bool:
    one, other = mention.figure, mean.figure
    stated = one.value is not None and one.comparator in _STATED and not mention.is_base
    return stated and one.aspect in _MEASURED and (one.kind, one.unit) == (other.kind, other.unit)


def _is_of(mean: Mention, total: Mention) -> bool:
    """Whether the average has no words of its own, or some of the total's."""
    match = _PER.search(mean.lead)
    own = mean.lead[match.end() :] if match else ""
    return not own or bool(set(own) & set(f"{total.label}{total.figure.subject or ''}"))


CHECKS = (Check("P13", average),)

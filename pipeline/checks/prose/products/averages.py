"""P13: averages, times how many, give the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...number import judge
from ...proof import Claim, equation
from ..reading.each import DAYS, Each, counts, each_of, segment
from ..reading.lines import Line, numbered_lines
from ..reading.mentions import FOREIGN_ROLES, Mention
from ..reading.terms import name, term
from ..reading.words import relations
from .means import (
    STATED,
    VISITS,
    are_alike,
    is_near,
    is_total,
    mean_of_earlier,
    mean_of_named,
    mean_of_total,
    quotient,
)

_NEGATED = re.compile("[未不无]")
_MEAN = re.compile("平均|各(?=[配拨安补奖发建设给投支购选派组开栽种])")
_NAMING = 4
"""Characters before a total in which its deed is told."""


def average(case: Case) -> Iterator[Finding]:
    """P13: an average is the total over the number, where a sentence has one of each.

    One that does not fit is of something else where its own words (人均收入) are not those
    of the total (发放补贴). What fits may stand elsewhere in the passage or right before it.
    """
    for before, line in pairwise((None, *numbered_lines(case))):
        for mean in line.mentions if line and "per_unit" in line.aspects else ():
            each = told_of(mean)
            if line and each:
                numbers = line.stated if before is None else (*line.stated, *before.stated)
                yield from _tested(case, line, mean, each, numbers)


def average_of_things(case: Case) -> Iterator[Finding]:
    """P13: 建成的20个站平均投入3万元，共60万元; 20个站共投入60万元，平均3万元."""
    for line in numbered_lines(case):
        for number, mean, whole in _three(line) if line.says(_MEAN) else ():
            if _is_mean_of(line, number, mean) and _is_sum_of(line, mean, whole):
                yield _product(case, number, mean, whole)
            yield from mean_of_total(case, line, number, mean, whole)


def _three(line: Line) -> Iterator[tuple[Mention, Mention, Mention]]:
    return zip(line.mentions, line.mentions[1:], line.mentions[2:], strict=False)


def _is_mean_of(line: Line, number: Mention, mean: Mention) -> bool:
    """Whether an average of the number's things stands in its clause."""
    together = line.clause_of(number) == line.clause_of(mean)
    counted = number.is_stated and number.figure.kind == "count" and mean.figure.value is not None
    return together and counted and bool(_MEAN.search(mean.lead)) and each_of(mean) is None


def _is_sum_of(line: Line, mean: Mention, whole: Mention) -> bool:
    """Whether a total follows an average in the next clause, in its unit."""
    told = whole.is_stated and whole.figure.comparator == "eq" and mean.figure.comparator == "eq"
    leads = relations().words.total.fullmatch(line.text[mean.end : whole.start])
    return told and bool(leads) and are_alike(whole, mean)


def told_of(mean: Mention) -> Each | None:
    """What the average is told of: 户 in 户均, 人 in 每人; prices have a check of their own."""
    figure = mean.figure
    told = figure.aspect == "per_unit" and figure.comparator in STATED
    each = each_of(mean) if told and figure.value is not None else None
    return None if each and figure.kind == "amount" and not each.is_mean else each


def _tested(
    case: Case, line: Line, mean: Mention, each: Each, numbers: Sequence[Mention]
) -> Iterator[Finding]:
    beside = [*_beside(case, line, mean, each)]
    if not any(finding.verdict != "fail" for finding in beside):
        held = next(_held(case, line, mean, each, numbers), None)
        beside = [held] if held else beside or [*_elsewhere(case, line, mean, each)]
    beside = beside or [*mean_of_earlier(case, line, mean, each)]
    yield from beside or mean_of_named(case, line, mean, each)


def _beside(case: Case, line: Line, mean: Mention, each: Each) -> Iterator[Finding]:
    """The one total and the one number before the average in its part of the sentence."""
    told = _around(line, mean)
    numbers = _numbers(told, each)
    totals = [m for m in told if is_total(m, mean) and m not in numbers]
    if len(numbers) == len(totals) == 1 and numbers[0].value:
        finding = quotient(case, totals[0], numbers[0], mean)
        sure = _is_of(each, totals[0], numbers[0]) and (
            each.unit not in DAYS or is_near(totals[0], numbers[0], mean)
        )
        if finding.verdict != "fail" or sure:
            yield finding


def _held(
    case: Case, line: Line, mean: Mention, each: Each, numbers: Iterable[Mention]
) -> Iterator[Finding]:
    """What holds of any total and number of the passage."""
    totals, stated = [m for m in line.mentions if is_total(m, mean)], term(case, mean).number
    for number in numbers if totals else ():
        for total in totals if number.value and _is_number(number, each.unit) else ():
            computed = term(case, total) / term(case, number)
            foreign = FOREIGN_ROLES - {total.figure.role or ""}
            apart = number is total or number.figure.role in foreign
            if not apart and judge(computed.number, stated) == "ok":
                yield quotient(case, total, number, mean)


def _elsewhere(case: Case, line: Line, mean: Mention, each: Each) -> Iterator[Finding]:
    """The one number in the sentence, with the total behind the average or the one it names."""
    numbers = _numbers(_around(line, mean), each) or _reached(line, mean, each)
    behind = line.behind(mean.end)
    following = [behind] if behind and _is_sum_of(line, mean, behind) else []
    totals = following or [m for m in line.stated if is_total(m, mean) and _is_named(each, m)]
    totals = totals or [m for m in _around(line, mean)[-1:] if is_total(m, mean)]
    one = len({m.value for m in numbers}) == len({m.value for m in totals}) == 1
    if one and totals[0] not in numbers and is_near(totals[0], numbers[0], mean):
        yield quotient(case, totals[0], numbers[0], mean)


def _reached(line: Line, mean: Mention, each: Each) -> list[Mention]:
    """The number right behind the average that it is told for: 每户3床，惠及400户."""
    behind = line.behind(mean.end)
    told = behind and behind.is_stated and counts(behind, each.unit)
    leads = behind and relations().words.reaches.fullmatch(line.text[mean.end : behind.start])
    return [behind] if behind and told and leads else []


def _product(case: Case, number: Mention, mean: Mention, whole: Mention) -> Finding:
    claim = Claim("P13", case.report, f"{name(mean)}的平均数与总数、个数")
    return equation(claim, term(case, number) * term(case, mean).uncut(), term(case, whole))


def _numbers(told: Sequence[Mention], each: Each) -> list[Mention]:
    """The number of things that the average is of: the sum, where their parts stand before it.

    Of several kinds of things it is of those that it names (12个乡镇, 每个乡镇).
    """
    stated = [m for m in told if m.is_stated]
    found = [m for m in stated if counts(m, each.unit)]
    found = found or [m for m in stated if _is_number(m, each.unit)]
    found = [m for m in found if each.own and m.tail.startswith(each.own)] or found
    *parts, last = found or [None]
    summed = last and len(parts) > 1 and sum(m.value for m in parts if m) == last.value
    return [last] if last and summed else found


def _is_number(mention: Mention, unit: str) -> bool:
    return counts(mention, unit) or (unit == "人" and mention.figure.unit == VISITS)


def _around(line: Line, mean: Mention) -> Sequence[Mention]:
    start, _ = segment(line, mean)
    return [m for m in line.within(start, mean.start) if m.depth == mean.depth]


def _is_of(each: Each, total: Mention, number: Mention) -> bool:
    """Whether the average has no words of its own but what is counted, or some of the total's."""
    own = each.own.removeprefix(number.tail)
    return not own or bool(set(own) & set(f"{total.label}{total.figure.subject or ''}"))


def _is_named(each: Each, total: Mention) -> bool:
    """Whether the deed that the average is told of (人均结案) is the one that the total counts."""
    deed = total.lead[-_NAMING:]
    return bool(each.own) and each.own[0] in deed and not _NEGATED.search(deed)


CHECKS = (Check("P13", average), Check("P13", average_of_things))

"""Totals and averages, and averages of what is told right before them or sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .....schemas.finding import Finding
from ...case import Case
from ...number import judge
from ...proof import Claim, equation
from ..reading.each import Each, counts, each_of
from ..reading.lines import Line, lines_with
from ..reading.mentions import FOREIGN_ROLES, PERSONS, Mention, total_of
from ..reading.names import is_specific
from ..reading.terms import is_meant, name, term
from ..reading.words import relations

VISITS = "人次"
STATED = frozenset({"eq", "approx", "plus"})
_MEASURED = frozenset({None, "level", "change"})
_PEOPLE = PERSONS | {VISITS}
_OF_ALL = re.compile("[总共]|累计|合计")
_IDLE = re.compile("平均|[仅只约为达有需:了]")
_RIGHT_BEHIND = re.compile(",(?:平均)?[每\u4e00-\u9fff]")
_NOUN = 2


def is_total(mention: Mention, mean: Mention) -> bool:
    """Whether a number can be the total of an average."""
    one = mention.figure
    stated = one.value is not None and one.comparator in STATED and not mention.is_base
    return stated and one.aspect in _MEASURED and are_alike(mention, mean)


def are_alike(one: Mention, other: Mention) -> bool:
    """Whether both are of one unit; visits (人次) are told as people too."""
    units = {one.figure.unit, other.figure.unit}
    return one.figure.kind == other.figure.kind and (len(units) == 1 or units <= _PEOPLE)


def is_near(total: Mention, number: Mention, mean: Mention) -> bool:
    """Whether the average is not far from what the total over the number is."""
    return is_meant(total.value, mean.value * number.value)


def quotient(case: Case, total: Mention, number: Mention, mean: Mention) -> Finding:
    """Whether a total over the number of its things is their average."""
    claim = Claim("P13", case.report, f"{name(mean)}的平均数与总数、个数")
    return equation(claim, term(case, total) / term(case, number), term(case, mean))


def mean_of_total(
    case: Case, line: Line, number: Mention, total: Mention, mean: Mention
) -> Iterator[Finding]:
    """An average behind the total in whose clause its things are: 86次抢修共用3440分钟，平均40分钟.

    One that has words which are not the total's may be of something else.
    """
    together = line.clause_of(number) == line.clause_of(total)
    counted = number.is_stated and number.figure.kind == "count" and number.value
    of_all = total.is_stated and _OF_ALL.search(total.lead)
    if together and counted and of_all and _is_mean_of(line, total, mean):
        finding = quotient(case, total, number, mean)
        own = _IDLE.sub("", mean.lead) in total.lead and not mean.tail
        if finding.verdict != "fail" or (own and is_near(total, number, mean)):
            yield finding


def mean_of_earlier(case: Case, line: Line, mean: Mention, each: Each) -> Iterator[Finding]:
    """An average of things told sentences before: 办结案件86件。…罚款129万元，件均1.5万元."""
    total = line.before(mean)
    number = _told_earlier(line, total, each) if total and is_total(total, mean) else None
    if total and number and _RIGHT_BEHIND.match(line.text, total.end):
        finding = quotient(case, total, number, mean)
        sure = is_near(total, number, mean) and not _fits_another(case, total, mean, each)
        if finding.verdict != "fail" or sure:
            yield replace(finding, severity="warning")


def mean_of_named(case: Case, line: Line, mean: Mention, each: Each) -> Iterator[Finding]:
    """What holds of a total told anywhere: 保育员18名，人均照看幼儿6名, with the 幼儿 elsewhere."""
    number, noun = line.before(mean), each.own[-_NOUN:]
    if number and number.is_stated and counts(number, each.unit) and is_specific(noun):
        totals = (
            total
            for other in lines_with(case, mean.figure.kind)
            for total in other.stated
            if noun in f"{total.lead}{total.figure.subject or ''}" and is_total(total, mean)
        )
        found = (quotient(case, total, number, mean) for total in totals if total is not number)
        yield from [finding for finding in found if finding.verdict == "ok"][:1]


def _is_mean_of(line: Line, total: Mention, mean: Mention) -> bool:
    """Whether an average for each of nothing that is named follows in the next clause."""
    follows = line.text[total.end : mean.start].strip() == f",{mean.lead}"
    stated = mean.figure.comparator == total.figure.comparator == "eq"
    told = mean.lead.startswith("平均") and each_of(mean) is None
    return follows and told and stated and are_alike(total, mean)


def _told_earlier(line: Line, total: Mention, each: Each) -> Mention | None:
    """The number of things that the sentences before tell, where the total's own tells none.

    It is the only one, or what the others add up to.
    """
    start, _ = line.sentence_of(total.start)
    told = [m for m in line.within(0, total.start) if m.is_stated and counts(m, each.unit)]
    told = [m for m in told if m.figure.role not in FOREIGN_ROLES and m.value]
    narrowed = relations().names.narrowing.search(line.text, start, total.start)
    if each.own or narrowed or not told or told[-1].start >= start:
        return None
    most = max(told, key=lambda mention: mention.value)
    others = [mention for mention in told if mention.value != most.value]
    return most if not others or total_of(others) == most.value else None


def _fits_another(case: Case, total: Mention, mean: Mention, each: Each) -> bool:
    """Whether it is the average of some other number of such things."""
    stated = term(case, mean).number
    numbers = (m for line in lines_with(case, "count", "measure") for m in line.stated)
    quotients = (
        term(case, total) / term(case, number)
        for number in numbers
        if number.value and counts(number, each.unit) and number.figure.role not in FOREIGN_ROLES
    )
    return any(judge(computed.number, stated) != "fail" for computed in quotients)

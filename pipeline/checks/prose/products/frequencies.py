"""P13: what is done so often, at so many places, was done this often in the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...number import judge
from ...proof import Claim, equation
from ...terms import Term
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention
from ..reading.terms import is_meant, name, term

_OFTEN = re.compile(r"每个?(?P<time>月|季度?|半年)(?P<deed>[^\d,;。]{0,6})$")
_SO_OFTEN = re.compile("每个?(?:月|季|半年)")
_IN_A_YEAR = {"月": 12, "季": 4, "季度": 4, "半年": 2}
_YEARLY = re.compile(r"(?:全年|年度|一年|年|累计|合计|总计|共计|共)+(?P<deed>[^\d,;。]{0,6})$")


def times_a_year(case: Case) -> Iterator[Finding]:
    """P13: 设断面50个，每月监测1次，全年监测600次; raised where places are told and one deed."""
    for line in related_lines(case):
        for often in line.mentions if line.says(_SO_OFTEN) else ():
            found, whole = _OFTEN.search(often.lead), line.behind(often.end)
            if found and whole and _are_of_one_sentence(line, often, whole):
                yield from _tested(case, line, often, whole, found)


def _tested(
    case: Case, line: Line, often: Mention, whole: Mention, found: re.Match[str]
) -> Iterator[Finding]:
    claim = Claim("P13", case.report, f"{name(whole)}的频次与全年次数")
    once = term(case, often) * Term.constant(_IN_A_YEAR[found["time"]])
    places = [m for m in _before(line, often) if m.unit_kind != often.unit_kind]
    products = [term(case, place) * once for place in reversed(places)] + [once]
    stated = term(case, whole)
    fitting = [one for one in products if judge(one.number, stated.number) != "fail"]
    likely = fitting or [one for one in products[:1] if _is_near(one, stated)]
    yearly = _YEARLY.search(whole.lead)
    if fitting or (places and yearly and yearly["deed"] == found["deed"]):
        yield from (equation(claim, one, stated) for one in likely[:1])


def _before(line: Line, often: Mention) -> Sequence[Mention]:
    start, _ = line.sentence_of(often.start)
    told = line.within(start, often.start)
    return [m for m in told if m.is_stated and m.figure.kind == "count"][-1:]


def _are_of_one_sentence(line: Line, often: Mention, whole: Mention) -> bool:
    alike = often.unit_kind == whole.unit_kind and whole.is_stated
    exact = often.figure.comparator == whole.figure.comparator == "eq"
    return alike and exact and not re.search("[;。]", line.text[often.end : whole.start])


def _is_near(one: Term, stated: Term) -> bool:
    return is_meant(one.number.value or Fraction(0), stated.number.value or Fraction(0))


CHECKS = (Check("P13", times_a_year),)

"""P23: a number a hundred times that of the year before is worth a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from .....schemas.figure import Figure
from .....schemas.finding import Finding
from ...between_reports.together import AcrossCheck, consecutive, subject_of, unit_keys
from ...case import Case
from ...check import Check
from ...proof import Claim, remark
from ...terms import Term, plain
from ..reading.names import is_specific
from ..reading.terms import name, term
from .changes import changes

_LEAP = 100


def leaps(case: Case) -> Iterator[Finding]:
    """P23: two years told in one sentence."""
    for change in changes(case):
        ends = change.old, change.new
        if all(end.is_level for end in ends) and _is_leap(change.old.value, change.new.value):
            old, new = term(case, change.old), term(case, change.new)
            yield _told(case, name(change.new), old, new)


def leaps_over_years(cases: Sequence[Case]) -> Iterator[Finding]:
    """P23: two years told in two reports of one unit, once under the name in each."""
    for earlier, later in consecutive(cases, unit_keys):
        before, now = _levels(earlier), _levels(later)
        for key in (key for key in now if key in before):
            old, new = earlier.report.figures[before[key]], later.report.figures[now[key]]
            if _is_leap(old.value or Decimal(0), new.value or Decimal(0)):
                terms = earlier.term(before[key]), later.term(now[key])
                yield _told(later, new.subject or "", *terms)


def _levels(case: Case) -> dict[object, int]:
    """The levels with names of their own that a report tells once, by name and unit."""
    told: dict[object, list[int]] = {}
    for index, figure in enumerate(case.report.figures):
        if _is_level(figure):
            told.setdefault((subject_of(figure), figure.role, figure.unit), []).append(index)
    return {key: found[0] for key, found in told.items() if len(found) == 1}


def _is_level(figure: Figure) -> bool:
    counted = figure.kind in ("amount", "count", "measure") and figure.aspect == "level"
    return counted and figure.comparator == "eq" and is_specific(figure.subject)


def _is_leap(old: Decimal, new: Decimal) -> bool:
    low, high = sorted((old, new))
    return low > 0 and high >= low * _LEAP


def _told(case: Case, subject: str, old: Term, new: Term) -> Finding:
    quotient = new / old
    ratio = plain(quotient.number.value or Fraction(0), 4).rstrip("0").rstrip(".")
    line = f"{quotient.text(True)} = {ratio}"
    matter = f"{subject}与上年相差悬殊，请核实数量级：{line}"
    sources = (*new.sources, *old.sources)
    quotes, tags = [source.quote for source in sources], [source.tag for source in sources]
    return remark(Claim("P23", case.report, matter), "fail", line, quotes, tags)


CHECKS = (Check("P23", leaps),)
ACROSS = (AcrossCheck("P23", leaps_over_years),)

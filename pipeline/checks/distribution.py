"""C08, C11: scores and outputs over many projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ...schemas.finding import Finding
from .case import Case
from .facts import IndicatorRow, ProjectFacts, projects
from .proof import Claim, remark
from .together import AcrossCheck

_MANY = 10
_SMALL = 10


def full_scores(cases: Sequence[Case]) -> Iterator[Finding]:
    """C08: more than half of ten or more projects have the full score."""
    scored = [one for case in cases for one in projects(case) if one.total_score]
    full = [
        one
        for one in scored
        if one.total_score and one.total_score.number.value == cases[0].profile.full_score
    ]
    if len(scored) >= _MANY and len(full) * 2 > len(scored):
        terms = [one.total_score for one in full if one.total_score]
        quotes = [source.quote for term in terms for source in term.sources]
        line = f"{len(scored)}个项目中{len(full)}个得{cases[0].profile.full_score}分"
        yield remark(Claim("C08", cases[0].report, line), "fail", line, quotes)


def output_counted_twice(cases: Sequence[Case]) -> Iterator[Finding]:
    """C11: one output, of the same name, number and unit, stands in two projects of a unit."""
    told = [(case, facts) for case in cases for facts in projects(case) if facts.called]
    for (case, one), (_, other) in combinations(told, 2):
        same_unit = (
            one.project.unit == other.project.unit and one.project.year == other.project.year
        )
        if same_unit and one.called != other.called:
            for first, second in _shared_outputs(one, other):
                yield _counted_twice(case, (one, first), (other, second))


def _shared_outputs(
    one: ProjectFacts, other: ProjectFacts
) -> Iterator[tuple[IndicatorRow, IndicatorRow]]:
    for first in one.indicators:
        for second in other.indicators:
            if _output(first) and _output(first) == _output(second):
                yield first, second


def _output(row: IndicatorRow) -> tuple[object, ...] | None:
    """Name, number and unit of an output that is counted; null for rates and small numbers."""
    one = row.indicator
    counted = one.level1_kind == "output" and one.actual_unit not in {None, "1"}
    large = one.actual_value is not None and one.actual_value > _SMALL
    return (one.name, one.actual_value, one.actual_unit) if counted and large else None


def _counted_twice(
    case: Case, one: tuple[ProjectFacts, IndicatorRow], other: tuple[ProjectFacts, IndicatorRow]
) -> Finding:
    terms = [row.actual for _, row in (one, other) if row.actual]
    quotes = [source.quote for term in terms for source in term.sources]
    what = f"{one[1].indicator.name}{one[1].indicator.actual_text}"
    line = f"{what}：{one[0].called}、{other[0].called}"
    matter = f"{one[0].called}与{other[0].called}均列有{what}"
    claim = Claim("C11", case.report, matter)
    return remark(claim, "fail", line, quotes, [one[0].called, other[0].called, what])


ACROSS = (AcrossCheck("C08", full_scores), AcrossCheck("C11", output_counted_twice))

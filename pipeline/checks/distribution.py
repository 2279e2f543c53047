"""C08, C11: scores and outputs over many projects."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from ...schemas.finding import Finding
from .case import Case
from .facts import IndicatorRow, projects
from .proof import Claim, remark
from .together import AcrossCheck, project_unit
from .units import simplified

_MANY = 10
_SMALL = 10


def full_scores(cases: Sequence[Case]) -> Iterator[Finding]:
    """C08: more than half of ten or more projects have the full score."""
    most = cases[0].profile.full_score
    scores = {
        (
            simplified(one.called),
            project_unit(case, one),
            one.project.year,
        ): one.total_score
        for case in cases
        for one in projects(case)
        if one.called and one.total_score
    }
    full = [score for score in scores.values() if score.number.value == most]
    if len(scores) >= _MANY and len(full) * 2 > len(scores):
        quotes = [source.quote for term in full for source in term.sources]
        line = f"{len(scores)}个项目中{len(full)}个得{most}分"
        yield remark(Claim("C08", cases[0].report, line), "fail", line, quotes)


def output_counted_twice(cases: Sequence[Case]) -> Iterator[Finding]:
    """C11: one output, of the same name, number and unit, stands in two projects of a unit."""
    told: dict[Hashable, dict[str, tuple[Case, IndicatorRow]]] = {}
    for case in cases:
        for facts in projects(case):
            for row in facts.indicators:
                output = _output(row)
                if facts.called and output:
                    key = project_unit(case, facts), facts.project.year, output
                    told.setdefault(key, {}).setdefault(facts.called, (case, row))
    for by_project in told.values():
        if len(by_project) > 1:
            yield _counted_twice(by_project)


def _output(row: IndicatorRow) -> Hashable:
    """Name, number and unit of an output that is counted; null for rates and small numbers."""
    one = row.indicator
    counted = one.level1_kind == "output" and one.actual_unit not in {None, "1"}
    large = one.actual_value is not None and one.actual_value > _SMALL
    return (one.name, one.actual_value, one.actual_unit) if counted and large else None


def _counted_twice(by_project: Mapping[str, tuple[Case, IndicatorRow]]) -> Finding:
    case, row = next(iter(by_project.values()))
    terms = [one.actual for _, one in by_project.values() if one.actual]
    quotes = [source.quote for term in terms for source in term.sources]
    what = f"{row.indicator.name}{row.indicator.actual_text}"
    names = "、".join(by_project)
    claim = Claim("C11", case.report, f"{names}均列有{what}")
    return remark(claim, "fail", f"{what}：{names}", quotes, [*by_project, row.indicator.name])


ACROSS = (AcrossCheck("C08", full_scores), AcrossCheck("C11", output_counted_twice))

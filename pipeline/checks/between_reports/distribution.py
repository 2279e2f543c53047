"""C08, C11: scores and outputs over many projects."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from ....schemas.finding import Finding
from ..case import Case
from ..facts import IndicatorRow, ProjectFacts, projects
from ..proof import Claim, remark
from .project_names import named
from .together import AcrossCheck, project_unit, results

_Told = tuple[Case, ProjectFacts, IndicatorRow]

_MANY = 10
_SMALL = 12
"""What is done every month, or for each of a few places, is counted in many projects."""
_DIGITS = 3
"""Of a number that two units under one department hardly have by chance: 1068 and not 1200."""


def full_scores(cases: Sequence[Case]) -> Iterator[Finding]:
    """C08: more than half of ten or more projects have the full score."""
    most = cases[0].profile.full_score
    scores = {
        (
            named(case, one).core,
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
    """C11: one output, of the same name, number and unit, stands in two projects.

    They are projects of one unit, or of units under one department. Of tables that are
    alike in all C06 tells.
    """
    told: dict[Hashable, dict[str, _Told]] = {}
    for case in cases:
        for facts in projects(case):
            for row in facts.indicators:
                key = _declared(case, facts, row)
                if key is not None:
                    name = named(case, facts).core
                    told.setdefault(key, {}).setdefault(name, (case, facts, row))
    for by_project in told.values():
        if len({results(facts) for _, facts, _ in by_project.values()}) > 1:
            yield _counted_twice(list(by_project.values()))


def _outputs(case: Case) -> Iterator[Hashable]:
    found = (_declared(case, one, row) for one in projects(case) for row in one.indicators)
    return (key for key in found if key is not None)


def _declared(case: Case, facts: ProjectFacts, row: IndicatorRow) -> Hashable:
    """An output of a year under one head; null for what is no such output."""
    output = _output(row) if facts.called else None
    return (_head(case, facts, row), facts.project.year, output) if output else None


def _head(case: Case, facts: ProjectFacts, row: IndicatorRow) -> str | None:
    """The department that a project's unit is under; the unit itself for plain numbers."""
    department = case.units.body(facts.project.department or case.report.department)
    value = row.indicator.actual_value
    is_plain = value is None or len(value.normalize().as_tuple().digits) < _DIGITS
    return project_unit(case, facts) if is_plain or department is None else department


def _output(row: IndicatorRow) -> Hashable:
    """Name, number and unit of an output that is counted; null for rates and small numbers."""
    one = row.indicator
    counted = one.level1_kind == "output" and one.actual_unit not in {None, "1"}
    large = one.actual_value is not None and one.actual_value > _SMALL
    return (one.name, one.actual_value, one.actual_unit) if counted and large else None


def _counted_twice(told: Sequence[_Told]) -> Finding:
    case, _, row = told[0]
    terms = [one.actual for _, _, one in told if one.actual]
    quotes = [source.quote for term in terms for source in term.sources]
    what = f"{row.indicator.name}{row.indicator.actual_text}"
    called = [facts.called for _, facts, _ in told]
    names = "、".join(called)
    claim = Claim("C11", case.report, f"{names}均列有{what}")
    return remark(claim, "fail", f"{what}：{names}", quotes, [*called, row.indicator.name])


ACROSS = (AcrossCheck("C08", full_scores), AcrossCheck("C11", output_counted_twice, _outputs))

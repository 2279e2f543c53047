"""C05, C09, C10, F15, S13: reports of consecutive years, and goals with their results."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal

from ...schemas.figure import Figure
from ...schemas.finding import Finding
from .case import Case
from .facts import IndicatorRow, ProjectFacts, projects
from .proof import Claim, remark, same
from .terms import Term
from .together import (
    AcrossCheck,
    consecutive,
    project_keys,
    same_matter,
    shared_projects,
    shared_rows,
    sharing,
    subject_of,
    unit_keys,
)

_SOFT = Decimal("0.8")


def carried_over(cases: Sequence[Case]) -> Iterator[Finding]:
    """F15: what is carried over into a year is what the year before left."""
    for earlier, later in consecutive(cases, project_keys):
        for mine, theirs in shared_projects(earlier, later):
            line, carried = mine.total, _carried(theirs)
            if line and line.budget and line.executed and carried:
                left = line.budget - line.executed
                claim = Claim("F15", later.report, f"{mine.called}的上年结转与上年结余")
                if carried.number.value and left.number.value:
                    yield same(claim, left, carried)


def prior_values(cases: Sequence[Case]) -> Iterator[Finding]:
    """C05: last year's value as told this year is the one that last year's report told."""
    for earlier, later in consecutive(cases, unit_keys):
        told = _told_of_its_year(earlier) if same_matter(earlier, later) else {}
        for index, figure in enumerate(later.report.figures):
            is_prior = _is_of(figure, earlier.report.year) and figure.role != "target"
            at = told.get(subject_of(figure)) if is_prior and figure.subject else None
            if at is not None and earlier.report.figures[at].unit == figure.unit:
                claim = Claim("C05", later.report, f"{figure.subject}的上年数与上年报告")
                yield same(claim, earlier.term(at), later.term(index))


def soft_targets(cases: Sequence[Case]) -> Iterator[Finding]:
    """C09: a target well below last year's result."""
    for earlier, later in consecutive(cases, project_keys):
        for before, now in shared_rows(earlier, later):
            same_unit = before.indicator.actual_unit == now.indicator.target_unit
            if same_unit and _is_soft(before, now):
                line = f"{now.indicator.target_text} < 80% × {before.indicator.actual_text}"
                yield _drift("C09", later, now, "指标值低于上年完成值的80%", line, before)


def changed_units(cases: Sequence[Case]) -> Iterator[Finding]:
    """C10: an indicator counted in another unit than last year."""
    for earlier, later in consecutive(cases, project_keys):
        for before, now in shared_rows(earlier, later):
            units = before.indicator.actual_unit, now.indicator.target_unit
            if all(units) and units[0] != units[1]:
                line = f"{before.indicator.actual_text} / {now.indicator.target_text}"
                yield _drift("C10", later, now, "单位与上年不同", line, before)


def approved_targets(cases: Sequence[Case]) -> Iterator[Finding]:
    """S13: targets are those of the approved table of goals, where that is given too."""
    for one, other in sharing(cases, project_keys):
        for goals, results in ((one, other), (other, one)):
            if _is_goal_table(goals) and not _is_goal_table(results):
                for approved, row in shared_rows(goals, results):
                    if approved.target and row.target and goals.report.year == results.report.year:
                        claim = Claim(
                            "S13", results.report, f"{row.indicator.name}的指标值与绩效目标表"
                        )
                        yield same(claim, approved.target.exactly(), row.target.exactly())


def _carried(facts: ProjectFacts) -> Term | None:
    lines = [line for line in facts.funds if line.fund.source == "carryover"]
    return lines[0].budget or lines[0].budget_initial if len(lines) == 1 else None


def _told_of_its_year(case: Case) -> dict[Hashable, int]:
    """The levels that a report tells of its own year, where all places tell one value."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures):
        if _is_level(figure) and not _is_of(figure, (case.report.year or 0) - 1):
            found[subject_of(figure)].append(index)
    figures = case.report.figures
    return {
        subject: indices[-1]
        for subject, indices in found.items()
        if len({figures[index].value for index in indices}) == 1
    }


def _is_level(figure: Figure) -> bool:
    return figure.aspect == "level" and figure.role in {"actual", None} and bool(figure.subject)


def _is_of(figure: Figure, year: int | None) -> bool:
    """Whether a figure is told of the year before the report's, by its words or its period."""
    start, end = figure.period_start, figure.period_end
    whole = bool(start and end and start.year == end.year == year)
    return figure.role == "prior" or (whole and figure.aspect == "level")


def _is_soft(before: IndicatorRow, now: IndicatorRow) -> bool:
    actual, target = before.indicator.actual_value, now.indicator.target_value
    rising = now.indicator.comparator in {"ge", "eq"}
    return bool(actual and target is not None and rising and target < _SOFT * actual)


def _drift(
    rule: str, later: Case, row: IndicatorRow, what: str, line: str, before: IndicatorRow
) -> Finding:
    terms = [term for term in (row.target, before.actual) if term]
    quotes = [source.quote for term in terms for source in term.sources]
    matter = f"{row.indicator.name}的{what}：{line}"
    return remark(Claim(rule, later.report, matter), "fail", line, quotes, [row.indicator.name])


def _is_goal_table(case: Case) -> bool:
    """Whether its indicators have targets and no results at all."""
    found = [row for facts in projects(case) for row in facts.indicators]
    return bool(found) and not any(row.indicator.actual_text for row in found)


ACROSS = (
    AcrossCheck("C05", prior_values),
    AcrossCheck("C09", soft_targets),
    AcrossCheck("C10", changed_units),
    AcrossCheck("F15", carried_over),
    AcrossCheck("S13", approved_targets),
)

"""What the checks over several reports share: which reports and projects belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...schemas.figure import Figure
from ...schemas.finding import Finding
from .case import Case
from .facts import IndicatorRow, ProjectFacts, projects


@dataclass(frozen=True, slots=True)
class AcrossCheck:
    """An audit rule over several reports; it yields nothing where they cannot be compared."""

    rule: str
    run: Callable[[Sequence[Case]], Iterator[Finding]]


def pairs(cases: Sequence[Case]) -> Iterator[tuple[Case, Case]]:
    """Every two of the reports."""
    return combinations(cases, 2)


def consecutive(cases: Sequence[Case]) -> Iterator[tuple[Case, Case]]:
    """Reports of consecutive years, the earlier first."""
    for one, other in combinations(cases, 2):
        years = one.report.year, other.report.year
        if years[0] and years[1] and abs(years[0] - years[1]) == 1:
            yield (one, other) if years[0] < years[1] else (other, one)


def shared_projects(one: Case, other: Case) -> Iterator[tuple[ProjectFacts, ProjectFacts]]:
    """The projects of one name and unit that both reports tell of."""
    theirs = {(facts.called, facts.project.unit): facts for facts in projects(other)}
    for mine in projects(one):
        found = theirs.get((mine.called, mine.project.unit))
        if mine.called and found:
            yield mine, found


def shared_rows(one: Case, other: Case) -> Iterator[tuple[IndicatorRow, IndicatorRow]]:
    """The indicators of one name in those projects."""
    for mine, theirs in shared_projects(one, other):
        named = {row.indicator.name: row for row in theirs.indicators}
        for row in mine.indicators:
            if row.indicator.name in named:
                yield row, named[row.indicator.name]


def subject_of(figure: Figure) -> tuple[str | None, str | None, str | None]:
    """What a figure measures, among whom and in what respect."""
    return figure.subject, figure.scope, figure.aspect

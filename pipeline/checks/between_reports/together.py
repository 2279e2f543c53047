"""What the checks over several reports share: which reports and projects belong together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ..case import Case
from ..facts import ProjectFacts
from ..units import places
from ..wording import pattern
from .project_names import project_name


@dataclass(frozen=True, slots=True)
class AcrossCheck:
    """An audit rule over several reports; it yields nothing where they cannot be compared.

    ``traces`` are given by rules that hold units against each other: what a report must have
    in common with another for the rule to speak of both. Null for rules within one unit.
    """

    rule: str
    run: Callable[[Sequence[Case]], Iterator[Finding]]
    traces: Callable[[Case], Iterable[Hashable]] | None = None


def sharing(
    cases: Sequence[Case], keys: Callable[[Case], Iterable[Hashable]]
) -> Iterator[tuple[Case, Case]]:
    """Every two reports that have a key in common, once, in the order given."""
    by_key: dict[Hashable, list[int]] = {}
    for at, case in enumerate(cases):
        for key in dict.fromkeys(keys(case)):
            by_key.setdefault(key, []).append(at)
    found = {pair for group in by_key.values() for pair in combinations(group, 2)}
    return ((cases[one], cases[other]) for one, other in sorted(found))


def unit_keys(case: Case) -> Iterator[Hashable]:
    """The unit that reports, if it is known."""
    return iter([case.unit] if case.unit else [])


def region(case: Case) -> str | None:
    """The largest place that the unit's name tells, a city as a rule; null where it tells none."""
    return next(iter(places(case.unit or "")), None)


def same_matter(one: Case, other: Case) -> bool:
    """Whether both are of one project, or neither is of one and they are of one kind."""
    return _matter(one) == _matter(other)


def consecutive(
    cases: Sequence[Case], keys: Callable[[Case], Iterable[Hashable]]
) -> Iterator[tuple[Case, Case]]:
    """Reports of consecutive years with a key in common, the earlier first."""
    for one, other in sharing(cases, keys):
        years = one.report.year, other.report.year
        if years[0] and years[1] and abs(years[0] - years[1]) == 1:
            yield (one, other) if years[0] < years[1] else (other, one)


def disclosure(case: Case) -> Literal["budget", "accounts"] | None:
    """Whether a document publishes a budget (预算) or final accounts (决算), by its title."""
    title = case.report.title or ""
    if case.report.kind != "other" or pattern("evaluation").search(title):
        return None
    return "accounts" if "决算" in title else "budget" if "预算" in title else None


def identity(case: Case) -> tuple[object, ...]:
    """What two files of one report have in common: a Word file and the PDF made of it."""
    report = case.report
    return case.unit, report.year, report.kind, report.project, report.title


def project_unit(case: Case, facts: ProjectFacts) -> str | None:
    """A project's unit, which is the report's where it tells no other."""
    return case.units.body(facts.project.unit or case.report.unit)


def results(facts: ProjectFacts) -> Hashable:
    """Names, results and scores of all indicators: what a copied table has in common."""
    rows = (row.indicator for row in facts.indicators)
    return tuple((row.name, row.actual_text, row.score) for row in rows)


def subject_of(figure: Figure) -> tuple[str | None, str | None, str | None]:
    """What a figure measures, among whom and in what respect."""
    return figure.subject, figure.scope, figure.aspect


def _matter(case: Case) -> Hashable:
    report = case.report
    names = [report.project] if report.project else [one.name for one in report.projects]
    named = len(names) == 1 and names[0]
    return project_name(named, report.year, report.unit).key if named else report.kind

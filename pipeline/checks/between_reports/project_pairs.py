"""Which projects of several reports are one: by name, unit and, for short names, by money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from ..case import Case
from ..facts import IndicatorRow, ProjectFacts, projects
from ..terms import Term
from .project_amounts import AmountColumn, amount_of
from .project_names import ProjectName, is_abbreviated, named


@dataclass(frozen=True, slots=True)
class ProjectPair:
    """One project in two reports."""

    one: Case
    mine: ProjectFacts
    other: Case
    theirs: ProjectFacts

    def amounts(self, column: AmountColumn) -> tuple[Term | None, Term | None]:
        """What the reports tell of an amount."""
        return amount_of(self.one, self.mine, column), amount_of(self.other, self.theirs, column)

    @property
    def rows(self) -> Iterator[tuple[IndicatorRow, IndicatorRow]]:
        """The indicators of one name in both."""
        named = {row.indicator.name: row for row in self.theirs.indicators}
        for row in self.mine.indicators:
            if row.indicator.name in named:
                yield row, named[row.indicator.name]

    @property
    def years_apart(self) -> int | None:
        """How many years the second report is after the first; null where one tells no year."""
        years = self.one.report.year, self.other.report.year
        return years[1] - years[0] if years[0] and years[1] else None

    def turned(self) -> ProjectPair:
        """The same, the other way round."""
        return ProjectPair(self.other, self.theirs, self.one, self.mine)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A project of a report; ``at`` are the numbers of both.

    ``is_listed``: it stands in a list under the report's own unit, whoever carries it out.
    """

    at: tuple[int, int]
    case: Case
    facts: ProjectFacts
    name: ProjectName
    body: str | None
    department: str | None
    is_listed: bool

    @property
    def is_shared(self) -> bool:
        """Whether several bodies under its own have a project of the name."""
        return self.body is not None and (self.body, self.name.key) in self.case.units.shared

    @property
    def money(self) -> tuple[object, ...] | None:
        """Year and budget; null where one is not known."""
        year, budget = self.case.report.year, self.facts.project.budget
        return (year, budget) if year and budget else None


_Two = tuple[_Entry, _Entry]
_Partner = tuple[tuple[int, int], int]
"""A project, and a report in which it was found again."""


@dataclass(slots=True)
class _Group:
    """Entries that have one thing in common: those of a body, and of the units under it."""

    own: list[_Entry] = field(default_factory=list[_Entry])
    under: list[_Entry] = field(default_factory=list[_Entry])

    def pairs(self) -> Iterator[_Two]:
        """Any two of the body's own; those in its lists with those of the only unit under it."""
        yield from combinations(self.own, 2)
        alone = len({entry.body for entry in self.under}) == 1
        if alone and all(entry.is_listed and not entry.is_shared for entry in self.own):
            for one, other in product(self.own, self.under):
                yield (one, other) if one.at < other.at else (other, one)


def project_pairs(cases: Sequence[Case]) -> list[ProjectPair]:
    """Every project that two reports tell of, in the order of the reports.

    A unit's project is one with a project of the same name of the same unit, and with that
    in a list of its department that names no unit, where no other unit under it has one.
    Names are the same up to year, unit and words like 经费; where projects of a report
    differ in no more than that, none is taken. One name may be short for another where both
    have one budget in one year.
    """
    entries = [entry for at, case in enumerate(cases) for entry in _entries(at, case)]
    found = list(_named_alike(entries))
    known = {partner for one, other in found for partner in _partners(one, other)}
    found += _abbreviated(entries, known)
    found.sort(key=lambda two: (two[0].at[0], two[1].at[0], two[0].at[1], two[1].at[1]))
    return [ProjectPair(one.case, one.facts, other.case, other.facts) for one, other in found]


def over_years(cases: Sequence[Case]) -> Iterator[ProjectPair]:
    """Those of reports of consecutive years, the earlier one first."""
    for pair in project_pairs(cases):
        if pair.years_apart in (-1, 1):
            yield pair if pair.years_apart == 1 else pair.turned()


def _entries(at: int, case: Case) -> Iterator[_Entry]:
    facts = projects(case)
    for number, one in enumerate(facts):
        if not one.called:
            continue
        project, report = one.project, case.report
        unit = project.unit or report.unit
        body = case.units.body(unit)
        department = case.units.body(project.department or report.department)
        listed = len(facts) > 1 and project.source == "fund_table" and body == case.unit
        name = named(case, one)
        under = department if department != body else None
        yield _Entry((at, number), case, one, name, body, under, listed)


def _groups(entries: Iterable[_Entry], key: Callable[[_Entry], Hashable]) -> Iterable[_Group]:
    groups: defaultdict[Hashable, _Group] = defaultdict(_Group)
    for entry in entries:
        groups[key(entry), entry.body].own.append(entry)
        if entry.department is not None:
            groups[key(entry), entry.department].under.append(entry)
    return groups.values()


def _named_alike(entries: Iterable[_Entry]) -> Iterator[_Two]:
    for group in _groups(entries, lambda entry: entry.name.key):
        for pairs in _by_reports(group.pairs()):
            exact = [pair for pair in pairs if pair[0].name.full == pair[1].name.full]
            taken = {one.name.full for one, _ in exact}
            loose = [pair for pair in pairs if not taken & {one.name.full for one in pair}]
            yield from _last(exact)
            if _are_two(loose):
                yield from _last(loose)


def _abbreviated(entries: Iterable[_Entry], known: Collection[_Partner]) -> Iterator[_Two]:
    """Pairs of one budget, one name short for the other, that no name brought together."""
    with_money = (entry for entry in entries if entry.money)
    for group in _groups(with_money, lambda entry: (entry.money, entry.name.shift)):
        short = (
            (one, other)
            for one, other in group.pairs()
            if is_abbreviated(one.name.core, other.name.core)
            and not any(partner in known for partner in _partners(one, other))
        )
        for pairs in _by_reports(short):
            if _are_two(pairs):
                yield from _last(pairs)


def _by_reports(pairs: Iterable[_Two]) -> Iterable[list[_Two]]:
    """The pairs of each two reports."""
    found: defaultdict[tuple[int, int], list[_Two]] = defaultdict(list)
    for one, other in pairs:
        if one.at[0] != other.at[0]:
            found[one.at[0], other.at[0]].append((one, other))
    return found.values()


def _partners(one: _Entry, other: _Entry) -> tuple[_Partner, _Partner]:
    return (one.at, other.at[0]), (other.at, one.at[0])


def _are_two(pairs: Sequence[_Two]) -> bool:
    """Whether the pairs are of one name in each report, and of a body that is known."""
    first, second = ({two[side].name.full for two in pairs} for side in (0, 1))
    return len(first) == len(second) == 1 and pairs[0][0].body is not None


def _last(pairs: Iterable[_Two]) -> Iterable[_Two]:
    """Of several places of the second report that tell of a project, the last."""
    return {one.at: (one, other) for one, other in pairs}.values()

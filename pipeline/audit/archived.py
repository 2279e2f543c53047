"""Auditing an archive: each unit's reports of all years together, and units against each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...schemas.finding import Disposition, Finding
from ...schemas.report import Report
from ..archive.store import Archive
from ..archive.view import View
from ..checks.choice import EVERY_RULE, Choice
from ..checks.engine import ACROSS, compare, compare_units
from ..locations import Location
from ..rows import Row, finding_row
from .condensing import Condenser
from .dispositions import latest, made
from .model import Audit, AuditedFile
from .peers import Peers
from .register import Listed, Register, load, parts

Watch = Callable[[int, int], None]
"""Is told how many units are done, and of how many."""

_OF_PEERS = frozenset(check.rule for check in ACROSS if check.traces)
_UNKNOWN_AT_ONCE = 50
"""Reports of no known unit that are in memory at a time; they are compared with none."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What of an archive is audited: one unit or, null, all; one evaluated year or all."""

    unit: str | None = None
    year: int | None = None

    def covers(self, year: int | None) -> bool:
        """Whether a report on that year is audited."""
        return self.year in {None, year}


EVERYTHING = Scope()
"""All units and years."""


def audit_archive(
    archive: Archive, scope: Scope, choice: Choice = EVERY_RULE, watch: Watch | None = None
) -> Audit:
    """Tell what stands against the reports of an archive, in each file and over several.

    For one unit the account is complete. For a whole archive, which no memory holds, the
    doubts are listed and the rest is counted; units are held against each other too, and
    what was found over several documents is kept in the archive, in the place of what an
    earlier audit found, unless years or rules are left out. Raises ``UsageError`` for a
    unit or year that the archive does not know, ``ArchiveError`` as the archive does.
    """
    with archive.view() as view:
        register = Register.of(view)
        if scope.year is not None:
            register.check_year(scope.year)
        run = _Run(view, register, scope, choice)
        if scope.unit is not None:
            return run.of_unit(scope.unit)
        account = run.of_all(watch)
    if scope == EVERYTHING and choice == EVERY_RULE:
        archive.put_across(run.rows())
    return account


@dataclass(frozen=True, slots=True)
class _Told:
    """Reports of one unit, those of others that tell of it, and what all say of each other."""

    reports: list[Report]
    beside: list[Report]
    across: list[Finding]


@dataclass(slots=True)
class _Run:
    """An audit of an archive under way; ``across`` is what was found over several documents."""

    view: View
    register: Register
    scope: Scope
    choice: Choice
    across: list[Finding] = field(default_factory=list[Finding])
    own: Counter[str] = field(default_factory=Counter[str])

    def of_unit(self, unit: str) -> Audit:
        """The complete account of one unit."""
        below = self.register.below.get(self.register.units.body(unit) or "", ())
        told = self._examined(self.register.of_unit(unit), below)
        return Audit.of(self._files(told), self._said())

    def of_all(self, watch: Watch | None) -> Audit:
        """The account of all units, unit after unit."""
        condenser = Condenser(self._said())
        peers = Peers(self.register, self.choice.without)
        groups = [each for group in self.register.by_unit().items() for each in _in_parts(*group)]
        for done, group in enumerate(groups, 1):
            told = self._examined(group)
            self._condense(condenser, told)
            peers.add(told.reports)
            if watch is not None:
                watch(done, len(groups))
        for rule, group in peers.groups():
            reports = load(self.view, group)
            found = self._kept(compare_units(rule, reports, self.register.units), reports)
            condenser.add_findings(found, reports)
            self.across += found
        return condenser.account(self.register.entries, self.register.failed)

    def rows(self) -> Iterator[Row]:
        """The rows of what was found over several documents, numbered behind the reports' own."""
        numbers = Counter(self.own)
        for finding in self.across:
            report_id = finding.report_ids[0]
            numbers[report_id] += 1
            yield finding_row(finding, numbers[report_id])

    def _examined(self, group: Sequence[Listed], below: Collection[Listed] = ()) -> _Told:
        """Reports of one unit with what is told of each, and what they say of each other.

        ``below`` are reports of units under it that are held against them too: findings
        that are told of those units where all are audited.
        """
        body = self.register.units.body(group[0].unit)
        reports = {one.report_id: self._with_own(one) for one in load(self.view, group)}
        beside = self.register.beside.get(body, ()) if body else ()
        others = self._others([*beside, *below])
        together = {**others, **reports}
        ordered = [
            together[one.report_id] for one in self.register.reports if one.report_id in together
        ]
        found = compare(ordered if body else (), None, self.choice.without, self.register.units)
        bodies = {one.report_id: self.register.units.body(one.unit) for one in ordered}
        of_unit = [
            one
            for one in found
            if reports.keys() & one.report_ids and not _is_of_peers(one, bodies)
        ]
        kept = self._kept(of_unit, ordered)
        self.across += kept
        others |= self._others(self._quoted_beside(together.values()))
        return _Told(list(reports.values()), list(others.values()), kept)

    def _others(self, listed: Collection[Listed]) -> dict[str, Report]:
        """Reports of others, without what is told of them."""
        found = load(self.view, listed)
        return {one.report_id: replace(one, findings=()) for one in found}

    def _quoted_beside(self, reports: Collection[Report]) -> list[Listed]:
        """Reports of other units in the same files, of which something is told with these."""
        told = {one for report in reports for each in report.findings for one in each.report_ids}
        missing = told - {report.report_id for report in reports}
        return [one for one in self.register.reports if one.report_id in missing]

    def _with_own(self, report: Report) -> Report:
        """The report with the findings in its own file that are wanted."""
        own = [one for one in report.findings if len(_documents(one)) == 1]
        self.own[report.report_id] = len(own)
        wanted = own if self.scope.covers(report.year) else []
        return replace(
            report, findings=tuple(one for one in wanted if one.rule not in self.choice.without)
        )

    def _kept(self, found: Iterable[Finding], reports: Iterable[Report]) -> list[Finding]:
        """Those that speak of a report of the years that are wanted."""
        wanted = {one.report_id for one in reports if self.scope.covers(one.year)}
        return [finding for finding in found if wanted.intersection(finding.report_ids)]

    def _condense(self, condenser: Condenser, told: _Told) -> None:
        wanted = [report for report in told.reports if self.scope.covers(report.year)]
        own = [finding for report in wanted for finding in report.findings]
        condenser.add_reports(wanted)
        condenser.add_findings([*own, *told.across], [*told.reports, *told.beside])
        condenser.count_untouched([*own, *told.across], wanted)

    def _files(self, told: _Told) -> list[AuditedFile]:
        """The files with what is told of them; those of others and of other years where quoted."""
        across: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in told.across:
            across[finding.report_ids[0]].append(finding)
        own = [one for report in told.reports for one in report.findings]
        quoted = {each for finding in (*own, *told.across) for each in finding.report_ids}
        audited = {one.report_id for one in told.reports if self.scope.covers(one.year)}
        files: defaultdict[str, list[Report]] = defaultdict(list)
        for report in (*told.reports, *told.beside):
            if report.report_id in audited | quoted:
                findings = (*report.findings, *across[report.report_id])
                files[report.document.doc_id].append(replace(report, findings=findings))
        return [self._file(own, audited) for own in files.values()]

    def _file(self, reports: Sequence[Report], audited: Collection[str]) -> AuditedFile:
        document = reports[0].document
        entry = self.register.entries[document.doc_id]
        beside = not any(report.report_id in audited for report in reports)
        return AuditedFile(entry, Location(Path(entry.path)), document, tuple(reports), beside)

    def _said(self) -> Mapping[str, Disposition]:
        return latest(made(self.view))


def _is_of_peers(finding: Finding, bodies: Mapping[str, str | None]) -> bool:
    """Whether it is told where units are held against each other, and there alone."""
    return finding.rule in _OF_PEERS and len({bodies[one] for one in finding.report_ids}) > 1


def _in_parts(body: str | None, reports: Sequence[Listed]) -> Iterator[Sequence[Listed]]:
    """The reports of a unit together; those of no known unit a few at a time."""
    return parts(reports, _UNKNOWN_AT_ONCE) if body is None else iter([reports])


def _documents(finding: Finding) -> set[str]:
    return {report_id.rpartition("-")[0] for report_id in finding.report_ids}

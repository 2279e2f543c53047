"""An audit (审计): the reports that were read, what stands against them, and what was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...schemas.document import Document
from ...schemas.figure import Figure
from ...schemas.finding import Disposition, Finding, Severity, Verdict
from ...schemas.report import Report
from ..entry import DocumentEntry
from ..locations import Location
from .dispositions import SETTLED

_GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class AuditedFile:
    """A file of the audit; ``document`` is null and ``reports`` empty where reading failed.

    One that ``is_beside`` is there for what findings over several files quote of it.
    """

    entry: DocumentEntry
    location: Location
    document: Document | None
    reports: tuple[Report, ...]
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A finding with its number in the audit; doubts are numbered first, gravest first.

    ``figures`` are those of its ``figure_ids``, in their order. ``disposition`` is what a
    reviewer said last of it, null where nothing was said.
    """

    number: int
    finding: Finding
    report: Report
    figures: tuple[Figure, ...]
    disposition: Disposition | None = None

    @property
    def is_settled(self) -> bool:
        """Whether a reviewer has found it a false alarm, or explained."""
        return self.disposition is not None and self.disposition.status in SETTLED

    @property
    def is_doubt(self) -> bool:
        """Whether the relation does not hold."""
        return self.finding.verdict == "fail"

    @property
    def claim(self) -> str:
        """The message without the proof line, for where that stands beside it."""
        return self.finding.message.replace(f"：{self.finding.statement}", "")

    @property
    def is_share(self) -> bool:
        """Whether the number in question is a rate, to be shown as per cent."""
        return bool(self.figures) and self.figures[-1].kind == "rate"


@dataclass(frozen=True, slots=True)
class Untouched:
    """A figure that no rule touched (未核对数字)."""

    figure_id: str
    figure: Figure
    report: Report


@dataclass(frozen=True, slots=True)
class Unlisted:
    """What an audit of a whole archive counts and does not list: relations, figures."""

    verdicts: Counter[Verdict] = field(default_factory=Counter[Verdict])
    figures: int = 0
    untouched: int = 0


@dataclass(frozen=True, slots=True)
class Audit:
    """What the auditor gets, whatever the form.

    ``doubts`` (疑点) are the relations that do not hold, ``checked`` (已核对) all others:
    those that hold, hold thanks to rounding, or cannot be compared.
    """

    files: tuple[AuditedFile, ...]
    doubts: tuple[Relation, ...]
    checked: tuple[Relation, ...]
    untouched: tuple[Untouched, ...]
    by_id: Mapping[str, Report] = field(repr=False)
    unlisted: Unlisted = field(default_factory=Unlisted)

    @classmethod
    def of(
        cls, files: Iterable[AuditedFile], said: Mapping[str, Disposition] | None = None
    ) -> Audit:
        """Number the findings of the files and find the figures that none of them touches.

        ``said`` is what reviewers said last, by key.
        """
        files = tuple(files)
        reports = [report for file in files for report in file.reports]
        known, said = _figures(reports), said or {}
        relations = numbered(
            Relation(
                0,
                finding,
                report,
                tuple(known[each] for each in finding.figure_ids),
                said.get(finding.key),
            )
            for report in reports
            for finding in report.findings
        )
        return cls(
            files,
            tuple(relation for relation in relations if relation.is_doubt),
            tuple(relation for relation in relations if not relation.is_doubt),
            tuple(_untouched(files)),
            {report.report_id: report for report in reports},
        )

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Everything that was tested, in the order of the numbers."""
        return (*self.doubts, *self.checked)

    @property
    def figures(self) -> int:
        """How many figures the reports hold."""
        listed = sum(len(report.figures) for report in self.reports())
        return listed + self.unlisted.figures

    @property
    def left(self) -> int:
        """How many figures no rule touched."""
        return len(self.untouched) + self.unlisted.untouched

    @property
    def has_errors(self) -> bool:
        """Whether a doubt that stands is an error."""
        return any(
            doubt.finding.severity == "error" for doubt in self.doubts if not doubt.is_settled
        )

    def report(self, report_id: str) -> Report:
        """The report with this id."""
        return self.by_id[report_id]

    def document(self, report_id: str) -> Document:
        """The document that holds a report."""
        return self.report(report_id).document

    def reports(self) -> Iterator[Report]:
        """Every report of every file."""
        return (report for file in self.files for report in file.reports)

    def failed(self) -> tuple[DocumentEntry, ...]:
        """The files that could not be read."""
        return tuple(file.entry for file in self.files if file.document is None)


def gravest(severities: Iterable[Severity]) -> Severity:
    """The gravest of one or more severities."""
    return min(severities, key=_GRAVEST_FIRST.index)


def numbered(relations: Iterable[Relation]) -> list[Relation]:
    """The relations with their numbers: doubts first, gravest first, else as they come."""
    ordered = sorted(relations, key=_doubts_first)
    return [replace(relation, number=number) for number, relation in enumerate(ordered, 1)]


def _doubts_first(relation: Relation) -> tuple[bool, int]:
    doubt = relation.is_doubt
    return not doubt, _GRAVEST_FIRST.index(relation.finding.severity) if doubt else 0


def _figures(reports: Sequence[Report]) -> dict[str, Figure]:
    return {
        report.figure_id(index): figure
        for report in reports
        for index, figure in enumerate(report.figures)
    }


def _untouched(files: Sequence[AuditedFile]) -> Iterator[Untouched]:
    found = (one for file in files for report in file.reports for one in report.findings)
    audited = [report for file in files if not file.is_beside for report in file.reports]
    return untouched_by(found, audited)


def untouched_by(found: Iterable[Finding], reports: Iterable[Report]) -> Iterator[Untouched]:
    """The figures of reports that none of the findings touches."""
    touched = {figure_id for finding in found for figure_id in finding.figure_ids}
    for report in reports:
        for index, figure in enumerate(report.figures):
            figure_id = report.figure_id(index)
            if figure_id not in touched:
                yield Untouched(figure_id, figure, report)

"""Reports of a whole archive cut down to what their doubts quote, so that memory holds them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...schemas.document import Block, Cell, Document, Paragraph, Table
from ...schemas.figure import Figure
from ...schemas.finding import Disposition, Finding, Verdict
from ...schemas.report import Report
from ..entry import DocumentEntry
from ..locations import Location
from .model import Audit, AuditedFile, Relation, Unlisted, numbered, untouched_by

_NO_TEXT, _NO_ROWS = Paragraph(""), Table(0, 0, ())
"""Stand for what nothing quotes; paragraphs and tables are counted to tell where a quote is."""


@dataclass(slots=True)
class _Cut:
    """A document with the blocks that are quoted, and its reports."""

    document: Document
    are_tables: tuple[bool, ...]
    kept: dict[int, Block] = field(default_factory=dict[int, Block])
    reports: dict[str, Report] = field(default_factory=dict[str, Report])

    def keep(self, at: int, block: Block, row: int | None) -> None:
        """Keep a paragraph, or of a table the row that is quoted."""
        if isinstance(block, Table):
            before = self.kept.get(at, _NO_ROWS)
            known = before.cells if isinstance(before, Table) else ()
            cells = [cell for cell in block.cells if cell in known or _covers(cell, row)]
            block = replace(block, cells=tuple(cells))
        self.kept[at] = block

    def restored(self) -> Document:
        """The document with every block in its place, those that are not quoted empty."""
        blocks = (
            self.kept.get(at, _NO_ROWS if is_table else _NO_TEXT)
            for at, is_table in enumerate(self.are_tables)
        )
        return replace(self.document, blocks=tuple(blocks))


class Condenser:
    """An account that takes report after report and keeps of each what its doubts need."""

    def __init__(self, said: Mapping[str, Disposition]) -> None:
        self._said = said
        self._cut: dict[str, _Cut] = {}
        self._doubts: list[Relation] = []
        self._verdicts: Counter[Verdict] = Counter()
        self._figures = self._untouched = 0

    def add_reports(self, reports: Iterable[Report]) -> None:
        """Take reports with the findings that are told of them."""
        for report in reports:
            self._keep(report)
            self._figures += len(report.figures)

    def add_findings(self, found: Iterable[Finding], reports: Collection[Report]) -> None:
        """Take findings over these reports, which hold all that is quoted."""
        found = tuple(found)
        by_id = {report.report_id: report for report in reports}
        figures = _figures(found, by_id)
        for finding in found:
            if finding.verdict == "fail":
                self._doubts.append(self._relation(finding, by_id, figures))
            else:
                self._verdicts[finding.verdict] += 1

    def count_untouched(self, found: Iterable[Finding], reports: Collection[Report]) -> None:
        """Count the figures of reports that none of the findings touches."""
        self._untouched += sum(1 for _ in untouched_by(found, reports))

    def account(
        self, entries: Mapping[str, DocumentEntry], failed: Iterable[DocumentEntry]
    ) -> Audit:
        """All that was taken, the doubts numbered; ``entries`` are the files by ``doc_id``."""
        told: defaultdict[str, list[Finding]] = defaultdict(list)
        for doubt in self._doubts:
            told[doubt.report.report_id].append(doubt.finding)
        files = [_file(entries[doc_id], cut, told) for doc_id, cut in self._cut.items()]
        files += [AuditedFile(entry, Location(Path(entry.path)), None, ()) for entry in failed]
        files.sort(key=lambda file: (file.entry.path, file.entry.doc_id or ""))
        by_id = {report.report_id: report for file in files for report in file.reports}
        unlisted = Unlisted(self._verdicts, self._figures, self._untouched)
        return Audit(tuple(files), tuple(numbered(self._doubts)), (), (), by_id, unlisted)

    def _relation(
        self, finding: Finding, by_id: Mapping[str, Report], figures: Mapping[str, Figure]
    ) -> Relation:
        for quote in finding.quotes:
            cut = self._keep(by_id[quote.report_id])
            blocks = by_id[quote.report_id].document.blocks
            for at in range(quote.place.block, (quote.place.end_block or quote.place.block) + 1):
                cut.keep(at, blocks[at], quote.place.row)
        report = by_id[finding.report_ids[0]]
        return Relation(
            0,
            finding,
            self._keep(report).reports[report.report_id],
            tuple(figures[each] for each in finding.figure_ids),
            self._said.get(finding.key),
        )

    def _keep(self, report: Report) -> _Cut:
        document = report.document
        cut = self._cut.get(document.doc_id)
        if cut is None:
            tables = tuple(isinstance(block, Table) for block in document.blocks)
            cut = _Cut(replace(document, blocks=(), notes=()), tables)
            self._cut[document.doc_id] = cut
        if report.report_id not in cut.reports:
            cut.reports[report.report_id] = _bare(report, cut.document)
        return cut


def _covers(cell: Cell, row: int | None) -> bool:
    return row is not None and cell.row <= row < cell.row + cell.row_span


def _bare(report: Report, document: Document) -> Report:
    """What is told of a report in a list, without its contents."""
    return Report(
        document=document,
        seq=report.seq,
        first_block=report.first_block,
        last_block=report.last_block,
        title=report.title,
        kind=report.kind,
        year=report.year,
        unit=report.unit,
        department=report.department,
        evaluator=report.evaluator,
        project=report.project,
        cover_date=report.cover_date,
        closing_date=report.closing_date,
        sign_date=report.sign_date,
        score=report.score,
        grade=report.grade,
    )


def _file(entry: DocumentEntry, cut: _Cut, told: Mapping[str, Sequence[Finding]]) -> AuditedFile:
    document = cut.restored()
    reports = tuple(
        replace(report, document=document, findings=tuple(told.get(report.report_id, ())))
        for report in sorted(cut.reports.values(), key=lambda report: report.seq)
    )
    return AuditedFile(entry, Location(Path(entry.path)), document, reports)


def _figures(found: Iterable[Finding], by_id: Mapping[str, Report]) -> dict[str, Figure]:
    """The figures that findings rest on, by their ids."""
    wanted = {each for finding in found for each in finding.figure_ids}
    return {
        figure_id: by_id[report_id].figures[int(number) - 1]
        for figure_id in wanted
        for report_id, _, number in [figure_id.rpartition("-f")]
    }

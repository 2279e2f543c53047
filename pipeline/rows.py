"""Facts as rows of the tables: the one place where decimals are cut to ten places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any

from ..schemas.definitions.checks import FINDINGS
from ..schemas.definitions.column import Column, TableDefinition
from ..schemas.definitions.documents import BLOCKS, CELLS, DOCUMENTS, NOTES
from ..schemas.definitions.facts import CITATIONS, DATES, FIGURES
from ..schemas.definitions.forms import FUNDS, INDICATORS, PROJECTS, SIGNATURES
from ..schemas.definitions.reports import REPORTS, SECTIONS
from ..schemas.document import Box, Document, Note, Paragraph, Place, Table, TextLine
from ..schemas.finding import Finding, Quote
from ..schemas.report import Project, Report
from ..schemas.tables import TABLES
from .entry import DocumentEntry
from .values import Value, stored, text

Row = dict[str, Value]
Rows = Mapping[str, Sequence[Row]]
"""Rows by the name of their table; every table is there."""

_NAMES = {table.name: table.names for table in TABLES}
_NOWHERE: Row = dict.fromkeys(
    ("block", "row", "column", "start", "end", "end_block", "page", "x0", "y0", "x1", "y1")
)


def no_rows() -> dict[str, list[Row]]:
    """Every table without a row."""
    return {table.name: [] for table in TABLES}


class DocumentRows(Mapping[str, Sequence[Row]]):
    """The rows of one document.

    They are kept as ``tuples``, by table, of values in the order of its columns: what goes
    from process to process and into the archive is that alone.
    """

    __slots__ = ("tuples",)

    def __init__(self) -> None:
        self.tuples: dict[str, list[tuple[Value, ...]]] = {table.name: [] for table in TABLES}

    def __getitem__(self, table: str) -> list[Row]:
        return [dict(zip(_NAMES[table], row, strict=True)) for row in self.tuples[table]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tuples)

    def __len__(self) -> int:
        return len(self.tuples)


def document_rows(
    entry: DocumentEntry, document: Document | None, reports: Sequence[Report]
) -> DocumentRows:
    """All rows that one file gives; only the ``documents`` row where it was not read."""
    rows = _Maker(entry.doc_id)
    rows.add(DOCUMENTS, entry)
    if document is not None:
        marked = reports[0].document if reports else document
        _add_blocks(rows, marked, _section_ids(reports))
        rows.add_notes(document.notes)
    for report in reports:
        _add_report(rows, report)
    return rows.made()


class _Maker:
    """Makes the rows of one document from facts."""

    def __init__(self, doc_id: str | None) -> None:
        self._doc_id = doc_id
        self._raw: dict[str, list[tuple[Any, ...]]] = {table.name: [] for table in TABLES}

    def add(self, table: TableDefinition, fact: object, **known: Value) -> None:
        """Add a row: what is ``known``, and the fact's attributes of the columns' names."""
        layout = _layout(table.name, tuple(known))
        self._raw[table.name].append(layout.ordered((*known.values(), *layout.told(fact))))

    def add_notes(self, notes: Iterable[Note]) -> None:
        """Add what was not understood."""
        for note in notes:
            self.add(NOTES, note, doc_id=self._doc_id, **_place(note.place))

    def made(self) -> DocumentRows:
        """The rows, their values fit to be stored; what is not is null, and a note says so."""
        made = DocumentRows()
        for table in (*(table for table in TABLES if table is not NOTES), NOTES):
            made.tuples[table.name] = [*zip(*self._columns(table), strict=True)]
        return made

    def _columns(self, table: TableDefinition) -> Iterator[Sequence[Value]]:
        raw = self._raw[table.name]
        for column, values in zip(table.columns, zip(*raw, strict=True), strict=bool(raw)):
            fit = stored(column, values)
            if column.type == "decimal":
                for row, before, after in zip(raw, values, fit, strict=True):
                    if after is None and before is not None:
                        self._note_too_long(table, column, row)
            yield fit

    def _note_too_long(self, table: TableDefinition, column: Column, row: Sequence[Any]) -> None:
        told = dict(zip(table.names, row, strict=True))
        place = {name: told.get(name) for name in _NOWHERE}
        text = f"{table.chinese}：{column.chinese}的位数超出可存范围，留空"
        self.add(NOTES, Note("too-many-digits", text), doc_id=self._doc_id, **place)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the values of a row come from: ``told`` are those that a fact has.

    ``ordered`` puts what is known, and then those, into the order of the columns.
    """

    told: Callable[[object], tuple[Any, ...]]
    ordered: Callable[[tuple[Any, ...]], tuple[Any, ...]]


@cache
def _layout(table: str, known: tuple[str, ...]) -> _Layout:
    names = _NAMES[table]
    wanted = tuple(name for name in names if name not in known)
    given = (*known, *wanted)
    return _Layout(_attributes(wanted), itemgetter(*map(given.index, names)))


def _attributes(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda fact: tuple(getattr(fact, name) for name in names)


def _add_blocks(rows: _Maker, document: Document, section_ids: dict[int, str]) -> None:
    known: Row = {"doc_id": document.doc_id}
    for number, block in enumerate(document.blocks):
        at: Row = known | {"block": number, "section_id": section_ids.get(number)}
        if isinstance(block, Paragraph):
            rows.add(BLOCKS, block, **at, **_box(_box_of_lines(block.lines)))
            continue
        rows.add(BLOCKS, block, **at, **_box(block.box), type="table", text=None)
        _add_cells(rows, document.doc_id, number, block)


def _add_cells(rows: _Maker, doc_id: str, block: int, table: Table) -> None:
    for cell in table.cells:
        rows.add(CELLS, cell, doc_id=doc_id, block=block, **_box(cell.box))


def _section_ids(reports: Iterable[Report]) -> dict[int, str]:
    """The innermost section of each block: a part follows the whole it belongs to."""
    ids: dict[int, str] = {}
    for report in reports:
        for index, section in enumerate(report.sections):
            blocks = range(section.first_block, section.last_block + 1)
            ids.update(dict.fromkeys(blocks, report.section_id(index)))
    return ids


def _add_report(rows: _Maker, report: Report) -> None:
    known: Row = {"doc_id": report.document.doc_id, "report_id": report.report_id}
    rows.add(REPORTS, report, doc_id=known["doc_id"])
    for index, section in enumerate(report.sections):
        rows.add(SECTIONS, section, **known, section_id=report.section_id(index))
    _add_facts(rows, report, known)
    for index, project in enumerate(report.projects):
        _add_project(rows, report, index, project)
    for signature in report.signatures:
        rows.add(SIGNATURES, signature, **known)
    _add_findings(rows, report, known)
    rows.add_notes(report.notes)


def _add_facts(rows: _Maker, report: Report, known: Row) -> None:
    for index, figure in enumerate(report.figures):
        section = None if figure.section is None else report.section_id(figure.section)
        ids: Row = {"figure_id": report.figure_id(index), "section_id": section}
        rows.add(FIGURES, figure, **known, **ids, **_place(figure.place))
    for mention in report.dates:
        days: Row = {"start_date": mention.start, "end_date": mention.end}
        rows.add(DATES, mention, **known, **days, **_place(mention.place))
    for citation in report.citations:
        rows.add(CITATIONS, citation, **known, **_place(citation.place))


def _add_project(rows: _Maker, report: Report, index: int, project: Project) -> None:
    known: Row = {"report_id": report.report_id, "project_id": report.project_id(index)}
    rows.add(PROJECTS, project, **known)
    for fund in project.funds:
        rows.add(FUNDS, fund, **known)
    for number, indicator in enumerate(project.indicators):
        rows.add(INDICATORS, indicator, **known, indicator_id=report.indicator_id(index, number))


def finding_row(finding: Finding, number: int) -> Row:
    """The row of a finding over several documents, with its number among its first report's."""
    report_id = finding.report_ids[0]
    doc_id = report_id.rpartition("-")[0]
    rows = _Maker(doc_id)
    known: Row = {"doc_id": doc_id, "report_id": report_id}
    _add_finding(rows, finding, known, f"{report_id}-x{number:03}")
    return rows.made()[FINDINGS.name][0]


def _add_findings(rows: _Maker, report: Report, known: Row) -> None:
    for index, finding in enumerate(report.findings):
        _add_finding(rows, finding, known, report.finding_id(index))


def _add_finding(rows: _Maker, finding: Finding, known: Row, finding_id: str) -> None:
    quotes = tuple(_quote(quote) for quote in finding.quotes)
    rows.add(FINDINGS, finding, **known, finding_id=finding_id, quotes=quotes)


def _quote(quote: Quote) -> dict[str, Value]:
    return {"report_id": quote.report_id, **_place(quote.place), "text": text(quote.text)}


def _place(place: Place | None) -> Row:
    if place is None:
        return _NOWHERE
    return {
        "block": place.block,
        "row": place.row,
        "column": place.column,
        "start": place.start,
        "end": place.end,
        "end_block": place.end_block,
        **_box(place.box),
    }


def _box(box: Box | None) -> Row:
    if box is None:
        return dict.fromkeys(("page", "x0", "y0", "x1", "y1"))
    return {"page": box.page, "x0": box.x0, "y0": box.y0, "x1": box.x1, "y1": box.y1}


def _box_of_lines(lines: Sequence[TextLine]) -> Box | None:
    """The rectangle around the lines on the first line's page."""
    first = [line for line in lines if line.page == lines[0].page]
    if not first:
        return None
    return Box(
        first[0].page,
        round(min(line.edges[0] for line in first), 2),
        round(min(line.top for line in first), 2),
        round(max(line.edges[-1] for line in first), 2),
        round(max(line.bottom for line in first), 2),
    )

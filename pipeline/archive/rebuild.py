"""Rows of the archive as documents and reports again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar, cast

from ...schemas.document import Block, Box, Cell, Document, Note, Paragraph, Place, Table
from ...schemas.figure import Citation, DateMention, Figure
from ...schemas.finding import Finding, Quote
from ...schemas.report import Fund, Indicator, Project, Report, Section, Signature
from ..entry import DocumentEntry
from ..rows import Row, Rows
from .passages import unpack

T = TypeVar("T")


def entry_of(row: Row) -> DocumentEntry:
    """A row of ``documents`` as the fact it was made of."""
    return _made(DocumentEntry, row)


def reports_of(rows: Rows, packed: Mapping[str, bytes]) -> Iterator[Report]:
    """The reports of some documents from all rows of these; ``packed`` by report."""
    books = {table: _Book.of(found) for table, found in rows.items()}
    documents = {cast("str", row["doc_id"]): _document(row, books) for row in rows["documents"]}
    for row in rows["reports"]:
        report = _report(row, documents[cast("str", row["doc_id"])], books)
        yield unpack(packed[report.report_id], report)


@dataclass(frozen=True, slots=True)
class _Book:
    """The rows of a table, found by the id of what they belong to."""

    by: Mapping[tuple[str, object], list[Row]]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> _Book:
        by: dict[tuple[str, object], list[Row]] = defaultdict(list)
        for row in rows:
            for name in ("doc_id", "report_id", "project_id"):
                by[name, row.get(name)].append(row)
        return cls(by)

    def __getitem__(self, key: tuple[str, object]) -> list[Row]:
        return self.by.get(key, [])


_Books = Mapping[str, _Book]


def _document(row: Row, books: _Books) -> Document:
    at = "doc_id", row["doc_id"]
    cells: dict[object, list[Row]] = defaultdict(list)
    for cell in books["cells"][at]:
        cells[cell["block"]].append(cell)
    return _made(
        Document,
        row,
        blocks=tuple(_block(block, cells[block["block"]]) for block in books["blocks"][at]),
        partial=row["status"] == "partial",
        notes=tuple(_made(Note, note, place=_place(note)) for note in books["notes"][at]),
    )


def _block(row: Row, cells: Sequence[Row]) -> Block:
    if row["type"] != "table":
        return _made(Paragraph, row, text=row["text"] or "")
    made = tuple(_made(Cell, cell, box=_box(cell)) for cell in cells)
    return Table(
        rows=max((cell.row + cell.row_span for cell in made), default=0),
        columns=max((cell.column + cell.column_span for cell in made), default=0),
        cells=made,
        box=_box(row),
    )


def _report(row: Row, document: Document, books: _Books) -> Report:
    at = "report_id", row["report_id"]

    def all_of(table: str, make: Callable[[Row], T]) -> tuple[T, ...]:
        return tuple(map(make, books[table][at]))

    return _made(
        Report,
        row,
        document=document,
        sections=all_of("sections", lambda one: _made(Section, one)),
        figures=all_of("figures", _figure),
        dates=all_of("dates", _date),
        citations=all_of("citations", lambda one: _made(Citation, one, place=_place(one))),
        projects=all_of("projects", lambda one: _project(one, books)),
        signatures=all_of("signatures", lambda one: _made(Signature, one)),
        findings=all_of("findings", _finding),
    )


def _figure(row: Row) -> Figure:
    section = cast("str | None", row["section_id"])
    number = None if section is None else int(section.rpartition("-s")[2]) - 1
    return _made(Figure, row, place=_place(row), section=number)


def _date(row: Row) -> DateMention:
    days = {"start": row["start_date"], "end": row["end_date"]}
    return _made(DateMention, row, place=_place(row), **days)


def _project(row: Row, books: _Books) -> Project:
    at = "project_id", row["project_id"]
    return _made(
        Project,
        row,
        funds=tuple(_made(Fund, one) for one in books["funds"][at]),
        indicators=tuple(_made(Indicator, one) for one in books["indicators"][at]),
    )


def _finding(row: Row) -> Finding:
    quotes = cast("tuple[Row, ...]", row["quotes"])
    return _made(Finding, row, quotes=tuple(_made(Quote, q, place=_place(q)) for q in quotes))


def _place(row: Row) -> Place | None:
    return None if row["block"] is None else _made(Place, row, box=_box(row))


def _box(row: Row) -> Box | None:
    return None if row["page"] is None else _made(Box, row)


def _made(kind: Callable[..., T], row: Row, **known: object) -> T:
    """A fact from the row's columns of its fields' names, and what is ``known``."""
    names = [name for name in _names(kind) if name in row and name not in known]
    return kind(**{name: row[name] for name in names}, **known)


@cache
def _names(kind: Callable[..., object]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast("Any", kind)))

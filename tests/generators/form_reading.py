"""Read forms as the pipeline does, and compare projects field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import TypeVar

from heshu.extractors.figures.stage import read_figures
from heshu.extractors.forms.stage import read_forms
from heshu.extractors.meaning.stage import understand
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.extractors.structure.stage import structure
from heshu.extractors.text.fold import fold
from heshu.schemas.document import Block, Document, Paragraph, Table
from heshu.schemas.report import Fund, Indicator, Project, Report

Row = TypeVar("Row")
PLACES = {"block", "row", "line", "funds", "indicators"}
Fact = Project | Fund | Indicator


def reports_of(*blocks: str | Table) -> list[Report]:
    """The reports of a document with these paragraphs and tables."""
    made: list[Block] = [Paragraph(b) if isinstance(b, str) else b for b in blocks]
    return _through_stages(Document("0" * 16, "0" * 64, "form.docx", "docx", 1, tuple(made)))


def reports_in(name: str, data: bytes) -> list[Report]:
    """The reports of a file."""
    return _through_stages(read_document(Source(name, data)))


def projects_of(*blocks: str | Table) -> list[Project]:
    """The projects of a document with these paragraphs and tables."""
    return [project for report in reports_of(*blocks) for project in report.projects]


def projects_in(name: str, data: bytes) -> list[Project]:
    """The projects of a file."""
    return [project for report in reports_in(name, data) for project in report.projects]


def wrong_rows(expected: Sequence[Project], found: Sequence[Project]) -> list[str]:
    """What differs, row by row; a missing or an extra row is one difference."""
    return [line for pair in _pairs(expected, found) for line in _difference(*pair)]


def row_count(projects: Sequence[Project]) -> int:
    """How many rows the projects have in all tables."""
    return sum(1 + len(project.funds) + len(project.indicators) for project in projects)


def _through_stages(document: Document) -> list[Report]:
    return [read_forms(understand(read_figures(report))) for report in structure(document)]


def _pairs(
    expected: Sequence[Project], found: Sequence[Project]
) -> Iterator[tuple[Fact | None, Fact | None]]:
    for one, other in _zipped(expected, found):
        yield one, other
        yield from _zipped(one.funds if one else (), other.funds if other else ())
        yield from _zipped(one.indicators if one else (), other.indicators if other else ())


def _zipped(one: Sequence[Row], other: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    for at in range(max(len(one), len(other))):
        yield (one[at] if at < len(one) else None, other[at] if at < len(other) else None)


def _difference(one: Fact | None, other: Fact | None) -> Iterator[str]:
    if one is None or other is None:
        yield f"{'extra' if one is None else 'missing'}: {one or other}"
        return
    names = [f.name for f in fields(one) if f.name not in PLACES]
    wrong = [n for n in names if _plain(getattr(one, n)) != _plain(getattr(other, n))]
    if wrong:
        said = ", ".join(f"{n} {getattr(other, n)!r} for {getattr(one, n)!r}" for n in wrong)
        yield f"{one.label if isinstance(one, Fund) else one.name}: {said}"


def _plain(value: object) -> object:
    """Numbers to ten places, texts without white space and folded."""
    if isinstance(value, Decimal):
        return round(value, 10)
    return "".join(fold(value).split()) if isinstance(value, str) else value

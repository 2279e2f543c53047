"""A report that comes out of the archive is the one that went in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

from heshu.extractors.readers.source import Source
from heshu.pipeline.archive.passages import pack, unpack
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.checks.engine import compare
from heshu.pipeline.intake import Intake
from heshu.pipeline.locations import Location
from heshu.pipeline.reading import Job, read_job
from heshu.pipeline.stages import read_source
from heshu.schemas.document import Document, Paragraph, Place, Table
from heshu.schemas.figure import Figure
from heshu.schemas.finding import Finding
from heshu.schemas.passage import Passage
from heshu.schemas.report import Report
from paths import needs_shared, shared

Fact = TypeVar("Fact", Figure, Finding)

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "samples").glob("*.[dp][od][cf]*"))


def read(file: Path) -> tuple[Report, ...]:
    return read_source(Source(file.name, file.read_bytes()))[1]


def archived(tmp_path: Path, files: Iterable[Path]) -> list[Report]:
    with Archive.open(str(tmp_path / "a.db"), create=True) as archive:
        for file in files:
            source = Source(file.name, file.read_bytes())
            intake = Intake(file.name, Location(file), sha256=source.sha256, bytes=len(source.data))
            archive.write(intake, read_job(Job(intake, give="passages")))
        with archive.view() as now:
            return list(now.reports())


def without_lines(passage: Passage) -> Passage:
    return replace(passage, pieces=tuple(replace(piece, lines=()) for piece in passage.pieces))


def to_ten_places(fact: Fact) -> Fact:
    values = {field.name: getattr(fact, field.name) for field in fields(fact)}
    decimals = {name: value for name, value in values.items() if isinstance(value, Decimal)}
    return replace(fact, **{name: round(value, 10) for name, value in decimals.items()})


def without_places(finding: Finding) -> Finding:
    """The finding with the texts of its quotes alone: the archive knows no printed lines."""
    quotes = (replace(quote, place=Place(0, 0, 0)) for quote in finding.quotes)
    return to_ten_places(replace(finding, quotes=tuple(quotes)))


def plain(report: Report) -> Report:
    """The report without what the archive does not keep."""
    return replace(
        report,
        document=_plain_document(report.document),
        passages=tuple(map(without_lines, report.passages)),
        figures=tuple(map(to_ten_places, report.figures)),
        findings=tuple(map(to_ten_places, report.findings)),
        notes=(),
    )


def _plain_document(document: Document) -> Document:
    blocks = tuple(
        Paragraph(block.text, block.type)
        if isinstance(block, Paragraph)
        else Table(
            block.rows,
            block.columns,
            tuple(replace(cell, lines=(), has_picture=False) for cell in block.cells),
            block.box,
        )
        for block in document.blocks
    )
    return replace(document, blocks=blocks, notes=(), created=None, modified=None)


def check(file: Path, tmp_path: Path) -> None:
    for report, back in zip(read(file), archived(tmp_path, [file]), strict=True):
        assert plain(back) == plain(report)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_samples_come_back(file: Path, tmp_path: Path) -> None:
    check(file, tmp_path)


@needs_shared
@pytest.mark.parametrize(
    "name", ["seeds/seed_000_wrapped.docx", "seeds/seed_004.pdf", "forms/sichuan_2022.docx"]
)
def test_reports_of_the_development_set_come_back(name: str, tmp_path: Path) -> None:
    check(shared(f"devset/{name}"), tmp_path)


def test_checks_over_several_reports_find_the_same_in_the_archive(tmp_path: Path) -> None:
    reports = [report for file in SAMPLES for report in read(file)]
    reports.sort(key=lambda report: report.report_id)
    found = [without_places(finding) for finding in compare(reports)]
    assert [without_places(one) for one in compare(archived(tmp_path, SAMPLES))] == found
    assert found


def test_passages_are_packed_without_their_texts() -> None:
    report = read(SAMPLES[-1])[0]
    packed = pack(report).packed
    assert len(packed) < sum(len(passage.text) for passage in report.passages)
    assert unpack(packed, replace(report, passages=())).appended_blocks == report.appended_blocks

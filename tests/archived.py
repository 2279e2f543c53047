"""Readings made by hand and archives compared, for the tests of the archive."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import handmade
from heshu.pipeline.archive.passages import pack
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.intake import Copy, Intake
from heshu.pipeline.locations import Location
from heshu.pipeline.reading import Reading, failed
from heshu.pipeline.rows import Row, document_rows
from heshu.pipeline.values import json_text
from heshu.schemas.file_errors import FileError
from heshu.schemas.report import Report
from heshu.schemas.tables import TABLES

ROOT = Path.cwd() / "报告"
"""A folder that need not be there."""
UNSTABLE = {column.name for table in TABLES for column in table.columns if not column.stable}


def intake(content: str, path: str, *copies: str, root: Path = ROOT) -> Intake:
    """What is told of a file with this content, found below ``root``."""
    return Intake(
        path,
        Location(root / path),
        tuple(Copy(copy, Location(root / copy)) for copy in copies),
        sha256(content.encode()).hexdigest(),
        len(content),
    )


def report_of(doc_id: str) -> Report:
    """The report made by hand, as if it were of this document."""
    (finding,) = handmade.REPORT.findings
    (quote,) = finding.quotes
    return replace(
        handmade.REPORT,
        document=replace(handmade.DOCUMENT, doc_id=doc_id),
        findings=(
            replace(
                finding,
                report_ids=(f"{doc_id}-1",),
                figure_ids=(f"{doc_id}-1-f00001",),
                quotes=(replace(quote, report_id=f"{doc_id}-1"),),
            ),
        ),
    )


def read(of: Intake, version: str = "1") -> Reading:
    """A reading of the file, with one of everything."""
    assert of.doc_id is not None
    report = report_of(of.doc_id)
    entry = replace(
        handmade.ENTRY,
        doc_id=of.doc_id,
        sha256=of.sha256,
        path=of.path,
        also_at=of.also_at,
        name=of.name,
        heshu_version=version,
    )
    rows = document_rows(entry, report.document, (report,))
    return Reading(entry, rows, passages=(pack(report),))


def unread(of: Intake, error: FileError, version: str = "1") -> Reading:
    """A failure to read the file."""
    reading = failed(of, error, 0.1)
    entry = replace(reading.entry, heshu_version=version)
    return Reading(entry, document_rows(entry, None, ()))


def contents(archive: Archive) -> dict[str, list[str]]:
    """All rows of all tables as text, without what may differ between two runs."""
    with archive.view() as now:
        return {
            table.name: [json_text(_stable(row)) for row in now.rows(table.name, superseded=True)]
            for table in TABLES
        }


def _stable(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in UNSTABLE}

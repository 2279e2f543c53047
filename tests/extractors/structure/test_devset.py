"""The outlines and reports of the development documents, in every format they come in."""

from typing import Any

import pytest

from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.extractors.structure.stage import structure
from heshu.schemas.report import Report
from paths import gold, needs_shared, shared

DOCUMENTS = [
    *(("seeds", "seed_000", suffix) for suffix in ("txt", "docx", "pdf")),
    ("seeds", "seed_000_wrapped", "docx"),
    *(("seeds", "seed_004", suffix) for suffix in ("txt", "docx", "pdf")),
    *(("forms", "department_overall_2022", suffix) for suffix in ("docx", "pdf")),
    *(("forms", "summary_2022", suffix) for suffix in ("docx", "pdf")),
]


def _reports(folder: str, name: str, suffix: str) -> tuple[Report, ...]:
    path = shared(f"devset/{folder}/{name}.{suffix}")
    return structure(read_document(Source(path.name, path.read_bytes())))


def _gold(folder: str, name: str, table: str) -> list[dict[str, Any]]:
    return gold(f"{folder}/{name.removesuffix('_wrapped')}")[table]


@needs_shared
@pytest.mark.parametrize(("folder", "name", "suffix"), DOCUMENTS)
def test_the_outline_is_the_gold_s(folder: str, name: str, suffix: str):
    found = [
        (section.level, section.number, section.title)
        for report in _reports(folder, name, suffix)
        for section in report.sections
    ]
    rows = _gold(folder, name, "sections")
    every = [(row["level"], row["number"], row["title"]) for row in rows]
    required = [key for key, row in zip(every, rows, strict=True) if row["required"]]
    assert [key for key in found if key in required] == required
    assert [key for key in found if key not in every] == []


@needs_shared
@pytest.mark.parametrize(("folder", "name", "suffix"), DOCUMENTS)
def test_the_reports_are_the_gold_s(folder: str, name: str, suffix: str):
    reports = _reports(folder, name, suffix)
    rows = _gold(folder, name, "reports")
    assert [report.year for report in reports] == [row["year"] for row in rows]
    for report, row in zip(reports, rows, strict=True):
        assert report.title in [row["title"], *row.get("title_accept", [])]
        for field in ("closing_date", "sign_date"):
            assert str(getattr(report, field)) == str(row[field])

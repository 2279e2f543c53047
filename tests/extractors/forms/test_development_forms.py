"""The development forms, as Word and as PDF, against their gold: every field of every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, cast

import pytest

from generators.form_reading import projects_in
from heshu.extractors.text.fold import fold
from heshu.schemas.report import Project
from paths import gold, needs_shared, shared

FORMS = ("central_2020", "department_overall_2022", "hubei_2023", "sichuan_2022", "summary_2022")
TABLES = {"projects": "name", "funds": "label", "indicators": "name"}
ASIDE = {"report", "project", "line", "row", "note", "required", "first_line", "last_line"}


@needs_shared
@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize("name", [*FORMS, "transfer_2018"])
def test_a_form_of_the_development_documents(name: str, suffix: str):
    file = shared(f"devset/forms/{name}.{suffix}")
    assert list(_wrong(gold(f"forms/{name}"), projects_in(file.name, file.read_bytes()))) == []


@needs_shared
@pytest.mark.parametrize("file", ["seed_000.docx", "seed_000.txt", "seed_004.docx", "seed_004.txt"])
def test_a_report_of_the_development_documents(file: str):
    path = shared(f"devset/seeds/{file}")
    assert list(_wrong(gold(f"seeds/{path.stem}"), projects_in(file, path.read_bytes()))) == []


def _wrong(truth: dict[str, Any], projects: list[Project]) -> Iterator[str]:
    rows: dict[str, Sequence[object]] = {
        "projects": projects,
        "funds": [fund for project in projects for fund in project.funds],
        "indicators": [i for project in projects for i in project.indicators],
    }
    for table, label in TABLES.items():
        expected: list[dict[str, Any]] = truth.get(table) or []
        if len(expected) > len(rows[table]):
            yield f"{table}: {len(rows[table])} rows for {len(expected)}"
        for row, found in zip(expected, rows[table], strict=False):
            for field in row.keys() - ASIDE:
                if not field.endswith("_accept") and not _accepted(row, field, found):
                    yield f"{table} {row.get(label)}: {field} {getattr(found, field)!r}"


def _accepted(row: dict[str, Any], field: str, found: object) -> bool:
    more: object = row.get(f"{field}_accept", [])
    answers = {_plain(row[field])}
    answers.update(map(_plain, cast("list[object]", more) if isinstance(more, list) else [more]))
    return _plain(getattr(found, field)) in answers


def _plain(value: object) -> str | None:
    if value is None:
        return None
    text = "".join(fold(str(value)).split())
    try:
        return f"{round(Decimal(text), 10).normalize() + 0:f}"
    except ArithmeticError:
        return text

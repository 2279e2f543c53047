"""Meaning on the development documents: the probes whole, reports to the promised shares."""

import json
from collections import Counter
from typing import Any

import pytest

from heshu.extractors.figures.stage import read_figures
from heshu.extractors.meaning.stage import understand
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.extractors.structure.stage import structure
from heshu.schemas.figure import Figure
from meanings import figures, likeness
from paths import SHARED, gold, needs_shared, shared

PROMISED = {
    "subject": 0.92,
    "aspect": 0.95,
    "scope": 0.9,
    "role": 0.9,
    "direction": 0.9,
    "period_start": 0.9,
}
PROBES = [] if SHARED is None else shared("devset/probes.jsonl").read_text("utf-8").splitlines()
DOCUMENTS = (
    "seeds/seed_000.txt", "seeds/seed_004.docx", "forms/central_2020.docx",
    "forms/department_overall_2022.docx", "forms/hubei_2023.docx", "forms/sichuan_2022.docx",
    "forms/summary_2022.docx", "forms/transfer_2018.docx",
)  # fmt: skip


def is_right(row: dict[str, Any], name: str, figure: Figure) -> bool:
    got = getattr(figure, name)
    answers: list[str | None] = [row[name], *row.get(f"{name}_accept", [])]
    if name == "subject":
        return any(likeness(got, answer) >= 0.8 for answer in answers)
    return (None if got is None else str(got)) in answers


@needs_shared
@pytest.mark.parametrize("line", PROBES)
def test_probe(line: str):
    probe = json.loads(line)
    found = {figure.text: figure for figure in figures(probe["text"], year=None)}
    for row in probe["figures"]:
        for name in PROMISED.keys() & row.keys():
            assert is_right(row, name, found[row["text"]]), (probe["text"], row["text"], name)


@needs_shared
@pytest.mark.parametrize("name", DOCUMENTS)
def test_document(name: str):
    path = shared(f"devset/{name}")
    reports = structure(read_document(Source(path.name, path.read_bytes())))
    found = [figure for one in reports for figure in understand(read_figures(one)).figures]
    right, of = Counter[str](), Counter[str]()
    for row in gold(name.partition(".")[0])["figures"]:
        figure = next(
            (f for f in found if "".join(f.text.split()) == "".join(row["text"].split())), None
        )
        if figure is None:
            continue
        found.remove(figure)
        for field in PROMISED:
            if row.get(field) is not None and row.get("required", True):
                of[field] += 1
                right[field] += is_right(row, field, figure)
    for field, share in PROMISED.items():
        assert right[field] >= share * of[field], (field, right[field], of[field])

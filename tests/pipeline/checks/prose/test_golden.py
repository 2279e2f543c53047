"""The golden documents contradict themselves nowhere, and their relations are seen."""

from __future__ import annotations

from functools import reduce
from pathlib import Path

import pytest

from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.extractors.structure.stage import structure
from heshu.pipeline.checks.case import Case
from heshu.pipeline.checks.prose.family import CHECKS
from heshu.pipeline.stages import STAGES
from heshu.schemas.finding import Finding
from relations import raised

DOCUMENTS = Path(__file__).resolve().parents[3] / "golden" / "documents"
PATHS = sorted(path for path in DOCUMENTS.iterdir() if path.suffix in {".docx", ".txt"})
FEWEST = 100


def told(path: Path) -> list[str]:
    """The verdicts on one document; those that are alarms with their proof line."""
    found: list[Finding] = []
    for read in structure(read_document(Source(path.name, path.read_bytes()))):
        case = Case.of(reduce(lambda so_far, stage: stage(so_far), STAGES, read))
        found += [finding for check in CHECKS for finding in check.run(case)]
    alarms = {id(one) for one in raised(found)}
    return [f"{one.rule} {one.statement}" if id(one) in alarms else "ok" for one in found]


@pytest.fixture(scope="module")
def verdicts() -> dict[str, list[str]]:
    """What is said of every document."""
    return {path.name: told(path) for path in PATHS}


def test_nothing_is_raised(verdicts: dict[str, list[str]]) -> None:
    assert {name: set(said) - {"ok"} for name, said in verdicts.items() if set(said) - {"ok"}} == {}


def test_many_relations_are_seen(verdicts: dict[str, list[str]]) -> None:
    assert sum(map(len, verdicts.values())) > FEWEST

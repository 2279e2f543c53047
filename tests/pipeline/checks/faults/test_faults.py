"""Every planted fault is found by its rule, and no other rule calls an error for it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generators.form_docx import form_docx
from generators.form_drawing import draw_form
from generators.form_layouts import layouts
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.pipeline.checks.case import Case
from heshu.schemas.document import Block, Document
from heshu.schemas.finding import Finding
from heshu.schemas.report import Report

from ..reading import checked, document
from .planting import FAULTS, Fault, planted
from .written import FORM_AND_SENTENCE, LIST_OF_PROJECTS

TESTS = Path(__file__).resolve().parents[3]
FOLDERS = (TESTS / "golden" / "documents", TESTS.parent / "data" / "samples")
FILES = sorted(
    path for folder in FOLDERS for path in folder.iterdir() if path.suffix in {".docx", ".txt"}
)
DRAWN = [(layout, seed) for layout in sorted(layouts()) for seed in range(2)]
FUND_FAULTS = [one for one in FAULTS if one.name in {"total executed", "rate", "part left out"}]


def raised(reports: tuple[Report, ...]) -> Counter[tuple[str, str, str]]:
    findings = (finding for report in reports for finding in report.findings)
    return Counter(_rung(one) for one in findings if one.verdict == "fail")


def _rung(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.severity, finding.statement


def misses(document: Document, faults: list[Fault]) -> tuple[int, list[str]]:
    """How many faults were planted, and what was not found or rang beside them."""
    clean = checked(document)
    before, count, wrong = raised(clean), 0, list[str]()
    for fault in faults:
        for report in clean:
            for change in fault.plant(Case.of(report)):
                count += 1
                new = raised(checked(planted(document, change))) - before
                wrong += _wrong(fault, change.text, new)
    return count, wrong


def _wrong(fault: Fault, text: str, new: Counter[tuple[str, str, str]]) -> list[str]:
    alarms = {rule for rule, severity, _ in new if severity != "info"}
    errors = {rule for rule, severity, _ in new if severity == "error"}
    lines = [] if alarms & fault.finders else [f"{fault.name}: “{text}” not found"]
    extra = errors - fault.allowed
    return lines + [f"{fault.name}: “{text}” rings {sorted(extra)}"] * bool(extra)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_faults_planted_in_golden_documents_are_found(path: Path) -> None:
    _, wrong = misses(read_document(Source(path.name, path.read_bytes())), list(FAULTS))
    assert wrong == []


@pytest.mark.parametrize(("layout", "seed"), DRAWN)
def test_faults_planted_in_drawn_forms_are_found(layout: str, seed: int) -> None:
    form = form_docx(draw_form(seed, layout), seed=seed)
    _, wrong = misses(read_document(Source("form.docx", form)), FUND_FAULTS)
    assert wrong == []


@pytest.mark.parametrize("blocks", [LIST_OF_PROJECTS, FORM_AND_SENTENCE], ids=["list", "prose"])
def test_faults_planted_in_written_reports_are_found(blocks: tuple[Block, ...]) -> None:
    count, wrong = misses(document(*blocks), list(FAULTS))
    assert count > 0
    assert wrong == []


def test_every_kind_of_fault_is_planted_somewhere() -> None:
    read = [read_document(Source(path.name, path.read_bytes())) for path in FILES]
    read += [document(*LIST_OF_PROJECTS), document(*FORM_AND_SENTENCE)]
    cases = [Case.of(report) for one in read for report in checked(one)]
    kinds = {fault.name for case in cases for fault in FAULTS if next(fault.plant(case), None)}
    assert kinds == {fault.name for fault in FAULTS}

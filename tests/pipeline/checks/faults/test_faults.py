"""Planted faults are found by their rules, and nothing is raised where nothing is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from generators.form_docx import form_docx
from generators.form_drawing import draw_form
from generators.form_layouts import layouts
from generators.form_pdf import draw_style, form_pdf
from generators.slips.bases import drawn_documents
from generators.slips.marked import Planted
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.pipeline.checks.case import Case
from heshu.schemas.document import Document

from ..reading import checked, document
from .outcome import Outcome, alarms, outcomes
from .planting import FAULTS
from .written import FORM_AND_SENTENCE, LIST_OF_PROJECTS

TESTS = Path(__file__).resolve().parents[3]
IN_ORDER = TESTS / "golden" / "documents"
NOT_IN_ORDER = (TESTS / "golden" / "audited", TESTS.parent / "data" / "samples")
FEWEST_FAULTS, FEWEST_RULES, FEWEST_CLEAN = 1000, 40, 20
LEAST_FOUND, MOST_FALSE = 0.95, 1 / 20


@dataclass(frozen=True)
class Account:
    """What became of all faults, and the errors told of each document without any."""

    outcomes: tuple[Outcome, ...]
    false_errors: tuple[list[str], ...]


@pytest.fixture(scope="module")
def account() -> Account:
    """Every fault of every document, planted and looked for; takes a minute."""
    in_order = [*drawn_documents(), *map(with_room_for_faults, documents_in_order())]
    planted = [*in_order, *map(with_room_for_faults, documents_not_in_order())]
    found = [outcome for one in each_once(planted) for outcome in outcomes(one)]
    return Account(tuple(found), tuple(errors_of(one.document) for one in in_order))


def test_faults_are_found_by_their_rule_alone(account: Account) -> None:
    missed = [one for one in account.outcomes if not one.is_right]
    print(f"{len(account.outcomes) - len(missed)} of {len(account.outcomes)} faults found")
    print("\n".join(sorted(map(str, missed))))
    assert len(account.outcomes) >= FEWEST_FAULTS
    assert 1 - len(missed) / len(account.outcomes) >= LEAST_FOUND


def test_many_rules_find_faults(account: Account) -> None:
    by_rule = Counter(rule for one in account.outcomes if one.is_right for rule in one.found_by)
    print(f"{len(by_rule)} rules: {by_rule}")
    assert len(by_rule) >= FEWEST_RULES


def test_documents_in_order_raise_no_error(account: Account) -> None:
    false = [line for lines in account.false_errors for line in lines]
    print("\n".join(false))
    assert len(account.false_errors) >= FEWEST_CLEAN
    assert len(false) / len(account.false_errors) < MOST_FALSE


@pytest.mark.parametrize("name", [fault.name for fault in FAULTS])
def test_every_kind_of_fault_is_planted_somewhere(account: Account, name: str) -> None:
    fault = next(one for one in FAULTS if one.name == name)
    assert any(one.slip.mark.finders == fault.finders for one in account.outcomes)


def each_once(planted: Iterable[Planted]) -> Iterator[Planted]:
    """The documents without the faults that another has in the very same words."""
    known = set[tuple[str, str, str]]()
    for one in planted:
        faults = {(one.around(slip), slip.right, slip.mark.wrong): slip for slip in one.slips}
        yield replace(one, slips=tuple(slip for key, slip in faults.items() if key not in known))
        known.update(faults)


def documents_in_order() -> Iterator[Document]:
    """Written reports, the golden documents, and every layout of a form in Word and PDF."""
    yield document(*LIST_OF_PROJECTS)
    yield document(*FORM_AND_SENTENCE)
    yield from files(IN_ORDER)
    for seed, layout in enumerate(sorted(layouts())):
        word = form_docx(draw_form(seed, layout), seed=seed)
        page = form_pdf(draw_form(seed + 100, layout), style=draw_style(seed))
        yield read_document(Source("form.docx", word))
        yield read_document(Source("form.pdf", page))


def documents_not_in_order() -> Iterator[Document]:
    """Documents with contradictions of their own, which hide no other."""
    for folder in NOT_IN_ORDER:
        yield from files(folder)


def files(folder: Path) -> Iterator[Document]:
    """The documents of a folder."""
    for path in sorted(folder.iterdir()):
        if path.suffix in {".docx", ".txt"}:
            yield read_document(Source(path.name, path.read_bytes()))


def with_room_for_faults(made: Document) -> Planted:
    """A document with every fault that it has room for."""
    cases = [Case.of(report) for report in checked(made)]
    return Planted(
        made, tuple(slip for case in cases for fault in FAULTS for slip in fault.slips(case))
    )


def errors_of(made: Document) -> list[str]:
    """The errors told of a document."""
    told = alarms(checked(made))
    return [f"{rule} {statement}" for rule, severity, statement in told if severity == "error"]

"""The examples of relations between numbers in running text."""

from __future__ import annotations

from typing import Any

import pytest

from corpora import corpus
from heshu.schemas.finding import Finding
from relations import findings, raised

SPOKEN = [
    clause
    for name in (
        "relations",
        "relations_changes",
        "relations_regional",
        "relations_parts",
        "relations_amounts",
        "relations_money",
    )
    for clause in corpus(name)["clauses"]
]
SILENT = corpus("relations_silent")
QUIET = [
    *SILENT["silent"],
    *corpus("relations_money")["silent"],
    *(story["text"] for story in SILENT["stories"]),
]


def told(finding: Finding) -> str:
    """A finding as the corpus writes it."""
    verdict = "ok" if finding.verdict == "rounding" else finding.verdict
    return f"{finding.rule} {verdict} {finding.statement}"


@pytest.mark.parametrize("example", SPOKEN, ids=lambda example: example["text"].strip()[:24])
def test_relations_are_found_and_judged(example: dict[str, Any]) -> None:
    found = findings(example["text"])
    expected: set[str] = set(example["tells"])
    assert expected <= set(map(told, found))
    alarms = [told(one) for one in raised(found)]
    assert set(alarms) <= expected
    assert len(set(alarms)) == len(alarms), "nobody wants to hear it twice"


@pytest.mark.parametrize("text", QUIET, ids=lambda text: text.strip()[:24])
def test_nothing_is_raised_without_a_relation(text: str) -> None:
    assert list(map(told, raised(findings(text)))) == []

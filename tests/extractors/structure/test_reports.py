from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from corpora import corpus, document
from heshu.extractors.structure.stage import structure
from heshu.extractors.structure.verdict import find_verdict
from heshu.extractors.text.headings import squeeze
from heshu.schemas.report import Report

TITLES = corpus("titles")["case"]
REPORTS = corpus("reports")["case"]


def _expected(name: str, value: str) -> object:
    if value == "":
        return None
    if name == "score":
        return Decimal(value)
    return date.fromisoformat(value) if name.endswith("_date") else value


def _check(report: Report, expected: dict[str, Any]):
    names = [name for name in expected if name not in {"text", "signatures"}]
    found = {name: getattr(report, name) for name in names}
    assert found == {name: _expected(name, expected[name]) for name in names}


@pytest.mark.parametrize("case", TITLES, ids=lambda case: case["text"].split("\n")[1])
def test_titles_tell_kind_year_and_body(case: dict[str, Any]):
    (report,) = structure(document(case["text"]))
    _check(report, case)


@pytest.mark.parametrize("case", REPORTS, ids=lambda case: case["name"])
def test_reports_of_a_file(case: dict[str, Any]):
    reports = structure(document(case["text"]))
    assert len(reports) == len(case["report"])
    for report, expected in zip(reports, case["report"], strict=True):
        _check(report, expected)
        rows = [
            f"{s.name} {s.unit} {s.title} {'yes' if s.signed else 'no'}" for s in report.signatures
        ]
        assert rows == expected.get("signatures", [])


@pytest.mark.parametrize("case", corpus("verdicts")["case"], ids=lambda case: case["text"])
def test_scores_and_grades_in_prose(case: dict[str, Any]):
    verdict = find_verdict([squeeze(case["text"])])
    assert verdict.score == _expected("score", case["score"])
    assert verdict.grade == _expected("grade", case["grade"])

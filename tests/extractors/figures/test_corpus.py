"""The corpus of examples: every figure, date and citation of each text, and nothing else."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from heshu.extractors.figures.facts import Facts, read_facts
from heshu.extractors.figures.found import Found
from heshu.extractors.text.fold import fold

CORPUS = Path(__file__).parents[2] / "corpus"
YEAR = 2022


def _cases(*names: str) -> list[tuple[str, list[str]]]:
    tables = (tomllib.loads((CORPUS / f"{name}.toml").read_text("utf-8")) for name in names)
    return [case for table in tables for case in table["cases"].items()]


def _read(text: str) -> Facts:
    return read_facts(text, fold(text), YEAR)


def _plain(value: Decimal) -> str:
    return f"{(round(value, 10) + 0).normalize():f}"


def _figure(text: str, found: Found) -> str:
    reading = found.reading
    ends = reading.ends or ()
    value = "..".join(map(_plain, ends)) if reading.value is None else _plain(reading.value)
    kind = found.rule.kind
    unit = kind if kind in {"rate", "multiple"} else reading.unit or kind
    comparator = "" if found.comparator == "eq" else f" {found.comparator}"
    return f"{text[found.start : found.end]} = {value} {unit}{comparator}"


@pytest.mark.parametrize(
    ("text", "expected"), _cases("amounts", "counts", "others", "prose", "negatives")
)
def test_figures(text: str, expected: list[str]):
    assert [_figure(text, found) for found in _read(text).figures] == expected


@pytest.mark.parametrize(("text", "expected"), _cases("dates"))
def test_dates(text: str, expected: list[str]):
    dates = _read(text).dates
    assert [
        f"{text[date.start : date.end]} = {date.grain} {date.first}..{date.last}" for date in dates
    ] == expected


@pytest.mark.parametrize(("text", "expected"), _cases("citations"))
def test_citations(text: str, expected: list[str]):
    citations = _read(text).citations
    assert [
        f"{text[one.start : one.end]} = {one.title or '-'} | {one.number or '-'}"
        for one in citations
    ] == expected


def test_a_third_of_the_corpus_is_negative():
    cases = _cases("amounts", "counts", "others", "prose", "negatives", "dates", "citations")
    negatives = [text for text, expected in cases if not expected]
    assert len(cases) >= 500
    assert len(negatives) * 3 >= len(cases)

"""Relations of prose and tables in the many ways that officials word them."""

from __future__ import annotations

from typing import Any

import pytest

from corpora import corpus
from heshu.pipeline.checks.case import Case
from heshu.pipeline.checks.engine import CHECKS
from heshu.schemas.finding import Finding
from relations import raised, report

FILES = (
    "wordings_parts",
    "wordings_facts",
    "wordings_kinds",
    "wordings_tables",
    "wordings_later",
    "wordings_last",
    "wordings_rates",
    "wordings_compared",
    "wordings_changes",
    "wordings_sums",
)
FAMILIES = ("P", "X", "S03", "C01", "F04", "F07", "S16", "D01")


def by_rule() -> list[tuple[str, str, dict[str, list[Any]]]]:
    """The rules of all files, each with the form that its texts stand before."""
    files = [corpus(name) for name in FILES]
    forms = [str(file.pop("form", "")) for file in files]
    return [
        (rule, form, kinds)
        for file, form in zip(files, forms, strict=True)
        for rule, kinds in file.items()
    ]


def examples(kind: str) -> list[tuple[str, str, str]]:
    """The rule, the whole text and the proof line of every example of a kind."""
    return [
        (rule, f"{text}\n{form}", line)
        for rule, form, kinds in by_rule()
        for text, line in kinds.get(kind, [])
    ]


def quiet() -> list[str]:
    """Every text in which nothing may be raised."""
    return [f"{text}\n{form}" for _, form, kinds in by_rule() for text in kinds.get("silent", [])]


def told(text: str) -> list[Finding]:
    """What the checks of one report say of a text."""
    case = Case.of(report(text))
    return [finding for check in CHECKS for finding in check.run(case)]


def lines(text: str, rule: str, verdict: str) -> list[str]:
    """The proof lines of a rule with a verdict; those that only rounding brings together hold."""
    verdicts = {"ok", "rounding"} if verdict == "ok" else {verdict}
    return [one.statement for one in told(text) if one.rule == rule and one.verdict in verdicts]


def shown(value: object) -> str:
    """An example's begin, to tell it from others."""
    return str(value).strip()[:24]


@pytest.mark.parametrize(("rule", "text", "line"), examples("ok"), ids=shown)
def test_what_holds_is_told(rule: str, text: str, line: str) -> None:
    assert line in lines(text, rule, "ok")


@pytest.mark.parametrize(("rule", "text", "line"), examples("fail"), ids=shown)
def test_what_does_not_hold_is_told(rule: str, text: str, line: str) -> None:
    assert line in lines(text, rule, "fail")


@pytest.mark.parametrize("text", quiet(), ids=shown)
def test_nothing_is_raised(text: str) -> None:
    found = raised(told(text))
    assert [(one.rule, one.statement) for one in found if one.rule.startswith(FAMILIES)] == []


@pytest.mark.xfail(strict=True, reason="not understood yet")
@pytest.mark.parametrize(("rule", "text", "line"), examples("missed"), ids=shown)
def test_known_misses(rule: str, text: str, line: str) -> None:
    verdict, _, statement = line.partition(" ")
    assert statement in lines(text, rule, verdict)

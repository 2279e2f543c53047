"""The checks of all families, run over reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from ...schemas.document import Note
from ...schemas.finding import Finding
from ...schemas.report import Report
from . import execution, funds, grades, lists, money, results, scores, weights
from .case import Case
from .check import Check
from .prose import family

CHECKS: tuple[Check, ...] = (
    *funds.CHECKS,
    *execution.CHECKS,
    *weights.CHECKS,
    *scores.CHECKS,
    *grades.CHECKS,
    *money.CHECKS,
    *results.CHECKS,
    *lists.CHECKS,
    *family.CHECKS,
)
"""Every check of one report, in the order in which findings are told."""


def examine(reports: Iterable[Report], without: Collection[str] = ()) -> tuple[Report, ...]:
    """Check the reports of one file and add the findings to them.

    ``without`` holds the ids of rules that are switched off.
    """
    return tuple(_examined(report, without) for report in reports)


def _examined(report: Report, without: Collection[str]) -> Report:
    case = Case.of(report)
    findings: list[Finding] = []
    notes: list[Note] = []
    for check in CHECKS:
        if check.rule not in without:
            try:
                findings += check.run(case)
            except Exception as error:  # a fault of one rule costs that rule only, and is told
                message = f"核对规则 {check.rule} 未能运行：{type(error).__name__}: {error}"
                notes.append(Note("check-failed", message))
    return replace(
        report,
        findings=(*report.findings, *_numbered(findings)),
        notes=(*report.notes, *notes),
    )


def _numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give findings on like subjects keys of their own, in reading order."""
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.key] = count = seen.get(finding.key, 0) + 1
        yield finding if count == 1 else replace(finding, key=_nth(finding.key, count))


def _nth(key: str, count: int) -> str:
    return sha256(f"{key}#{count}".encode()).hexdigest()[: len(key)]

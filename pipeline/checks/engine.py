"""The checks of all families, run over reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from ...schemas.document import Note
from ...schemas.finding import Finding
from ...schemas.report import Report
from .between_reports import across, disclosures, distribution, hierarchy, wholes, years
from .case import Case
from .check import Check
from .forms import (
    all_reached,
    completion_rates,
    execution,
    funds,
    grades,
    level_scores,
    money,
    named_rows,
    results,
    score_tables,
    scores,
    told_cells,
    told_execution,
    told_rests,
    told_together,
    values,
    weights,
)
from .proof import Claim, remark
from .prose import family
from .tables import caption_years, columns, columns_compared, columns_left, lists, nested_sums
from .texts import blanks, completeness, dates, naming, own_names, phrases, stale
from .units import Units, unit_names

CHECKS: tuple[Check, ...] = (
    *funds.CHECKS,
    *execution.CHECKS,
    *told_execution.CHECKS,
    *weights.CHECKS,
    *scores.CHECKS,
    *completion_rates.CHECKS,
    *score_tables.CHECKS,
    *level_scores.CHECKS,
    *grades.CHECKS,
    *values.CHECKS,
    *told_together.CHECKS,
    *money.CHECKS,
    *told_rests.CHECKS,
    *named_rows.CHECKS,
    *told_cells.CHECKS,
    *results.CHECKS,
    *all_reached.CHECKS,
    *lists.CHECKS,
    *columns.CHECKS,
    *nested_sums.CHECKS,
    *columns_compared.CHECKS,
    *columns_left.CHECKS,
    *dates.CHECKS,
    *stale.CHECKS,
    *own_names.CHECKS,
    *caption_years.CHECKS,
    *naming.CHECKS,
    *blanks.CHECKS,
    *phrases.CHECKS,
    *completeness.CHECKS,
    *family.CHECKS,
)
"""Every check of one report, in the order in which findings are told."""

ACROSS = (
    *across.ACROSS,
    *hierarchy.ACROSS,
    *years.ACROSS,
    *disclosures.ACROSS,
    *distribution.ACROSS,
    *wholes.ACROSS,
    *family.ACROSS,
)
"""Every check over several reports."""


Trace = tuple[str, bytes]
"""A rule, and a hash of what reports of several units may have in common."""

_TRACE_LENGTH = 12


def examine(
    reports: Iterable[Report], profile: str | None = None, without: Collection[str] = ()
) -> tuple[Report, ...]:
    """Check the reports of one file, each and together, and add the findings to them.

    ``profile`` names the scoring rules, null for what each report says of itself;
    ``without`` holds the ids of rules that are switched off. A finding over several
    reports is added to the first of them. Raises ``KeyError`` for an unknown profile.
    """
    cases = [Case.of(report, profile) for report in reports]
    outcomes = {case.report.report_id: _examined(case, without) for case in cases}
    for finding in _found_across(cases, without):
        outcomes[finding.report_ids[0]].findings.append(finding)
    return tuple(_told(case.report, outcomes[case.report.report_id]) for case in cases)


def traces(report: Report, units: Units, without: Collection[str] = ()) -> Iterator[Trace]:
    """What a report must share with those of other units to be held against them."""
    case = Case.of(report, units=units)
    for check in ACROSS:
        if check.traces and check.rule not in without:
            for trace in dict.fromkeys(check.traces(case)):
                yield check.rule, sha256(repr(trace).encode()).digest()[:_TRACE_LENGTH]


def compare_units(rule: str, reports: Iterable[Report], units: Units) -> tuple[Finding, ...]:
    """What one rule says of several units in several files; what it says of one is left out."""
    cases = [Case.of(report, units=units) for report in reports]
    bodies = {case.report.report_id: case.unit for case in cases}
    others = {check.rule for check in ACROSS} - {rule}
    over_files = _over_files(cases, _found_across(cases, others))
    over_units = (one for one in over_files if len({bodies[each] for each in one.report_ids}) > 1)
    return tuple(replace(one, key=_changed(one.key, "units")) for one in _numbered(over_units))


def compare(
    reports: Iterable[Report],
    profile: str | None = None,
    without: Collection[str] = (),
    units: Units | None = None,
) -> tuple[Finding, ...]:
    """What reports of several files say of each other; those of one file are left out.

    ``units`` says which names are those of one unit, null for what the reports' own say.
    """
    reports = tuple(reports)
    if units is None:
        units = Units.of(unit_names(reports))
    cases = [Case.of(report, profile, units) for report in reports]
    return tuple(_numbered(_over_files(cases, _found_across(cases, without))))


def _over_files(cases: Sequence[Case], found: Iterable[Finding]) -> Iterator[Finding]:
    documents = {case.report.report_id: case.report.document.doc_id for case in cases}
    return (one for one in found if len({documents[each] for each in one.report_ids}) > 1)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the checks of one report gave; ``notes`` tell of rules that could not be run."""

    findings: list[Finding]
    notes: list[Note]


def _examined(case: Case, without: Collection[str]) -> _Outcome:
    outcome = _Outcome([], [])
    for check in CHECKS:
        if check.rule not in without:
            try:
                outcome.findings.extend(check.found(case))
            except Exception as error:  # a fault of one rule costs that rule only, and is told
                outcome.notes.append(Note("check-failed", _fault(check.rule, error)))
    return outcome


def _found_across(cases: Sequence[Case], without: Collection[str]) -> Iterator[Finding]:
    for check in ACROSS if len(cases) > 1 else ():
        if check.rule not in without:
            try:
                yield from check.run(cases)
            except Exception as error:  # as above; told of all reports, as not compared
                yield _not_compared(check.rule, cases, error)


def _not_compared(rule: str, cases: Sequence[Case], error: Exception) -> Finding:
    fault = _fault(rule, error)
    claim = Claim(rule, cases[0].report, f"各报告之间{fault}", "info")
    every = tuple(case.report.report_id for case in cases)
    return replace(remark(claim, "not_comparable", fault, ()), report_ids=every)


def _fault(rule: str, error: Exception) -> str:
    return f"核对规则 {rule} 未能运行：{type(error).__name__}: {error}"


def _told(report: Report, outcome: _Outcome) -> Report:
    return replace(
        report,
        findings=(*report.findings, *_numbered(outcome.findings)),
        notes=(*report.notes, *outcome.notes),
    )


def _numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give findings on like subjects keys of their own, in reading order."""
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.key] = count = seen.get(finding.key, 0) + 1
        yield finding if count == 1 else replace(finding, key=_changed(finding.key, count))


def _changed(key: str, by: object) -> str:
    return sha256(f"{key}#{by}".encode()).hexdigest()[: len(key)]

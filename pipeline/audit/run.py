"""Auditing files: read them, hold them against each other, write what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from ...schemas.finding import Disposition, Finding
from ...schemas.report import Report
from ..checks.choice import EVERY_RULE, Choice
from ..run import Limits, Plan, Progress, StrPath, find, readings
from .model import Audit, AuditedFile
from .writing import form_of, write_audit


def audit(
    paths: Iterable[StrPath],
    out: StrPath | None = None,
    *,
    choice: Choice = EVERY_RULE,
    password: str | None = None,
    limits: Limits | None = None,
    watch: Callable[[Progress], None] | None = None,
) -> Audit:
    """Audit the reports of files, folders and archives; write the account where ``out`` is given.

    The suffix of ``out`` says the form: .xlsx, .html, .pdf or .json. ``choice`` says which
    rules are tested, and by which province's profile. Each file is read in a process of
    its own; one that fails is told in the audit, and the others go on. Raises
    ``UsageError`` for another suffix, ``OutputError`` where ``out`` cannot be written.
    """
    if out is not None:
        form_of(Path(out))
    plan = find(paths, password=password, out=None if out is None else Path(out))
    account = examine_files(plan, choice, limits or Limits(), watch)
    if out is not None:
        write_audit(account, Path(out), password)
    return account


def examine_files(
    plan: Plan,
    choice: Choice,
    limits: Limits,
    watch: Callable[[Progress], None] | None = None,
    said: Mapping[str, Disposition] | None = None,
) -> Audit:
    """Read what is planned and test every rule, inside each file and over all of them.

    ``said`` is what reviewers said of findings, by key.
    """
    files: list[AuditedFile] = []
    with closing(readings(plan, limits, choice, "content")) as results:
        for intake, reading in zip(plan.intakes, results, strict=True):
            content = reading.content
            files.append(
                AuditedFile(
                    reading.entry,
                    intake.location,
                    content and content.document,
                    content.reports if content else (),
                )
            )
            if watch is not None:
                watch(Progress(reading.entry, len(files), len(plan.intakes)))
    return Audit.of(_compared(files, choice), said)


def _compared(files: Sequence[AuditedFile], choice: Choice) -> list[AuditedFile]:
    """The files with what they say of each other, told of the first report concerned."""
    from ..checks.engine import compare

    reports = [report for file in files for report in file.reports]
    found: dict[str, list[Finding]] = {}
    for finding in compare(reports, choice.profile, choice.without):
        found.setdefault(finding.report_ids[0], []).append(finding)
    return [
        replace(file, reports=tuple(_with(report, found) for report in file.reports))
        for file in files
    ]


def _with(report: Report, found: dict[str, list[Finding]]) -> Report:
    return replace(report, findings=(*report.findings, *found.get(report.report_id, ())))

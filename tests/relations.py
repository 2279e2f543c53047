"""Running text, read and checked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from corpora import document
from heshu.extractors.structure.stage import structure
from heshu.pipeline.checks.case import Case
from heshu.pipeline.checks.prose.family import CHECKS
from heshu.pipeline.stages import STAGES
from heshu.schemas.finding import Finding
from heshu.schemas.report import Report

_TITLE = "青山县城市管理局2022年度项目支出绩效自评报告"


def report(text: str) -> Report:
    """A report that says this, every line a paragraph."""
    read = structure(document(f"{_TITLE}\n{text.strip()}"))[0]
    return reduce(lambda so_far, stage: stage(so_far), STAGES, read)


def findings(text: str) -> list[Finding]:
    """What the checks of running text say of it."""
    case = Case.of(report(text))
    return [finding for check in CHECKS for finding in check.run(case)]


def raised(found: Iterable[Finding]) -> list[Finding]:
    """The findings that are alarms."""
    return [one for one in found if one.verdict == "fail" and one.severity != "info"]

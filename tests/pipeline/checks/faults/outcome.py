"""What becomes of planted faults: found by the right rule or not, and what else was raised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generators.slips.marked import Planted, Slip, with_slip
from heshu.schemas.report import Report

from ..reading import checked

Alarm = tuple[str, str, str]
"""A rule, its severity and the statement of a finding that fails."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A planted fault, the rules that found it, and those that rang without a reason."""

    slip: Slip
    found_by: frozenset[str]
    extra: frozenset[str]
    around: str

    @property
    def is_right(self) -> bool:
        """Whether the right rule rang, and no other."""
        return bool(self.found_by) and not self.extra

    def __str__(self) -> str:
        wanted = " ".join(sorted(self.slip.mark.finders))
        extra = f", but {' '.join(sorted(self.extra))} rang" if self.extra else ""
        found = "found" if self.found_by else "not found"
        change = f"“{self.slip.right}” → “{self.slip.mark.wrong}”"
        return f"{wanted}: {change} {found}{extra}: {self.around}"


def alarms(reports: Iterable[Report]) -> Counter[Alarm]:
    """Every finding that fails, how often it is told."""
    findings = (finding for report in reports for finding in report.findings)
    return Counter(
        (one.rule, one.severity, one.statement) for one in findings if one.verdict == "fail"
    )


def outcomes(planted: Planted) -> Iterator[Outcome]:
    """What becomes of each fault, planted alone in its document."""
    before = alarms(checked(planted.document))
    for slip in planted.slips:
        new = alarms(checked(with_slip(planted.document, slip))) - before
        rung = {rule for rule, _, _ in new}
        loud = {rule for rule, severity, _ in new if severity != "info"}
        finders, also = slip.mark.finders, slip.mark.also
        extra = frozenset(loud - finders - also)
        yield Outcome(slip, frozenset(rung & finders), extra, planted.around(slip))

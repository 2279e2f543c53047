"""What the cross-checks say of the figures, and what a person said of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from .document import Place
from .record import record

Severity = Literal["error", "warning", "info"]
Verdict = Literal["ok", "rounding", "fail", "not_comparable"]
DispositionStatus = Literal["confirmed", "false_alarm", "explained", "pending"]


@record
class Quote:
    """A text that a finding rests on, and where it stands."""

    report_id: str
    place: Place
    text: str


@record
class Finding:
    """A relation between figures that was tested.

    ``statement`` is the line that anyone can check by hand (``8 + 7 + 23 + 3 = 41 ≠ 40``).
    ``key`` stays the same over versions of a file: it is made of the rule, the report and
    what the figures measure, not of values or places. ``severity`` is the rule's own;
    whether the finding is raised, ``verdict`` says. Bounds are null where unbounded.
    """

    key: str
    rule: str
    severity: Severity
    verdict: Verdict
    statement: str
    message: str
    expected: Decimal | None
    expected_low: Decimal | None
    expected_high: Decimal | None
    stated: Decimal | None
    stated_low: Decimal | None
    stated_high: Decimal | None
    report_ids: tuple[str, ...]
    figure_ids: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Disposition:
    """What a reviewer said of the findings with this key."""

    key: str
    status: DispositionStatus
    note: str | None
    reviewer: str | None
    at: datetime

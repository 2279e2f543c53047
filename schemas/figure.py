"""What is read out of the text: figures, dates and citations, each with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from .document import Place
from .record import record

Kind = Literal["amount", "rate", "points", "multiple", "count", "rank", "score", "measure"]
Comparator = Literal["eq", "approx", "over", "ge", "under", "le", "plus"]
UnitFrom = Literal["text", "row", "column", "header", "caption", "context"]
Aspect = Literal[
    "level", "growth", "change", "share", "completion", "execution", "rank", "per_unit"
]
Role = Literal[
    "budget_initial", "budget", "executed", "target", "actual", "weight", "score", "prior", "plan"
]
Direction = Literal["up", "down", "flat"]
Grain = Literal["day", "month", "year", "range"]
DateRole = Literal["cover", "closing", "sign", "event", "period", "year"]


@record
class Figure:
    """An amount, rate, count, rank, score or measure, exact, in the contract's units.

    ``low`` and ``high`` are what the printed digits can honestly mean (half-open; null is
    unbounded). ``value`` is null for a range. ``unit`` is null for a rank. ``decimals`` are
    the digits after the point as printed, in the printed unit. ``unit_text`` is printed
    with the number or inherited; ``unit_from`` says from where. ``rule`` names the rule
    that read the figure. The fields after ``rule`` say what is measured; unknown is null.
    """

    place: Place
    text: str
    number_text: str
    kind: Kind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    unit_text: str | None
    unit_from: UnitFrom | None
    decimals: int
    comparator: Comparator
    rule: str
    section: int | None = None
    subject: str | None = None
    aspect: Aspect | None = None
    scope: str | None = None
    role: Role | None = None
    direction: Direction | None = None
    period_start: date | None = None
    period_end: date | None = None


@record
class DateMention:
    """A date or period as written; ``start`` and ``end`` are its first and last day.

    Both are null where the text gives no year and the report's own is not known.
    """

    place: Place
    text: str
    grain: Grain
    start: date | None
    end: date | None
    role: DateRole | None


@record
class Citation:
    """A document that is cited: its title (inside 《》), its number (洪财办〔2020〕44号), or both.

    ``number`` has its brackets normalised to 〔〕; ``issuer``, ``year`` and ``serial`` are
    its parts and null together with it.
    """

    place: Place
    text: str
    title: str | None
    issuer: str | None
    year: int | None
    serial: int | None
    number: str | None

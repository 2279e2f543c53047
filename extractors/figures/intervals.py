"""What a figure can honestly mean: half a unit of its last digit, changed by its comparator."""

from __future__ import annotations

from decimal import Decimal

from ...schemas.figure import Comparator
from .rule import Reading

Interval = tuple[Decimal | None, Decimal | None]


def interval(reading: Reading, comparator: Comparator) -> Interval:
    """The lower and the upper end; null is unbounded."""
    if reading.ends:
        return reading.ends
    value = reading.numeral.value * reading.factor
    if comparator in {"ge", "over"}:
        return value, None
    if comparator in {"le", "under"}:
        return None, value
    if comparator == "plus":
        return value, value + reading.numeral.last_step * reading.factor
    half = Decimal(0) if reading.exact else reading.numeral.step * reading.factor / 2
    return value - half, value + half

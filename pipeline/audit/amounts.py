"""Values as an auditor reads them: grouped digits, per cent, and intervals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from ...schemas.figure import Figure
from ...schemas.labels import UNITS
from ..values import plain_digits

SHOWN_PLACES = 6
"""Digits after the point that are shown of a computed value; the data keep all."""

_ENOUGH_DIGITS = Context(prec=60, rounding=ROUND_HALF_UP)
_UNBOUNDED = "∞"


def interval(low: Decimal | None, high: Decimal | None, share: bool = False) -> str | None:
    """The values a number can honestly mean; null where nothing is known of either end.

    A single point is shown as it is, any other interval half-open: ``[0.9795, 0.9805)``.
    """
    if low is None and high is None:
        return None
    if low == high:
        return amount(low, share)
    left = "(" if low is None else "["
    return f"{left}{amount(low, share, '-')}, {amount(high, share, '+')})"


def amount(value: Decimal | None, share: bool = False, sign: str = "") -> str:
    """A value with grouped digits, as per cent where it is a share; ∞ where it is unbounded."""
    if value is None:
        return f"{sign}{_UNBOUNDED}"
    return f"{_grouped(value * 100)}%" if share else _grouped(value)


def worth(figure: Figure) -> str:
    """What a figure is worth in the contract's units: ``12,505,000元``, a range by its ends."""
    share = figure.kind == "rate"
    unit = "" if share or figure.unit in {None, "1"} else _unit(figure.unit or "")
    if figure.value is None:
        return f"{interval(figure.low, figure.high, share) or ''}{unit}"
    return f"{amount(figure.value, share)}{unit}"


def _unit(unit: str) -> str:
    base, slash, per = unit.partition("/")
    return UNITS.get(base, base) + slash + per


def _grouped(value: Decimal) -> str:
    step = Decimal(1).scaleb(-SHOWN_PLACES)
    shown = value.quantize(step, context=_ENOUGH_DIGITS)
    return f"{Decimal(plain_digits(shown)):,f}"

"""Interval numbers: what a computed value can be when its parts were rounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm

from ...schemas.record import record

_ZERO = Fraction(0)


@record
class Interval:
    """All numbers from ``low`` up to, not including, ``high``; a single point has both equal.

    Ends are exact fractions; null is unbounded. Calculating with intervals gives the
    interval of everything that the calculation can give.
    """

    low: Fraction | None
    high: Fraction | None

    @classmethod
    def point(cls, value: Fraction) -> Interval:
        """One number alone."""
        return cls(value, value)

    @classmethod
    def sum(cls, intervals: Sequence[Interval]) -> Interval:
        """What the sum of numbers, one in each, can be."""
        return cls(added([one.low for one in intervals]), added([one.high for one in intervals]))

    def __contains__(self, value: Fraction) -> bool:
        if self.is_point:
            return self.low == value
        above = self.low is None or self.low <= value
        return above and (self.high is None or value < self.high)

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(_minus(self.low, other.high), _minus(self.high, other.low))

    def __mul__(self, other: Interval) -> Interval:
        if self._is_nowhere_negative and other._is_nowhere_negative:
            return Interval(_times(self.low, other.low), _times(self.high, other.high))
        if not (self.is_bounded and other.is_bounded):
            return Interval(None, None)
        corners = [a * b for a in self._ends() for b in other._ends()]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: Interval) -> Interval:
        if self._is_nowhere_negative and other._is_nowhere_negative and other.high != 0:
            low = _quotient(self.low, other.high)
            return Interval(_ZERO if low is None else low, _quotient(self.high, other.low))
        return self * other._reciprocal()

    @property
    def is_point(self) -> bool:
        """Whether it is one number alone."""
        return self.low is not None and (self.low is self.high or self.low == self.high)

    @property
    def is_bounded(self) -> bool:
        """Whether it has both ends."""
        return self.low is not None and self.high is not None

    def meets(self, other: Interval) -> bool:
        """Whether a number lies in both; intervals that only touch do not meet."""
        for one, two in ((self, other), (other, self)):
            if one.is_point:
                return one.low is not None and one.low in two
        return _below(self.low, other.high) and _below(other.low, self.high)

    def lowest(self, other: Interval) -> Interval:
        """What the smaller of two numbers can be."""
        lows = (self.low, other.low)
        highs = [high for high in (self.high, other.high) if high is not None]
        low = None if None in lows else min(low for low in lows if low is not None)
        return Interval(low, min(highs, default=None))

    @property
    def _is_nowhere_negative(self) -> bool:
        """Then the ends of a product are the products of the ends, and no end stays none."""
        return self.low is not None and self.low >= 0

    def _reciprocal(self) -> Interval:
        low, high = self.low, self.high
        if low is not None and low >= 0 and high != 0:
            return Interval(_inverse(high) or _ZERO, _inverse(low))
        if high is not None and high <= 0 and low != 0:
            return Interval(_inverse(high), _inverse(low) or _ZERO)
        return Interval(None, None)

    def _ends(self) -> Iterable[Fraction]:
        return (end for end in (self.low, self.high) if end is not None)


def added(ends: Sequence[Fraction | None]) -> Fraction | None:
    """The sum of exact values or ends; null where one of them is."""
    ratios = [end.as_integer_ratio() for end in ends if end is not None]
    if len(ratios) < len(ends):
        return None
    common = lcm(*[denominator for _, denominator in ratios])
    return Fraction(sum([part * (common // whole) for part, whole in ratios]), common)


def _plus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _times(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other


def _minus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one - other


def _quotient(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return one / other if one is not None and other else None


def _inverse(end: Fraction | None) -> Fraction | None:
    return 1 / end if end else None


def _below(low: Fraction | None, high: Fraction | None) -> bool:
    return low is None or high is None or low < high

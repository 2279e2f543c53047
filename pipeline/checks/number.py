"""A printed or computed number, with what it can mean rounded and what it can mean cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import add, mul, sub

from ...schemas.figure import Figure
from ...schemas.finding import Verdict
from ...schemas.record import record
from .arithmetic import Interval, added

_REMEMBERED = 4096


@record
class Number:
    """A number as the printed digits give it, and the intervals of what they can mean.

    ``value`` is null for a range. ``rounded`` reaches half a unit of the last digit to
    either side, ``cut`` (截尾) from the printed digits away from zero by one unit. All
    three go through every calculation together, ``cut`` only where it is asked for;
    ``cut_of`` is null where no digits can have been cut off, and ``cut`` is ``rounded``.
    """

    value: Fraction | None
    rounded: Interval
    cut_of: Callable[[], Interval] | None = None

    @property
    def cut(self) -> Interval:
        """What the digits mean where others were cut off."""
        return self.rounded if self.cut_of is None else self.cut_of()

    @property
    def is_exact(self) -> bool:
        """Whether it was made to mean itself alone."""
        return self.rounded.low is not None and self.rounded.low is self.rounded.high

    @classmethod
    def exact(cls, value: Fraction | int) -> Number:
        """A number that means itself alone: a count, a score as printed, a constant."""
        exact = value if isinstance(value, Fraction) else Fraction(value)
        return cls(exact, Interval.point(exact))

    @classmethod
    def of(cls, figure: Figure) -> Number:
        """What a figure can mean, by its own interval; nought is nought (0万元)."""
        return _between(figure.value, figure.low, figure.high, figure.comparator == "plus")

    @classmethod
    def printed(cls, value: Fraction, step: Fraction) -> Number:
        """A number whose last printed digit counts ``step``."""
        rounded = Interval(value - step / 2, value + step / 2)
        return cls(value, rounded, lambda: _cut(value, step))

    def as_printed(self) -> Number:
        """The same digits taken as exact: what scores and weights of a form are."""
        return self if self.value is None or self.is_exact else Number.exact(self.value)

    def uncut(self) -> Number:
        """The same where nobody cuts digits off: prices and standards."""
        return Number(self.value, self.rounded)

    def __add__(self, other: Number) -> Number:
        return self._with(other, add, add)

    def __sub__(self, other: Number) -> Number:
        return self._with(other, sub, sub)

    def __mul__(self, other: Number) -> Number:
        return self._with(other, mul, mul)

    def __truediv__(self, other: Number) -> Number:
        return self._with(
            other, lambda one, two: one / two if two else None, lambda one, two: one / two
        )

    def at_most(self, other: Number) -> Number:
        """The smaller of the two."""
        return self._with(other, min, Interval.lowest)

    def _with(
        self,
        other: Number,
        values: Callable[[Fraction, Fraction], Fraction | None],
        intervals: Callable[[Interval, Interval], Interval],
    ) -> Number:
        one, two = self.value, other.value
        value = None if one is None or two is None else values(one, two)
        if value is not None and self.is_exact and other.is_exact:
            return Number.exact(value)
        return Number(
            value,
            intervals(self.rounded, other.rounded),
            lambda: intervals(self.cut, other.cut),
        )


def sum_of(numbers: Sequence[Number]) -> Number:
    """The sum of one number or more."""
    value = added([number.value for number in numbers])
    if value is not None and all(number.is_exact for number in numbers):
        return Number.exact(value)
    return Number(
        value,
        Interval.sum([number.rounded for number in numbers]),
        lambda: Interval.sum([number.cut for number in numbers]),
    )


def judge(computed: Number, stated: Number) -> Verdict:
    """Whether a computed number is the stated one.

    ``ok``: it lies within what the stated digits mean; ``rounding``: only rounding, or
    cutting off digits, in the parts brings them together.
    """
    if computed.value is not None and computed.value in stated.rounded:
        return "ok"
    if computed.rounded.meets(stated.rounded):
        return "ok" if computed.value is None or stated.value is None else "rounding"
    return "rounding" if computed.cut.meets(stated.cut) else "fail"


def judge_at_most(smaller: Number, larger: Number) -> Verdict:
    """Whether one number can be no more than another; bounds alone are compared."""
    if smaller.value is not None and larger.value is not None and smaller.value <= larger.value:
        return "ok"
    low, high = smaller.rounded.low, larger.rounded.high
    if low is None or high is None:
        return "ok"
    if smaller.rounded.is_point and larger.rounded.is_point:
        return "ok" if low <= high else "fail"
    return "rounding" if low < high else "fail"


def judge_same(one: Number, other: Number) -> Verdict:
    """Whether two statements can be of one fact: at one precision they must be equal."""
    if one.value is not None and one.value == other.value:
        return "ok"
    if _width(one) == _width(other) and one.value is not None and other.value is not None:
        return "fail"
    if one.rounded.meets(other.rounded):
        return "ok"
    return "rounding" if one.cut.meets(other.cut) else "fail"


def _cut(value: Fraction, step: Fraction) -> Interval:
    return Interval(value, value + step) if value >= 0 else Interval(value - step, value)


def _width(number: Number) -> Fraction | None:
    low, high = number.rounded.low, number.rounded.high
    return None if low is None or high is None else high - low


@lru_cache(_REMEMBERED)
def _between(
    told: Decimal | None, lowest: Decimal | None, highest: Decimal | None, is_open: bool
) -> Number:
    """The number of a figure; where it ``is_open`` (80余) no digits were cut off."""
    value = _fraction(told)
    if value is not None and (not told or lowest == highest == told):
        return Number.exact(value)
    low, high = _fraction(lowest), _fraction(highest)
    if value is None or low is None or high is None or is_open:
        return Number(value, Interval(low, high))
    return Number(value, Interval(low, high), lambda: _cut(value, high - low))


def _fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(*value.as_integer_ratio())

"""Interval numbers: ends, comparators, propagation and verdicts."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heshu.pipeline.checks.arithmetic import Interval
from heshu.pipeline.checks.number import Number, judge, judge_at_most, judge_same


def between(low: str | None, high: str | None) -> Interval:
    return Interval((low and Fraction(low)) or None, (high and Fraction(high)) or None)


def printed(text: str) -> Number:
    """A number as printed: half a unit of its last digit on either side."""
    value = Decimal(text)
    return Number.printed(Fraction(value), Fraction(10) ** int(value.as_tuple().exponent))


def test_intervals_that_touch_do_not_meet() -> None:
    assert not between("1", "2").meets(between("2", "3"))
    assert between("1", "2").meets(between("1.9", "3"))


def test_a_point_lies_at_the_low_end_and_not_at_the_high_end() -> None:
    assert Interval.point(Fraction(1)).meets(between("1", "2"))
    assert not Interval.point(Fraction(2)).meets(between("1", "2"))


def test_points_meet_when_they_are_equal() -> None:
    assert Interval.point(Fraction(2)).meets(Interval.point(Fraction(2)))
    assert not Interval.point(Fraction(2)).meets(Interval.point(Fraction(3)))


def test_an_unbounded_interval_meets_what_reaches_it() -> None:
    assert between("5", None).meets(between("4", "6"))
    assert not between("6", None).meets(between("4", "6"))


def test_what_can_be_zero_cannot_bound_a_quotient() -> None:
    quotient = between("1", "2") / Interval(Fraction(-1), Fraction(1))
    assert (quotient.low, quotient.high) == (None, None)


def test_a_product_without_end_keeps_the_end_it_has() -> None:
    product = between("2", None) * between("3", "4")
    assert (product.low, product.high) == (6, None)


numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)


@given(numbers, numbers, numbers, numbers)
def test_results_of_members_lie_in_the_result(a: Fraction, b: Fraction, c: Fraction, d: Fraction):
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    for total, value in ((one + other, a + c), (one - other, a - c), (one * other, a * c)):
        assert total.low is not None
        assert total.high is not None
        assert total.low <= value <= total.high


@pytest.mark.parametrize(
    ("part", "whole", "rate", "verdict"),
    [
        ("334.67", "861.46", "0.3885", "ok"),
        ("334.67", "861.46", "0.3884", "rounding"),
        ("334.67", "861.46", "0.3895", "fail"),
        ("1", "3", "0.33", "ok"),
        ("2", "3", "0.66", "rounding"),
        ("2", "3", "0.65", "rounding"),
        ("200", "300", "0.60", "fail"),
    ],
)
def test_rates_are_judged_by_what_was_printed(part: str, whole: str, rate: str, verdict: str):
    assert judge(printed(part) / printed(whole), printed(rate)) == verdict


def test_cutting_off_digits_is_tried_before_an_error_is_called() -> None:
    exact = Number.exact(2) / Number.exact(3)
    assert judge(exact, printed("0.67")) == "ok"
    assert judge(exact, printed("0.66")) == "rounding"
    assert judge(exact, printed("0.65")) == "fail"


def test_counts_are_exact() -> None:
    total = Number.exact(8) + Number.exact(7)
    assert judge(total, Number.exact(15)) == "ok"
    assert judge(total, Number.exact(16)) == "fail"


def test_one_fact_at_one_precision_must_be_equal() -> None:
    assert judge_same(printed("98.0"), printed("98.1")) == "fail"
    assert judge_same(printed("98"), printed("98.3")) == "ok"
    assert judge_same(printed("98"), printed("98.7")) == "rounding"
    assert judge_same(printed("98"), printed("99.2")) == "fail"


def test_bounds_compare_what_the_ends_allow() -> None:
    assert judge_at_most(printed("245.00"), printed("280.00")) == "ok"
    assert judge_at_most(printed("280.004"), printed("280.00")) == "rounding"
    assert judge_at_most(printed("281.00"), printed("280.00")) == "fail"
    assert judge_at_most(Number.exact(78), Number.exact(77)) == "fail"

"""Values as an auditor reads them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from audit_accounts import BUDGET, RATE
from heshu.pipeline.audit.amounts import amount, interval, worth


@pytest.mark.parametrize(
    ("value", "share", "shown"),
    [
        ("12505000", False, "12,505,000"),
        ("-0.5", False, "-0.5"),
        ("0.98", True, "98%"),
        ("0.9503076923076923", True, "95.030769%"),
        ("1E+3", False, "1,000"),
        (None, False, "∞"),
    ],
)
def test_amounts(value: str | None, share: bool, shown: str) -> None:
    assert amount(None if value is None else Decimal(value), share) == shown


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        ("0.895", "0.905", "[89.5%, 90.5%)"),
        ("0.9", "0.9", "90%"),
        ("0.9", None, "[90%, +∞)"),
        (None, "0.9", "(-∞, 90%)"),
        (None, None, None),
    ],
)
def test_intervals_are_half_open(low: str | None, high: str | None, shown: str | None) -> None:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    assert interval(*ends, share=True) == shown


def test_a_figure_is_told_in_whole_units() -> None:
    assert worth(BUDGET) == "2,000,000元"
    assert worth(RATE) == "95%"
    assert worth(replace(BUDGET, unit="CNY/人")) == "2,000,000元/人"
    assert worth(replace(BUDGET, unit="m2")) == "2,000,000平方米"
    assert worth(replace(BUDGET, value=None)) == "[1,995,000, 2,005,000)元"

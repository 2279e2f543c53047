"""Values as files and databases can hold them."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis.strategies import decimals

from heshu.pipeline.values import Value, exact, in_utc, json_text, plain_digits, printed, text


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("1.84065E+8", "184065000"),
        ("0.9800", "0.98"),
        ("1E-10", "0.0000000001"),
        ("-0", "0"),
        ("100", "100"),
        ("0", "0"),
    ],
)
def test_plain_digits(value: str, digits: str) -> None:
    assert plain_digits(Decimal(value)) == digits


@given(decimals(min_value=-(10**27), max_value=10**27, places=10))
def test_ten_places_lose_nothing_of_what_has_ten(value: Decimal) -> None:
    kept = exact(value)
    assert kept == value
    assert Decimal(plain_digits(value)) == value


def test_more_places_are_rounded_and_more_digits_are_null() -> None:
    assert exact(Decimal("0.00000000005")) == 0
    assert exact(Decimal("0.00000000006")) == Decimal("1E-10")
    assert exact(Decimal("1E+28")) is None


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (None, ""),
        (True, "true"),
        (12, "12"),
        (Decimal("0.50"), "0.5"),
        (date(2023, 12, 31), "2023-12-31"),
        (datetime(2024, 5, 1, 8, tzinfo=UTC), "2024-05-01T08:00:00Z"),
        (("甲.docx", "乙.docx"), '["甲.docx", "乙.docx"]'),
        (({"text": "8", "value": Decimal("8.50")},), '[{"text": "8", "value": "8.5"}]'),
    ],
)
def test_printed(value: Value, field: str) -> None:
    assert printed(value) == field


def test_json_refuses_what_it_cannot_tell() -> None:
    with pytest.raises(TypeError):
        json_text(object())


def test_text_keeps_its_length_where_a_character_cannot_be_stored() -> None:
    assert text("a\0b") == "a\ufffdb"
    assert text("甲\ud800乙") == "甲\ufffd乙"
    assert text("甲乙") == "甲乙"


def test_moments_are_in_utc() -> None:
    beijing = timezone(timedelta(hours=8))
    assert in_utc(datetime(2024, 5, 1, 8, tzinfo=beijing)) == datetime(2024, 5, 1, tzinfo=UTC)
    assert in_utc(datetime(2024, 5, 1)).tzinfo is UTC

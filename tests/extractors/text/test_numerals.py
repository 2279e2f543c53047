"""Numerals as officials print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from heshu.extractors.text.numerals import find_numerals, read_digits, read_integer, read_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18406.5", "18406.5"),
        ("1,234.56", "1234.56"),
        ("1, 234.56", "1234.56"),
        ("17 654.32", "17654.32"),
        ("372 .5", "372.5"),
        ("0.00", "0"),
        ("1.2万亿", "1200000000000"),
        ("5千万", "50000000"),
        ("3.5百万", "3500000"),
        ("1亿2千万", "120000000"),
        ("3万5千", "35000"),
        ("三千二百万", "32000000"),
        ("一百零八", "108"),
        ("十二", "12"),
        ("廿五", "25"),
        ("两", "2"),
        ("一万五", "15000"),
        ("一亿零五百万", "105000000"),
        ("一万二千亿", "1200000000000"),
        ("一万亿", "1000000000000"),
        ("千亿", "100000000000"),
        ("九十八点五", "98.5"),
        ("壹佰贰拾叁万肆仟伍佰陆拾", "1234560"),
        ("十余", "10"),
        ("二十多万", "200000"),
        ("10余万", "100000"),
        ("零", "0"),
    ],
)
def test_value(text: str, value: str):
    numeral = read_numeral(text)
    assert numeral is not None
    assert numeral.value == Decimal(value)


@pytest.mark.parametrize("text", ["三四十", "七八", "一二三", "个", "", "三个"])
def test_no_number(text: str):
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "step", "last_step"),
    [
        ("72.4万", "1000", "1000"),
        ("4300", "1", "100"),
        ("4300余", "1", "100"),
        ("10余万", "10000", "100000"),
        ("0.00", "0.01", "0.01"),
        ("三千二百万", "1000000", "1000000"),
        ("九十八点五", "0.1", "0.1"),
        ("两千余", "1000", "1000"),
    ],
)
def test_steps(text: str, step: str, last_step: str):
    numeral = read_numeral(text)
    assert numeral is not None
    assert (numeral.step, numeral.last_step) == (Decimal(step), Decimal(last_step))


def test_how_it_is_printed():
    numeral = read_numeral("十余万")
    assert numeral is not None
    assert (numeral.spelled, numeral.magnitude, numeral.more) == (True, True, True)
    plain = read_numeral("3,246")
    assert plain is not None
    assert (plain.spelled, plain.magnitude, plain.more, plain.decimals) == (False, False, False, 0)


def test_find_numerals_with_their_spans():
    text = "投入17 654.32万元，建成5千米渠道、三处泵站"
    assert [(text[start:end], numeral.value) for start, end, numeral in find_numerals(text)] == [
        ("17 654.32万", Decimal("176543200")),
        ("5", Decimal(5)),
        ("三", Decimal(3)),
    ]


def test_digits_read_one_by_one():
    assert read_digits("二〇二二") == 2022
    assert read_digits("二0二三") == 2023
    assert read_digits("二十") is None


def test_whole_numbers():
    assert read_integer("十二") == 12
    assert read_integer("07") == 7
    assert read_integer("3.5") is None
    assert read_integer("十余") is None

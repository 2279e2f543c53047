"""Any amount printed in any of our notations reads back to its value."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from heshu.extractors.figures.facts import read_facts
from heshu.extractors.figures.intervals import interval
from heshu.extractors.text.fold import fold

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

DIGITS = "零一二三四五六七八九"
CAPITALS = "零壹贰叁肆伍陆柒捌玖"
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
MAGNITUDES = {"": 0, "万": 4, "亿": 8, "百万": 6, "千万": 7, "万亿": 12}

amounts = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)
whole = st.integers(min_value=1, max_value=10**12 - 1)


def _plain(value: Decimal) -> str:
    return f"{value:f}"


def _commas(value: Decimal) -> str:
    return f"{value:,f}"


def _spaces(value: Decimal) -> str:
    return f"{value:,f}".replace(",", " ")


def _wide(value: Decimal) -> str:
    return f"{value:,f}".translate(FULL_WIDTH)


PRINTERS: list[Callable[[Decimal], str]] = [_plain, _commas, _spaces, _wide]


def words(value: int, digits: str, tens: str) -> str:
    """The whole number in Chinese words."""
    spoken = ""
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, value = divmod(value, scale)
        if not part:
            continue
        if spoken and part < 1000:
            spoken += digits[0]
        spoken += _section(part, digits, tens) + name
    return spoken


def _section(part: int, digits: str, tens: str) -> str:
    spoken, gap = "", False
    for scale, name in ((1000, tens[2]), (100, tens[1]), (10, tens[0]), (1, "")):
        digit, part = divmod(part, scale)
        if digit:
            spoken += (digits[0] if gap and spoken else "") + digits[digit] + name
        gap = not digit
    return spoken


def read_one(text: str) -> tuple[str, Decimal]:
    """The quote and value of the one figure of the text."""
    (found,) = read_facts(text, fold(text)).figures
    assert found.reading.value is not None
    return text[found.start : found.end], found.reading.value


@given(
    amounts,
    st.sampled_from(PRINTERS),
    st.sampled_from(sorted(MAGNITUDES)),
    st.sampled_from(["", " "]),
)
def test_digits_in_every_notation(
    value: Decimal, printer: Callable[[Decimal], str], magnitude: str, space: str
):
    quote = f"{printer(value)}{space}{magnitude}元"
    assert read_one(f"安排资金{quote}。") == (quote, value.scaleb(MAGNITUDES[magnitude]))


@given(whole)
def test_small_words(value: int):
    quote = f"{words(value, DIGITS, '十百千')}元"
    assert read_one(f"安排资金{quote}，") == (quote, Decimal(value))


@given(whole)
def test_capital_words(value: int):
    quote = f"{words(value, CAPITALS, '拾佰仟')}元整"
    assert read_one(f"人民币{quote}，") == (quote, Decimal(value))


@given(st.decimals(min_value=0, max_value=300, places=2), st.sampled_from("%‰％"))
def test_rates(value: Decimal, sign: str):
    quote = f"{value}{sign}"
    scale = Decimal("0.001") if sign == "‰" else Decimal("0.01")
    assert read_one(f"比率为{quote}。") == (quote, value * scale)


@given(st.integers(min_value=1, max_value=99), st.integers(min_value=0, max_value=99))
def test_percent_in_words(whole_part: int, fraction: int):
    after = "".join(DIGITS[int(digit)] for digit in f"{fraction:02}")
    quote = f"百分之{words(whole_part, DIGITS, '十百千')}点{after}"
    value = Decimal(f"{whole_part}.{fraction:02}") / 100
    assert read_one(f"比率为{quote}。") == (quote, value)


@given(amounts, st.sampled_from(sorted(MAGNITUDES)))
def test_the_interval_is_half_a_unit_of_the_last_digit(value: Decimal, magnitude: str):
    text = f"投入{value}{magnitude}元。"
    (found,) = read_facts(text, fold(text)).figures
    low, high = interval(found.reading, found.comparator)
    assert low is not None
    assert high is not None
    assert high - low == Decimal("0.01").scaleb(MAGNITUDES[magnitude])
    assert low + high == 2 * value.scaleb(MAGNITUDES[magnitude])


@given(st.text(max_size=80))
def test_any_text_reads_without_an_error_and_quotes_itself(text: str):
    facts = read_facts(text, fold(text), 2022)
    spans = [*facts.figures, *facts.dates, *facts.citations]
    assert all(0 <= one.start < one.end <= len(text) for one in spans)


@given(
    st.text(
        alphabet="0123456789.,，年月日-—至第一二三十百千万亿元%个余约近、（）：号/ ", max_size=40
    )
)
def test_any_numerals_read_without_an_error(text: str):
    facts = read_facts(text, fold(text), 2022)
    ends = [found.end for found in facts.figures]
    starts = [found.start for found in facts.figures]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))

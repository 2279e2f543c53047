"""Arabic and Chinese numerals as exact decimals."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {**dict(zip("〇零一二三四五六七八九", (0, 0, *range(1, 10)), strict=True)), "两": 2}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
CHINESE = "〇零一二三四五六七八九十百千万亿两点"
ARABIC = re.compile(r"(\d+(?:\.(\d+))?)([十百千万亿]*)")


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: its value, the unit of its last digit and of its last non-zero digit.

    ``step`` is null for a number in words, which has no plain last digit.
    """

    value: Decimal
    step: Decimal | None
    wide: Decimal
    decimals: int = 0
    magnitude: bool = False


def fold(text: str) -> str:
    """Width, spaces, dashes and thousands commas out of the way."""
    text = "".join(unicodedata.normalize("NFKC", text).split())
    text = re.sub("[−—–～]", lambda m: "-" if m[0] == "−" else "~", text)
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text).translate(FORMAL)


def number(text: str) -> Number:
    """Read folded digits, with or without Chinese magnitudes, or a numeral in words."""
    sign = -1 if text.startswith("-") else 1
    if m := ARABIC.fullmatch(text.removeprefix("-")):
        return arabic(m[1], m[2] or "", m[3], sign)
    value = in_words(text)
    return Number(value, None, last_place(value))


def arabic(digits: str, fraction: str, magnitudes: str, sign: int) -> Number:
    """Digits times their magnitudes (5千万)."""
    scale = Decimal(1)
    for char in magnitudes:
        scale *= SMALL.get(char) or LARGE[char]
    step = Decimal(10) ** -len(fraction) * scale
    value = Decimal(digits) * scale
    return Number(sign * value, step, max(step, last_place(value)), len(fraction), bool(magnitudes))


def last_place(value: Decimal) -> Decimal:
    """The unit of a value's last non-zero digit."""
    return Decimal(10) ** int(value.normalize().as_tuple().exponent) if value else Decimal(1)


def in_words(text: str) -> Decimal:
    """三千二百, 一亿二千万, 九十八点五; a magnitude alone is one of it."""
    whole, _, fraction = text.partition("点")
    value = Decimal(whole_words(whole))
    for place, char in enumerate(fraction, 1):
        value += DIGITS[char] * Decimal(10) ** -place
    return value


def whole_words(text: str) -> int:
    """A whole number in words."""
    if not text or set(text) - set(CHINESE):
        raise ValueError(f"no numeral: {text}")
    if not set(text) & {*SMALL, *LARGE}:
        return int("".join(str(DIGITS[char]) for char in text))
    total = part = digit = 0
    for char in text:
        if char in LARGE:
            total, part, digit = (total + part + digit or 1) * LARGE[char], 0, 0
        elif char in SMALL:
            part, digit = part + (digit or 1) * SMALL[char], 0
        else:
            digit = DIGITS[char]
    return total + part + digit

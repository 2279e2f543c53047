"""The grammar of numerals: Arabic and Chinese digits, stacked magnitudes, all exact.

``1,234.56``, ``17 654.32``, ``1.2万亿``, ``1亿2千万``, ``三千二百万``, ``壹佰贰拾叁万``.
All functions read folded text (see ``fold``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_DIGITS = {
    char: value
    for value, chars in enumerate(
        ("〇零", "一壹", "二贰两兩", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_PLAIN = str.maketrans({"萬": "万", "億": "亿", "廿": "二十", "卅": "三十"})
_MAGNITUDES = _TENS | _MYRIADS

CHINESE_DIGIT = "[" + "".join(_DIGITS) + "]"
SPOKEN = "".join(_DIGITS) + "".join(_MAGNITUDES) + "萬億廿卅"
"""Every character of a number in words."""
_SPOKEN = f"[{SPOKEN}]"
MORE = "(?:[余多]|来(?![自源访华料电年]))"
"""余, 多, 来: some more than the number says."""

ARABIC = (
    r"(?:\d{1,3}(?:, ?\d{3})+(?:\.\d+)?(?!\d)"
    r"|(?<![表图件第])\d{1,3}(?: \d{3})+(?:\.\d+)?(?= ?[^\W\d_])"
    r"|\d+(?: ?\.\d+| ?\. ?\d+(?=\s?[万亿元%‰]))?)"
)
MAGNITUDE = (
    r"(?:[十百千万]?万亿|[十百千万]?[万亿萬億]|[千仟](?![瓦米克卡伏帕焦])|[百佰](?!分(?!钟)|米))"
)
CHINESE = rf"(?:{_SPOKEN}+(?:点{CHINESE_DIGIT}+)?)"
NUMERAL = (
    rf"(?:{ARABIC}(?: ?{MORE}?{MAGNITUDE}(?:\d+{MAGNITUDE})*)?"
    rf"|{CHINESE}(?:{MORE}[万亿萬億]+)?)(?: ?{MORE})?"
)
"""A numeral with its magnitudes and 余, as one pattern without groups."""

_TERM = re.compile(
    rf"(\d{{1,3}}(?:[, ] ?\d{{3}})+(?:\.\d+)?|{ARABIC}) ?([余多来]?)((?:{MAGNITUDE})?)"
)
_SPLIT = re.compile("([余多来])([万亿萬億]*)$")
_WORDS = re.compile(CHINESE)
_NUMERAL = re.compile(rf"(?<![A-Za-z\d.]){NUMERAL}")


class Numeral(NamedTuple):
    """A number as printed.

    ``step`` is one unit of its last printed digit, ``last_step`` one unit of its last digit
    that is not zero (what 余 leaves open); ``decimals`` counts the digits after the point
    before any magnitude is applied. ``spelled`` tells a number in words, ``magnitude`` one
    printed with 万, 亿, 千 or 百 behind digits, ``more`` one with 余, 多 or 来.
    """

    value: Decimal
    step: Decimal
    last_step: Decimal
    decimals: int = 0
    spelled: bool = False
    magnitude: bool = False
    more: bool = False


@lru_cache(maxsize=4096)
def read_numeral(text: str) -> Numeral | None:
    """The number that the whole text prints; null where it is none (三四十, 一二三)."""
    text = text.strip()
    if text[:1].isdecimal():
        return _read_arabic(text)
    more = _SPLIT.search(text)
    spoken, tail = (text[: more.start()], more[2]) if more else (text, "")
    numeral = _read_spoken(spoken)
    if numeral is None:
        return None
    scale = _magnitude(tail)
    return Numeral(
        numeral.value * scale,
        numeral.step * scale,
        numeral.last_step * scale,
        numeral.decimals,
        spelled=True,
        magnitude=any(char in _MYRIADS for char in text.translate(_PLAIN)),
        more=bool(more),
    )


def find_numerals(folded: str) -> Iterator[tuple[int, int, Numeral]]:
    """Every numeral of the text with its span, spaces around it left out."""
    for match in _NUMERAL.finditer(folded):
        numeral = read_numeral(match[0])
        if numeral is not None:
            yield match.start(), match.start() + len(match[0].rstrip()), numeral


def read_digits(text: str) -> int | None:
    """Chinese or Arabic digits read one by one (二〇二二); null where one is no digit."""
    digits = [_DIGITS.get(char, int(char) if char.isdecimal() else -1) for char in text]
    return int("".join(map(str, digits))) if digits and min(digits) >= 0 else None


def read_integer(text: str) -> int | None:
    """A whole number in Arabic digits or Chinese words (12, 十二); null where it is none."""
    numeral = read_numeral(text)
    if numeral is None or numeral.more or numeral.value != int(numeral.value):
        return None
    return int(numeral.value)


def _read_arabic(text: str) -> Numeral | None:
    body = text.rstrip("余多来 ")
    more = body != text
    terms = list(_TERM.finditer(body))
    if "".join(term[0] for term in terms) != body:
        return None
    value = Decimal(0)
    digits, scale = "", 1
    for term in terms:
        digits, scale = re.sub("[, ]", "", term[1]), _magnitude(term[3])
        value += Decimal(digits) * scale
        more = more or bool(term[2])
    decimals = len(digits.partition(".")[2])
    step = Decimal(1).scaleb(-decimals) * scale
    zeros = 0 if decimals else len(digits) - len(digits.rstrip("0"))
    last_step = step.scaleb(zeros) if value else step
    return Numeral(value, step, last_step, decimals, magnitude=scale > 1, more=more)


def _magnitude(text: str) -> int:
    scale = 1
    for char in text.translate(_PLAIN):
        scale *= _MAGNITUDES[char]
    return scale


def _read_spoken(text: str) -> Numeral | None:
    whole, _, after = text.partition("点")
    read = _read_words(whole.translate(_PLAIN)) if _WORDS.fullmatch(text) else None
    fraction = read_digits(after) if after else 0
    if read is None or fraction is None:
        return None
    decimals = len(after)
    step = Decimal(1).scaleb(-decimals) if decimals else Decimal(read.place)
    value = read.value + Decimal(fraction).scaleb(-decimals)
    return Numeral(value, step, step, decimals, spelled=True)


class _Words(NamedTuple):
    """A whole number in words, and the place of the last one spoken (三千二百: 100)."""

    value: int
    place: int


def _read_words(text: str) -> _Words | None:
    """The words parted at their last 亿, then 万 (一万二千亿 is a number of 亿)."""
    for myriad in ("亿", "万"):
        upper, found, lower = text.rpartition(myriad)
        if found:
            return _join_words(upper, lower, _MAGNITUDES[myriad])
    return _read_section(text)


def _join_words(upper: str, lower: str, scale: int) -> _Words | None:
    high = _read_words(upper) if upper else _Words(1, 1)
    low = _read_words(lower) if lower else _Words(0, 0)
    if high is None or low is None:
        return None
    if len(lower) == 1 and lower in _DIGITS:
        low = _Words(low.value * scale // 10, scale // 10)
    return _Words(high.value * scale + low.value, low.place or high.place * scale)


def _read_section(text: str) -> _Words | None:
    """Words below 万; a last digit alone is of the next place (三百五)."""
    total, digit, place = 0, None, 1
    for at, char in enumerate(text):
        if char in _TENS:
            place = _TENS[char]
            total, digit = total + (digit or 1) * place, None
        elif digit:
            return None
        else:
            digit = _DIGITS[char]
            spoken = at and text[at - 1] in _TENS and text[at - 1] not in "十拾"
            place = place // 10 if spoken and at == len(text) - 1 else 1
    return _Words(total + (digit or 0) * place, place)

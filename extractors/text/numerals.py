"""The grammar of numerals: Arabic and Chinese digits, stacked magnitudes, all exact.

``1,234.56``, ``17 654.32``, ``1.2万亿``, ``1亿2千万``, ``三千二百万``, ``壹佰贰拾叁万``.
All functions read folded text (see ``fold``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = {
    char: value
    for value, chars in enumerate(
        ("〇零", "一壹", "二贰两兩", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_MAGNITUDES = _TENS | _MYRIADS

CHINESE_DIGIT = "[" + "".join(_DIGITS) + "]"
_SPOKEN = "[" + "".join(_DIGITS) + "".join(_MAGNITUDES) + "廿卅]"
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
_NUMERAL = re.compile(rf"(?<![A-Za-z\d.]){NUMERAL}")


@dataclass(frozen=True, slots=True)
class Numeral:
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
        magnitude=any(char in _MYRIADS for char in text),
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
    for char in text:
        scale *= _MAGNITUDES[char]
    return scale


def _read_spoken(text: str) -> Numeral | None:
    whole, _, after = text.partition("点")
    read = _read_words(whole.replace("廿", "二十").replace("卅", "三十"))
    fraction = read_digits(after) if after else 0
    if read is None or fraction is None:
        return None
    value, place = read
    decimals = len(after)
    step = Decimal(1).scaleb(-decimals) if decimals else Decimal(place)
    return Numeral(value + Decimal(fraction).scaleb(-decimals), step, step, decimals, spelled=True)


def _read_words(text: str) -> tuple[int, int] | None:
    """The value of whole-number words and the place of the last one spoken."""
    total, section, digit, place, last = 0, 0, None, 1, ""
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit, place = _DIGITS[char], 1
        elif char in _TENS:
            place = _TENS[char]
            section, digit = (
                section + (1 if digit is None or last in "零〇" else digit) * place,
                None,
            )
        else:
            part = section + (digit or 0)
            place = (place if digit is None and last not in "零〇" else 1) * _MYRIADS[char]
            total = _raise(total, part, _MYRIADS[char], bare=not last)
            section, digit = 0, None
        last = char
    if digit and len(text) > 1 and text[-2] in "百千万亿佰仟萬億":
        place = _MAGNITUDES[text[-2]] // 10
        digit *= place
    return total + section + (digit or 0), place


def _raise(total: int, part: int, scale: int, *, bare: bool) -> int:
    """Apply 万 or 亿: to what was said since the last one, or to all of it (一万亿)."""
    if bare:
        return scale
    if part == 0 or total % scale:
        return (total + part) * scale
    return total + part * scale

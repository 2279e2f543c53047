"""Ranges: two numbers joined by a dash or 至 are one figure (100-200万元, 5%-10%)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from ..text.numerals import ARABIC, read_numeral
from .found import Found

_TO = r"(?:[(]不?含[)])?\s?(?:-{1,2}|~|至|到)\s?"
_JOIN = re.compile(_TO)
_TO_ZERO = re.compile(rf"{_TO}0(?![\d.])")
_WORD = re.compile("[至到]")
_FROM = re.compile("[由从自]$")
_BARE_HEAD = re.compile(rf"({ARABIC}){_TO}(?=\d)")

ReadAt = Callable[[str, int], Found | None]


class Stretch(NamedTuple):
    """A part of the text that was read as one; ``found`` is null where it is no figure."""

    end: int
    found: Found | None


def read_stretch(text: str, start: int, read_at: ReadAt) -> Stretch | None:
    """The figure or range that begins here; null where neither does."""
    found = read_at(text, start)
    return _with_units(text, found, read_at) if found else _bare(text, start, read_at)


def _with_units(text: str, found: Found, read_at: ReadAt) -> Stretch:
    """100万—200万元, 5%-10%; 从3家到5家 is a change and stays two figures, 60%-0 a scale."""
    alone = Stretch(found.end, found)
    join = _JOIN.match(text, found.end)
    if join is None or (_WORD.search(join[0]) and _FROM.search(text, 0, found.start)):
        return alone
    to_zero = _TO_ZERO.match(text, found.end)
    if to_zero:
        return Stretch(to_zero.end(), None)
    tail = read_at(text, join.end())
    low = found.reading.value
    if tail is None or low is None or tail.reading.unit != found.reading.unit:
        return alone
    return _range(text, found.start, low, tail)


def _bare(text: str, start: int, read_at: ReadAt) -> Stretch | None:
    """100-200万元: the first number shares the magnitude and unit of the second."""
    head = _BARE_HEAD.match(text, start)
    numeral = read_numeral(head[1]) if head else None
    tail = read_at(text, head.end()) if head else None
    if numeral is None or tail is None or tail.rule.kind == "rank":
        return None
    printed = tail.reading.numeral
    scale = printed.step.scaleb(printed.decimals) * tail.reading.factor
    return _range(text, start, numeral.value * scale, tail)


def _range(text: str, start: int, low: Decimal, tail: Found) -> Stretch:
    """One figure from one end to the other; a falling pair is a scale or a code."""
    high = tail.reading.value
    if high is None or low >= high:
        return Stretch(tail.end, None)
    number = text[start : tail.start] + tail.reading.number_text
    reading = tail.reading._replace(ends=(low, high), number_text=number)
    return Stretch(tail.end, tail._replace(start=start, reading=reading))

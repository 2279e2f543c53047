"""Multiples: 1.5倍, 翻一番."""

from __future__ import annotations

import re
from decimal import Decimal

from ..text.numerals import Numeral, read_integer
from .quantity import read_quantity
from .rule import Reading, Rule


def _doublings(match: re.Match[str]) -> Reading | None:
    """翻N番: two to the N."""
    times = read_integer(match["number"])
    if times is None:
        return None
    one = Decimal(1)
    return Reading(Numeral(Decimal(2) ** times, one, one, spelled=True), "1", "番", match["number"])


def _doubled(match: re.Match[str]) -> Reading:
    """翻番: twice as much."""
    one = Decimal(1)
    return Reading(Numeral(one + one, one, one, spelled=True), "1", "番", match[0])


RULES = (
    Rule(
        "multiple",
        "multiple",
        "{number}{s}(?P<unit>倍)(?![率频耗])[余多]?",
        read_quantity,
        {
            "线上交易额增长1.5倍": "1.5",
            "是上年的2.3倍": "2.3",
            "增长近一倍": "1",
            "产量提高两倍": "2",
            "3倍率镜头": None,
        },
        follows="倍",
    ),
    Rule(
        "doubling",
        "multiple",
        "(?:(?<=翻)|(?<=翻了)|(?<=翻近)|(?<=翻约))(?P<number>[一二两三四1-4])番",
        _doublings,
        {"客运量翻了一番": "2", "收入翻两番": "4", "一番话": None},
        follows="番",
    ),
    Rule(
        "doubled",
        "multiple",
        "翻番",
        _doubled,
        {"产值翻番": "2", "实现翻番目标": "2", "翻了两番": None},
        begins="翻",
    ),
)

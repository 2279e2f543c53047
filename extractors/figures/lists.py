"""Distributive lists: numbers whose unit stands at the end (15、22个百分点; 45、70和80个)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..text.numerals import ARABIC, read_numeral
from .found import Found

_HEADS = re.compile(rf"(?<![\d.,A-Za-z第\-~/])((?:{ARABIC}\s?[、,和及与]\s?)+)$")
_HEAD = re.compile(rf"({ARABIC})\s?([、,和及与])")
_JOINTS = frozenset("、,和及与")
_DISTRIBUTED = re.compile("(?:分别|各)[^。;]{0,12}$")
_SHARED_KINDS = {"amount", "rate", "points", "count", "score", "measure", "multiple"}
_LONGEST = 40


def distribute(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The figures, with the bare numbers listed before one as figures of its unit."""
    end = 0
    for one in found:
        if one.rule.kind in _SHARED_KINDS and not one.reading.ends:
            yield from _heads(text, end, one)
        yield one
        end = one.end


def _heads(text: str, after: int, last: Found) -> Iterator[Found]:
    """The numbers before the last of a list, in its unit and magnitude."""
    if text[max(last.start - 2, 0) : last.start].strip()[-1:] not in _JOINTS:
        return
    begin = max(after, last.start - _LONGEST)
    heads = _HEADS.search(text[begin : last.start])
    if heads is None or (
        "," in heads[1] and not _DISTRIBUTED.search(text[: begin + heads.start()])
    ):
        return
    for head in _HEAD.finditer(text, begin + heads.start(1), last.start):
        numeral = read_numeral(head[1])
        if numeral is None:
            continue
        printed = last.reading.numeral
        scale = printed.step.scaleb(printed.decimals)
        shared = numeral._replace(
            value=numeral.value * scale,
            step=numeral.step * scale,
            last_step=numeral.last_step * scale,
            magnitude=printed.magnitude,
        )
        reading = last.reading._replace(numeral=shared, number_text=head[1], unit_from="text")
        yield last._replace(start=head.start(1), end=head.end(1), reading=reading)

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
_MOVED = frozenset("少加降升高低长短减大了到至为")
_ORIGIN = re.compile(
    rf"(?:[比较由从][^,。;:、\d]{{0,10}}(?<![\d.]))({ARABIC})"
    r"(?:减少|增加|下降|上升|提高|提升|降低|增长|缩短|压减|扩大)(?:了|(?P<to>[到至为]))?$"
)
"""A number whose unit stands behind the change from it: 较上年 [3.2] 减少 0.4万元."""
_CHANGED = {"amount", "count", "measure"}
_SHARED_KINDS = {"amount", "rate", "points", "count", "score", "measure", "multiple"}
_LONGEST = 40


def distribute(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The figures, with the bare numbers listed before one as figures of its unit."""
    end = 0
    for one in found:
        if one.rule.kind in _SHARED_KINDS and not one.reading.ends:
            yield from _heads(text, end, one)
            yield from _origin(text, end, one)
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
        yield from _of_unit(last, head)


def _origin(text: str, after: int, last: Found) -> Iterator[Found]:
    """The number from which the change is told, in its unit."""
    if text[last.start - 1 : last.start] not in _MOVED:
        return
    origin = _ORIGIN.search(text, max(after, last.start - _LONGEST), last.start)
    if origin and (origin["to"] or last.rule.kind in _CHANGED):
        yield from _of_unit(last, origin)


def _of_unit(last: Found, bare: re.Match[str]) -> Iterator[Found]:
    """The bare number as a figure in the unit and magnitude of the last one."""
    numeral = read_numeral(bare[1])
    if numeral is None:
        return
    printed = last.reading.numeral
    scale = printed.step.scaleb(printed.decimals)
    shared = numeral._replace(
        value=numeral.value * scale,
        step=numeral.step * scale,
        last_step=numeral.last_step * scale,
        magnitude=printed.magnitude,
    )
    reading = last.reading._replace(numeral=shared, number_text=bare[1], unit_from="text")
    yield last._replace(start=bare.start(1), end=bare.end(1), reading=reading)

"""Sums of as many items as are told before them: 上述三项合计投入90万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from .....extractors.text.numerals import read_integer
from ..reading.lines import Line
from ..reading.mentions import FOREIGN_ROLES, Mention, total_of
from ..reading.part_words import part_words
from .parallel import deed
from .partitions import Partition

_SUM = re.compile("[计共总]|加起来")
_FACTOR = 2
"""Items that make up more than so many times the sum, or less than its part, are others."""


def counted_sums(line: Line) -> Iterator[Partition]:
    """Wholes that say how many of the numbers before them they are the sum of."""
    wanted = part_words().items.sum
    for whole in line.stated if line.says(_SUM) and line.says(wanted) else ():
        start, _ = line.clause_of(whole)
        match = wanted.fullmatch(line.text[start : whole.start].strip())
        number = _number(match) if match else 0
        parts = _items(line, start, whole, number) if number else ()
        if parts:
            yield Partition(line, (whole,), parts, exclusive=True, complete=True, opened=False)


def _number(match: re.Match[str]) -> int:
    return read_integer(match["number"]) or 0


def _items(line: Line, end: int, whole: Mention, number: int) -> tuple[Mention, ...]:
    """The items: the last so many if they fit, else all that are told, if so many are."""
    before = [m for m in line.within(0, end) if _may_be_item(m, whole)]
    last = tuple(before[-number:])
    if len(last) < number:
        return ()
    if total_of(last) == whole.value:
        return last
    told = _nearest(line, before, end, number)
    alike = [m for m in told if deed(m) and deed(whole).endswith(deed(m))]
    items = told if len(told) == number else alike
    sure = len(items) == number and _is_told_alike(whole, items)
    return tuple(items) if sure and _is_near(total_of(items), whole.value) else ()


def _may_be_item(mention: Mention, whole: Mention) -> bool:
    figure = mention.figure
    alike = mention.is_stated and mention.unit_kind == whole.unit_kind
    return alike and mention.depth == whole.depth and figure.role not in FOREIGN_ROLES


def _nearest(line: Line, before: Sequence[Mention], end: int, number: int) -> list[Mention]:
    """Those in the sentence, or with those in the fewest sentences before it, that suffice."""
    start = end
    while start > 0:
        start, _ = line.sentence_of(start - 1)
        told = [m for m in before if m.start >= start]
        if len(told) >= number:
            return told
    return []


def _is_told_alike(whole: Mention, items: Sequence[Mention]) -> bool:
    """Whether what is said to be done with the sum is said of every item (支出, not 拨付)."""
    done = part_words().items.deed.findall(whole.lead)
    return all(word in item.lead for word in done for item in items)


def _is_near(total: Decimal, whole: Decimal) -> bool:
    return whole <= total * _FACTOR and total <= whole * _FACTOR

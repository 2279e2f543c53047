"""A list that opens a paragraph, and adds up to a number of the paragraphs above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...case import Case
from ..reading.above import above
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention, total_of
from .partitions import Partition

_FEWEST = 3
_SMALL = 20
"""Counts below this add up by chance too often."""
_LISTED = re.compile("[;、,]")


def carried_partitions(case: Case) -> Iterator[Partition]:
    """The numbers of one unit in a paragraph's first sentence, with their sum above it."""
    for line in related_lines(case):
        listed = len(line.stated) >= _FEWEST and line.sentences and line.says(_LISTED)
        for parts in _lists(line) if listed else ():
            total = total_of(parts)
            for _, whole in above(case, line):
                if whole.unit_kind == parts[0].unit_kind and whole.value == total:
                    yield Partition(line, (whole,), parts, True, True, opened=False)
                    break


def _lists(line: Line) -> Iterator[tuple[Mention, ...]]:
    """The levels of every unit in the first sentence, three or more, none of them the sum."""
    told = [m for m in line.within(*line.sentences[0]) if m.is_stated and m.depth == 0]
    for unit in {m.unit_kind: None for m in told}:
        parts = tuple(m for m in told if m.unit_kind == unit)
        total = total_of(parts)
        counted = unit[0] == "count" and total < _SMALL
        if len(parts) >= _FEWEST and not counted and unit[0] != "score":
            yield parts

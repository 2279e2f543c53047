"""Wholes that are made up of all that is named: 2460个泊位，由路内860个和场内1600个组成."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.lines import Line
from ..reading.words import relations
from .partitions import Partition

_TWO = 2


def composed_partitions(line: Line) -> Iterator[Partition]:
    """Parts between 由 and 组成 or 构成, with the number before them that they make up."""
    for match in relations().words.made_of.finditer(line.text):
        start, _ = line.sentence_of(match.start())
        inside = [m for m in line.within(*match.span()) if m.is_stated]
        before = [m for m in line.within(start, match.start()) if m.is_stated]
        wholes = [m for m in reversed(before) if inside and m.unit_kind == inside[0].unit_kind]
        parts = tuple(m for m in inside if m.unit_kind == inside[0].unit_kind)
        if wholes and len(parts) >= _TWO:
            yield Partition(line, (wholes[0],), parts, exclusive=True, complete=True)

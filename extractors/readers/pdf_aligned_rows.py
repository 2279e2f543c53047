"""The rows of a table without ruling lines: parts of lines joined into cells, cells into rows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from ..text.headings import column_role, is_sum, label_role
from .pdf_lines import Line

WIDE = 0.5
"""The white, in font sizes, that parts two cells."""

SAME_PITCH = 0.35
"""How much the distances of lines may differ and still be alike, in points."""

TIGHT = 1.6
"""The distance, in font sizes, from one line of a cell to the next."""

NUMBER = re.compile(r"[-—≥≤=]?[\d,]+(?:\.\d+)?(?:[%％元]|万元?)?")
_BROKEN = re.compile(r",\d{0,2}$")
"""The end of an amount that goes on in the next line: 13,328,7."""

_WHITE = re.compile(r"\s+")


class Segment(NamedTuple):
    """A part of a line with white at both sides."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def is_number(self) -> bool:
        """Nothing but a number, with a percent or comparison sign at most."""
        return bool(NUMBER.fullmatch(self.text))

    def meets(self, other: Segment) -> bool:
        """The two stand over each other."""
        return self.x0 < other.x1 and other.x0 < self.x1


class PrintedRow(NamedTuple):
    """A printed line and its segments from left to right."""

    line: Line
    segments: tuple[Segment, ...]


@dataclass(slots=True)
class TextCell:
    """Segments that stand close under each other, and from where to where they reach."""

    segments: list[Segment]
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way down its lines."""
        return (self.segments[0].top + self.segments[-1].bottom) / 2

    def add(self, segment: Segment) -> None:
        """Put a segment under the others."""
        self.segments.append(segment)
        self.bottom = segment.bottom


@dataclass(slots=True)
class Row:
    """A table row: its extent down the page, and the segments that stand within it.

    ``heads`` are how many of its cells are known headings of columns.
    """

    top: float
    bottom: float
    segments: list[Segment] = field(default_factory=list[Segment])
    heads: int = 0

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    def meets(self, cell: TextCell) -> bool:
        """The cell stands beside the row, wholly or with a part."""
        return self.top < cell.bottom - 1 and cell.top + 1 < self.bottom

    def holds(self, segment: Segment) -> bool:
        """The segment's middle stands beside the row."""
        return self.top <= (segment.top + segment.bottom) / 2 <= self.bottom


def segmented(line: Line) -> PrintedRow:
    """The line with its parts between its wide white spaces."""
    whites = [
        match.span()
        for match in _WHITE.finditer(line.text)
        if line.edges[match.end()] - line.edges[match.start()] > WIDE * line.size
        and not _is_spread(line.text, match)
    ]
    if not whites:
        return PrintedRow(line, (Segment(line.text, line.x0, line.x1, line.top, line.bottom),))
    starts = [0, *(end for _, end in whites)]
    ends = [*(start for start, _ in whites), len(line.text)]
    return PrintedRow(
        line,
        tuple(
            Segment(line.text[start:end], line.edges[start], line.edges[end], line.top, line.bottom)
            for start, end in zip(starts, ends, strict=True)
        ),
    )


def _is_spread(text: str, white: re.Match[str]) -> bool:
    """The white is within a known heading of two characters: 得  分, 合  计."""
    before, after = text[: white.start()].split(), text[white.end() :].split()
    pair = before[-1] + after[0] if before and after else ""
    return len(pair) == 2 and (label_role(pair) is not None or is_sum(pair))


def cells_of(printed: Sequence[PrintedRow]) -> list[TextCell]:
    """The cells that the parts of the lines form.

    Within a cell lines stand closer than from row to row; where all stand alike, every part
    of a line in parts is a cell. Where numbers stand as close, every line with one begins a row,
    unless they fill their columns and go on there.
    """
    cells: list[TextCell] = []
    leading, even = _leading(printed)
    for row in printed:
        above = [_above(segment, cells) for segment in row.segments]
        parts = len(row.segments) > 1
        cut = parts and (even or _has_close_number(row, above, leading, printed))
        for segment, cell in zip(row.segments, above, strict=True):
            if cell is None or cut or segment.top - cell.segments[-1].top >= leading + SAME_PITCH:
                cells.append(TextCell([segment], segment.top, segment.bottom))
            else:
                cell.add(segment)
    return cells


def _leading(printed: Sequence[PrintedRow]) -> tuple[float, bool]:
    """The least distance of two lines over each other, and whether all are alike."""
    least = min(row.line.size for row in printed)
    pitches = [
        pitch
        for at, row in enumerate(printed)
        for pitch in _pitches(row, printed[max(0, at - _LOOK_BACK) : at])
        if pitch > 1.05 * least
    ]
    closest = min(pitches, default=0.0)
    lines = [two.line.top - one.line.top for one, two in pairwise(printed)]
    even = max(lines, default=0.0) - closest < SAME_PITCH
    return closest, even or closest > TIGHT * max(row.line.size for row in printed)


_LOOK_BACK = 6


def _pitches(row: PrintedRow, before: Sequence[PrintedRow]) -> Iterator[float]:
    for segment in row.segments:
        tops = (s.top for other in reversed(before) for s in other.segments if s.meets(segment))
        if (top := next(tops, None)) is not None:
            yield segment.top - top


def _above(segment: Segment, cells: Sequence[TextCell]) -> TextCell | None:
    """The one cell that ends over the segment; null where there are two beside each other."""
    last = cells[-_CELLS_BACK:]
    over = [cell for cell in last if cell.segments[-1].meets(segment) and cell.top < segment.top]
    if not over:
        return None
    lowest = max(over, key=lambda cell: cell.segments[-1].top)
    low = lowest.segments[-1].top
    return lowest if sum(cell.segments[-1].top == low for cell in over) == 1 else None


_CELLS_BACK = 60


def _has_close_number(
    row: PrintedRow,
    above: Sequence[TextCell | None],
    leading: float,
    printed: Sequence[PrintedRow],
) -> bool:
    return any(
        segment.is_number
        and cell is not None
        and cell.segments[-1].is_number
        and segment.top - cell.segments[-1].top < leading + SAME_PITCH
        and not _goes_on(cell.segments[-1], row.line.size, printed)
        for segment, cell in zip(row.segments, above, strict=True)
    )


def _goes_on(number: Segment, size: float, printed: Sequence[PrintedRow]) -> bool:
    """The number is cut by the end of its line: a group is not whole, or the column is full."""
    if _BROKEN.search(number.text):
        return True
    column = (s for row in printed for s in row.segments if s.is_number and s.meets(number))
    return max(s.x1 - s.x0 for s in column) < number.x1 - number.x0 + size


def rows_of(cells: Sequence[TextCell]) -> list[Row]:
    """The rows that cells beside each other form; a cell beside several rows spans them."""
    rows: list[Row] = []
    tops = sorted(cell.top for cell in cells)
    for cell in sorted(cells, key=lambda cell: (len(cell.segments), cell.top)):
        beside = [row for row in rows if row.meets(cell)]
        if not beside:
            rows.append(Row(cell.top, cell.bottom))
        elif len(beside) == 1 and not _is_joined(cell, tops):
            beside[0].top = min(beside[0].top, cell.top)
            beside[0].bottom = max(beside[0].bottom, cell.bottom)
    rows.sort(key=lambda row: row.top)
    fill(rows, cells)
    return rows


def _is_joined(cell: TextCell, tops: Sequence[float]) -> bool:
    """Another cell begins beside a later line of it, as none does within one row."""
    return bisect_right(tops, cell.top + _WOBBLE) < bisect_left(tops, cell.bottom - _TOUCH)


_TOUCH = 0.3
_WOBBLE = 1.5
"""How far lines of one row may stand apart, in points."""


def fill(rows: Sequence[Row], cells: Iterable[TextCell]) -> None:
    """Put every segment into the row beside it, between two rows into the nearer one."""
    for cell in cells:
        for segment in cell.segments:
            _nearest(rows, (segment.top + segment.bottom) / 2).segments.append(segment)
        if column_role("".join(segment.text for segment in cell.segments)) is not None:
            _nearest(rows, cell.middle).heads += 1


def _nearest(rows: Sequence[Row], y: float) -> Row:
    return min(rows, key=lambda row: max(row.top - y, y - row.bottom, 0.0))

"""Rows of tables without ruling lines whose texts stand in the middle of their cells.

There the lines of a cell lie around the middle of its row, and the name of a group of rows
(一级指标) around the middle of all of them, between two rows as often as beside one. So rows
are told by the middles that cells beside each other have in common, and how far a name
reaches by the rows above it, of which there are as many as below.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..text.headings import column_role
from .pdf_aligned_bands import Band
from .pdf_aligned_rows import Row, TextCell, fill

_ALIKE = 2.0
"""How far two middles may lie apart, in points, and still be one."""

_OFF = 3.0
"""How far names may stand off the middles of their rows, each."""

_LEVELS = frozenset({"level1", "level2"})


def are_middled(cells: Sequence[TextCell]) -> bool:
    """More cells stand at the middle of a higher one, or between rows, than at a higher's top."""
    middles = tops = 0
    ordered = sorted(cells, key=lambda cell: cell.top)
    starts = [cell.top for cell in ordered]
    highest = max(cell.bottom - cell.top for cell in cells)
    for cell in ordered:
        first, last = bisect_left(starts, cell.top - highest), bisect_right(starts, cell.bottom)
        near = ordered[first:last]
        beside = [other for other in near if _is_higher(other, cell)]
        middles += any(abs(cell.middle - other.middle) < _ALIKE for other in beside)
        tops += any(abs(cell.top - other.top) < _ALIKE for other in beside)
        middles += len(cell.segments) == 1 and any(_is_between(cell, other) for other in near)
    return middles > tops


def _is_higher(other: TextCell, cell: TextCell) -> bool:
    return len(other.segments) > len(cell.segments) and other.top - 1 < cell.middle < other.bottom


def _is_between(cell: TextCell, other: TextCell) -> bool:
    """It stands lower than the other by less than a line, as no text from the top on does."""
    height = cell.bottom - cell.top
    return height / 4 < abs(cell.top - other.top) <= height and len(other.segments) == 1


def middled_rows(cells: Sequence[TextCell]) -> list[Row]:
    """The rows that cells with a common middle form, the fuller before the emptier.

    What stands between two of them is the name of a group, and no row.
    """
    room = _room(cells)
    groups: list[_Group] = []
    for level in sorted(_levels(cells), key=len, reverse=True):
        group = _Group(level)
        if not any(_meet(group.core, other.core, room) for other in groups):
            groups.append(group)
    for group in groups:
        group.grow(
            [other.core for other in groups if 2 * len(other.cells) > len(group.cells)], room
        )
    rows = [
        Row(group.top, group.bottom)
        for at, group in enumerate(groups)
        if not any(_meet(group.core, other, room / 2) for other in groups[:at])
    ]
    rows.sort(key=lambda row: row.top)
    fill(rows, cells)
    return rows


class _Group:
    """Cells with a common middle; from where to where they reach within one row."""

    def __init__(self, cells: Sequence[TextCell]) -> None:
        self.cells = cells
        self.core = min(cells, key=lambda cell: len(cell.segments))
        self.top, self.bottom = self.core.top, self.core.bottom

    def grow(self, cores: Sequence[TextCell], room: float) -> None:
        """Be as high as the highest cell that leaves room for the rows around."""
        for cell in self.cells:
            if not any(_meet(cell, core, room) for core in cores if core is not self.core):
                self.top, self.bottom = min(self.top, cell.top), max(self.bottom, cell.bottom)


def _meet(one: TextCell, two: TextCell | _Group, room: float) -> bool:
    return one.top - room < two.bottom and two.top < one.bottom + room


def _levels(cells: Sequence[TextCell]) -> Iterator[list[TextCell]]:
    """The cells whose middles are on one level."""
    group: list[TextCell] = []
    for cell in sorted(cells, key=lambda cell: cell.middle):
        if group and cell.middle - group[-1].middle >= _ALIKE:
            yield group
            group = []
        group.append(cell)
    if group:
        yield group


def _room(cells: Sequence[TextCell]) -> float:
    """The white that stands between rows wherever cells fill them, but for a little."""
    ordered = sorted(cells, key=lambda cell: cell.top)
    whites: list[float] = []
    for at, cell in enumerate(ordered):
        last = cell.segments[-1]
        below = (c for c in ordered[at + 1 : at + _LOOK_ON] if c.segments[0].meets(last))
        if (under := next(below, None)) is not None:
            whites.append(under.top - cell.bottom)
    whites.sort()
    least = 0.4 * min(cell.segments[0].bottom - cell.segments[0].top for cell in cells)
    usual = (one for one, two in pairwise(whites) if one > least and two - one < 1)
    return max(0.0, next(usual, 0.0) - 1)


_LOOK_ON = 40


def reach_out(bands: Sequence[Band], cells: Sequence[TextCell], least: float) -> None:
    """Let the names of groups reach over all the rows that they stand in the middle of."""
    for band in bands:
        if any(row.heads > 2 for row in band.rows):
            band.part_first(least)
        top, bottom = band.rows[0].top - 9, band.rows[-1].bottom + 9
        inside = [cell for cell in cells if top < cell.middle < bottom]
        for column in _name_columns(band):
            _share_out(band.rows, [c for c in inside if band.column(c.segments[0]) == column])


def _name_columns(band: Band) -> set[int]:
    """The first, and those headed as levels."""
    heads = [segment for row in band.rows if row.heads > 2 for segment in row.segments]
    return {0, *(band.column(s) for s in heads if column_role(s.text) in _LEVELS)}


def _share_out(rows: Sequence[Row], names: Sequence[TextCell]) -> None:
    """Share the rows among the names so that each stands in the middle of its own."""
    names = sorted(names, key=lambda name: name.middle)
    edges = _edges(rows)
    if len(names) >= len(rows) or not names:
        return
    first = next((at for at, edge in enumerate(edges) if edge > names[0].middle), 0)
    shares = [_shares(edges, names, start) for start in range(first)]
    if not shares:
        return
    off, best = min(shares, key=lambda share: share[0])
    if off > _OFF * len(names):
        return
    for name, (start, end) in zip(names, best, strict=True):
        name.top, name.bottom = min(name.top, edges[start] + 1), max(name.bottom, edges[end] - 1)


def _edges(rows: Sequence[Row]) -> list[float]:
    """Where rows meet; over the first and under the last as much white as beside them."""
    inner = [(one.bottom + two.top) / 2 for one, two in pairwise(rows)]
    first, last = rows[0], rows[-1]
    over = inner[0] - first.bottom if inner else 0.0
    under = last.top - inner[-1] if inner else 0.0
    return [first.top - over, *inner, last.bottom + under]


def _shares(
    edges: Sequence[float], names: Sequence[TextCell], start: int
) -> tuple[float, list[tuple[int, int]]]:
    """The rows of each name, those of the first from ``start`` on, and how far off middles are."""
    off = start * _ALIKE
    shares: list[tuple[int, int]] = []
    for name in names:
        ends = range(min(start + 1, len(edges) - 1), len(edges))
        end = min(ends, key=lambda at: abs(edges[start] + edges[at] - 2 * name.middle))
        off += abs(edges[start] + edges[end] - 2 * name.middle)
        shares.append((start, end))
        start = end
    return off, shares

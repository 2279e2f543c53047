"""The lattice that ruling lines draw: its rows and columns, and its cells with their spans.

Lines that lie within a few points of each other are one. Two neighbouring positions belong
to one cell where no line separates them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from .pdf_page import Rule

TOLERANCE = 3.0
"""How far apart two lines may be and still be one (Word draws thin rectangles)."""


class Slot(NamedTuple):
    """A cell's place on the lattice."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """The ruled grid of one table on one page; ``owner`` maps a position to its slot."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    owner: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.xs) - 1

    def row_at(self, y: float) -> int | None:
        """The row that stands at a height; null over and under the table."""
        return bisect_right(self.ys, y) - 1 if self.ys[0] <= y < self.ys[-1] else None

    def slot_at(self, x: float, row: int) -> int | None:
        """The index of the slot that covers a point of a row; null beside the table."""
        xs = self.xs
        return self.owner[row][bisect_right(xs, x) - 1] if xs[0] <= x < xs[-1] else None


def find_lattices(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[Lattice]:
    """The tables that the lines of a page draw, from the top; frames of one cell are none."""
    if len(horizontal) < 2 or len(vertical) < 2:
        return []
    ys = cluster(rule.at for rule in horizontal)
    xs = cluster(rule.at for rule in vertical)
    across = _covered(horizontal, ys, xs)
    down = _covered(vertical, xs, ys)
    lattices: list[Lattice] = []
    for rows in _bands(down):
        lattices += _band_lattices(xs, ys, across, down, rows)
    return lattices


def cluster(values: Iterable[float]) -> list[float]:
    """The values with those that lie close together merged to their mean, in hundredths."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= TOLERANCE:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [round(sum(group) / len(group), 2) for group in groups]


def nearest(sorted_values: Sequence[float], value: float) -> int:
    """The index of the value that lies closest."""
    at = bisect_left(sorted_values, value)
    if at == len(sorted_values):
        return at - 1
    if at and value - sorted_values[at - 1] < sorted_values[at] - value:
        return at - 1
    return at


Cover = list[list[bool]]


def _covered(rules: Sequence[Rule], lines: list[float], steps: list[float]) -> Cover:
    """For every line of the lattice, which of its steps a rule covers."""
    covered = [[False] * (len(steps) - 1) for _ in lines]
    line_at = {at: nearest(lines, at) for at in {rule.at for rule in rules}}
    ends = {rule.start for rule in rules} | {rule.end for rule in rules}
    step_at = {end: nearest(steps, end) for end in ends}
    for at, start, end in rules:
        first, last = step_at[start], step_at[end]
        covered[line_at[at]][first:last] = [True] * (last - first)
    return covered


def _bands(down: Cover) -> Iterator[range]:
    """Runs of rows that some vertical line crosses: tables one over the other."""
    start = None
    for row, crossed in enumerate([*map(any, zip(*down, strict=True)), False]):
        if crossed and start is None:
            start = row
        elif not crossed and start is not None:
            yield range(start, row)
            start = None


def _band_lattices(
    xs: list[float], ys: list[float], across: Cover, down: Cover, rows: range
) -> Iterator[Lattice]:
    columns = [at for at, line in enumerate(down) if any(line[rows.start : rows.stop])]
    if len(columns) < 2:
        return
    steps = slice(columns[0], columns[-1])
    lines = [at for at in range(rows.start, rows.stop + 1) if any(across[at][steps])]
    if len(lines) < 2:
        return
    shut_above = [
        [all(across[line][left:right]) for left, right in pairwise(columns)] for line in lines
    ]
    shut_left = [
        [all(down[line][top:bottom]) for line in columns] for top, bottom in pairwise(lines)
    ]
    slots, owner = _slots(shut_above, shut_left)
    if len(slots) > 1:
        yield Lattice(tuple(xs[at] for at in columns), tuple(ys[at] for at in lines), slots, owner)


def _slots(
    shut_above: Cover, shut_left: Cover
) -> tuple[tuple[Slot, ...], tuple[tuple[int, ...], ...]]:
    """Grow a slot from every position not yet taken, to the right and then down."""
    rows, columns = len(shut_left), len(shut_above[0])
    owner = [[-1] * columns for _ in range(rows)]
    slots: list[Slot] = []
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] >= 0:
                continue
            slot = _grown(row, column, shut_above, shut_left, owner)
            for r in range(row, row + slot.row_span):
                owner[r][column : column + slot.column_span] = [len(slots)] * slot.column_span
            slots.append(slot)
    return tuple(slots), tuple(map(tuple, owner))


def _grown(
    row: int, column: int, shut_above: Cover, shut_left: Cover, owner: list[list[int]]
) -> Slot:
    rows, columns = len(owner), len(owner[0])
    right = column + 1
    while right < columns and not shut_left[row][right] and owner[row][right] < 0:
        right += 1
    below = row + 1
    while below < rows and not any(shut_above[below][column:right]):
        below += 1
    return Slot(row, column, below - row, right - column)

"""Tables without ruling lines: columns told by the white that runs down between them.

Where neighbouring lines fall into segments that keep to common columns, rules are drawn in
thought: between the rows, and down the white where no segment of the row crosses it. The
lattice then reads them as it reads printed ones, so spans, page joins and places are the
same. pdfplumber's own guess at such tables cuts words apart (合 | 计, 预算 | 安排) and knows
no spans, so it serves the tests as second opinion only.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from .pdf_aligned_bands import Band, Gutter, bands_of
from .pdf_aligned_middle import are_middled, middled_rows, reach_out
from .pdf_aligned_rows import (
    TIGHT,
    PrintedRow,
    Row,
    Segment,
    TextCell,
    cells_of,
    rows_of,
    segmented,
)
from .pdf_lines import Line
from .pdf_page import Rule

MARGIN = 2.0
"""How far, in points, the sides of a table are drawn from its text."""

_BESIDE = 0.9
"""Lines nearer than this, in font sizes, stand beside each other, as running text never does."""

_OVER = 3.0
"""How far text may stand over a rule, in points, and still keep to its column."""

_LEAST_COLUMNS, _LEAST_ROWS = 3, 3
_EDGE = 2
"""Of so many lines at the edges of a page one may be no part of the table: its number."""

_CAPTION = re.compile(r"附?表\s*\d|.{0,12}单位[:：]|[（(]?\d{4}年度?[)）]?$")


@dataclass(frozen=True, slots=True)
class Grid:
    """The sides of a table that ends a page, the rules between its columns, and their white."""

    left: float
    right: float
    xs: tuple[float, ...]
    gutters: tuple[Gutter, ...]


@dataclass(slots=True)
class Drawn:
    """The rules drawn on a page, and the grid of the table that may go on overleaf."""

    horizontal: list[Rule] = field(default_factory=list[Rule])
    vertical: list[Rule] = field(default_factory=list[Rule])
    last: Grid | None = None


def aligned_rules(
    lines: Sequence[Line], printed: Sequence[Rule], before: Grid | None = None
) -> Drawn:
    """Horizontal and vertical rules of the tables that the lines of a page form.

    ``printed`` are the page's own horizontal lines: a row ends where one of them runs.
    ``before`` is the grid of a table that ended the page before.
    """
    drawn = Drawn()
    for run in _runs(lines, before):
        at_top = run[:1] and run[0].line in lines[:_EDGE]
        drawing = _drawing(run, printed, before if at_top else None)
        if drawing is not None:
            drawn.vertical += drawing.vertical()
            drawn.horizontal += drawing.horizontal()
            drawn.last = drawing.grid if run[-1].line in lines[-_EDGE:] else None
    return drawn


def _drawing(
    run: Sequence[PrintedRow], printed: Sequence[Rule], before: Grid | None
) -> _Drawing | None:
    """What is drawn between neighbouring lines; null where they form no table."""
    if len(run) < _LEAST_ROWS - (1 if before is None else 2):
        return None
    cells = cells_of(run)
    middled = are_middled(cells)
    rows = middled_rows(cells) if middled else rows_of(cells)
    least = min(row.line.size for row in run) / 2
    bands = list(bands_of(rows, least))
    headed = bands[0].rows[0].heads > 2
    goes_on = before is not None and not headed and bands[0].take_over(before.gutters, least)
    if not goes_on and not any(map(_is_table, bands)):
        return None
    if middled:
        reach_out(bands, cells, least)
    return _Drawing(bands, cells, printed, before)


def _runs(lines: Sequence[Line], before: Grid | None) -> Iterator[list[PrintedRow]]:
    """Neighbouring lines that may be a table's: in parts, or short between such lines."""
    run: list[PrintedRow] = []
    following = (*(line.top for line in lines[1:]), math.inf)
    for line, below in zip(lines, following, strict=False):
        row = segmented(line)
        near = not run or line.top - run[-1].line.top < 3.5 * line.size
        beside = below - line.top < _BESIDE * line.size
        if run and not (near and (len(row.segments) > 1 or beside or _is_rest(row, run, below))):
            yield _trimmed(run)
            run = []
        if run or beside or len(row.segments) > 1 or (before and _goes_on(line, lines, before)):
            run.append(row)
    if run:
        yield _trimmed(run)


def _goes_on(line: Line, lines: Sequence[Line], before: Grid) -> bool:
    """It begins the page within a column of the table overleaf: the rest of a cell."""
    sides = (before.left, *before.xs, before.right)
    room = line.size
    inside = any(left - 1 < line.x0 and line.x1 < right + room for left, right in pairwise(sides))
    return inside and line in lines[:_EDGE]


def _is_rest(row: PrintedRow, run: Sequence[PrintedRow], below: float = math.inf) -> bool:
    """A line of one part close to the next and much shorter than the rows: a part of a cell."""
    line, above = row.line, run[-1].line
    left = min(other.line.x0 for other in run)
    right = max(other.line.x1 for other in run)
    close = min(line.top - above.top, below - line.top) < TIGHT * above.size
    return close and line.size < 1.2 * above.size and line.x1 - line.x0 < (right - left) / 2


def _trimmed(run: list[PrintedRow]) -> list[PrintedRow]:
    """The run without a caption over it and running text under it."""
    size = median(row.line.size for row in run)
    while run and (run[0].line.size > 1.1 * size or _CAPTION.match(run[0].line.text)):
        run = run[1:]
    while len(run) > 1 and len(run[-1].segments) == 1 and not _is_rest(run[-1], run[:-1]):
        run = run[:-1]
    return run


def _is_table(band: Band) -> bool:
    """Enough rows with numbers or known heads keep to enough columns; prose never does."""
    if len(band.gutters) + 1 < _LEAST_COLUMNS:
        return False
    full = [row for row in band.rows if len({band.column(s) for s in row.segments}) > 2]
    numbers = sum(any(s.is_number for s in row.segments[1:]) for row in full)
    heads = any(row.heads > 2 for row in full)
    if len(full) < _LEAST_ROWS:
        return heads and numbers > 0
    return numbers >= 2 or heads


class _Drawing:
    """The rules drawn in thought between the rows and columns of a table."""

    def __init__(
        self,
        bands: Sequence[Band],
        cells: Sequence[TextCell],
        printed: Sequence[Rule],
        before: Grid | None,
    ) -> None:
        self.bands = bands
        self.rows = [row for band in bands for row in band.rows]
        segments = [segment for row in self.rows for segment in row.segments]
        self.left = min(segment.x0 for segment in segments) - MARGIN
        self.right = max(segment.x1 for segment in segments) + MARGIN
        self.xs: dict[int, list[float]] = {}
        self.all_xs: list[float] = []
        if before is not None:
            self._go_on(before)
        for at, band in sorted(enumerate(bands), key=lambda each: -len(each[1].rows)):
            self.xs[at] = [self._x(left, right) for left, right in band.gutters]
        self.ruled = [r for r in printed if r.start < self.right and r.end > self.left]
        self.ys = self._ys()
        self.wide = [self._wide(cell) for cell in cells if self._crosses(cell)]

    @property
    def grid(self) -> Grid:
        """The grid of the last rows."""
        last = self.bands[-1]
        xs = tuple(self.xs[len(self.bands) - 1])
        return Grid(self.left, self.right, xs, tuple(last.gutters))

    def _go_on(self, before: Grid) -> None:
        """Take the rules of the table overleaf, and its sides unless the text goes beyond them."""
        self.all_xs += before.xs
        if before.left - 1 < self.left:
            self.left = before.left
        if self.right < before.right + 1:
            self.right = before.right

    def _x(self, left: float, right: float) -> float:
        middle = (left + right) / 2
        near = [x for x in self.all_xs if left - _OVER < x < right + _OVER]
        if near:
            return min(near, key=lambda x: abs(x - middle))
        self.all_xs.append(middle)
        return middle

    def _ys(self) -> list[float]:
        rows, ruled = self.rows, self.ruled
        return [
            _snapped(rows[0].top - 4, rows[0].top, ruled),
            *(_snapped((a.bottom + b.top) / 2, b.top, ruled) for a, b in pairwise(rows)),
            _snapped(rows[-1].bottom + 4, rows[-1].bottom + 8, ruled),
        ]

    def vertical(self) -> Iterator[Rule]:
        """The rules at the sides, and in each row where no segment crosses."""
        steps = iter(pairwise(self.ys))
        for at, band in enumerate(self.bands):
            for row, (top, bottom) in zip(band.rows, steps, strict=False):
                yield Rule(self.left, top, bottom)
                yield Rule(self.right, top, bottom)
                for x in self._between(at, row):
                    if not any(s.x0 + _OVER < x < s.x1 - _OVER for s in row.segments):
                        yield Rule(x, top, bottom)

    def _between(self, at: int, row: Row) -> Iterable[float]:
        """Where a rule may part cells of a row; heads of groups of columns reach half way."""
        band = self.bands[at]
        under = band.rows[band.rows.index(row) + 1 :][:1]
        if not under or not band.heads_groups(row, under[0]):
            return self.xs[at]
        heads = sorted(row.segments, key=lambda segment: segment.x0)
        middles = [(one.x0 + one.x1 + two.x0 + two.x1) / 4 for one, two in pairwise(heads)]
        return {min(self.xs[at], key=lambda x: abs(x - middle)) for middle in middles}

    def horizontal(self) -> Iterator[Rule]:
        """The rules over, between and under the rows, but not through cells that span them."""
        ys = self.ys
        yield Rule(ys[0], self.left, self.right)
        yield Rule(ys[-1], self.left, self.right)
        xs = sorted({self.left, *self.all_xs, self.right})
        for at, y in enumerate(ys[1:-1]):
            for x0, x1 in pairwise(xs):
                if not self._spanned(y, x0, x1) and not (at == 0 and self._head_goes_on(x0, x1)):
                    yield Rule(y, x0, x1)

    def _spanned(self, y: float, x0: float, x1: float) -> bool:
        middle = (x0 + x1) / 2
        return any(
            cell.top < y < cell.bottom and left < middle < right for cell, left, right in self.wide
        )

    def _crosses(self, cell: TextCell) -> bool:
        """The cell reaches over the edge of a row."""
        return bisect_right(self.ys, cell.top) < bisect_left(self.ys, cell.bottom)

    def _wide(self, cell: TextCell) -> tuple[TextCell, float, float]:
        """The cell and the rules at its sides."""
        at = next((i for i, b in enumerate(self.bands) if cell.middle <= b.rows[-1].bottom), 0)
        left, right = min(s.x0 for s in cell.segments), max(s.x1 for s in cell.segments)
        return (
            cell,
            max((x for x in self.xs[at] if x < left + _OVER), default=self.left),
            min((x for x in self.xs[at] if x > right - _OVER), default=self.right),
        )

    def _head_goes_on(self, x0: float, x1: float) -> bool:
        """No rule stands under a head that goes on beside divided ones."""
        heads, below = (row.segments for row in self.rows[:2])
        if self.rows[1].heads == 0 or not _is_table(self.bands[0]):
            return False
        xs = self.xs[0]
        divided = any(s.x0 + 1 < x < s.x1 - 1 for s in heads for x in xs)
        return divided and not _stands(below, x0, x1) and _stands(heads, x0, x1)


def _stands(segments: Sequence[Segment], x0: float, x1: float) -> bool:
    return any(segment.x0 < x1 and x0 < segment.x1 for segment in segments)


def _snapped(y: float, limit: float, printed: Sequence[Rule]) -> float:
    """The printed line near ``y`` and over ``limit``, if there is one."""
    near = [rule.at for rule in printed if abs(rule.at - y) < 8 and rule.at <= limit + 2]
    return min(near, key=lambda at: abs(at - y)) if near else y

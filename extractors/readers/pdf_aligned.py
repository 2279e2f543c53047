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
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from .pdf_aligned_bands import Band, bands_of
from .pdf_aligned_middle import are_middled, middled_rows, reach_out
from .pdf_aligned_rows import (
    TIGHT,
    PrintedRow,
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

_LEAST_COLUMNS, _LEAST_ROWS = 3, 3
_CAPTION = re.compile(r"附?表\s*\d|.{0,12}单位[:：]|[（(]?\d{4}年度?[)）]?$")


def aligned_rules(lines: Sequence[Line], printed: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Horizontal and vertical rules of the tables that the lines of a page form.

    ``printed`` are the page's own horizontal lines: a row ends where one of them runs.
    """
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    for run in _runs(lines):
        if len(run) < _LEAST_ROWS:
            continue
        cells = cells_of(run)
        middled = are_middled(cells)
        rows = middled_rows(cells) if middled else rows_of(cells)
        bands = list(bands_of(rows, min(row.line.size for row in run) / 2))
        if middled:
            reach_out(bands, cells)
        if any(map(_is_table, bands)):
            drawing = _Drawing(bands, cells, printed)
            vertical += drawing.vertical()
            horizontal += drawing.horizontal()
    return horizontal, vertical


def _runs(lines: Sequence[Line]) -> Iterator[list[PrintedRow]]:
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
        if run or beside or len(row.segments) > 1:
            run.append(row)
    if run:
        yield _trimmed(run)


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
    return len(full) >= _LEAST_ROWS and (numbers >= 2 or heads)


class _Drawing:
    """The rules drawn in thought between the rows and columns of a table."""

    def __init__(
        self, bands: Sequence[Band], cells: Sequence[TextCell], printed: Sequence[Rule]
    ) -> None:
        self.bands, self.cells = bands, cells
        self.rows = [row for band in bands for row in band.rows]
        segments = [segment for row in self.rows for segment in row.segments]
        self.left = min(segment.x0 for segment in segments) - MARGIN
        self.right = max(segment.x1 for segment in segments) + MARGIN
        self.xs: dict[int, list[float]] = {}
        self.all_xs: list[float] = []
        for at, band in sorted(enumerate(bands), key=lambda each: -len(each[1].rows)):
            self.xs[at] = [self._x(left, right) for left, right in band.gutters]
        self.ruled = [r for r in printed if r.start < self.right and r.end > self.left]
        self.ys = self._ys()

    def _x(self, left: float, right: float) -> float:
        middle = (left + right) / 2
        near = [x for x in self.all_xs if left + 1 < x < right - 1]
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
                for x in self.xs[at]:
                    if not any(s.x0 + 1 < x < s.x1 - 1 for s in row.segments):
                        yield Rule(x, top, bottom)

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
        return any(
            cell.top < y < cell.bottom and _stands(cell.segments, x0, x1) for cell in self.cells
        )

    def _head_goes_on(self, x0: float, x1: float) -> bool:
        """No rule stands under a head that goes on beside divided ones."""
        heads, below = (row.segments for row in self.rows[:2])
        xs = self.xs[0]
        divided = any(s.x0 + 1 < x < s.x1 - 1 for s in heads for x in xs)
        return divided and not _stands(below, x0, x1) and _stands(heads, x0, x1)


def _stands(segments: Sequence[Segment], x0: float, x1: float) -> bool:
    return any(segment.x0 < x1 and x0 < segment.x1 for segment in segments)


def _snapped(y: float, limit: float, printed: Sequence[Rule]) -> float:
    """The printed line near ``y`` and over ``limit``, if there is one."""
    near = [rule.at for rule in printed if abs(rule.at - y) < 8 and rule.at <= limit + 2]
    return min(near, key=lambda at: abs(at - y)) if near else y

"""Tables without ruling lines: columns told by the white that runs down between them.

Where neighbouring lines fall into segments that keep to common columns, rules are drawn in
thought: between the rows, and down the white where no segment of the row crosses it. The
lattice then reads them as it reads printed ones, so spans, page joins and places are the
same. pdfplumber's own guess at such tables cuts words apart (合 | 计, 预算 | 安排) and knows
no spans, so it serves the tests as second opinion only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .pdf_lines import Line
from .pdf_page import Rule

_LEAST_COLUMNS, _LEAST_ROWS = 3, 3
_WIDE = 0.5
"""The white, in font sizes, that parts two cells."""

_SAME_PITCH = 0.35
"""How much the distances of lines may differ and still be alike, in points."""

_TIGHT = 1.6
"""The distance, in font sizes, from one line of a cell to the next."""

_NUMBER = re.compile(r"[-—≥≤=]?[\d,]+(?:\.\d+)?[%％]?")
_CAPTION = re.compile(r"附?表\s*\d|.{0,12}单位[:：]|[（(]?\d{4}年度?[)）]?$")
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line with white at both sides."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    segments: tuple[Segment, ...]


def aligned_rules(lines: Sequence[Line], printed: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Horizontal and vertical rules of the tables that the lines of a page form.

    ``printed`` are the page's own horizontal lines: a row ends where one of them runs.
    """
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    for rows in _runs(lines):
        gutters = _gutters(rows) if len(rows) >= _LEAST_ROWS else []
        if _is_table(rows, gutters):
            _draw(rows, gutters, printed, horizontal, vertical)
    return horizontal, vertical


def segments_of(line: Line) -> tuple[Segment, ...]:
    """The line's parts between its wide white spaces."""
    whites = [
        match.span()
        for match in _WHITE.finditer(line.text)
        if line.edges[match.end()] - line.edges[match.start()] > _WIDE * line.size
    ]
    starts = [0, *(end for _, end in whites)]
    ends = [*(start for start, _ in whites), len(line.text)]
    return tuple(
        Segment(line.text[start:end], line.edges[start], line.edges[end])
        for start, end in zip(starts, ends, strict=True)
    )


def _runs(lines: Sequence[Line]) -> Iterator[list[_Row]]:
    """Neighbouring lines that may be a table's: in parts, or short between such lines."""
    run: list[_Row] = []
    for line in lines:
        row = _Row(line, segments_of(line))
        near = not run or line.top - run[-1].line.top < 3.5 * line.size
        if run and not (near and (len(row.segments) > 1 or _is_rest(row, run))):
            yield _trimmed(run)
            run = []
        if run or len(row.segments) > 1:
            run.append(row)
    if run:
        yield _trimmed(run)


def _is_rest(row: _Row, run: Sequence[_Row]) -> bool:
    """A line of one part close under the others and much shorter: the rest of a cell."""
    above = run[-1].line
    left = min(other.line.x0 for other in run)
    right = max(other.line.x1 for other in run)
    close = row.line.top - above.top < _TIGHT * above.size and row.line.size < 1.2 * above.size
    return close and row.line.x1 - row.line.x0 < (right - left) / 2


def _trimmed(run: list[_Row]) -> list[_Row]:
    """The run without a caption over it and running text under it."""
    size = median(row.line.size for row in run)
    while run and (run[0].line.size > 1.1 * size or _CAPTION.match(run[0].line.text)):
        run = run[1:]
    while len(run) > 1 and len(run[-1].segments) == 1 and not _is_rest(run[-1], run[:-1]):
        run = run[:-1]
    return run


def _gutters(rows: Sequence[_Row]) -> list[tuple[float, float]]:
    """The white between columns, from left to right: what only spanning segments cross."""
    least = min(row.line.size for row in rows) / 2
    whites = {
        (one.x1, two.x0)
        for row in rows
        for one, two in pairwise(row.segments)
        if two.x0 - one.x1 >= least
    }
    entries = sorted(
        (segment.x0, segment.x1)
        for row in rows
        for segment in row.segments
        if not any(segment.x0 < left and right < segment.x1 for left, right in whites)
    )
    gutters: list[tuple[float, float]] = []
    reached = entries[0][1] if entries else 0.0
    for x0, x1 in entries:
        if x0 - reached >= least:
            gutters.append((reached, x0))
        reached = max(reached, x1)
    return gutters


def _is_table(rows: Sequence[_Row], gutters: Sequence[tuple[float, float]]) -> bool:
    """Enough rows with numbers keep to enough columns; prose and labelled lines never do."""
    if len(gutters) + 1 < _LEAST_COLUMNS:
        return False
    full = [row for row in rows if len({_column(s, gutters) for s in row.segments}) > 2]
    numbers = sum(any(_NUMBER.fullmatch(s.text) for s in row.segments[1:]) for row in full)
    return len(full) >= _LEAST_ROWS and numbers >= 2


def _column(segment: Segment, gutters: Sequence[tuple[float, float]]) -> int:
    middle = (segment.x0 + segment.x1) / 2
    return sum((left + right) / 2 < middle for left, right in gutters)


def _draw(
    rows: Sequence[_Row],
    gutters: Sequence[tuple[float, float]],
    printed: Sequence[Rule],
    horizontal: list[Rule],
    vertical: list[Rule],
) -> None:
    left = min(row.line.x0 for row in rows) - 2
    right = max(row.line.x1 for row in rows) + 2
    xs = [left, *((a + b) / 2 for a, b in gutters), right]
    ruled = [r for r in printed if r.start < right and r.end > left]
    groups = _table_rows(rows)
    tops = [group[0].line.top for group in groups]
    bottoms = [group[-1].line.bottom for group in groups]
    ys = [
        _snapped(tops[0] - 4, tops[0], ruled),
        *(_snapped((b + t) / 2, t, ruled) for b, t in zip(bottoms, tops[1:], strict=False)),
        _snapped(bottoms[-1] + 4, bottoms[-1] + 8, ruled),
    ]
    for (top, bottom), group in zip(pairwise(ys), groups, strict=True):
        for x in xs:
            if not any(s.x0 + 1 < x < s.x1 - 1 for row in group for s in row.segments):
                vertical.append(Rule(x, top, bottom))
    horizontal += [Rule(y, left, right) for at, y in enumerate(ys) if at != 1]
    horizontal += _under_heads(groups, ys[1], xs)


def _under_heads(groups: Sequence[Sequence[_Row]], y: float, xs: Sequence[float]) -> list[Rule]:
    """The rule under the first row; none under heads that go on beside divided ones."""
    heads, below = ([s for row in group for s in row.segments] for group in groups[:2])
    divided = any(s.x0 + 1 < x < s.x1 - 1 for s in heads for x in xs[1:-1])

    def stands(segments: Sequence[Segment], x0: float, x1: float) -> bool:
        return any(s.x0 < x1 and x0 < s.x1 for s in segments)

    return [
        Rule(y, x0, x1)
        for x0, x1 in pairwise(xs)
        if not divided or stands(below, x0, x1) or not stands(heads, x0, x1)
    ]


def _table_rows(rows: Sequence[_Row]) -> list[list[_Row]]:
    """The lines by the table row that they belong to.

    Within a cell lines stand closer than from row to row; where all stand alike, every
    line in parts is a row. Numbers always begin one.
    """
    pitches = [b.line.top - a.line.top for a, b in pairwise(rows)]
    least = min(row.line.size for row in rows)
    closest = min((pitch for pitch in pitches if pitch > 0.9 * least), default=min(pitches))
    even = max(pitches) - closest < _SAME_PITCH
    groups: list[list[_Row]] = [[rows[0]]]
    for row, pitch in zip(rows[1:], pitches, strict=True):
        parts = len(row.segments) > 1
        numbers = any(_NUMBER.fullmatch(segment.text) for segment in row.segments)
        tight = pitch < closest + _SAME_PITCH and not (parts and (even or numbers))
        if tight:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _snapped(y: float, limit: float, printed: Sequence[Rule]) -> float:
    """The printed line near ``y`` and over ``limit``, if there is one."""
    near = [rule.at for rule in printed if abs(rule.at - y) < 8 and rule.at <= limit + 2]
    return min(near, key=lambda at: abs(at - y)) if near else y

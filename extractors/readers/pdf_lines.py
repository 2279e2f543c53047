"""Printed lines: characters that stand on one baseline, from left to right."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter

from ...schemas.document import TextLine
from .pdf_page import ASCENT, DESCENT, Glyph

_SAME_LINE = 0.4
"""How far two baselines of one line may differ, in font sizes (raised and lowered marks)."""

_GAP = 0.6
"""The white, in font sizes, that stands for a space where the file holds none."""

_OVERPRINT = 0.4
"""A character printed again within this part of its width is a bold made by overprinting."""

_COLUMN_RUN = 3
_LEFT, _BASELINE, _SIZE = itemgetter(1), itemgetter(3), itemgetter(4)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, the edges of its characters, and its font size."""

    text: str
    page: int
    edges: array[float] = field(hash=False)
    top: float
    bottom: float
    size: float

    @property
    def x0(self) -> float:
        """Where the first character begins."""
        return self.edges[0]

    @property
    def x1(self) -> float:
        """Where the last character ends."""
        return self.edges[-1]

    def placed(self, start: int) -> TextLine:
        """The line as part of a text in which it begins at ``start``."""
        return TextLine(start, self.page, self.top, self.bottom, self.edges)


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The lines that the characters form, from the top; lines of white space are left out."""
    lines = (_line(_printed_once(row), page) for row in _rows(glyphs))
    return [line for line in lines if line is not None]


def vertical_lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The lines of a page that is written from top to bottom; none where it is not."""
    lines = (_line(column, page) for column in _columns_of_text(glyphs))
    return [line for line in lines if line is not None]


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters by baseline, each row from left to right."""
    rows: list[list[Glyph]] = []
    baseline = size = 0.0
    for glyph in sorted(glyphs, key=_BASELINE):
        lower, other = glyph[3], glyph[4]
        if rows and (
            lower == baseline or lower - baseline <= _SAME_LINE * max(min(size, other), 1)
        ):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            baseline, size = lower, other
        if other > size:
            baseline, size = lower, other
    for row in rows:
        row.sort(key=_LEFT)
    return rows


def _columns_of_text(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Vertical writing: runs of characters that stand under each other; none elsewhere."""
    solid = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if len(solid) <= _COLUMN_RUN:
        return []
    under = sum(
        abs(one.x0 - two.x0) < one.size / 2 and 0 < two.baseline - one.baseline < 2 * one.size
        for one, two in pairwise(solid)
    )
    if under < 0.8 * (len(solid) - 1):
        return []
    columns: list[list[Glyph]] = [[solid[0]]]
    for one, two in pairwise(solid):
        if two.baseline > one.baseline:
            columns[-1].append(two)
        else:
            columns.append([two])
    return columns


def _printed_once(row: list[Glyph]) -> list[Glyph]:
    kept = row[:1]
    for glyph in row[1:]:
        other = kept[-1]
        if glyph.x0 - other.x0 < _OVERPRINT * (glyph.x1 - glyph.x0) and glyph.text == other.text:
            continue
        kept.append(glyph)
    return kept


def _line(row: list[Glyph], page: int) -> Line | None:
    """The row as a line without white space at its ends; null where it is all white space."""
    start, end = 0, len(row)
    while start < end and row[start][0].isspace():
        start += 1
    while end > start and row[end - 1][0].isspace():
        end -= 1
    if start == end:
        return None
    row = row[start:end]
    size = max(map(_SIZE, row))
    chars: list[str] = []
    edges = array("f")
    right, gap = row[0][1], _GAP * size
    for char, x0, x1, _, _ in row:
        if x0 - right > gap and not chars[-1].isspace():
            chars.append(" ")
            edges.append(right)
        chars.append(" " if char in "\r\n\t" else char)
        edges.append(x0)
        right = max(right, x1)
    edges.append(right)
    lowest = max(map(_BASELINE, row))
    top, bottom = min(map(_BASELINE, row)) - ASCENT * size, lowest + DESCENT * size
    return Line("".join(chars), page, edges, top, bottom, size)

"""Printed lines: characters that stand on one baseline, from left to right."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...schemas.document import TextLine
from .pdf_page import ASCENT, DESCENT, Glyph

_SAME_LINE = 0.4
"""How far two baselines of one line may differ, in font sizes (raised and lowered marks)."""

_GAP = 0.9
"""The white, in font sizes, that stands for a space where the file holds none."""

_OVERPRINT = 0.4
"""A character printed again within this part of its width is a bold made by overprinting."""

_COLUMN_RUN = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, the edges of its characters, and its font size."""

    text: str
    page: int
    edges: tuple[float, ...]
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

    def stripped(self) -> Line:
        """The line without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        return Line(
            self.text[start:end],
            self.page,
            self.edges[start : end + 1],
            self.top,
            self.bottom,
            self.size,
        )

    def placed(self, start: int) -> TextLine:
        """The line as part of a text in which it begins at ``start``."""
        return TextLine(start, self.page, self.top, self.bottom, array("f", self.edges))


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The lines that the characters form, from the top; lines of white space are left out."""
    rows = _columns_of_text(glyphs) or _rows(glyphs)
    lines = (_line(row, page) for row in rows)
    return [line.stripped() for line in lines if line.text.strip()]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Characters by baseline, each row from left to right without overprinting."""
    rows: list[list[Glyph]] = []
    baseline = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if rows and glyph.baseline - baseline <= _SAME_LINE * max(min(size, glyph.size), 1):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            baseline, size = glyph.baseline, glyph.size
        if glyph.size > size:
            baseline, size = glyph.baseline, glyph.size
    return [_printed_once(sorted(row, key=lambda glyph: glyph.x0)) for row in rows]


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
    kept: list[Glyph] = []
    for glyph in row:
        twice = any(
            other.text == glyph.text
            and abs(glyph.x0 - other.x0) < _OVERPRINT * max(glyph.x1 - glyph.x0, 0.1)
            for other in kept[-3:]
        )
        if not twice:
            kept.append(glyph)
    return kept


def _line(row: list[Glyph], page: int) -> Line:
    size = max(glyph.size for glyph in row)
    chars: list[str] = []
    edges: list[float] = []
    right = row[0].x0
    for glyph in row:
        if glyph.x0 - right > _GAP * size and chars and not chars[-1].isspace():
            chars.append(" ")
            edges.append(right)
        chars.append(" " if glyph.text in "\r\n\t" else glyph.text)
        edges.append(glyph.x0)
        right = max(glyph.x1, right)
    top = min(glyph.baseline - ASCENT * glyph.size for glyph in row)
    bottom = max(glyph.baseline + DESCENT * glyph.size for glyph in row)
    return Line("".join(chars), page, (*edges, right), top, bottom, size)

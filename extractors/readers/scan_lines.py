"""Lines of text on the picture of a page, as runs of characters like those of a PDF's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

import numpy as np

from .ocr import Area, Image, ReadText, find_text, read_line
from .pdf_page import HALF_WAY, Run
from .scan_rules import Rulings
from .scan_text import corrected

POINTS = 72 / 200
"""Points a pixel: pages are drawn as if they had 200 pixels an inch."""

_INK = 140
"""Pixels darker than this are print."""

_TALL = 1.5
_MARGIN = 3
"""The paper, in pixels, that is left around print to be read."""

_SQUARE, _LATIN = 0.93, 0.72
"""How high a line of Chinese characters is in font sizes, and one of digits."""

_ALIKE = 0.12
_HALF_BLANK_START, _HALF_BLANK_END = "（《“‘「〔【", "，。、；：！？）》”’」〕】"
_BLANK = 0.45
"""The part of a full-width bracket or comma that is white, in font sizes."""


@dataclass(frozen=True, slots=True)
class ReadArea:
    """A piece of a line with what it says; ``area`` holds its print and nothing around it."""

    area: Area
    read: ReadText

    @property
    def size(self) -> float:
        """The font size in points, as far as the height of the print tells it."""
        wide = any(map(_is_wide, self.read.text))
        return self.area.height * POINTS / (_SQUARE if wide else _LATIN)


def read_areas(image: Image, rulings: Rulings) -> list[ReadArea]:
    """Everything that stands on a page without ruling lines; ``rulings`` are those it had."""
    read: list[ReadArea] = []
    for area in find_text(image):
        for piece in _pieces(image, area, rulings):
            text = corrected(read_line(_grown(piece, image).of(image)))
            if text.text:
                read.append(ReadArea(piece, text))
    return read


def runs_of(areas: Sequence[ReadArea]) -> tuple[Run, ...]:
    """The areas as runs; sizes that are nearly alike are made one."""
    sizes = _common_sizes(areas)
    return tuple(_run(area, size) for area, size in zip(areas, sizes, strict=True))


def _pieces(image: Image, area: Area, rulings: Rulings) -> Iterator[Area]:
    """The parts of an area that are lines of print: cut where a rule runs, stacked ones apart."""
    middle = (area.y0 + area.y1) / 2
    cuts = sorted(
        int(stroke.at)
        for stroke in rulings.down
        if stroke.start < middle < stroke.end and area.x0 < stroke.at < area.x1
    )
    for left, right in pairwise((area.x0, *cuts, area.x1)):
        printed = _printed(image, Area(left, area.y0, right, area.y1))
        if printed is not None and printed.height > _TALL * printed.width:
            yield from _stacked(image, printed)
        elif printed is not None:
            yield printed


def _printed(image: Image, area: Area) -> Area | None:
    """The area without the paper around its print; null where there is no print."""
    ink = area.of(image) < _INK
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not rows.size:
        return None
    return Area(
        area.x0 + int(columns[0]),
        area.y0 + int(rows[0]),
        area.x0 + int(columns[-1]) + 1,
        area.y0 + int(rows[-1]) + 1,
    )


def _stacked(image: Image, area: Area) -> Iterator[Area]:
    """Characters that stand under each other, one by one; a single tall one as it is."""
    inked = (area.of(image) < _INK).any(axis=1)
    edges = np.flatnonzero(np.diff(inked.astype(np.int8), prepend=0, append=0)).tolist()
    rows = list(zip(edges[::2], edges[1::2], strict=True))
    joined: list[tuple[int, int]] = []
    for top, bottom in rows:
        if joined and bottom - joined[-1][0] <= 1.15 * area.width:
            joined[-1] = joined[-1][0], bottom
        else:
            joined.append((top, bottom))
    for top, bottom in joined:
        found = _printed(image, Area(area.x0, area.y0 + top, area.x1, area.y0 + bottom))
        if found is not None:
            yield found


def _grown(area: Area, image: Image) -> Area:
    height, width = image.shape
    return Area(
        max(area.x0 - _MARGIN, 0),
        max(area.y0 - _MARGIN, 0),
        min(area.x1 + _MARGIN, width),
        min(area.y1 + _MARGIN, height),
    )


def _common_sizes(areas: Sequence[ReadArea]) -> list[float]:
    """The size of each area, as that of the most text whose size is nearly the same."""
    weights: list[tuple[float, int]] = [(area.size, len(area.read.text)) for area in areas]
    commons: list[float] = []
    for size, _ in sorted(weights, key=lambda pair: -pair[1]):
        if not any(_alike(size, common) for common in commons):
            near = sorted(pair for pair in weights if _alike(pair[0], size))
            commons.append(_weighted_median(near))
    return [min(commons, key=lambda common: abs(common - size)) for size, _ in weights]


def _alike(one: float, two: float) -> bool:
    return abs(one - two) <= _ALIKE * max(one, two)


def _weighted_median(pairs: Sequence[tuple[float, int]]) -> float:
    half, so_far = sum(weight for _, weight in pairs) / 2, 0
    for value, weight in pairs:
        so_far += weight
        if so_far >= half:
            return value
    raise ValueError(pairs)


def _run(area: ReadArea, size: float) -> Run:
    """The area's text with the edges of its characters half way between their middles."""
    box, text = area.area, area.read.text
    width = box.width + 2 * _MARGIN
    middles = [(box.x0 - _MARGIN + part * width) * POINTS for part in area.read.middles]
    first, last = box.x0 * POINTS, box.x1 * POINTS
    if text[0] in _HALF_BLANK_START:
        first -= _BLANK * size
    if text[-1] in _HALF_BLANK_END:
        last += _BLANK * size
    edges = [first, *((a + b) / 2 for a, b in pairwise(middles)), last]
    return Run(text, _rising(edges), (box.y0 + box.y1) / 2 * POINTS + HALF_WAY * size, size)


def _rising(edges: Iterable[float]) -> list[float]:
    """The edges, none of them left of the one before it."""
    rising: list[float] = []
    for edge in edges:
        rising.append(max(edge, rising[-1]) if rising else edge)
    return rising


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"

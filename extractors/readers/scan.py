"""Pages that are pictures: read by OCR into what the text of a PDF page would be.

Ruling lines are found first and taken off, so that they cut no characters and join no
cells; text and lines then go the way of every other page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ...schemas.document import Note
from .ocr import memory_told
from .pdf_page import PageContent, Rule
from .scan_image import levelled, without_stamps
from .scan_lines import POINTS, ReadArea, read_areas, runs_of
from .scan_places import Placement
from .scan_rules import Stroke, erased, find_rulings
from .scan_text import squared

_UNSURE = 0.6
_MATTERS = frozenset("0123456789.%‰％㎡≥≤<>＞＜一二三四五六七八九十百千万亿两第余近")
"""Characters whose misreading changes a figure."""


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page as read from its picture, and how its places become those on the page."""

    content: PageContent
    placement: Placement
    notes: tuple[Note, ...]


class PageReader(Protocol):
    """``read_page``, for who loads this module only where it is needed."""

    def __call__(self, picture: NDArray[np.uint8], number: int, width: float) -> ScannedPage:
        """What a page says."""
        ...


def read_page(picture: NDArray[np.uint8], number: int, width: float) -> ScannedPage:
    """What a page says that is ``width`` points wide; the picture has blue, green, red."""
    with memory_told():
        grey, stamped = without_stamps(picture)
        level = levelled(grey)
        rulings = find_rulings(level.image)
        areas = read_areas(erased(level.image, rulings), rulings)
        reads = squared([area.read for area in areas])
        areas = [replace(area, read=read) for area, read in zip(areas, reads, strict=True)]
    down, across = (side * POINTS for side in level.image.shape)
    content = PageContent(
        number,
        across,
        down,
        runs_of(areas),
        tuple(map(_rule, rulings.across)),
        tuple(map(_rule, rulings.down)),
    )
    placement = Placement(across / 2, down / 2, level.degrees, width / across)
    return ScannedPage(content, placement, tuple(_notes(number, areas, stamped)))


def _rule(stroke: Stroke) -> Rule:
    return Rule(stroke.at * POINTS, stroke.start * POINTS, stroke.end * POINTS)


def _notes(number: int, areas: Sequence[ReadArea], stamped: bool) -> Iterator[Note]:
    if stamped:
        yield Note("stamp-removed", f"第 {number} 页的红色印章和红字已略去")
    for area in areas:
        doubtful = [
            char
            for char, sure in zip(area.read.text, area.read.sure, strict=True)
            if sure < _UNSURE and char in _MATTERS
        ]
        if doubtful:
            signs = "、".join(f"“{char}”" for char in doubtful)
            yield Note("doubtful-text", f"第 {number} 页“{area.read.text}”中的{signs}辨认不清")

"""Headers, footers and page numbers: lines at the edge of a page that repeat or count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from ...schemas.document import BlockType
from ..text.fold import fold
from .pdf_lines import Line

_EDGE, _MARGIN = 0.12, 0.08
"""The parts of a page's height, at its top and at its bottom, where furniture stands: in small
letters, and in letters of any size (the title of a form may stand on every page as well)."""

_PAGE_NUMBER = re.compile(
    r"[-·.\s]*(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6}|[一二三四五六七八九十百]{1,4}(?=\s*页))"
    r"(?:\s*页)?(?:\s*[/,，共]\s*(?:共\s*)?(?:第\s*)?\d{1,4}\s*页?)?[-·.\s]*"
)
_COUNTER = re.compile(r"第\s*\d+\s*页|(?<!\d)\d{1,3}\s*/\s*\d{1,3}(?!\d)|-\s*\d{1,3}\s*-")
_OFTEN = 3
_SMALL = 0.95


def furniture(
    pages: Sequence[Sequence[Line]], heights: Sequence[float]
) -> list[dict[int, BlockType]]:
    """The lines that are header or footer, by their index among the free lines of every page."""
    sizes = [line.size for lines in pages for line in lines]
    body = median(sizes) if sizes else 0.0
    edges: list[list[tuple[int, Line, BlockType]]] = [
        [(at, line, zone) for at, line in enumerate(lines) if (zone := _zone(line, height))]
        for lines, height in zip(pages, heights, strict=True)
    ]
    shapes = Counter(shape for page in edges for shape in {_shape(line) for _, line, _ in page})
    often = max(2, min(_OFTEN, len(pages)), len(pages) // 3)
    return [
        {
            at: zone
            for at, line, zone in page
            if is_page_number(line.text)
            or (shapes[_shape(line)] >= often and _is_marginal(line, height, body))
        }
        for page, height in zip(edges, heights, strict=True)
    ]


def _is_marginal(line: Line, height: float, body: float) -> bool:
    """The line is smaller than the text, or stands where pages have their margins."""
    middle = (line.top + line.bottom) / 2 / height
    return line.size < _SMALL * body or not _MARGIN < middle < 1 - _MARGIN


def is_page_number(text: str) -> bool:
    """The text is nothing but a page number: 3, - 3 -, 第3页 共9页, 3/9."""
    return bool(_PAGE_NUMBER.fullmatch(fold(text)))


def _zone(line: Line, height: float) -> BlockType | None:
    middle = (line.top + line.bottom) / 2
    if middle < _EDGE * height:
        return "header"
    return "footer" if middle > (1 - _EDGE) * height else None


def _shape(line: Line) -> str:
    """The text but for a page number, and how high it stands: what repeats on every page."""
    return f"{_COUNTER.sub('#', fold(line.text))}@{line.top / 4:.0f}"

"""Where a quote stands, told to people, and the text around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...schemas.document import Block, Box, Cell, Document, Paragraph, Place, Table, TextLine
from ...schemas.report import Report

AROUND = 60
"""Characters of a paragraph that are shown on either side of a quote."""

_ELLIPSIS = "…"
_BETWEEN_CELLS = "｜"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote with what stands before and after it: in its paragraph, or in its table row."""

    before: str
    quote: str
    after: str


def whereabouts(document: Document, place: Place) -> str:
    """Where to look, counted as people count: 第3页 表2第4行第5列, 第12段."""
    around, within = _address(document, place)
    return f"{around}{within}"


def all_whereabouts(document: Document, places: Iterable[Place]) -> str:
    """Where to look for several quotes: those in one table share a line."""
    groups: dict[str, list[str]] = {}
    for place in places:
        around, within = _address(document, place)
        spots = groups.setdefault(around, [])
        if within not in spots:
            spots.append(within)
    return "\n".join(f"{around}{'、'.join(spots)}" for around, spots in groups.items())


def _address(document: Document, place: Place) -> tuple[str, str]:
    """The page with the table, and the spot in it."""
    page = f"第{place.box.page}页 " if place.box else ""
    blocks = document.blocks[: place.block + 1]
    if place.row is None or place.column is None:
        return page, f"第{sum(isinstance(block, Paragraph) for block in blocks)}段"
    tables = sum(isinstance(block, Table) for block in blocks)
    return f"{page}表{tables}", f"第{place.row + 1}行第{place.column + 1}列"


def block_page(block: Block) -> int | None:
    """The page where a paragraph or table begins; null where the format has no pages."""
    if isinstance(block, Table):
        return block.box.page if block.box else None
    return block.lines[0].page if block.lines else None


def section_title(report: Report, section: int | None) -> str | None:
    """A heading with its number; null before the first heading."""
    if section is None:
        return None
    found = report.sections[section]
    title = found.title
    return title if title.startswith(found.number or "") else f"{found.number}{title}"


def excerpt(document: Document, place: Place) -> Excerpt:
    """The quote in its surroundings, cut to what reads on one or two lines."""
    block = document.blocks[place.block]
    if isinstance(block, Paragraph):
        text, end = _joined(document, place)
        return _cut(text[: place.start], text[place.start : end], text[end:])
    cell = _cell(block, place)
    if cell is None:
        return Excerpt("", "", "")
    row = [each for each in block.cells if each.row <= cell.row < each.row + each.row_span]
    at = row.index(cell)
    before = "".join(_flat(each.text) + _BETWEEN_CELLS for each in row[:at])
    after = "".join(_BETWEEN_CELLS + _flat(each.text) for each in row[at + 1 :])
    text = cell.text
    return _cut(
        before + text[: place.start], text[place.start : place.end], text[place.end :] + after
    )


def rectangles(document: Document, place: Place) -> Iterator[Box]:
    """The rectangles that cover the quote, one for every printed line of it.

    One rectangle over all where the lines are not known; none where there are no pages.
    """
    boxes = [box for lines, start, end in _runs(document, place) for box in _of(lines, start, end)]
    if boxes:
        yield from boxes
    elif place.box:
        yield place.box


def _runs(document: Document, place: Place) -> Iterator[tuple[tuple[TextLine, ...], int, int]]:
    """The lines of every block that the quote runs over, with its part of each."""
    block = document.blocks[place.block]
    if isinstance(block, Table):
        cell = _cell(block, place)
        if cell is not None:
            yield cell.lines, place.start, place.end
        return
    last = place.block if place.end_block is None else place.end_block
    for number in range(place.block, last + 1):
        paragraph = document.blocks[number]
        if isinstance(paragraph, Paragraph):
            start = place.start if number == place.block else 0
            yield paragraph.lines, start, place.end if number == last else len(paragraph.text)


def _of(lines: tuple[TextLine, ...], start: int, end: int) -> Iterator[Box]:
    for line in lines:
        first, last = max(start, line.start), min(end, line.end)
        if first < last:
            left, right = line.edges[first - line.start], line.edges[last - line.start]
            yield Box(line.page, left, line.top, right, line.bottom)


def _joined(document: Document, place: Place) -> tuple[str, int]:
    """The text of the paragraphs that the quote runs over, and where the quote ends in it."""
    last = place.block if place.end_block is None else place.end_block
    texts = [
        block.text
        for block in document.blocks[place.block : last + 1]
        if isinstance(block, Paragraph)
    ]
    return "".join(texts), sum(map(len, texts[:-1])) + place.end


def _cell(table: Table, place: Place) -> Cell | None:
    at = (place.row, place.column)
    return next((cell for cell in table.cells if (cell.row, cell.column) == at), None)


def _cut(before: str, quote: str, after: str) -> Excerpt:
    before, after = _flat(before), _flat(after)
    if len(before) > AROUND:
        before = _ELLIPSIS + before[-AROUND:]
    if len(after) > AROUND:
        after = after[:AROUND] + _ELLIPSIS
    return Excerpt(before, _flat(quote), after)


def _flat(text: str) -> str:
    return text.replace("\n", " ")

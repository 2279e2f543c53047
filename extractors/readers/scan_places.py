"""Places on a picture that was levelled, told as places on the page as it is shown."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ...schemas.document import Block, Box, Cell, Paragraph, TextLine


@dataclass(frozen=True, slots=True)
class Placement:
    """How a page was changed for reading: turned by ``degrees`` about ``x, y``, its middle.

    ``scale`` is how many points of the page one point of the picture is.
    """

    x: float
    y: float
    degrees: float
    scale: float

    def shift(self, x: float, y: float) -> tuple[float, float]:
        """How far a point must be moved to where it stood before the page was turned."""
        angle = math.radians(self.degrees)
        right, down = x - self.x, y - self.y
        sine, less = math.sin(angle), math.cos(angle) - 1
        return less * right - sine * down, sine * right + less * down


def put_back(blocks: Iterable[Block], pages: Mapping[int, Placement]) -> Iterable[Block]:
    """The blocks with every place on one of the pages where the page shows it."""
    return (_block(block, pages) for block in blocks) if pages else blocks


def _block(block: Block, pages: Mapping[int, Placement]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, lines=_lines(block.lines, pages))
    cells = tuple(_cell(cell, pages) for cell in block.cells)
    return replace(block, cells=cells, box=block.box and _box(block.box, pages))


def _cell(cell: Cell, pages: Mapping[int, Placement]) -> Cell:
    return replace(cell, box=cell.box and _box(cell.box, pages), lines=_lines(cell.lines, pages))


def _box(box: Box, pages: Mapping[int, Placement]) -> Box:
    placement = pages.get(box.page)
    if placement is None:
        return box
    right, down = placement.shift((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    across = ((edge + right) * placement.scale for edge in (box.x0, box.x1))
    along = ((edge + down) * placement.scale for edge in (box.y0, box.y1))
    (x0, x1), (y0, y1) = across, along
    return Box(box.page, round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))


def _lines(lines: tuple[TextLine, ...], pages: Mapping[int, Placement]) -> tuple[TextLine, ...]:
    return tuple(_line(line, pages.get(line.page)) for line in lines)


def _line(line: TextLine, placement: Placement | None) -> TextLine:
    if placement is None:
        return line
    middle = (line.edges[0] + line.edges[-1]) / 2
    right, down = placement.shift(middle, (line.top + line.bottom) / 2)
    scale = placement.scale
    return replace(
        line,
        top=(line.top + down) * scale,
        bottom=(line.bottom + down) * scale,
        edges=array("f", [(edge + right) * scale for edge in line.edges]),
    )

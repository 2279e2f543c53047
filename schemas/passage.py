"""A run of text that is read as one, and the way back to the printed places."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from .document import Box, Place, TextLine
from .record import record

ColumnRole = Literal[
    "sequence",
    "name",
    "label",
    "department",
    "implementing_unit",
    "budget_initial",
    "budget",
    "executed",
    "execution_rate",
    "balance",
    "weight",
    "score",
    "grade",
    "level1",
    "level2",
    "level3",
    "operator",
    "target",
    "target_adjusted",
    "unit",
    "prior",
    "actual",
    "completion_rate",
    "goal",
    "result",
    "reason",
    "remark",
    "date",
]
"""What a column or a labelled cell of a form holds; ``data/headings.toml`` has the headings."""


@record
class CellContext:
    """What stands around a table cell and says what its number means.

    ``role`` is null where no heading is known. ``column_headings`` run from the top header
    row down, ``row_labels`` from the left; both leave out the cell itself. ``row_unit``
    (度量单位) and ``row_operator`` (指标性质) are the texts of those cells in the same row.
    ``column_unit`` stands in the column's heading, ``caption_unit`` in the line over the
    table (单位：万元). All are null where nothing is printed.
    """

    role: ColumnRole | None = None
    column_headings: tuple[str, ...] = ()
    row_labels: tuple[str, ...] = ()
    row_unit: str | None = None
    row_operator: str | None = None
    column_unit: str | None = None
    caption_unit: str | None = None
    is_header: bool = False


@record
class Piece:
    """The part of a passage, from ``offset`` on, that stands in one block or cell.

    ``start`` is where the part begins in the text of that block or cell.
    """

    offset: int
    block: int
    start: int
    row: int | None = None
    column: int | None = None
    lines: tuple[TextLine, ...] = ()


@record
class Passage:
    """A paragraph, a cell, or several hard-wrapped lines joined for reading.

    ``text`` is as printed; ``folded`` is the same text, character for character, with
    compatibility forms, widths and dashes folded for matching, so that offsets in one are
    offsets in the other. ``section`` is the index of the section in the report's outline,
    null before the first heading. ``cell`` is null outside tables.
    """

    text: str
    folded: str
    pieces: tuple[Piece, ...]
    section: int | None = None
    cell: CellContext | None = None

    @property
    def block(self) -> int:
        """The block in which the passage begins."""
        return self.pieces[0].block

    def place(self, start: int, end: int) -> Place:
        """Where ``text[start:end]`` is printed."""
        first = last = self.pieces[0]
        if len(self.pieces) > 1:
            first, last = self._piece(start), self._piece(end - 1)
        begin = start - first.offset + first.start
        return Place(
            first.block,
            begin,
            end - last.offset + last.start,
            first.row,
            first.column,
            None if last.block == first.block else last.block,
            _box(first.lines, begin, begin + end - start) if first.lines else None,
        )

    def _piece(self, offset: int) -> Piece:
        at = bisect_right(self.pieces, offset, key=lambda piece: piece.offset) - 1
        return self.pieces[at]


def _box(lines: tuple[TextLine, ...], start: int, end: int) -> Box | None:
    """The rectangle around the characters, on the page where they begin."""
    boxes = [_around(line, start, end) for line in lines if line.start < end and start < line.end]
    if len(boxes) < 2:
        return boxes[0] if boxes else None
    boxes = [box for box in boxes if box.page == boxes[0].page]
    return Box(
        boxes[0].page,
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _around(line: TextLine, start: int, end: int) -> Box:
    """The rectangle around those of the characters that stand in the line."""
    left = line.edges[max(start - line.start, 0)]
    right = line.edges[min(end - line.start, len(line.edges) - 1)]
    top, bottom = round(line.top, 2), round(line.bottom, 2)
    return Box(line.page, round(left, 2), top, round(right, 2), bottom)

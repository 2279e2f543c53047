"""A file as read: its paragraphs and tables in reading order, each with its place."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from .record import record

Format = Literal["docx", "doc", "wps", "pdf", "pdf-scan", "txt", "html", "xlsx", "xls", "et"]

DocumentStatus = Literal["ok", "partial", "failed", "superseded"]

BlockType = Literal[
    "title",
    "heading",
    "paragraph",
    "table",
    "caption",
    "footnote",
    "textbox",
    "toc",
    "header",
    "footer",
]

FURNITURE: frozenset[BlockType] = frozenset({"toc", "header", "footer"})
"""Block types that repeat or point elsewhere and therefore give no figures."""


@record
class Box:
    """A rectangle on a page, in PDF points, origin top left; pages count from 1."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@record
class Place:
    """Where a quote stands.

    ``start`` and ``end`` count code points in the text of the block or cell, end exclusive.
    ``row`` and ``column`` are null for a paragraph; ``end_block`` is null unless the quote
    runs over a hard line break into a later block, where ``end`` then counts. ``box`` is
    null where the format has no pages of its own.
    """

    block: int
    start: int
    end: int
    row: int | None = None
    column: int | None = None
    end_block: int | None = None
    box: Box | None = None


@record
class TextLine:
    """One printed line of a text: the characters from ``start`` on, and where they stand.

    ``edges`` holds the left edge of every character and the right edge of the last one,
    so a line of n characters has n + 1 edges.
    """

    start: int
    page: int
    top: float
    bottom: float
    edges: array[float] = field(hash=False)

    @property
    def end(self) -> int:
        """Offset just after the line's last character."""
        return self.start + len(self.edges) - 1


@record
class Paragraph:
    """A block of running text, as printed.

    ``number`` is the automatic number that the word processor draws (一、); it is part of
    ``text`` and told here too. ``outline_level`` is the level that the file's own styles
    give, 1 for the highest; null where they give none. ``lines`` is empty where the
    format has no pages of its own.
    """

    text: str
    type: BlockType = "paragraph"
    number: str | None = None
    outline_level: int | None = None
    centred: bool = False
    lines: tuple[TextLine, ...] = field(default=(), repr=False)


@record
class Cell:
    """A table cell at its place on the grid, after merged cells are resolved.

    Paragraphs of the cell are separated by a line feed; a soft wrap is no line feed.
    ``has_picture``: a picture stands in the cell (a scanned signature or seal).
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False
    box: Box | None = None
    lines: tuple[TextLine, ...] = field(default=(), repr=False)
    has_picture: bool = False


@record
class Table:
    """A grid of cells, each merged cell once, in reading order.

    ``inside`` is the row and column of the cell of the preceding outer table that holds
    this one; null for a table that stands by itself.
    """

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    box: Box | None = None
    inside: tuple[int, int] | None = None

    def lattice(self) -> list[list[Cell | None]]:
        """Every grid position with the cell that covers it; null where none does."""
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            end = min(cell.column + cell.column_span, self.columns)
            for row in grid[cell.row : cell.row + cell.row_span]:
                row[cell.column : end] = [cell] * (end - cell.column)
        return grid


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was seen and not understood, or left out on purpose.

    ``place`` is null where the note is about the whole file; a page is told in the message.
    """

    code: str
    message: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file's content. A block's index in ``blocks`` is the ``block`` of every place.

    ``pages`` is null where the format has no pages of its own. ``created`` and
    ``modified`` are the file's own properties, null where it has none. ``partial`` says
    that some of the file could not be read; ``notes`` say which part.
    """

    doc_id: str
    sha256: str
    name: str
    format: Format
    bytes: int
    blocks: tuple[Block, ...]
    pages: int | None = None
    created: datetime | None = None
    modified: datetime | None = None
    partial: bool = False
    notes: tuple[Note, ...] = ()

    def paragraphs(self) -> Iterator[tuple[int, Paragraph]]:
        """Every paragraph with its block number."""
        return ((at, block) for at, block in enumerate(self.blocks) if isinstance(block, Paragraph))

    def tables(self) -> Iterator[tuple[int, Table]]:
        """Every table with its block number."""
        return ((at, block) for at, block in enumerate(self.blocks) if isinstance(block, Table))

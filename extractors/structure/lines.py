"""The lines of a document as they are matched: printed, folded, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ...schemas.document import Document, Paragraph, Table
from ...schemas.record import record
from ..text.fold import fold
from .marks import Mark, read_mark
from .table_headings import TableView

_RESIDUE = re.compile(r"^\[bookmark: [^\]]*\]\s*")
"""What some converters leave of a Word bookmark."""


@record
class Line:
    """A paragraph, or hard-wrapped lines that are read as one.

    ``text`` is printed, without blanks at the ends; ``folded`` is the same, character for
    character, folded for matching; ``bare`` is ``folded`` without any blank. ``mark`` is the
    number mark that begins the line, null where there is none. It begins in ``block``; the
    style of the first ``paragraph`` speaks for the line.
    """

    blocks: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    text: str
    folded: str
    bare: str
    mark: Mark | None
    block: int
    paragraph: Paragraph

    @property
    def last_block(self) -> int:
        """The block in which the line ends."""
        return self.blocks[-1]


@dataclass(frozen=True)
class Grid:
    """A table in the flow of lines."""

    block: int
    table: Table

    @property
    def last_block(self) -> int:
        """The block of the table, which is one."""
        return self.block

    @cached_property
    def view(self) -> TableView:
        """What heads the table's cells and stands around them."""
        return TableView(self.table)


Element = Line | Grid
Flow = Sequence[Element]
"""A document's lines and tables in reading order, without page furniture and contents pages."""


def line_of(blocks: tuple[int, ...], paragraphs: tuple[Paragraph, ...]) -> Line:
    """The line that these paragraphs make, which stand in these blocks."""
    text = _RESIDUE.sub("", "".join([paragraph.text.strip() for paragraph in paragraphs]))
    folded = fold(text)
    bare, mark = "".join(folded.split()), read_mark(folded)
    return Line(blocks, paragraphs, text, folded, bare, mark, blocks[0], paragraphs[0])


def elements_of(document: Document) -> list[Element]:
    """Every block of the document, each paragraph a line of its own."""
    return [
        line_of((at,), (block,)) if isinstance(block, Paragraph) else Grid(at, block)
        for at, block in enumerate(document.blocks)
    ]


def lines_of(flow: Flow) -> list[Line]:
    """The flow's lines, its tables left out."""
    return [element for element in flow if isinstance(element, Line)]

"""The blocks of a Word file in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ...schemas.document import Block, BlockType, Cell, Paragraph, Table
from .docx_content import PARAGRAPH, TABLE, Content, contents
from .docx_notes import FootNotes
from .docx_paragraphs import ParagraphReader
from .docx_tables import GridCell, read_grid
from .docx_text import Inline
from .docx_xml import Element


@dataclass(slots=True)
class Seen:
    """What the file holds and the blocks do not show as such."""

    hidden: bool = False
    revisions: bool = False
    pictures: bool = False
    embedded: bool = False


@dataclass(slots=True)
class _NestedTable:
    element: Element
    inside: tuple[int, int]


@dataclass(slots=True)
class _Hanging:
    """What follows a paragraph or table: nested tables, text boxes, footnotes."""

    tables: list[_NestedTable] = field(default_factory=list[_NestedTable])
    boxes: list[Element] = field(default_factory=list[Element])
    notes: list[Element] = field(default_factory=list[Element])


class BlockReader:
    """Reads the stories of one document; ``seen`` tells afterwards what was left out."""

    def __init__(self, paragraphs: ParagraphReader, notes: FootNotes) -> None:
        self.seen = Seen()
        self._paragraphs = paragraphs
        self._notes = notes

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks of a body, header, text box or note."""
        for content in contents(parent):
            if content.tag == PARAGRAPH:
                yield from self._paragraph(content)
            elif content.tag == TABLE:
                yield from self._table(content.element, None)
            else:
                self.seen.embedded = True

    def _paragraph(self, content: Content) -> Iterator[Block]:
        hanging = _Hanging()
        found = self._paragraphs.read(content.element)
        self._take(found.inline, hanging)
        if found.text:
            yield found.block(in_contents=content.in_contents)
        yield from self._hung(hanging)

    def _take(self, inline: Inline, hanging: _Hanging) -> None:
        hanging.boxes += inline.boxes
        for reference in inline.references:
            hanging.notes += self._notes.find(reference)
        self.seen.hidden |= inline.has_hidden
        self.seen.revisions |= inline.has_revisions
        self.seen.pictures |= inline.has_picture

    def _hung(self, hanging: _Hanging) -> Iterator[Block]:
        for table in hanging.tables:
            yield from self._table(table.element, table.inside)
        for box in hanging.boxes:
            yield from (_typed(block, "textbox") for block in self.blocks(box))
        for note in hanging.notes:
            yield from (_typed(block, "footnote") for block in self.blocks(note))

    def _table(self, element: Element, inside: tuple[int, int] | None) -> Iterator[Block]:
        grid = read_grid(element)
        self.seen.hidden |= grid.has_hidden_rows
        self.seen.revisions |= grid.has_revisions
        hanging = _Hanging()
        cells = tuple(self._cell(cell, hanging) for cell in grid.cells)
        if cells:
            yield Table(grid.rows, grid.columns, cells, inside=inside)
        yield from self._hung(hanging)

    def _cell(self, cell: GridCell, hanging: _Hanging) -> Cell:
        lines: list[str] = []
        has_picture = False
        for content in contents(cell.element):
            if content.tag == PARAGRAPH:
                found = self._paragraphs.read(content.element)
                self._take(found.inline, hanging)
                has_picture |= found.inline.has_picture
                lines.append(found.text.strip())
            elif content.tag == TABLE:
                hanging.tables.append(_NestedTable(content.element, (cell.row, cell.column)))
            else:
                self.seen.embedded = True
        return Cell(
            row=cell.row,
            column=cell.column,
            text="\n".join(filter(None, lines)),
            row_span=cell.row_span,
            column_span=cell.column_span,
            has_picture=has_picture,
        )


def _typed(block: Block, kind: BlockType) -> Block:
    return replace(block, type=kind) if isinstance(block, Paragraph) else block

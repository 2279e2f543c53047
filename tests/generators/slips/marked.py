"""Reports written with marks, and the faults that the marks stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generators.grids import table
from heshu.schemas.document import Block, Document, Paragraph, Place, Table

from .draw import CLOSE, OPEN, TOLD, Mark

_MARK = re.compile(f"{OPEN}(\\d+){TOLD}([^{CLOSE}]*){CLOSE}")


@dataclass(frozen=True, slots=True)
class Slip:
    """A fault that can be planted: what is printed at a place instead of the right text."""

    place: Place
    right: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Planted:
    """A document in order, and the faults that can be planted in it, each by itself."""

    document: Document
    slips: tuple[Slip, ...]

    def around(self, slip: Slip) -> str:
        """The paragraph or the row of a table in which a fault can be planted."""
        block = self.document.blocks[slip.place.block]
        if isinstance(block, Paragraph):
            return block.text
        row = block.lattice()[slip.place.row or 0]
        return " | ".join(dict.fromkeys(cell.text for cell in row if cell))


def written(text: str, marks: Sequence[Mark]) -> Planted:
    """A line a paragraph, one behind # a title; lines of cells between bars are a table."""
    slips: list[Slip] = []
    lines = [line for line in text.strip().split("\n") if line.strip()]
    blocks: list[Block] = []
    for is_row, group in groupby(lines, lambda line: line.startswith("|")):
        rows = list(group)
        for block in [table("\n".join(rows))] if is_row else map(_paragraph, rows):
            blocks.append(_unmarked(block, len(blocks), marks, slips))
    document = Document("0" * 16, "0" * 64, "report.docx", "docx", 1, tuple(blocks))
    return Planted(document, tuple(slips))


def with_slip(document: Document, slip: Slip) -> Document:
    """The document with the fault in it."""
    blocks = list(document.blocks)
    blocks[slip.place.block] = _wrong(blocks[slip.place.block], slip)
    return replace(document, blocks=tuple(blocks))


def _paragraph(line: str) -> Paragraph:
    return Paragraph(line.lstrip("# "), type="title" if line.startswith("#") else "paragraph")


def _unmarked(block: Block, at: int, marks: Sequence[Mark], slips: list[Slip]) -> Block:
    if isinstance(block, Paragraph):
        slips += _slips(block.text, Place(at, 0, 0), marks)
        return replace(block, text=_plain(block.text))
    for cell in block.cells:
        slips += _slips(cell.text, Place(at, 0, 0, cell.row, cell.column), marks)
    cells = tuple(replace(cell, text=_plain(cell.text)) for cell in block.cells)
    return replace(block, cells=cells)


def _slips(text: str, place: Place, marks: Sequence[Mark]) -> Iterator[Slip]:
    removed = 0
    for found in _MARK.finditer(text):
        start = found.start() - removed
        removed += len(found[0]) - len(found[2])
        own = replace(place, start=start, end=start + len(found[2]))
        yield Slip(own, found[2], marks[int(found[1])])


def _plain(text: str) -> str:
    return _MARK.sub(r"\2", text)


def _wrong(block: Block, slip: Slip) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_spliced(block.text, slip))
    at = slip.place.row, slip.place.column
    cells = [
        replace(cell, text=_spliced(cell.text, slip)) if (cell.row, cell.column) == at else cell
        for cell in block.cells
    ]
    return Table(block.rows, block.columns, tuple(cells), block.box, block.inside)


def _spliced(text: str, slip: Slip) -> str:
    return text[: slip.place.start] + slip.mark.wrong + text[slip.place.end :]

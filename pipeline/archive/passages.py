"""How a report's text is read, packed: where its passages stand, and what their cells mean.

The texts themselves are those of the blocks and cells.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import cast

from ...extractors.text.fold import fold
from ...schemas.document import Document, Paragraph
from ...schemas.passage import CellContext, ColumnRole, Passage, Piece
from ...schemas.report import Report

Spot = tuple[int, int | None, int | None]
_PackedPiece = tuple[int, int, int, int | None, int | None]
_PackedPassage = tuple[int | None, int, int, list[_PackedPiece]]
_PackedCell = tuple[
    ColumnRole | None,
    list[str],
    list[str],
    str | None,
    str | None,
    str | None,
    str | None,
    bool,
]

_PARTS = attrgetter(*(field.name for field in fields(CellContext)))


@dataclass(frozen=True, slots=True)
class PackedPassages:
    """A report's passages as the archive keeps them."""

    report_id: str
    packed: bytes


def pack(report: Report) -> PackedPassages:
    """The passages and appended blocks of a report, without the texts."""
    cells: dict[CellContext | None, int] = {None: -1}
    passages = [
        (
            passage.section,
            cells.setdefault(passage.cell, len(cells) - 1),
            len(passage.text),
            [(one.offset, one.block, one.start, one.row, one.column) for one in passage.pieces],
        )
        for passage in report.passages
    ]
    contexts = [_PARTS(cell) for cell in cells if cell is not None]
    content = json.dumps((report.appended_blocks, passages, contexts), separators=(",", ":"))
    return PackedPassages(report.report_id, zlib.compress(content.encode()))


def unpack(packed: bytes, report: Report) -> Report:
    """The report with its passages; their texts are taken from its document."""
    appended, passages, contexts = cast(
        "tuple[list[int], list[_PackedPassage], list[_PackedCell]]",
        json.loads(zlib.decompress(packed)),
    )
    texts = _texts(report.document)
    cells = [*map(_cell, contexts), None]
    return replace(
        report,
        appended_blocks=tuple(appended),
        passages=tuple(_passage(passage, texts, cells) for passage in passages),
    )


def _passage(
    packed: _PackedPassage, texts: Mapping[Spot, str], cells: list[CellContext | None]
) -> Passage:
    section, cell, length, spots = packed
    pieces = tuple(Piece(*spot) for spot in spots)
    ends = [*(piece.offset for piece in pieces[1:]), length]
    text = "".join(
        texts[piece.block, piece.row, piece.column][piece.start :][: end - piece.offset]
        for piece, end in zip(pieces, ends, strict=True)
    )
    return Passage(text, fold(text), pieces, section, cells[cell])


def _cell(packed: _PackedCell) -> CellContext:
    role, headings, labels, unit, operator, column_unit, caption_unit, is_header = packed
    return CellContext(
        role, tuple(headings), tuple(labels), unit, operator, column_unit, caption_unit, is_header
    )


def _texts(document: Document) -> dict[Spot, str]:
    texts: dict[Spot, str] = {}
    for at, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            texts[at, None, None] = block.text
        else:
            texts.update({(at, cell.row, cell.column): cell.text for cell in block.cells})
    return texts

"""Passages: what is read as one, with the way back to where it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...schemas.passage import Passage, Piece
from ...schemas.report import Section
from ..text.fold import fold
from .captions import caption_unit
from .lines import Flow, Grid, Line
from .outline import sections_of_blocks

Spans = Mapping[int, int]
"""For lines that are read as one (a title on two lines): where the first stands, where they end."""


def make_passages(
    flow: Flow, places: Iterable[int], joined: Spans, sections: Sequence[Section]
) -> Iterator[Passage]:
    """The passages of the elements at these places of the flow, in order.

    In ``folded`` nothing stands where lines were joined; a line feed inside a paragraph or
    cell stays one.
    """
    section_of = sections_of_blocks(sections)
    done = 0
    for at in places:
        if at < done:
            continue
        element = flow[at]
        section = section_of.get(element.block)
        if isinstance(element, Grid):
            yield from _cells(element, caption_unit(flow, at), section)
        else:
            done = joined.get(at, at + 1)
            lines = [part for part in flow[at:done] if isinstance(part, Line)]
            yield _passage(lines, section)


def _passage(lines: Sequence[Line], section: int | None) -> Passage:
    """The lines as one; a line alone is folded already, if it is printed without a residue."""
    whole = ""
    pieces: list[Piece] = []
    for line in lines:
        for block, paragraph in zip(line.blocks, line.paragraphs, strict=True):
            text = paragraph.text.strip()
            start = paragraph.text.index(text)
            pieces.append(Piece(len(whole), block, start, lines=paragraph.lines))
            whole += text
    folded = lines[0].folded if lines[0].text == whole else fold(whole)
    return Passage(whole, folded, tuple(pieces), section)


def _cells(grid: Grid, unit: str | None, section: int | None) -> Iterator[Passage]:
    for cell in grid.table.cells:
        if cell.text.strip():
            piece = Piece(0, grid.block, 0, cell.row, cell.column, cell.lines)
            context = grid.view.context(cell, unit)
            yield Passage(cell.text, fold(cell.text), (piece,), section, context)

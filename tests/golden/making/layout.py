"""Printed lines of a block: hard wraps, indents, and the grid of a table with its merges."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .marks import Mark, Marked

CLOSING = set("。，、；：！？）》”’%％〕」)")
OPENING = set("（《“‘〔「(")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its origin, with its spans."""

    row: int
    column: int
    content: Marked
    row_span: int = 1
    column_span: int = 1


def indented(content: Marked, indent: str) -> Marked:
    """The same text with white space in front."""
    return Marked(indent + content.text, tuple(mark.moved(len(indent)) for mark in content.marks))


def wrapped(content: Marked, width: int) -> list[Marked]:
    """Lines of at most ``width`` characters; what is atomic stays whole."""
    lines: list[Marked] = []
    start = 0
    while len(content.text) - start > width:
        end = cut(content, start, start + width)
        lines.append(part(content, start, end))
        start = end
    return [*lines, part(content, start, len(content.text))]


def cut(content: Marked, start: int, end: int) -> int:
    """A place to break at or before ``end``."""
    at = end
    while at > start + 5:
        inside = any(m.start < at < m.end for m in content.marks if m.words[0] not in {"c", "sec"})
        if not inside and content.text[at] not in CLOSING and content.text[at - 1] not in OPENING:
            return at
        at -= 1
    return end


def part(content: Marked, start: int, end: int) -> Marked:
    """A stretch of a text with the marks that begin in it."""
    marks = [mark.moved(-start) for mark in content.marks if start <= mark.start < end]
    goes_on = [mark for mark in content.marks if mark.start < start < mark.end]
    rest = [Mark(0, min(mark.end, end) - start, "", ("goes_on",)) for mark in goes_on]
    return Marked(content.text[start:end], (*rest, *(clipped(mark, end - start) for mark in marks)))


def clipped(mark: Mark, length: int) -> Mark:
    """A mark that runs on in the next line keeps its text, its place ends here."""
    return replace(mark, end=min(mark.end, length))


def grid_cells(grid: tuple[tuple[Marked, ...], ...]) -> list[GridCell]:
    """Cells with spans: ``<`` goes on from the left, ``^`` from above."""
    width = max(map(len, grid))
    if {len(row) for row in grid} != {width}:
        raise ValueError(f"rows of {[len(row) for row in grid]} cells: {grid[0][0].text}")
    cells: list[GridCell] = []
    for r, row in enumerate(grid):
        for c, content in enumerate(row):
            if content.text not in {"<", "^"}:
                cells.append(GridCell(r, c, content, down(grid, r, c), across(row, c)))
    return cells


def across(row: tuple[Marked, ...], column: int) -> int:
    """How many columns a cell takes."""
    end = column + 1
    while end < len(row) and row[end].text == "<":
        end += 1
    return end - column


def down(grid: tuple[tuple[Marked, ...], ...], row: int, column: int) -> int:
    """How many rows a cell takes."""
    end = row + 1
    while end < len(grid) and grid[end][column].text == "^":
        end += 1
    return end - row

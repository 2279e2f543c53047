"""What one page shows of each ruled table: its characters put into the lattice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...schemas.document import Box
from .grid import TOLERANCE, Lattice, Slot, find_lattices
from .pdf_lines import Line, lines_of
from .pdf_page import HALF_WAY, PageContent, Run


class PartCell(NamedTuple):
    """A cell of a part: its place on the grid, its side rules, and its printed lines."""

    slot: Slot
    box: Box
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text without white space, for comparison."""
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Part:
    """What one page shows of a table."""

    page: int
    xs: tuple[float, ...]
    rows: int
    top: float
    bottom: float
    cells: tuple[PartCell, ...]

    @property
    def title(self) -> str:
        """The text of a first row that is one cell; empty where the table has no such row."""
        first = self.cells[0]
        return first.text if first.slot.column_span == len(self.xs) - 1 else ""

    def row_texts(self, row: int) -> list[tuple[int, str]]:
        """Columns and texts of the cells that begin in the row."""
        return [(cell.slot.column, cell.text) for cell in self.cells if cell.slot.row == row]


def parts_of(content: PageContent) -> tuple[list[Part], list[Run]]:
    """The ruled tables of a page with their characters, and the characters outside them."""
    lattices = find_lattices(content.horizontal, content.vertical)
    if not lattices:
        return [], list(content.runs)
    held: list[list[list[Run]]] = [[[] for _ in lattice.slots] for lattice in lattices]
    free: list[Run] = []
    for run in content.runs:
        middle = run.baseline - HALF_WAY * run.size
        for lattice, slots in zip(lattices, held, strict=True):
            if (row := lattice.row_at(middle)) is not None:
                _put(run, row, lattice, slots, free)
                break
        else:
            free.append(run)
    parts = [
        _part(lattice, slots, content.number) for lattice, slots in zip(lattices, held, strict=True)
    ]
    return [part for part in parts if any(cell.lines for cell in part.cells)], free


def _put(run: Run, row: int, lattice: Lattice, slots: Sequence[list[Run]], free: list[Run]) -> None:
    """Put a run into its slot, or each character into its own where a rule parts them."""
    edges = run.edges
    first = lattice.slot_at((edges[0] + edges[1]) / 2, row)
    last = lattice.slot_at((edges[-2] + edges[-1]) / 2, row)
    if first != last:
        for character in run.characters():
            _put(character, row, lattice, slots, free)
    elif first is None:
        free.append(run)
    else:
        slots[first].append(run)


def _part(lattice: Lattice, held: Sequence[Sequence[Run]], page: int) -> Part:
    cells = tuple(
        PartCell(slot, _box(lattice, slot, page), tuple(lines_of(runs, page) if runs else ()))
        for slot, runs in zip(lattice.slots, held, strict=True)
    )
    return Part(page, lattice.xs, lattice.rows, lattice.ys[0], lattice.ys[-1], cells)


def _box(lattice: Lattice, slot: Slot, page: int) -> Box:
    right, below = slot.column + slot.column_span, slot.row + slot.row_span
    xs, ys = lattice.xs, lattice.ys
    return Box(page, xs[slot.column], ys[slot.row], xs[right], ys[below])


def continues(earlier: Part, later: Part) -> bool:
    """The later part, first on its page, goes on with the earlier one: their sides agree."""
    return (
        later.page == earlier.page + 1
        and abs(earlier.xs[0] - later.xs[0]) <= TOLERANCE
        and abs(earlier.xs[-1] - later.xs[-1]) <= TOLERANCE
        and not (later.title and earlier.title and later.title != earlier.title)
    )

"""Values with their label at the left (预算数： | 100), and the lines of a block below them.

The lines of a block (其中：财政拨款 | 80) have labels of their own; what their values are,
the known label at the head of the block says.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...schemas.document import Cell
from ...schemas.passage import ColumnRole
from ..text.headings import is_money_part, label_role
from .table_bands import Band
from .table_grid import CellGrid, is_numeric
from .table_roles import AMOUNTS

_OF_NO_VALUE: frozenset[ColumnRole | None] = frozenset({None, "label"})
"""What is no label of a number: an unknown text, and the head of a column of labels."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A value's own ``label``, the known label that tells its role, and labels beside both."""

    label: Cell
    head: Cell
    sides: tuple[Cell, ...]


def left_of(grid: CellGrid, cell: Cell) -> list[Cell]:
    """The printed cells left of this one, from the left."""
    return [other for other in grid.filled[cell.row] if other.column < cell.column]


def is_value_label(grid: CellGrid, cell: Cell, band: Band | None) -> bool:
    """Whether the cell is a known label, no value of the label before it."""
    return label_role(cell.text) is not None and _label(grid, cell, band) is None


def pair_of(grid: CellGrid, cell: Cell, band: Band | None) -> Pair | None:
    """The labels of a value; null where none is known."""
    label = _label(grid, cell, band)
    if label:
        return Pair(label, label, _sides(grid, label))
    own = next(reversed(left_of(grid, cell)), None)
    head = _block_head(grid, own, cell) if own else None
    return Pair(own, head, _sides(grid, head)) if own and head else None


def _label(grid: CellGrid, cell: Cell, band: Band | None) -> Cell | None:
    """The nearest known label at the left, with no value between."""
    if label_role(cell.text):
        return None
    before = [c for c in left_of(grid, cell) if band is None or not band.beside(c)]
    if not before:
        return None
    if is_numeric(cell.text):
        return _label_of_number(before)
    return before[-1] if label_role(before[-1].text) else None


def _label_of_number(before: list[Cell]) -> Cell | None:
    """The nearest known label; none where an unknown one with a value of its own is nearer."""
    unknown = False
    for other in reversed(before):
        if label_role(other.text) not in _OF_NO_VALUE:
            return other
        if is_numeric(other.text) and unknown:
            return None
        unknown = unknown or not is_numeric(other.text)
    return None


def _block_head(grid: CellGrid, own: Cell, value: Cell) -> Cell | None:
    """The known label of money over the line's own label, other lines of money between."""
    if not (is_numeric(value.text) and is_money_part(own.text)):
        return None
    for row in range(value.row - 1, -1, -1):
        above = grid.positions[row][own.column]
        if above is None or above.column != own.column:
            return None
        if label_role(above.text) in AMOUNTS:
            return above
        if not is_money_part(above.text):
            return None
    return None


def _sides(grid: CellGrid, label: Cell) -> tuple[Cell, ...]:
    """The labels beside the row: those that run down over several rows, and the first words."""
    before = left_of(grid, label)
    known = next((at for at, c in enumerate(before) if label_role(c.text)), len(before))
    leading = (c for at, c in enumerate(before) if c.row_span > 1 or at < known)
    return tuple(cell for cell in leading if not is_numeric(cell.text))

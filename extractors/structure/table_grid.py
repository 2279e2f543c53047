"""A table's cells by row, and which of them are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ...schemas.document import Cell, Table
from ...schemas.passage import ColumnRole
from ..text.headings import column_role, squeeze

REMEMBERED = 8192
"""Texts of cells that are not looked at again: forms repeat them."""

_DIGIT = re.compile(r"\d")
"""Looked for before folding, which makes a digit of nothing else."""

_NUMERIC = re.compile(r"^[≥≤=≧≦><═≈约￥$—-]*\d[\d,.]*\S{0,6}$")


@dataclass(frozen=True)
class CellGrid:
    """A table with its cells by row, each list worked out once."""

    table: Table

    @cached_property
    def positions(self) -> list[list[Cell | None]]:
        """By row and column the cell that covers the position; null where none does."""
        return self.table.lattice()

    @cached_property
    def rows(self) -> list[list[Cell]]:
        """The cells of each row from the left, those merged from above included."""
        return [distinct(row) for row in self.positions]

    @cached_property
    def filled(self) -> list[list[Cell]]:
        """Those of the cells of each row that hold something."""
        return [[cell for cell in cells if cell.text.strip()] for cells in self.rows]

    @cached_property
    def starting(self) -> list[list[Cell]]:
        """The cells that begin in each row, from the left."""
        return [[cell for cell in cells if cell.row == row] for row, cells in enumerate(self.rows)]

    @cached_property
    def printed(self) -> list[list[Cell]]:
        """The cells that begin in each row and hold something, from the left."""
        return [
            [cell for cell in cells if cell.row == row] for row, cells in enumerate(self.filled)
        ]

    @cached_property
    def roles(self) -> list[list[ColumnRole | None]]:
        """What a column would hold that is headed by each of the printed cells."""
        return [[column_role(cell.text) for cell in cells] for cells in self.printed]


def distinct(cells: Iterable[Cell | None]) -> list[Cell]:
    """Every cell once, in the order in which they come."""
    return list({id(cell): cell for cell in cells if cell is not None}.values())


def is_blank(cell: Cell) -> bool:
    """Whether nothing is printed in the cell."""
    return not cell.text.strip()


@lru_cache(REMEMBERED)
def is_numeric(text: str) -> bool:
    """Whether the cell holds a number, with at most a comparator and a unit."""
    return _DIGIT.search(text) is not None and _NUMERIC.match(squeeze(text)) is not None

"""The grid of a table: its cells by row, and which of them are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ...schemas.document import Cell
from ..text.headings import squeeze

Grid = list[list[Cell | None]]

REMEMBERED = 8192
"""Texts of cells that are not looked at again: forms repeat them."""

_NUMERIC = re.compile(r"^[≥≤=≧≦><═≈约￥$—-]*\d[\d,.]*\S{0,6}$")


def distinct(cells: Iterable[Cell | None]) -> list[Cell]:
    """Every cell once, in the order in which they come."""
    return list({id(cell): cell for cell in cells if cell}.values())


def starting(grid: Grid, row: int) -> list[Cell]:
    """The cells that begin in this row, from the left."""
    return [cell for cell in distinct(grid[row]) if cell.row == row]


def is_blank(cell: Cell) -> bool:
    """Whether nothing is printed in the cell."""
    return not cell.text.strip()


@lru_cache(REMEMBERED)
def is_numeric(text: str) -> bool:
    """Whether the cell holds a number, with at most a comparator and a unit."""
    return bool(_NUMERIC.match(squeeze(text)))

"""Which rows of a table are headers, and how many rows a header has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...schemas.document import Cell
from ...schemas.passage import ColumnRole
from ..text.headings import column_role, is_source, squeeze
from .table_grid import CellGrid, is_blank, is_numeric
from .table_roles import AMOUNTS, HEAD, NUMBERS

_LONGEST_SUBHEADING = 8
_LONGEST_UNKNOWN = 12


def header_rows(grid: CellGrid) -> Iterator[tuple[int, int]]:
    """The first and the last row of every header with known headings, from the top down."""
    row = 0
    while row < grid.table.rows:
        if _is_header(grid, row) or _heads_sources(grid, row):
            bottom = _bottom(grid, row)
            yield row, bottom
            row = bottom
        row += 1


def _is_header(grid: CellGrid, row: int) -> bool:
    """Known headings side by side; in a row of labels each has its value beside it."""
    cells, roles = grid.printed[row], grid.roles[row]
    unknown = [cell for cell, role in zip(cells, roles, strict=True) if role is None]
    if 2 * len(unknown) > len(roles) and not _sources_spent(roles, unknown):
        return False
    if any(is_numeric(cell.text) for cell in unknown):
        return False
    touching = _beside([column_role(cell.text) for cell in grid.starting[row]])
    return touching or _beside_blanks(roles) or _count(roles, unknown)


def _sources_spent(roles: list[ColumnRole | None], unknown: list[Cell]) -> bool:
    """Whether sources of money head columns beside what was spent: 中央 | 省 | 合计 | 执行数."""
    sources = [cell for cell in unknown if is_source(cell.text)]
    return "executed" in roles and len(sources) > 1 and len(unknown) - len(sources) < 2


def _beside(roles: list[ColumnRole | None]) -> bool:
    return any(one and other for one, other in pairwise(roles))


def _beside_blanks(printed: list[ColumnRole | None]) -> bool:
    """Heads with blank cells between them, where merged cells were lost; no blank labels."""
    return _beside(printed) and sum(role is not None and role not in HEAD for role in printed) > 1


def _count(printed: list[ColumnRole | None], unknown: list[Cell]) -> bool:
    """Heads of numbers, unknown ones among them; beside its label would stand a number."""
    short = all(len(squeeze(cell.text)) <= _LONGEST_UNKNOWN for cell in unknown)
    return short and sum(role in NUMBERS for role in printed) > 1


def _heads_sources(grid: CellGrid, row: int) -> bool:
    """Sources of money side by side over rows of amounts: 资金来源 | 合计 | 中央 over 预算数."""
    if not _has_amounts_below(grid, row) or not (heads := _single(grid.printed[row])):
        return False
    corner, *others = heads
    sources = [head for head in others if is_source(head.text)]
    known = all(head in sources or column_role(head.text) for head in others)
    numbers = any(is_numeric(head.text) for head in others)
    return (
        column_role(corner.text) in {None, "label"} and known and len(sources) > 1 and not numbers
    )


def _has_amounts_below(grid: CellGrid, row: int) -> bool:
    """Whether the row under this one is labelled as one of amounts."""
    if row + 1 == grid.table.rows or AMOUNTS.isdisjoint(grid.roles[row + 1]):
        return False
    below = _single(grid.printed[row + 1])
    return bool(below) and column_role(below[0].text) in AMOUNTS


def _single(cells: list[Cell]) -> list[Cell]:
    """Those of a row's cells that end in it."""
    return [cell for cell in cells if cell.row_span == 1]


def _bottom(grid: CellGrid, top: int) -> int:
    bottom = top + _depth(grid.starting[top]) - 1
    while bottom + 1 < grid.table.rows and _is_subheader(grid, bottom):
        bottom += 1
    return min(bottom, grid.table.rows - 1)


def _depth(cells: list[Cell]) -> int:
    """Header rows told by heads that run down over the row; labels at the left do not count."""
    single = [cell.column for cell in cells if cell.row_span == 1 and not is_blank(cell)]
    if not single:
        return min(cell.row_span for cell in cells)
    first = min(single)
    known = (cell for cell in cells if cell.column > first and column_role(cell.text))
    return max((cell.row_span for cell in known), default=1)


def _is_subheader(grid: CellGrid, above: int) -> bool:
    """Whether the next row only divides merged heads of the row above."""
    cells = grid.printed[above + 1]
    if len(cells) < 2:
        return False
    heads = [grid.positions[above][cell.column] for cell in cells]
    counted = any(head and column_role(head.text) in NUMBERS for head in heads)
    return counted and all(map(_divides, heads, cells))


def _divides(head: Cell | None, cell: Cell) -> bool:
    return (
        head is not None
        and head.column_span > cell.column_span
        and len(squeeze(cell.text)) <= _LONGEST_SUBHEADING
        and not is_numeric(cell.text)
    )

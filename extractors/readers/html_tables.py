"""Where the cells of a page's table stand on its grid, rowspan and colspan resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...schemas.file_errors import TooLarge
from .html_layout import rows_of
from .html_tree import Node

_MAX_COLUMNS = 1024
_MAX_ROWS_SPANNED = 65_534
_MAX_PLACES = 2_000_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell on the grid; ``element`` is the <td> or <th> whose content is shown in it."""

    element: Node
    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table in reading order."""

    rows: int
    columns: int
    cells: tuple[GridCell, ...]


def read_grid(table: Node) -> Grid:
    """The grid of a <table> as a browser lays it out, hidden rows and cells left out.

    Rows and columns that only a span makes, without a cell's edge in them, are no rows and
    columns. Raises TooLarge where the grid has more places than any report.
    """
    cells = _place(list(rows_of(table)))
    rows = _numbered({cell.row for cell in cells} | {cell.row_end for cell in cells})
    columns = _numbered({cell.column for cell in cells} | {cell.column_end for cell in cells})
    if len(rows) * len(columns) > _MAX_PLACES:
        raise TooLarge(f"表格超过 {_MAX_PLACES} 格")
    straight = (
        GridCell(
            cell.element,
            rows[cell.row],
            columns[cell.column],
            rows[cell.row_end],
            columns[cell.column_end],
        )
        for cell in cells
    )
    return Grid(max(len(rows) - 1, 0), max(len(columns) - 1, 0), tuple(straight))


def _place(rows: list[list[Node]]) -> list[GridCell]:
    """Put every cell at the first free column of its row, and no cell over another."""
    taken_until: dict[int, int] = {}
    cells: list[GridCell] = []
    for row, elements in enumerate(rows):
        column = 0
        for element in elements:
            column = _first_free(taken_until, row, column)
            if column >= _MAX_COLUMNS:
                break
            end = _free_end(taken_until, row, column, _span(element, "colspan"))
            spanned = _span(element, "rowspan") or len(rows)
            row_end = min(row + min(spanned, _MAX_ROWS_SPANNED), len(rows))
            taken_until.update(dict.fromkeys(range(column, end), row_end))
            cells.append(GridCell(element, row, column, row_end, end))
            column = end
    return cells


def _first_free(taken_until: Mapping[int, int], row: int, column: int) -> int:
    while taken_until.get(column, 0) > row:
        column += 1
    return column


def _free_end(taken_until: Mapping[int, int], row: int, column: int, span: int) -> int:
    """The column after a cell, which ends before one that reaches down from above."""
    end = column + 1
    last = min(column + span, _MAX_COLUMNS)
    while end < last and taken_until.get(end, 0) <= row:
        end += 1
    return end


def _span(element: Node, name: str) -> int:
    """The span; 0 for a rowspan to the end of the table, 1 where none can be read."""
    stated = (element.get(name) or "").strip()
    return int(stated) if stated.isascii() and stated.isdecimal() and len(stated) < 8 else 1


def _numbered(edges: Iterable[int]) -> dict[int, int]:
    return {edge: at for at, edge in enumerate(sorted({0, *edges}))}

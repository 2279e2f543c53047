"""The bands of a table: header rows and the rows below them that they speak for.

A self-evaluation form is one big table of several bands, each with a header of its own
(资金 heads, 目标 heads, 指标 heads); an ordinary table has one band.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from ...schemas.document import Cell
from ...schemas.passage import ColumnRole
from ..text.headings import is_sum, label_role, squeeze
from .table_columns import Column, column_under, in_context
from .table_contents import judged
from .table_grid import CellGrid, distinct, is_numeric
from .table_header_rows import header_rows
from .table_roles import AMOUNTS, HEAD, POINTS
from .table_units import money_unit

_EDGES: frozenset[ColumnRole | None] = frozenset({"sequence", "label", "name", "remark"})
"""Columns at the edges of a list."""
_MONEY = re.compile(r"金额|资金|经费|补助|补贴|投资|支出|[(]万?元[)]")
_YEAR = re.compile(r"(?:19|20)\d\d年?度?(?:[(（].*[)）])?$")


@dataclass(frozen=True)
class Band:
    """Header rows ``top`` to ``bottom`` and the rows below them up to ``end`` (exclusive).

    ``sides`` are the cells at the left that begin in the header and run down beside it
    (项目资金（万元）, 绩效指标).
    """

    top: int
    bottom: int
    end: int
    columns: tuple[Column, ...]
    sides: tuple[Cell, ...]

    @cached_property
    def roles(self) -> frozenset[ColumnRole]:
        """What the band's columns hold, as far as known."""
        return frozenset(column.role for column in self.columns if column.role)

    def first(self, role: ColumnRole) -> int | None:
        """The first column that holds this; null where none does."""
        if role not in self.roles:
            return None
        return next(at for at, column in enumerate(self.columns) if column.role == role)

    def unit_of(self, column: Column) -> str | None:
        """The unit in the column's own heads or, for money, in the label beside the header."""
        return column.unit or (self._money_unit if column.role in AMOUNTS else None)

    def beside(self, cell: Cell) -> bool:
        """Whether the cell is one of the sides."""
        return id(cell) in self._side_ids

    def over(self, cell: Cell) -> Column:
        """The column over the cell; none where the cell runs under several heads.

        A number under several heads is the score or weight among them (总分 | 100 | 96.5).
        """
        if cell.column_span == 1:
            return self.columns[cell.column]
        covered = self.columns[cell.column : cell.column + cell.column_span]
        headed = {c.place: c for c in covered if c.headings or c.role}
        if len(headed) > 1 and is_numeric(cell.text):
            points = {column.role: column for column in headed.values() if column.role in POINTS}
            return points.get("score") or points.get("weight") or Column()
        return next(iter(headed.values())) if len(headed) == 1 else Column()

    @cached_property
    def _side_ids(self) -> frozenset[int]:
        return frozenset(map(id, self.sides))

    @cached_property
    def _money_unit(self) -> str | None:
        """The unit of money that the labels beside the heads of numbers state."""
        labels = (column for column in self.columns if column.role in {None, "label"})
        sides = (side.text for side in reversed(self.sides))
        return money_unit([*sides, *(text for column in labels for text in column.texts)])


def find_bands(grid: CellGrid) -> tuple[Band, ...]:
    """Every band, from the top down; one under the top row where no heading is known."""
    headers = list(header_rows(grid))
    ends = [*(top for top, _ in headers[1:]), grid.table.rows]
    bands = [_band(grid, *header, end) for header, end in zip(headers, ends, strict=False)]
    return tuple(_closed(band, grid) for band in bands) or tuple(_unknown_band(grid))


def _band(grid: CellGrid, top: int, bottom: int, end: int) -> Band:
    rows = slice(top, bottom + 1)
    header = distinct(cell for cells in grid.rows[rows] for cell in cells)
    sides = tuple(cell for cell in header if cell.row + cell.row_span - 1 > bottom)
    stacks = zip(*grid.positions[rows], strict=True)
    headed = in_context([column_under(stack, bottom) for stack in stacks])
    return Band(top, bottom, end, judged(headed, grid.starting[bottom + 1 : end]), sides)


def _closed(band: Band, grid: CellGrid) -> Band:
    """The band up to a row of labels with their values beside them."""
    rows = range(band.bottom + 1, band.end)
    end = next((row for row in rows if _is_label_row(grid.printed[row], band)), band.end)
    return band if end == band.end else replace(band, end=end)


def _is_label_row(printed: list[Cell], band: Band) -> bool:
    if len(printed) < 2 or is_sum(printed[0].text) or _is_scored(printed, band):
        return False
    return label_role(printed[0].text) in HEAD and label_role(printed[1].text) is None


def _is_scored(printed: list[Cell], band: Band) -> bool:
    """Whether a named line has both its weight and its score: 结果应用 | 整改情况 | 5 | 4."""
    scored = {band.columns[cell.column].role for cell in printed if is_numeric(cell.text)}
    return scored >= POINTS and not is_numeric(printed[1].text)


def _unknown_band(grid: CellGrid) -> Iterable[Band]:
    """The first row with several cells heads the table, if it holds words only."""
    rows = (row for row in range(grid.table.rows - 1) if len(grid.starting[row]) > 1)
    row = next(rows, None)
    if row is not None and _holds_words(grid, row):
        yield _band(grid, row, row, grid.table.rows)


def _is_number(text: str) -> bool:
    return is_numeric(text) and not _YEAR.match(text.strip())


def _holds_words(grid: CellGrid, row: int) -> bool:
    """Whether a row holds neither numbers nor labels of values.

    Years are words here (2022年 | 2021年). A known word is a head, too, where numbers stand
    in two columns below, or in one of money: one that stands at the edge of any list
    (序号, 类别, 备注), or over a number itself (上年).
    """
    printed = grid.printed[row]
    if not printed or any(_is_number(cell.text) for cell in printed):
        return False
    labels = [cell for cell in printed if label_role(cell.text)]
    if not labels:
        return True
    below = {cell.column: grid.positions[row + 1][cell.column] for cell in printed}
    counted = {at for at, cell in below.items() if cell is not None and is_numeric(cell.text)}
    heads = (cell.column in counted or label_role(cell.text) in _EDGES for cell in labels)
    return (len(counted) > 1 or _lists_money(grid, row, counted)) and all(heads)


def _lists_money(grid: CellGrid, row: int, counted: Collection[int]) -> bool:
    """Whether the one column of numbers is of money: 街镇 | 金额 | 备注; no label is beside it."""
    heads = (cell.text for cell in grid.printed[row] if cell.column in counted)
    below = [cell.text for cell in grid.printed[row + 1]]
    labels = (text for text in below if label_role(text) or _MONEY.fullmatch(squeeze(text)))
    listed = len(below) > 1 and not any(labels)
    return listed and any(_MONEY.search(squeeze(head)) for head in heads)

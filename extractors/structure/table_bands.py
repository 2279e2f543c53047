"""The bands of a table: header rows and the rows below them that they speak for.

A self-evaluation form is one big table of several bands, each with a header of its own
(资金 heads, 目标 heads, 指标 heads); an ordinary table has one band.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...schemas.document import Cell, Table
from ...schemas.passage import ColumnRole
from ..text.headings import column_role, is_sum, label_role, level_of, squeeze
from .table_grid import Grid, distinct, is_blank, is_numeric, starting
from .table_header_rows import header_rows
from .table_roles import HEAD, LEVELS, MONEY, NUMBERS, POINTS

_LINES: frozenset[ColumnRole | None] = frozenset({"label", "name", *LEVELS})
_UNSURE: frozenset[ColumnRole | None] = frozenset({None, "operator"})
_IN_INDICATORS: dict[ColumnRole | None, ColumnRole] = {"goal": "target", "result": "actual"}
_WORD = re.compile(r"[\u4e00-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a band: its header cells from the top down, and what it holds."""

    headings: tuple[Cell, ...] = ()
    role: ColumnRole | None = None

    @property
    def place(self) -> tuple[tuple[int, int], ...]:
        """Where the headings stand; columns under the same heads have the same place."""
        return tuple((heading.row, heading.column) for heading in self.headings)


@dataclass(frozen=True, slots=True)
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

    @property
    def roles(self) -> frozenset[ColumnRole]:
        """What the band's columns hold, as far as known."""
        return frozenset(column.role for column in self.columns if column.role)

    def beside(self, cell: Cell) -> bool:
        """Whether the cell is one of the sides."""
        return any(cell is side for side in self.sides)

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


def find_bands(table: Table) -> tuple[Band, ...]:
    """Every band, from the top down; one under the top row where no heading is known."""
    grid = table.lattice()
    headers = list(header_rows(grid))
    ends = [*(top for top, _ in headers[1:]), len(grid)]
    bands = [_band(grid, *header, end) for header, end in zip(headers, ends, strict=False)]
    return tuple(_closed(band, grid) for band in bands) or tuple(_unknown_band(grid))


def _band(grid: Grid, top: int, bottom: int, end: int) -> Band:
    header = distinct(cell for row in grid[top : bottom + 1] for cell in row)
    sides = tuple(cell for cell in header if cell.row + cell.row_span - 1 > bottom)
    stacks = zip(*grid[top : bottom + 1], strict=True)
    columns = (_column(stack, sides) for stack in stacks)
    return _judged(_in_context(Band(top, bottom, end, tuple(columns), sides)), grid)


def _column(stack: Iterable[Cell | None], sides: tuple[Cell, ...]) -> Column:
    beside = {id(side) for side in sides}
    printed = [c for c in distinct(stack) if id(c) not in beside and not is_blank(c)]
    return Column(tuple(printed), _stacked_role([cell.text for cell in printed]))


def _stacked_role(texts: list[str]) -> ColumnRole | None:
    """The role of heads over each other: the lowest, both read together, or the upper one."""
    if not texts:
        return None
    *uppers, lowest = texts
    joined = [text for upper in reversed(uppers) for text in (lowest + upper, upper + lowest)]
    for text in (lowest, *joined):
        if role := column_role(text):
            return role
    return _stacked_role(uppers)


def _in_context(band: Band) -> Band:
    """Heads with two meanings take the one of their band (单位, 完成情况, 绩效指标)."""
    if not band.roles & LEVELS:
        return replace(band, columns=tuple(map(_without_unit, band.columns)))
    third = any(_is_third(column) for column in band.columns)
    return replace(band, columns=tuple(_in_indicators(column, third) for column in band.columns))


def _in_indicators(column: Column, third: bool) -> Column:
    if third and column.role == "level3" and not _is_third(column):
        return replace(column, role=None)
    return replace(column, role=_IN_INDICATORS.get(column.role, column.role))


def _is_third(column: Column) -> bool:
    """Whether the head says 三级指标; other names of indicators also stand beside the levels."""
    return column.role == "level3" and "三级" in squeeze(column.headings[-1].text)


def _without_unit(column: Column) -> Column:
    """单位 outside an indicator table is somebody's employer, no unit of measure."""
    ambiguous = column.role == "unit" and squeeze(column.headings[-1].text) == "单位"
    return replace(column, role=None) if ambiguous else column


def _judged(band: Band, grid: Grid) -> Band:
    """Columns of numbers that hold only words are labels (年度预算数（万元） over 总额).

    So is the column under the empty corner of a header; one that holds only numbers is none,
    an empty one stands for a label whose merged cells were lost, and one whose head says
    little (指标类型) is a level where all its cells name one.
    """
    below = distinct(cell for row in grid[band.bottom + 1 : band.end] for cell in row)
    below = [cell for cell in below if not band.beside(cell)]
    columns = [_judged_column(column, at, below) for at, column in enumerate(band.columns)]
    first = next((at for at, column in enumerate(columns) if column.role), 0)
    if first and columns[first].role not in _LINES:
        worded = {cell.column for cell in below if _WORD.search(cell.text)}
        for at in worded.intersection(range(first)):
            columns[at] = columns[at] if columns[at].headings else Column((), "label")
    return replace(band, columns=tuple(columns))


def _judged_column(column: Column, at: int, below: list[Cell]) -> Column:
    if column.role in _UNSURE and column.headings:
        own = (cell.text for cell in below if cell.column == at and not is_blank(cell))
        return replace(column, role=level_of(own) or column.role)
    if column.role not in NUMBERS and column.role != "label":
        return column
    texts = [squeeze(cell.text) for cell in below if _within(cell, column.headings[-1])]
    numbers = any(map(is_numeric, texts))
    words = any(map(_WORD.search, texts))
    if column.role == "label" and texts and all(column_role(text) in MONEY for text in texts):
        return replace(column, role=None)
    if column.role == "label":
        return replace(column, role=None) if numbers and not words else column
    return column if numbers else replace(column, role="label" if words else None)


def _within(cell: Cell, heading: Cell) -> bool:
    end = heading.column + heading.column_span
    return heading.column <= cell.column and cell.column + cell.column_span <= end


def _closed(band: Band, grid: Grid) -> Band:
    """The band up to a row of labels with their values beside them."""
    rows = range(band.bottom + 1, band.end)
    end = next((row for row in rows if _is_label_row(starting(grid, row))), band.end)
    return replace(band, end=end)


def _is_label_row(cells: list[Cell]) -> bool:
    printed = [cell for cell in cells if not is_blank(cell)]
    if len(printed) < 2 or is_sum(printed[0].text):
        return False
    return label_role(printed[0].text) in HEAD and label_role(printed[1].text) is None


def _unknown_band(grid: Grid) -> Iterable[Band]:
    """The first row with several cells heads the table, if it holds words only."""
    rows = (row for row in range(len(grid) - 1) if len(starting(grid, row)) > 1)
    row = next(rows, None)
    if row is not None and _holds_words(starting(grid, row)):
        yield _band(grid, row, row, len(grid))


def _holds_words(cells: Iterable[Cell]) -> bool:
    printed = [cell for cell in cells if not is_blank(cell)]
    values = (is_numeric(cell.text) or label_role(cell.text) for cell in printed)
    return bool(printed) and not any(values)

"""The bands of a table: header rows and the rows below them that they speak for.

A self-evaluation form is one big table of several bands, each with a header of its own
(资金 heads, 目标 heads, 指标 heads); an ordinary table has one band.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ...schemas.document import Cell, Table
from ...schemas.passage import ColumnRole
from .table_vocabulary import column_role, is_sum, label_role, squeeze

AMOUNTS: frozenset[ColumnRole] = frozenset({"budget_initial", "budget", "executed", "balance"})
"""Roles of money columns."""

NUMBERS: frozenset[ColumnRole] = AMOUNTS.union(
    ("execution_rate", "weight", "score", "completion_rate")
)
"""Roles whose columns hold numbers, whatever the rest of the table is about."""

LEVELS: frozenset[ColumnRole] = frozenset({"level1", "level2", "level3"})

_POINTS: frozenset[ColumnRole] = frozenset({"weight", "score"})
HEAD: frozenset[ColumnRole] = frozenset(
    {"name", "department", "implementing_unit", "date", "grade", "remark", "reason", "score"}
)
"""Roles of the labels that end a band: what follows is said beside its label."""

_IN_INDICATORS: dict[ColumnRole, ColumnRole] = {"goal": "target", "result": "actual"}
_NUMERIC = re.compile(r"^[≥≤=≧≦><═≈约￥$—-]*\d[\d,.]*\S{0,6}$")
_WORD = re.compile(r"[\u4e00-\u9fff]{2}")
_LONGEST_SUBHEADING = 8
_LONGEST_UNKNOWN = 12

Grid = list[list[Cell | None]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a band: its header cells from the top down, and what it holds."""

    headings: tuple[Cell, ...] = ()
    role: ColumnRole | None = None


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

    def over(self, cell: Cell) -> Column:
        """The column over the cell; none where the cell runs under several heads.

        A number under several heads is the score or weight among them (总分 | 100 | 96.5).
        """
        covered = self.columns[cell.column : cell.column + cell.column_span]
        headed = list(dict.fromkeys(column for column in covered if column.headings or column.role))
        if len(headed) > 1 and is_numeric(cell.text):
            points = {column.role: column for column in headed if column.role in _POINTS}
            return points.get("score") or points.get("weight") or Column()
        return headed[0] if len(headed) == 1 else Column()


def is_numeric(text: str) -> bool:
    """Whether the cell holds a number, with at most a comparator and a unit."""
    return bool(_NUMERIC.match(squeeze(text)))


def find_bands(table: Table) -> tuple[Band, ...]:
    """Every band, from the top down; one under the top row where no heading is known."""
    grid = table.lattice()
    bands = tuple(_closed(band, grid) for band in _known_bands(grid))
    return bands or tuple(_unknown_band(grid))


def starting(grid: Grid, row: int) -> list[Cell]:
    """The cells that begin in this row, from the left."""
    cells = dict.fromkeys(cell for cell in grid[row] if cell)
    return [cell for cell in cells if cell.row == row]


def _known_bands(grid: Grid) -> Iterator[Band]:
    tops: list[tuple[int, int]] = []
    row = 0
    while row < len(grid):
        bottom = _bottom(grid, row) if _is_header(starting(grid, row)) else None
        if bottom is not None:
            tops.append((row, bottom))
        row = row + 1 if bottom is None else bottom + 1
    for at, (top, bottom) in enumerate(tops):
        end = tops[at + 1][0] if at + 1 < len(tops) else len(grid)
        yield _band(grid, top, bottom, end)


def _is_header(cells: list[Cell]) -> bool:
    """Known headings side by side; in a row of labels each has its value beside it."""
    roles = [column_role(cell.text) for cell in cells]
    printed = [cell for cell in cells if squeeze(cell.text)]
    unknown = [cell for cell, role in zip(cells, roles, strict=True) if role is None]
    if 2 * (len(cells) - len(unknown)) < len(printed) or any(is_numeric(c.text) for c in unknown):
        return False
    return any(one and other for one, other in pairwise(roles)) or _counts(roles, unknown)


def _counts(roles: list[ColumnRole | None], unknown: list[Cell]) -> bool:
    """Heads of numbers, unknown ones among them; beside its label would stand a number."""
    counted = [role for role in roles if role in NUMBERS]
    short = all(0 < len(squeeze(cell.text)) <= _LONGEST_UNKNOWN for cell in unknown)
    return len(counted) > 1 and short


def _bottom(grid: Grid, top: int) -> int:
    bottom = top + _depth(starting(grid, top)) - 1
    while bottom + 1 < len(grid) and _is_subheader(grid, bottom):
        bottom += 1
    return min(bottom, len(grid) - 1)


def _depth(cells: list[Cell]) -> int:
    """Header rows told by heads that run down over the row; labels at the left do not count."""
    single = [cell.column for cell in cells if cell.row_span == 1 and squeeze(cell.text)]
    if not single:
        return min(cell.row_span for cell in cells)
    first = min(single)
    return max((c.row_span for c in cells if c.column > first and column_role(c.text)), default=1)


def _is_subheader(grid: Grid, above: int) -> bool:
    """Whether the next row only divides merged heads of the row above."""
    cells = [cell for cell in starting(grid, above + 1) if squeeze(cell.text)]
    heads = [grid[above][cell.column] for cell in cells]
    counted = any(head and column_role(head.text) in NUMBERS for head in heads)
    return len(cells) > 1 and counted and all(map(_divides, heads, cells))


def _divides(head: Cell | None, cell: Cell) -> bool:
    return (
        head is not None
        and head.column_span > cell.column_span
        and len(squeeze(cell.text)) <= _LONGEST_SUBHEADING
        and not is_numeric(cell.text)
    )


def _band(grid: Grid, top: int, bottom: int, end: int) -> Band:
    header = dict.fromkeys(cell for row in grid[top : bottom + 1] for cell in row if cell)
    sides = tuple(cell for cell in header if cell.row + cell.row_span - 1 > bottom)
    columns = [_column(grid, top, bottom, at, sides) for at in range(len(grid[0]))]
    band = Band(top, bottom, end, tuple(columns), sides)
    return _judged(_in_context(band), grid)


def _column(grid: Grid, top: int, bottom: int, at: int, sides: tuple[Cell, ...]) -> Column:
    stack = dict.fromkeys(grid[row][at] for row in range(top, bottom + 1))
    headings = tuple(c for c in stack if c and c not in sides and squeeze(c.text))
    return Column(headings, _stacked_role([cell.text for cell in headings]))


def _stacked_role(texts: list[str]) -> ColumnRole | None:
    """The role of heads over each other: the lowest, both read together, or the upper one."""
    if not texts:
        return None
    *uppers, lowest = texts
    return (
        column_role(lowest)
        or next(filter(None, (column_role(lowest + upper) for upper in reversed(uppers))), None)
        or next(filter(None, (column_role(upper + lowest) for upper in reversed(uppers))), None)
        or _stacked_role(uppers)
    )


def _in_context(band: Band) -> Band:
    """Heads with two meanings take the one of their band (单位, 完成情况)."""
    if band.roles & LEVELS:
        columns = [
            replace(column, role=_IN_INDICATORS.get(column.role, column.role))
            if column.role
            else column
            for column in band.columns
        ]
    else:
        columns = [_without_unit(column) for column in band.columns]
    return replace(band, columns=tuple(columns))


def _without_unit(column: Column) -> Column:
    """单位 outside an indicator table is somebody's employer, no unit of measure."""
    ambiguous = column.role == "unit" and squeeze(column.headings[-1].text) == "单位"
    return replace(column, role=None) if ambiguous else column


def _judged(band: Band, grid: Grid) -> Band:
    """Columns of numbers that hold only words are labels (年度预算数（万元） over 总额).

    So is the column under the empty corner of a header.
    """
    columns = [
        replace(column, role="label")
        if column.role in NUMBERS and _only_words(grid, band, column.headings[-1])
        else column
        for column in band.columns
    ]
    first = next((at for at, column in enumerate(columns) if column.role), 0)
    heads_lines = columns[first].role in {"label", "name", *LEVELS}
    if first and not heads_lines and not columns[first - 1].headings:
        columns[first - 1] = Column((), "label")
    return replace(band, columns=tuple(columns))


def _only_words(grid: Grid, band: Band, heading: Cell) -> bool:
    below = dict.fromkeys(cell for row in grid[band.bottom + 1 : band.end] for cell in row if cell)
    texts = [squeeze(cell.text) for cell in below if _within(cell, heading)]
    words = [text for text in texts if _WORD.search(text)]
    return bool(words) and not any(map(is_numeric, texts))


def _within(cell: Cell, heading: Cell) -> bool:
    end = heading.column + heading.column_span
    return heading.column <= cell.column and cell.column + cell.column_span <= end


def _closed(band: Band, grid: Grid) -> Band:
    """The band up to a row of labels with their values beside them."""
    rows = range(band.bottom + 1, band.end)
    end = next((row for row in rows if _is_label_row(starting(grid, row))), band.end)
    return replace(band, end=end)


def _is_label_row(cells: list[Cell]) -> bool:
    printed = [cell for cell in cells if squeeze(cell.text)]
    if len(printed) < 2 or is_sum(printed[0].text):
        return False
    return label_role(printed[0].text) in HEAD and label_role(printed[1].text) is None


def _unknown_band(grid: Grid) -> Iterable[Band]:
    """The first row with several cells heads the table, if it holds words only."""
    for row in range(len(grid) - 1):
        cells = starting(grid, row)
        if len(cells) > 1:
            texts = [squeeze(cell.text) for cell in cells]
            words = not any(is_numeric(text) or label_role(text) for text in texts)
            return [_band(grid, row, row, len(grid))] if words and any(texts) else []
    return []

"""The columns of a table: their heads, and what these say the column holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...schemas.document import Cell
from ...schemas.passage import ColumnRole
from ..text.headings import column_role, squeeze
from .table_grid import distinct, is_blank
from .table_roles import LEVELS
from .table_units import heading_unit

_IN_INDICATORS: dict[ColumnRole | None, ColumnRole] = {"goal": "target", "result": "actual"}


@dataclass(frozen=True)
class Column:
    """A column of a band: its header cells from the top down, and what it holds."""

    headings: tuple[Cell, ...] = ()
    role: ColumnRole | None = None

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The printed headings from the top down."""
        return tuple(heading.text for heading in self.headings)

    @cached_property
    def unit(self) -> str | None:
        """The unit in its lowest heading that has one; null where none is printed."""
        return next(filter(None, map(heading_unit, reversed(self.texts))), None)

    @property
    def place(self) -> tuple[tuple[int, int], ...]:
        """Where the headings stand; columns under the same heads have the same place."""
        return tuple((heading.row, heading.column) for heading in self.headings)


def column_under(stack: Iterable[Cell | None], bottom: int) -> Column:
    """The column under these cells of a header, those that run down below it left out."""
    heads = [cell for cell in distinct(stack) if cell.row + cell.row_span - 1 <= bottom]
    printed = tuple(cell for cell in heads if not is_blank(cell))
    return Column(printed, _stacked_role([cell.text for cell in printed]))


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


def in_context(columns: Sequence[Column]) -> list[Column]:
    """Heads with two meanings take the one of their band (单位, 完成情况, 绩效指标)."""
    if not any(column.role in LEVELS for column in columns):
        return list(map(_without_unit, columns))
    third = any(map(_is_third, columns))
    return [_in_indicators(column, third) for column in columns]


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

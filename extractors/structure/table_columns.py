"""The columns of a table: their heads, and what these say the column holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...schemas.document import Cell
from ...schemas.passage import ColumnRole
from ...schemas.record import record
from ..text.headings import column_role, is_source, level_beside_indicators, squeeze
from .table_grid import distinct, is_blank
from .table_roles import LEVELS
from .table_units import heading_unit

_IN_INDICATORS: dict[ColumnRole | None, ColumnRole] = {"goal": "target", "result": "actual"}


@record
class Column:
    """A column of a band: its header cells from the top down, and what it holds.

    ``texts`` are the printed headings, ``unit`` is that in the lowest of them that has one,
    null where none is printed. Columns under the same heads have the same ``place``.
    """

    headings: tuple[Cell, ...] = ()
    role: ColumnRole | None = None
    texts: tuple[str, ...] = ()
    unit: str | None = None
    place: tuple[tuple[int, int], ...] = ()


def column_under(stack: Iterable[Cell | None], bottom: int) -> Column:
    """The column under these cells of a header, those that run down below it left out."""
    heads = [cell for cell in distinct(stack) if cell.row + cell.row_span - 1 <= bottom]
    printed = tuple([cell for cell in heads if not is_blank(cell)])
    texts = tuple([cell.text for cell in printed])
    unit = next(filter(None, map(heading_unit, reversed(texts))), None)
    place = tuple([(cell.row, cell.column) for cell in printed])
    return Column(printed, _stacked_role(texts), texts, unit, place)


def _stacked_role(texts: Sequence[str]) -> ColumnRole | None:
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
        return _with_sources(list(map(_without_unit, columns)))
    third = any(map(_names_indicators, columns))
    known: frozenset[ColumnRole | None] = frozenset(column.role for column in columns)
    found = [_in_indicators(column, third, known) for column in columns]
    return _with_levels(found) if any(column.role == "level3" for column in found) else found


def _with_sources(columns: list[Column]) -> list[Column]:
    """Sources of money beside what was spent are what was planned, if no other head is that."""
    roles = {column.role for column in columns}
    if "executed" not in roles or roles & {"budget", "budget_initial", "label", "name"}:
        return columns
    named = [bool(column.texts) and is_source(column.texts[-1]) for column in columns]
    if len({column.place for column, is_one in zip(columns, named, strict=True) if is_one}) < 2:
        return columns
    return [
        replace(column, role="budget") if is_one and column.role is None else column
        for column, is_one in zip(columns, named, strict=True)
    ]


def _with_levels(columns: Sequence[Column]) -> list[Column]:
    """The heads 项目 and 考核内容 name the levels of which no column has the proper head."""
    known = {column.role for column in columns}
    named = (
        level_beside_indicators(column.texts[-1]) if column.texts else None for column in columns
    )
    return [
        replace(column, role=level)
        if level and level not in known and column.role != "level3"
        else column
        for column, level in zip(columns, named, strict=True)
    ]


def _in_indicators(column: Column, third: bool, known: frozenset[ColumnRole | None]) -> Column:
    if third and column.role == "level3" and not _names_indicators(column):
        return replace(column, role=None)
    role = _IN_INDICATORS.get(column.role, column.role)
    return column if role in known else replace(column, role=role)


def _names_indicators(column: Column) -> bool:
    """Whether the head says 三级指标 or 指标名称; other words for indicators stand beside these."""
    head = squeeze(column.headings[-1].text) if column.role == "level3" else ""
    return "三级" in head or "名称" in head


def _without_unit(column: Column) -> Column:
    """单位 outside an indicator table is somebody's employer, no unit of measure."""
    ambiguous = column.role == "unit" and squeeze(column.headings[-1].text) == "单位"
    return replace(column, role=None) if ambiguous else column

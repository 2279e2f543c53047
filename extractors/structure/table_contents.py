"""What the columns of a table hold, judged by the cells below their heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from ...schemas.document import Cell
from ...schemas.passage import ColumnRole
from ..text.headings import column_role, level_of, squeeze
from .table_columns import Column
from .table_grid import is_blank, is_numeric
from .table_roles import LEVELS, MONEY, NUMBERS

_LINES: frozenset[ColumnRole | None] = frozenset({"label", "name", *LEVELS})
_UNSURE: frozenset[ColumnRole | None] = frozenset({None, "operator"})
_WORD = re.compile(r"[\u4e00-\u9fff]{2}")


def judged(columns: Sequence[Column], rows: Iterable[Iterable[Cell]]) -> tuple[Column, ...]:
    """The columns of a header with what the cells of these rows below it show them to hold.

    Columns of numbers that hold only words are labels (年度预算数（万元） over 总额).

    So is the column under the empty corner of a header; one that holds only numbers is none,
    an empty one stands for a label whose merged cells were lost, and one whose head says
    little (指标类型) is a level where all its cells name one.
    """
    below: list[list[Cell]] = [[] for _ in columns]
    for cell in chain.from_iterable(rows):
        below[cell.column].append(cell)
    found = [_judged_column(column, at, below) for at, column in enumerate(columns)]
    first = next((at for at, column in enumerate(found) if column.role), 0)
    if first and found[first].role not in _LINES:
        for at in range(first):
            if not found[at].headings and any(_WORD.search(cell.text) for cell in below[at]):
                found[at] = Column((), "label")
    return tuple(found)


def _judged_column(column: Column, at: int, below: list[list[Cell]]) -> Column:
    if column.role in _UNSURE and column.headings:
        level = level_of(cell.text for cell in below[at] if not is_blank(cell))
        return replace(column, role=level) if level else column
    if column.role in NUMBERS:
        return _judged_numbers(column, _texts_under(column.headings[-1], below))
    if column.role == "label":
        return _judged_labels(column, _texts_under(column.headings[-1], below))
    return column


def _texts_under(heading: Cell, below: list[list[Cell]]) -> list[str]:
    """The texts of the cells that reach to neither side over the heading."""
    end = heading.column + heading.column_span
    cells = (cell for column in below[heading.column : end] for cell in column)
    return [cell.text for cell in cells if cell.column + cell.column_span <= end]


def _judged_numbers(column: Column, texts: list[str]) -> Column:
    if any(map(is_numeric, texts)):
        return column
    return replace(column, role="label" if any(map(_has_word, texts)) else None)


def _judged_labels(column: Column, texts: list[str]) -> Column:
    money = bool(texts) and all(column_role(text) in MONEY for text in texts)
    numbers = any(map(is_numeric, texts)) and not any(map(_has_word, texts))
    return replace(column, role=None) if money or numbers else column


def _has_word(text: str) -> bool:
    return _WORD.search(squeeze(text)) is not None

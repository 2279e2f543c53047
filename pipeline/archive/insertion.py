"""Many rows of a table at once: the statement and the values as the driver takes them.

SQLAlchemy's own way makes a dictionary of every row and looks at every value of it, which
takes several times as long as the database needs to write the row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect


@dataclass(frozen=True, slots=True)
class _Insertion:
    """The statement, and what turns the values of some columns into the driver's."""

    statement: str
    turning: Sequence[tuple[int, Callable[[Any], object]]]


def insert(
    connection: sa.Connection,
    table: sa.Table,
    rows: Sequence[Sequence[object]],
    *more: Iterable[object],
) -> None:
    """Insert rows: the values of the table's columns in their order, the last ones as ``more``."""
    if rows:
        columns: list[Iterable[Any]] = [*zip(*rows, strict=True), *more]
        insertion = _insertion(table, connection.dialect)
        for at, turned in insertion.turning:
            columns[at] = [None if value is None else turned(value) for value in columns[at]]
        connection.exec_driver_sql(insertion.statement, [*zip(*columns, strict=True)])


@lru_cache(maxsize=64)
def _insertion(table: sa.Table, dialect: Dialect) -> _Insertion:
    processors = (_processor(column, dialect) for column in table.columns)
    turning = [(at, turned) for at, turned in enumerate(processors) if turned is not None]
    return _Insertion(str(sa.insert(table).compile(dialect=dialect)), turning)


def _processor(column: sa.Column[Any], dialect: Dialect) -> Callable[[Any], object] | None:
    return column.type.dialect_impl(dialect).bind_processor(dialect)

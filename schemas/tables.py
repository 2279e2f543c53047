"""The one definition of every table that heshu writes.

Arrow schemas, SQL tables, CSV headers, the data dictionary and the Chinese headings of
the workbook are all derived from ``TABLES``. Columns may be added; none is ever renamed,
dropped or given another meaning without a major version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal[
    "text", "integer", "decimal", "real", "boolean", "date", "timestamp", "json"
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, and its meaning in both languages.

    ``decimal`` is exact, to ten places; ``real`` serves page coordinates and seconds only.
    ``values`` lists what a column may hold where that is a closed set; null is always
    possible unless ``required``.
    """

    name: str
    type: ColumnType
    chinese: str
    meaning_zh: str
    meaning_en: str
    values: tuple[str, ...] = ()
    required: bool = False
    stable: bool = True
    """False for what may differ between two runs over the same bytes."""


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """A table: its name, what a row of it is, its key and its columns."""

    name: str
    chinese: str
    row_zh: str
    row_en: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(column.name for column in self.columns)

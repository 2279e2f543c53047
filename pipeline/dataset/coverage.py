"""How much a dataset holds and how much of it is known, counted while it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...schemas.definitions.checks import FINDINGS
from ...schemas.definitions.column import Column, TableDefinition
from ...schemas.definitions.documents import DOCUMENTS, NOTES
from ...schemas.definitions.facts import FIGURES
from ...schemas.definitions.forms import INDICATORS, PROJECTS
from ...schemas.definitions.reports import REPORTS
from ..rows import Row
from ..values import Value, printed

UNKNOWN = "（空 null）"

_COUNTED: tuple[tuple[TableDefinition, tuple[str, ...]], ...] = (
    (DOCUMENTS, ("status", "format", "error_code", "heshu_version")),
    (REPORTS, ("year", "kind")),
    (FIGURES, ("kind",)),
    (FINDINGS, ("verdict",)),
    (NOTES, ("code",)),
)
"""The columns whose values are counted."""

_SHARED: tuple[tuple[TableDefinition, tuple[str, ...]], ...] = (
    (REPORTS, ("year", "unit", "department", "project", "score")),
    (PROJECTS, ("budget", "executed", "execution_rate", "total_score")),
    (FIGURES, ("value", "unit", "subject", "aspect", "period_start")),
    (INDICATORS, ("target_value", "actual_value", "weight", "score")),
)
"""The columns of which it is told how often they are known."""


@dataclass(slots=True)
class Coverage:
    """Rows by table, values by column, and known values by column; filled by ``watched``."""

    rows: Counter[str] = field(default_factory=Counter[str])
    values: dict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: {
            (table.name, name): Counter[str]() for table, names in _COUNTED for name in names
        }
    )
    known: dict[tuple[str, str], int] = field(
        default_factory=lambda: {
            (table.name, name): 0 for table, names in _SHARED for name in names
        }
    )

    def watched(self, table: TableDefinition, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows as they are, counted on the way."""
        counted = [column for column in table.columns if (table.name, column.name) in self.values]
        shared = [name for name in table.names if (table.name, name) in self.known]
        for row in rows:
            self.rows[table.name] += 1
            for column in counted:
                self.values[table.name, column.name][_named(column, row[column.name])] += 1
            for name in shared:
                self.known[table.name, name] += row[name] is not None
            yield row


def _named(column: Column, value: Value) -> str:
    return UNKNOWN if value is None else column.label(printed(value))

"""The readable summary of one file: reports, projects, funds, indicators, figures, findings."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ...schemas.definitions.checks import FINDINGS
from ...schemas.definitions.column import Column, TableDefinition
from ...schemas.definitions.facts import FIGURES
from ...schemas.definitions.forms import FUNDS, INDICATORS, PROJECTS
from ...schemas.definitions.reports import REPORTS
from ..rows import Row, Rows
from ..values import plain_digits, printed

SHOWN_ROWS = 40
"""Rows of a table that are shown; the rest is told by number."""

_COLUMNS: tuple[tuple[TableDefinition, tuple[str, ...]], ...] = (
    (REPORTS, ("title", "kind", "year", "unit", "score", "grade")),
    (PROJECTS, ("name", "budget", "executed", "execution_rate", "total_score", "source")),
    (FUNDS, ("label", "budget_initial", "budget", "executed", "execution_rate", "score")),
    (INDICATORS, ("level1", "name", "target_text", "actual_text", "weight", "score")),
    (FIGURES, ("text", "kind", "value", "unit", "subject", "aspect", "block")),
    (FINDINGS, ("rule", "severity", "statement", "message")),
)


def print_summary(rows: Rows, console: Console | None = None) -> None:
    """Print the summary of one document's rows; a table without rows is left out."""
    console = console or Console()
    for table, columns in _COLUMNS:
        shown = [row for row in rows[table.name] if _is_alarm_or_fact(table, row)]
        if shown:
            console.print(_grid(table, columns, shown))
            if len(shown) > SHOWN_ROWS:
                console.print(
                    f"  其余 {len(shown) - SHOWN_ROWS} 行略；用 --out 写出全部", markup=False
                )
    notes = len(rows["notes"])
    if notes:
        console.print(f"存疑 {notes} 处，见 notes 表", markup=False)


def _is_alarm_or_fact(table: TableDefinition, row: Row) -> bool:
    return table is not FINDINGS or row["verdict"] == "fail"


def _grid(table: TableDefinition, names: Sequence[str], rows: Sequence[Row]) -> Table:
    columns = [column for column in table.columns if column.name in names]
    columns.sort(key=lambda column: names.index(column.name))
    grid = Table(title=f"{table.chinese} {len(rows)}", title_justify="left")
    for column in columns:
        right = column.type in {"decimal", "integer"}
        grid.add_column(column.chinese, justify="right" if right else "left", overflow="fold")
    for row in rows[:SHOWN_ROWS]:
        grid.add_row(*(Text(_cell(column, row)) for column in columns))
    return grid


def _cell(column: Column, row: Row) -> str:
    value = row[column.name]
    if isinstance(value, Decimal):
        percent = column.unit == "1" or (column.name == "value" and row.get("kind") == "rate")
        return f"{_grouped(value * 100)}%" if percent else _grouped(value)
    return column.label(printed(value))


def _grouped(value: Decimal) -> str:
    return f"{Decimal(plain_digits(value)):,f}"

"""The data dictionary, printed from the table definitions."""

from __future__ import annotations

from collections.abc import Iterator

from ..schemas.definitions.column import Column, TableDefinition
from ..schemas.tables import TABLES


def dictionary() -> str:
    """Every table and column with its meaning in both languages."""
    return "\n\n".join("\n".join(_lines(table)) for table in TABLES)


def _lines(table: TableDefinition) -> Iterator[str]:
    yield f"{table.name}  {table.chinese}"
    yield f"  {table.row_zh}  {table.row_en}"
    for column in table.columns:
        yield f"    {column.name}  {column.chinese}  {_about(column)}"
        yield f"        {column.meaning_zh}"
        yield f"        {column.meaning_en}"
        if column.labels:
            yield f"        {' | '.join(f'{value} {chinese}' for value, chinese in column.labels)}"


def _about(column: Column) -> str:
    unit = f" [{column.unit}]" if column.unit else ""
    return f"{column.type}{unit}{', not null' if column.required else ''}"

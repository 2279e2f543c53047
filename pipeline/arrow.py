"""Arrow schemas and tables, derived from the table definitions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import pandas as pd
import pyarrow as pa

from ..schemas.definitions.column import Column, ColumnType, TableDefinition
from .rows import Row
from .values import json_text

_TYPES: dict[ColumnType, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "decimal": pa.decimal128(38, 10),
    "real": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "json": pa.string(),
}


def schema(table: TableDefinition) -> pa.Schema:
    """The Arrow schema of a table; Chinese headings and meanings stand in its metadata."""
    return pa.schema([_field(column) for column in table.columns])


def arrow_table(table: TableDefinition, rows: Iterable[Row]) -> pa.Table:
    """Rows as an Arrow table; lists are JSON text."""
    plain = [{column.name: _plain(column, row) for column in table.columns} for row in rows]
    return pa.Table.from_pylist(plain, schema=schema(table))


def data_frame(table: TableDefinition, rows: Iterable[Row]) -> pd.DataFrame:
    """Rows as a pandas data frame with Arrow's own types, so that decimals stay exact."""
    arrow = cast(Any, arrow_table(table, rows))  # its stubs leave a parameter of this untyped
    return arrow.to_pandas(types_mapper=pd.ArrowDtype)


def _field(column: Column) -> pa.Field[pa.DataType]:
    about = {
        "chinese": column.chinese,
        "meaning": column.meaning_en,
        "meaning_zh": column.meaning_zh,
    }
    return pa.field(column.name, _TYPES[column.type], not column.required, about)


def _plain(column: Column, row: Row) -> object:
    value = row[column.name]
    return json_text(value) if column.type == "json" and value is not None else value

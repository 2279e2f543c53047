"""Parquet: exact decimals, dates and types as in the table definitions."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow.parquet as pq

from ...schemas.definitions.column import TableDefinition
from ...schemas.tables import TABLES
from ..arrow import arrow_table, schema
from ..rows import Row, Rows, no_rows

GROUP_ROWS = 20_000
"""Rows that are gathered before they are written as one row group."""


class ParquetWriter:
    """Writes ``<table>.parquet``, compressed with Zstandard."""

    def __init__(self, folder: Path) -> None:
        self.notices: list[str] = []
        self._waiting = no_rows()
        self._stack = ExitStack()
        self._files = {
            table.name: self._stack.enter_context(
                pq.ParquetWriter(
                    Path(folder, f"{table.name}.parquet"), schema(table), compression="zstd"
                )
            )
            for table in TABLES
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._stack:
            for table in TABLES:
                self._write_group(table, self._waiting[table.name])

    def write(self, rows: Rows) -> None:
        """Take the rows of one document; write where enough have gathered."""
        for table in TABLES:
            waiting = self._waiting[table.name]
            waiting += rows[table.name]
            if len(waiting) >= GROUP_ROWS:
                self._write_group(table, waiting)
                waiting.clear()

    def _write_group(self, table: TableDefinition, rows: list[Row]) -> None:
        if rows:
            self._files[table.name].write_table(arrow_table(table, rows))

"""A table as Parquet files, one for every evaluated year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

import pyarrow.parquet as pq

from ...schemas.definitions.column import Column, TableDefinition
from ..arrow import arrow_table, schema
from ..rows import Row
from .years import Years

EVALUATED_YEAR = Column(
    "evaluated_year",
    "integer",
    "评价年度",
    "所属报告的评价年度；不明为空",
    "the evaluated year of the report that the row is of; null where it is not known",
)
"""The column that every table of a dataset has besides its own."""

_GROUP_ROWS = 5_000
"""Rows of one year that are gathered before they are written."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a table; ``path`` is below the dataset's folder, ``year`` null where unknown."""

    path: PurePosixPath
    year: int | None
    rows: int


def write_parts(
    folder: Path, table: TableDefinition, rows: Iterable[Row], years: Years
) -> tuple[Part, ...]:
    """Write the rows, and say which files that made; a table without rows makes one."""
    with _Parts(folder, with_year(table)) as parts:
        for row in rows:
            year = years.year_of(row)
            parts.add(year, {**row, EVALUATED_YEAR.name: year})
        if not parts.counts:
            parts.open(None)
    return tuple(
        Part(_path(table, year), year, parts.counts[year])
        for year in sorted(parts.counts, key=lambda year: (year is None, year))
    )


def with_year(table: TableDefinition) -> TableDefinition:
    """The table as a dataset has it."""
    return replace(table, columns=(*table.columns, EVALUATED_YEAR))


def _path(table: TableDefinition, year: int | None) -> PurePosixPath:
    return PurePosixPath(table.name, f"{year or 'unknown'}.parquet")


@dataclass(slots=True)
class _Parts:
    """The open files of a table, by year, and the rows that wait to be written."""

    folder: Path
    table: TableDefinition
    counts: dict[int | None, int] = field(default_factory=dict[int | None, int])
    _files: dict[int | None, pq.ParquetWriter] = field(
        default_factory=dict[int | None, pq.ParquetWriter]
    )
    _waiting: defaultdict[int | None, list[Row]] = field(
        default_factory=lambda: defaultdict[int | None, list[Row]](list)
    )
    _stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> _Parts:
        return self

    def __exit__(self, *error: object) -> None:
        with self._stack:
            for year in self._waiting:
                self._write(year)

    def open(self, year: int | None) -> None:
        """Begin the file of a year."""
        file = self.folder / _path(self.table, year)
        file.parent.mkdir(exist_ok=True)
        writer = pq.ParquetWriter(file, schema(self.table), compression="zstd")
        self._files[year] = self._stack.enter_context(writer)
        self.counts[year] = 0

    def add(self, year: int | None, row: Row) -> None:
        """Take a row; write where enough have gathered."""
        if year not in self.counts:
            self.open(year)
        self.counts[year] += 1
        waiting = self._waiting[year]
        waiting.append(row)
        if len(waiting) >= _GROUP_ROWS:
            self._write(year)

    def _write(self, year: int | None) -> None:
        rows = self._waiting[year]
        if rows:
            self._files[year].write_table(arrow_table(self.table, rows))
            rows.clear()

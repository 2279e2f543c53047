"""What of XlsxWriter is used, typed; the library itself tells too few types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast


class CellFormat(Protocol):
    """How a cell looks."""


class Worksheet(Protocol):
    """A sheet; rows and columns count from 0, and rows are written in order."""

    def write_string(
        self, row: int, col: int, string: str, cell_format: CellFormat | None = None
    ) -> int: ...

    def write_number(
        self, row: int, col: int, number: float, cell_format: CellFormat | None = None
    ) -> int: ...

    def write_boolean(self, row: int, col: int, boolean: bool) -> int: ...

    def write_datetime(
        self, row: int, col: int, date: date, cell_format: CellFormat | None = None
    ) -> int: ...

    def freeze_panes(self, row: int, col: int) -> None: ...

    def autofilter(self, first_row: int, first_col: int, last_row: int, last_col: int) -> int: ...

    def set_column(self, first_col: int, last_col: int, width: float) -> int: ...


class Workbook(Protocol):
    """A workbook that is being written."""

    def add_format(self, properties: Mapping[str, object]) -> CellFormat: ...

    def add_worksheet(self, name: str) -> Worksheet: ...

    def close(self) -> None: ...


class _MakeWorkbook(Protocol):
    def __call__(self, filename: str, options: Mapping[str, object]) -> Workbook: ...


def new_workbook(file: Path) -> Workbook:
    """A workbook that keeps one row a sheet in memory and makes no links of texts."""
    make = cast(_MakeWorkbook, import_module("xlsxwriter").Workbook)
    options = {"constant_memory": True, "tmpdir": str(file.parent), "strings_to_urls": False}
    return make(str(file), options)

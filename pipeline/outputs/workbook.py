"""What of XlsxWriter is used, typed; the library itself tells too few types."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ..values import plain_digits

_DOUBLE_DIGITS = 15
"""Digits that Excel's binary numbers hold exactly; longer ones are written as text."""

FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that Excel takes for a formula when it is edited."""

_ALWAYS = datetime(2000, 1, 1)
"""The moment of creation that workbooks tell, so that the same rows give the same bytes."""

TEXT_LIMIT = 32_767
CUT_MARK = "…（后略）"


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

    def write_blank(
        self, row: int, col: int, blank: None, cell_format: CellFormat | None = None
    ) -> int: ...

    def write_rich_string(self, row: int, col: int, *args: str | CellFormat) -> int: ...

    def write_url(
        self,
        row: int,
        col: int,
        url: str,
        cell_format: CellFormat | None = None,
        string: str | None = None,
    ) -> int: ...

    def write_formula(
        self,
        row: int,
        col: int,
        formula: str,
        cell_format: CellFormat | None = None,
        value: float = 0,
    ) -> int: ...

    def merge_range(
        self,
        first_row: int,
        first_col: int,
        last_row: int,
        last_col: int,
        data: str,
        cell_format: CellFormat | None = None,
    ) -> int: ...

    def data_validation(
        self,
        first_row: int,
        first_col: int,
        last_row: int,
        last_col: int,
        options: Mapping[str, object],
    ) -> int: ...

    def conditional_format(
        self,
        first_row: int,
        first_col: int,
        last_row: int,
        last_col: int,
        options: Mapping[str, object],
    ) -> int: ...

    def freeze_panes(self, row: int, col: int) -> None: ...

    def autofilter(self, first_row: int, first_col: int, last_row: int, last_col: int) -> int: ...

    def set_column(
        self,
        first_col: int,
        last_col: int,
        width: float,
        cell_format: CellFormat | None = None,
        options: Mapping[str, object] | None = None,
    ) -> int: ...

    def set_row(self, row: int, height: float) -> int: ...

    def set_tab_color(self, color: str) -> None: ...

    def hide_gridlines(self, option: int) -> None: ...

    def set_landscape(self) -> None: ...

    def set_paper(self, paper_size: int) -> None: ...

    def fit_to_pages(self, width: int, height: int) -> None: ...

    def set_margins(self, left: float, right: float, top: float, bottom: float) -> None: ...

    def repeat_rows(self, first_row: int, last_row: int) -> None: ...

    def set_footer(self, footer: str) -> None: ...


class Workbook(Protocol):
    """A workbook that is being written."""

    def add_format(self, properties: Mapping[str, object]) -> CellFormat: ...

    def add_worksheet(self, name: str) -> Worksheet: ...

    def set_properties(self, properties: Mapping[str, object]) -> None: ...

    def close(self) -> None: ...


class _MakeWorkbook(Protocol):
    def __call__(self, filename: str, options: Mapping[str, object]) -> Workbook: ...


def new_workbook(file: Path, *, row_by_row: bool = True) -> Workbook:
    """A workbook that makes no links of texts.

    ``row_by_row`` keeps one row a sheet in memory; rows are then written in order.
    """
    make = cast(_MakeWorkbook, import_module("xlsxwriter").Workbook)
    options = {"constant_memory": row_by_row, "tmpdir": str(file.parent), "strings_to_urls": False}
    workbook = make(str(file), options)
    workbook.set_properties({"created": _ALWAYS})
    return workbook


def holds_exactly(value: Decimal) -> bool:
    """Whether Excel's binary numbers keep every digit of the value."""
    return len(plain_digits(abs(value)).replace(".", "").lstrip("0")) <= _DOUBLE_DIGITS


def printed_width(line: str) -> int:
    """Width in Latin characters, as columns are measured; a Chinese one takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)

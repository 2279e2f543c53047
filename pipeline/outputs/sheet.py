"""A table as sheets of a workbook: frozen headings, filters, number formats and widths."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from ...schemas.definitions.column import Column, TableDefinition
from ..rows import Row
from ..values import Value, printed
from .workbook import (
    CUT_MARK,
    FORMULA_BEGINNINGS,
    TEXT_LIMIT,
    CellFormat,
    Workbook,
    Worksheet,
    holds_exactly,
    printed_width,
)

ROW_LIMIT = 1_048_576
WIDTHS = (6, 60)
"""Least and greatest width of a column, in Latin characters."""

_BY_UNIT = {"CNY": "#,##0.00########", "1": "0.00%"}


class Formats:
    """The cell formats that all sheets of a workbook share."""

    def __init__(self, book: Workbook) -> None:
        self.heading = book.add_format({"bold": True, "bg_color": "#DDE6F0", "border": 1})
        self.text = book.add_format({"quote_prefix": True})
        self.date = book.add_format({"num_format": "yyyy-mm-dd"})
        self.moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._numbers = {
            unit: book.add_format({"num_format": code}) for unit, code in _BY_UNIT.items()
        }

    def number(self, column: Column) -> CellFormat | None:
        """How a number of the column is shown; null for Excel's general format."""
        return self._numbers.get(column.unit or "")


@dataclass(slots=True)
class _Page:
    """A sheet that is being filled, and how wide each column has become."""

    sheet: Worksheet
    widths: list[int]
    rows: int = 1


class Sheet:
    """Writes the rows of one table, in a further sheet when one is full."""

    def __init__(self, book: Workbook, table: TableDefinition, formats: Formats) -> None:
        self._book, self._table, self._formats = book, table, formats
        self._cut = 0
        self._pages = [self._new_page(table.chinese)]

    def write(self, row: Row) -> None:
        """Write one row below the last."""
        page = self._pages[-1]
        if page.rows == ROW_LIMIT:
            page = self._new_page(f"{self._table.chinese}（{len(self._pages) + 1}）")
            self._pages.append(page)
        for number, column in enumerate(self._table.columns):
            value = row[column.name]
            if value is not None:
                self._write_cell(page, number, column, value)
        page.rows += 1

    def finish(self) -> None:
        """Set what is known only at the end: widths and the range of the filter."""
        for page in self._pages:
            page.sheet.autofilter(0, 0, page.rows - 1, len(page.widths) - 1)
            for number, width in enumerate(page.widths):
                page.sheet.set_column(number, number, width)

    def notices(self) -> list[str]:
        """What did not fit."""
        notices: list[str] = []
        if self._cut:
            notices.append(
                f"{self._table.chinese}：{self._cut} 处文字超过 Excel 单元格上限 {TEXT_LIMIT} 字，"
                f"以“{CUT_MARK}”结尾；全文请用 csv、jsonl 或 parquet"
            )
        if len(self._pages) > 1:
            notices.append(
                f"{self._table.chinese}：超过 Excel 每表 {ROW_LIMIT} 行，"
                f"分成 {len(self._pages)} 个工作表"
            )
        return notices

    def _new_page(self, name: str) -> _Page:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for number, column in enumerate(self._table.columns):
            sheet.write_string(0, number, column.chinese, self._formats.heading)
        return _Page(sheet, [_width(column.chinese) + 3 for column in self._table.columns])

    def _write_cell(self, page: _Page, number: int, column: Column, value: Value) -> None:
        sheet, row, formats = page.sheet, page.rows, self._formats
        match value:
            case bool():
                sheet.write_boolean(row, number, value)
            case datetime():
                sheet.write_datetime(row, number, value.replace(tzinfo=None), formats.moment)
            case date():
                sheet.write_datetime(row, number, value, formats.date)
            case int() | float():
                sheet.write_number(row, number, value, formats.number(column))
            case Decimal() if holds_exactly(value):
                sheet.write_number(row, number, float(value), formats.number(column))
            case _:
                self._write_text(page, number, printed(value))
                return
        page.widths[number] = min(max(page.widths[number], 12), WIDTHS[1])

    def _write_text(self, page: _Page, number: int, text: str) -> None:
        if len(text) > TEXT_LIMIT:
            text = text[: TEXT_LIMIT - len(CUT_MARK)] + CUT_MARK
            self._cut += 1
        guarded = self._formats.text if text.startswith(FORMULA_BEGINNINGS) else None
        page.sheet.write_string(page.rows, number, text, guarded)
        page.widths[number] = min(max(page.widths[number], _width(text[:60]) + 1), WIDTHS[1])


def _width(text: str) -> int:
    return printed_width(max(text.split("\n"), key=len))

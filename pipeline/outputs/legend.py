"""The last sheet of a workbook: what every column means, and its code words in Chinese."""

from __future__ import annotations

from ...schemas.definitions.column import Column, TableDefinition
from ...schemas.tables import TABLES
from .workbook import CellFormat, Workbook

LEGEND = "字段说明"
_HEADINGS = {"工作表": 10, "列": 18, "字段": 20, "单位": 8, "含义": 46, "取值": 80}


def write_legend(book: Workbook, heading: CellFormat) -> None:
    """Add the sheet, a line a column of every table."""
    sheet = book.add_worksheet(LEGEND)
    sheet.freeze_panes(1, 0)
    for number, (text, width) in enumerate(_HEADINGS.items()):
        sheet.write_string(0, number, text, heading)
        sheet.set_column(number, number, width)
    lines = [_line(table, column) for table in TABLES for column in table.columns]
    for row, texts in enumerate(lines, 1):
        for number, text in enumerate(texts):
            sheet.write_string(row, number, text)
    sheet.autofilter(0, 0, len(lines), len(_HEADINGS) - 1)


def _line(table: TableDefinition, column: Column) -> tuple[str, ...]:
    values = "；".join(f"{value} {chinese}" for value, chinese in column.labels)
    return (
        table.chinese,
        column.chinese,
        f"{table.name}.{column.name}",
        column.unit or "",
        column.meaning_zh,
        values,
    )

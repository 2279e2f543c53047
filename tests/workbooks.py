"""Workbooks for tests: a form of a fictional unit, and what is read out of one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from typing import cast

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from heshu.extractors.readers import xlsx
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document, Paragraph

Value = str | float | date | None

FORM: Sequence[Sequence[Value]] = [
    ["项目支出绩效自评表"],
    ["（2023年度）"],
    [None] * 8 + ["单位：万元"],
    ["项目名称", None, "河道清淤项目"],
    ["主管部门", None, "云陂县水务局", None, "实施单位", "云陂县河道管护站"],
    ["项目资金", None, None, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    [None, None, "年度资金总额", 1200, 1000, 986.5, 10, 0.9865, 9.87],
    [None, None, "其中：当年财政拨款", 1200, 1000, 986.5, "—", 0.9865, "—"],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    [None, "产出指标", "数量指标", "清淤河道长度", "≥30公里", "31.5公里", 50, 50],
    [None, None, "质量指标", "验收合格率", 1, 1, 20, 20],
    [None, "满意度指标", "服务对象满意度", "村民满意度", "≥90%", 0.93, 20, 20],
    ["总分", None, None, None, None, None, 100, 99.87],
    ["填报人：某甲", None, None, None, "联系电话：000"],
]
MERGES = [
    *("A1:I1", "A2:I2", "A4:B4", "C4:I4", "A5:B5", "C5:D5", "F5:I5", "A6:B8", "A9:A12"),
    *("B10:B11", "A13:F13"),
]


STRICT_NAMES = [
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
    ),
    (
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
        b"http://purl.oclc.org/ooxml/drawingml/main",
    ),
]


def sheet_of(book: Workbook, title: str | None = None) -> Worksheet:
    return cast(Worksheet, book.active if title is None else book.create_sheet(title))


def fill(sheet: Worksheet, rows: Sequence[Sequence[Value]], *merges: str) -> None:
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)


def fill_form(sheet: Worksheet) -> None:
    fill(sheet, FORM, *MERGES)
    for place, code in (("H7", "0.00%"), ("H8", "0.00%"), ("E11", "0%"), ("F11", "0%")):
        sheet[place].number_format = code
    sheet["F12"].number_format = "0.0%"
    for place in ("D7", "E7", "F7"):
        sheet[place].number_format = "#,##0.00"


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(book: Workbook) -> Document:
    return xlsx.read(Source("表.xlsx", saved(book)))


def read_rows(*rows: Sequence[Value], merges: tuple[str, ...] = ()) -> Document:
    book = Workbook()
    fill(sheet_of(book), rows, *merges)
    return read(book)


def lines(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def tables(document: Document) -> list[list[list[str]]]:
    """Every table as rows of texts, a merged cell once."""
    return [
        [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]
        for _, table in document.tables()
    ]


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes]


def form() -> Workbook:
    book = Workbook()
    fill_form(sheet_of(book))
    return book


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


def strict(data: bytes) -> bytes:
    """The workbook as Excel writes it when asked for "Strict Open XML"."""

    def change(_: str, part: bytes) -> bytes:
        for old, new in STRICT_NAMES:
            part = part.replace(old, new)
        return part.replace(b"<workbook ", b'<workbook conformance="strict" ')

    return repacked(data, change)


def changed_sheet(old: bytes, new: bytes) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return part
        assert old in part
        return part.replace(old, new)

    return repacked(saved(form()), change)

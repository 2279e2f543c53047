"""What a column and a table are, and the columns that many tables share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "integer", "decimal", "real", "boolean", "date", "timestamp", "json"]
ColumnUnit = Literal["CNY", "1", "分", "pt", "byte", "s"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, its Chinese heading and its meaning in both languages.

    ``decimal`` is exact, to ten places; ``real`` serves page coordinates and seconds only.
    ``unit`` is null where the values have none, or one of their own in a column beside.
    ``labels`` pairs the code words that a column holds with their Chinese; a column with
    labels holds nothing else, apart from units, which may also be as printed. Null is always
    possible unless ``required``. ``stable`` is false for what may differ between two runs
    over the same bytes.
    """

    name: str
    type: ColumnType
    chinese: str
    meaning_zh: str
    meaning_en: str
    unit: ColumnUnit | None = None
    labels: tuple[tuple[str, str], ...] = ()
    required: bool = False
    stable: bool = True

    def label(self, text: str) -> str:
        """What a value is called in Chinese; the text itself where it is no code word."""
        return dict(self.labels).get(text, text)


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """A table: its name, what a row of it is, its key (none where rows have none), its columns."""

    name: str
    chinese: str
    row_zh: str
    row_en: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(column.name for column in self.columns)


DOC_ID = Column(
    "doc_id",
    "text",
    "文件编号",
    "文件内容 SHA-256 的前 16 位",
    "first 16 hex digits of the SHA-256 of the file's bytes",
    required=True,
)
REPORT_ID = Column(
    "report_id",
    "text",
    "报告编号",
    "文件编号加报告在文件中的序号",
    "the document's id with the report's number in the file",
    required=True,
)
SECTION_ID = Column(
    "section_id",
    "text",
    "章节编号",
    "所在的最小章节；第一个标题之前为空",
    "the innermost section it stands in; null before the first heading",
)
PROJECT_ID = Column(
    "project_id",
    "text",
    "项目编号",
    "报告编号加项目在报告中的序号",
    "the report's id with the project's number in the report",
    required=True,
)
BLOCK = Column(
    "block",
    "integer",
    "块号",
    "段落或表格在文件中的序号，从 0 起",
    "number of the paragraph or table in the document, from 0",
    required=True,
)
ROW = Column(
    "row",
    "integer",
    "行",
    "表格中的行，从 0 起；不在表格中为空",
    "table row, from 0; null outside tables",
)
COLUMN = Column(
    "column",
    "integer",
    "列",
    "表格中的列，从 0 起，合并单元格已展开；不在表格中为空",
    "table column, from 0, on the grid after merged cells are resolved; null outside tables",
)
BOX = (
    Column(
        "page",
        "integer",
        "页码",
        "所在页，从 1 起；没有固定页面的格式为空",
        "page, from 1; null where the format has no pages of its own",
    ),
    Column("x0", "real", "左", "左边，PDF 点", "left edge, in PDF points", "pt"),
    Column("y0", "real", "上", "上边，原点在左上角", "upper edge, origin top left", "pt"),
    Column("x1", "real", "右", "右边", "right edge", "pt"),
    Column("y1", "real", "下", "下边", "lower edge", "pt"),
)
PLACE = (
    BLOCK,
    ROW,
    COLUMN,
    Column(
        "start",
        "integer",
        "起",
        "引文在所在块或单元格文本中的起点，按码点从 0 计",
        "where the quote begins in the text of its block or cell, in code points from 0",
        required=True,
    ),
    Column(
        "end",
        "integer",
        "止",
        "引文终点，不含该字符；引文跨块时在 end_block 中计",
        "end of the quote, exclusive; counts in end_block where the quote runs on",
        required=True,
    ),
    Column(
        "end_block",
        "integer",
        "止块号",
        "引文跨硬换行进入的后一块；不跨块为空",
        "the later block that the quote runs into; null unless it does",
    ),
    *BOX,
)
"""Where a fact stands. In ``notes`` all of it is null for a note about the whole file."""

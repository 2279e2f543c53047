"""A sheet of rows under a header that stays in sight and filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from ...outputs.workbook import (
    CUT_MARK,
    FORMULA_BEGINNINGS,
    TEXT_LIMIT,
    CellFormat,
    Workbook,
    Worksheet,
    holds_exactly,
    printed_width,
)
from ...values import plain_digits, text
from ..quoting import Excerpt
from .styles import TAB_COLOURS, StyleName, Styles

A4 = 9
ROW_LIMIT = 1_048_576
URL_LIMIT = 65_000
"""Links that Excel takes on one sheet."""
LINE_HEIGHT = 15
"""Points that a line of text takes; few programs fit the rows to wrapped text by themselves."""

_HEADER_HEIGHT = 32
_GREATEST_HEIGHT = 400
_MARGIN = 0.4


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its heading in both languages, its width in Latin characters."""

    chinese: str
    english: str
    width: float


@dataclass(frozen=True, slots=True)
class Styled:
    """A value with the way it looks."""

    value: str | int | Decimal | None
    style: StyleName


@dataclass(frozen=True, slots=True)
class Link:
    """A number that leads to a row (from 0) of another sheet."""

    number: int
    sheet: str
    row: int


Content = str | int | Decimal | Styled | Link | Excerpt | None


class Grid:
    """A sheet that is being filled row by row; ``rows`` counts the header too."""

    def __init__(self, book: Workbook, name: str, fields: Sequence[Field]) -> None:
        self.sheet = page_of(book, name)
        self.styles = Styles(book)
        self.rows = 1
        self._links = self._omitted = 0
        self._widths = [field.width for field in fields]
        for number, field in enumerate(fields):
            self.sheet.set_column(number, number, field.width)
            heading = f"{field.chinese}\n{field.english}"
            self.sheet.write_string(0, number, heading, self.styles.get("heading"))
        self.sheet.set_row(0, _HEADER_HEIGHT)
        self.sheet.repeat_rows(0, 0)

    def add(self, contents: Sequence[Content]) -> None:
        """Write a row below the last; what no sheet can hold is counted and told at the end."""
        if self.rows == ROW_LIMIT - 1:
            self._omitted += 1
            return
        for number, content in enumerate(contents):
            self._put(self.rows, number, content)
        lines = max(map(_lines, contents, self._widths))
        self.sheet.set_row(self.rows, min(lines * LINE_HEIGHT, _GREATEST_HEIGHT))
        self.rows += 1

    def hide(self, column: int) -> None:
        """Keep a column out of sight."""
        self.sheet.set_column(column, column, self._widths[column], None, {"hidden": True})

    def finish(self, frozen_columns: int) -> None:
        """Freeze the header with so many columns beside it, and lay the filter over all rows."""
        if self._omitted:
            more = f"其余 {self._omitted} 行超过 Excel 上限，未列出；全部请用 .json"
            put(self.sheet, self.styles, self.rows, 0, more)
        self.sheet.freeze_panes(1, frozen_columns)
        self.sheet.autofilter(0, 0, max(self.rows - 1, 1), len(self._widths) - 1)

    def _put(self, row: int, column: int, content: Content) -> None:
        match content:
            case Link():
                self._link(row, column, content)
                put(self.sheet, self.styles, row, column, Styled(content.number, "link"))
            case Excerpt():
                self._put_excerpt(row, column, content)
            case _:
                put(self.sheet, self.styles, row, column, content)

    def _link(self, row: int, column: int, link: Link) -> None:
        if self._links < URL_LIMIT:
            self._links += 1
            self.sheet.write_url(row, column, f"internal:'{link.sheet}'!A{link.row + 1}")

    def _put_excerpt(self, row: int, column: int, content: Excerpt) -> None:
        """The quote in bold red among what stands around it."""
        plain, marked = self.styles.get("plain"), self.styles.get("quote")
        shown = ((plain, content.before), (marked, content.quote), (plain, content.after))
        parts = [(look, text(part)) for look, part in shown if part]
        if len(parts) == 1:
            put(self.sheet, self.styles, row, column, parts[0][1])
        elif parts:
            pieces: list[str | CellFormat] = [piece for part in parts for piece in part]
            self.sheet.write_rich_string(row, column, *pieces, self.styles.get("text"))


def page_of(book: Workbook, name: str) -> Worksheet:
    """A further sheet, set up to be printed on A4 across, one page wide."""
    sheet = book.add_worksheet(name)
    sheet.set_tab_color(TAB_COLOURS[name])
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, 2 * _MARGIN)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
    return sheet


def put(
    sheet: Worksheet,
    styles: Styles,
    row: int,
    column: int,
    content: str | int | Decimal | Styled | None,
) -> None:
    """Write a value the way it looks by itself, or as it is styled; text is always text."""
    value = content.value if isinstance(content, Styled) else content
    style = content.style if isinstance(content, Styled) else None
    match value:
        case None:
            sheet.write_blank(row, column, None, styles.get(style or "text"))
        case int():
            sheet.write_number(row, column, value, styles.get(style or "whole"))
        case Decimal() if holds_exactly(value):
            sheet.write_number(row, column, float(value), styles.get(style or "number"))
        case Decimal():
            sheet.write_string(row, column, plain_digits(value), styles.get("text"))
        case str():
            guarded = value.startswith(FORMULA_BEGINNINGS)
            look = styles.get(style or "text", guarded=guarded)
            sheet.write_string(row, column, _short(value), look)


def _lines(content: Content, width: float) -> int:
    """How many lines the content fills in a column of that width."""
    match content:
        case Styled():
            shown = str(content.value or "")
        case Link():
            shown = str(content.number)
        case Excerpt():
            shown = content.before + content.quote + content.after
        case _:
            shown = str(content or "")
    return sum(ceil(max(printed_width(line), 1) / (width - 1)) for line in shown.split("\n"))


def _short(value: str) -> str:
    value = text(value)
    return value if len(value) <= TEXT_LIMIT else value[: TEXT_LIMIT - len(CUT_MARK)] + CUT_MARK

"""Write a drawn form as a PDF: wrapped cells, page breaks inside merged cells, lines or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from random import Random
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas as Pages

from heshu.schemas.document import Cell
from pdf_files import FONT, register_font

from .form_drawing import Form

SIZE, LEADING, PAD = 9.0, 12.0, 3.0
MARGIN = 50.0


@dataclass(frozen=True)
class Style:
    """How a form is printed; ``page_height`` cuts pages short so that forms run over them."""

    ruled: bool = True
    repeat_header: bool = False
    middle: bool = True
    centred: bool = False
    wide: bool = False
    page_height: float = 520.0


def draw_style(seed: int) -> Style:
    """The style of this seed, with ruling lines."""
    random = Random(seed)
    flags = [random.random() < 0.5 for _ in range(4)]
    return Style(True, *flags, page_height=random.choice((320.0, 520.0, 740.0)))


def form_pdf(*forms: Form, style: Style = Style()) -> bytes:
    """The forms, each from a page of its own."""
    register_font(FONT)
    out = BytesIO()
    size: Any = landscape(A4) if style.wide else A4
    pages: Any = Pages(out, pagesize=size, invariant=True)
    for form in forms:
        _Printer(pages, size, style, form).print()
        pages.showPage()
    pages.save()
    return out.getvalue()


class _Printer:
    def __init__(self, pages: Any, size: tuple[float, float], style: Style, form: Form) -> None:
        self.pages, self.style, self.form, self.table = pages, style, form, form.table
        self.width, self.top = size[0] - 2 * MARGIN, size[1] - MARGIN
        self.bottom = max(MARGIN, self.top - style.page_height)
        self.lines = {cell: self._wrapped(cell) for cell in self.table.cells}
        self.heights = self._row_heights()

    def print(self) -> None:
        y = self._print_lines(self.top)
        for at, rows in enumerate(self._split(y)):
            if at:
                self.pages.showPage()
            self._print_rows(rows, self.top if at else y)

    def _print_lines(self, y: float) -> float:
        self.pages.setFont(FONT, 12)
        for line in self.form.lines:
            y -= 20
            if line.startswith("单位"):
                self.pages.drawRightString(MARGIN + self.width, y, line)
            else:
                self.pages.drawCentredString(MARGIN + self.width / 2, y, line)
        return y - 8

    def _x(self, column: int) -> float:
        return MARGIN + self.width * column / self.table.columns

    def _wrapped(self, cell: Cell) -> list[str]:
        room = self._x(cell.column + cell.column_span) - self._x(cell.column) - 2 * PAD
        return [line for part in cell.text.split("\n") for line in _wrap(part, room)]

    def _row_heights(self) -> list[float]:
        heights = [LEADING + 2 * PAD] * self.table.rows
        for cell in sorted(self.table.cells, key=lambda cell: cell.row_span):
            rows = range(cell.row, cell.row + cell.row_span)
            missing = len(self.lines[cell]) * LEADING + 2 * PAD - sum(heights[r] for r in rows)
            heights[rows[-1]] += max(0.0, missing)
        return heights

    def _split(self, y: float) -> Iterator[list[int]]:
        """The rows of each page, a repeated header first where the style asks for it."""
        rows: list[int] = []
        for row in range(self.table.rows):
            if y - self.heights[row] < self.bottom and rows:
                yield rows
                rows, y = self._repeated(row), self.top
                y -= sum(self.heights[r] for r in rows)
            rows.append(row)
            y -= self.heights[row]
        yield rows

    def _repeated(self, row: int) -> list[int]:
        headers = [header for header in self.form.header_rows if header < row]
        return headers[-1:] if self.style.repeat_header else []

    def _print_rows(self, rows: list[int], y: float) -> None:
        tops = {row: y - sum(self.heights[r] for r in rows[:at]) for at, row in enumerate(rows)}
        for cell in self.table.cells:
            own = [row for row in rows if cell.row <= row < cell.row + cell.row_span]
            if own:
                top, low = tops[own[0]], tops[own[-1]] - self.heights[own[-1]]
                last = own[-1] == cell.row + cell.row_span - 1
                self._print_cell(cell, top, low, last)

    def _print_cell(self, cell: Cell, top: float, low: float, last: bool) -> None:
        left, right = self._x(cell.column), self._x(cell.column + cell.column_span)
        if self.style.ruled:
            self.pages.rect(left, low, right - left, top - low)
        fitting = int((top - low - 2 * PAD) // LEADING + 0.01)
        lines = self.lines[cell] if last else self.lines[cell][:fitting]
        if cell.row_span > 1:
            self.lines[cell] = self.lines[cell][len(lines) :]
        self._print_text(lines, (left, right), top, low)

    def _print_text(
        self, lines: list[str], sides: tuple[float, float], top: float, low: float
    ) -> None:
        self.pages.setFont(FONT, SIZE)
        slack = top - low - 2 * PAD - len(lines) * LEADING
        y = top - PAD - (slack / 2 if self.style.middle else 0)
        for line in lines:
            y -= LEADING
            if self.style.centred:
                self.pages.drawCentredString(sum(sides) / 2, y + 3, line)
            else:
                self.pages.drawString(sides[0] + PAD, y + 3, line)


def _wrap(text: str, room: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for char in text:
        if pdfmetrics.stringWidth(line + char, FONT, SIZE) > room and line:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]

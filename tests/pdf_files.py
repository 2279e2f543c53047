"""Small PDF files drawn for a test: text, ruling lines and rectangles at given places."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Literal

from pikepdf import Pdf, Rectangle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from heshu.extractors.readers import pdf
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document, Paragraph, Table

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, SIZE, PITCH = 90.0, 510.0, 16.0, 28.0


def register_font(name: str) -> None:
    """Make one of the Chinese fonts that every PDF reader has known to reportlab."""
    metrics: Any = pdfmetrics
    metrics.registerFont(UnicodeCIDFont(name))


class PdfPages:
    """Pages that are drawn from the top left, in points."""

    def __init__(self) -> None:
        register_font(FONT)
        self._bytes = BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=(WIDTH, HEIGHT), invariant=True)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SIZE,
        mode: Literal[0, 3] = 0,
        grey: float = 0.0,
    ) -> PdfPages:
        """Text whose baseline is at ``y``; ``mode`` 3 is invisible, ``grey`` 1 white."""
        item = self.canvas.beginText(x, HEIGHT - y)
        item.setFont(FONT, size)
        item.setFillGray(grey)
        item.setTextRenderMode(mode)
        item.textOut(text)
        self.canvas.drawText(item)
        return self

    def picture(self, image: object, x0: float, y0: float, width: float, height: float) -> PdfPages:
        """A picture whose lower left corner is ``x0, y0`` from the page's own."""
        canvas: Any = self.canvas
        canvas.drawInlineImage(image, x0, y0, width, height)
        return self

    def wrapped(self, y: float, text: str, *, indent: float = 2 * SIZE) -> float:
        """A paragraph with an indent, wrapped at the right margin; the baseline after it."""
        x, line = LEFT + indent, ""
        for char in text:
            if x + (len(line) + 1) * SIZE > RIGHT:
                self.text(x, y, line)
                x, y, line = LEFT, y + PITCH, ""
            line += char
        self.text(x, y, line)
        return y + PITCH

    def line(self, x0: float, y0: float, x1: float, y1: float) -> PdfPages:
        """A ruling line."""
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
        return self

    def shade(self, x0: float, y0: float, x1: float, y1: float, grey: float) -> PdfPages:
        """A filled rectangle without an outline."""
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        return self

    def grid(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        texts: Sequence[Sequence[str]],
        *,
        ruled: bool = True,
    ) -> PdfPages:
        """A table with a text in every cell, set 8 points from its left rule."""
        if ruled:
            for x in xs:
                self.line(x, ys[0], x, ys[-1])
            for y in ys:
                self.line(xs[0], y, xs[-1], y)
        for y, row in zip(ys, texts, strict=False):
            for x, text in zip(xs, row, strict=False):
                self.text(x + 8, y + 14, text, size=10)
        return self

    def next(self) -> PdfPages:
        """Go on with a new page."""
        self.canvas.showPage()
        return self

    def data(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._bytes.getvalue()

    def read(self) -> Document:
        """The file as read."""
        return pdf.read(Source("样例.pdf", self.data()))


def turned(data: bytes, quarters: int) -> bytes:
    """The same page drawn turned, and shown upright by the page's own rotation."""
    with Pdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        _, _, width, height = (float(edge) for edge in page.mediabox)
        matrix = {
            1: f"0 1 -1 0 {height} 0 cm",
            2: f"-1 0 0 -1 {width} {height} cm",
            3: f"0 -1 1 0 0 {width} cm",
        }[quarters]
        page.contents_add(f"q {matrix}".encode(), prepend=True)
        page.contents_add(b"Q")
        if quarters % 2:
            page.mediabox = Rectangle(0, 0, height, width).as_array()
        page.Rotate = 90 * quarters
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def paragraphs(document: Document) -> list[str]:
    """The texts of all paragraphs that are no header or footer."""
    return [
        block.text
        for block in document.blocks
        if isinstance(block, Paragraph) and block.type not in {"header", "footer"}
    ]


def tables(document: Document) -> list[Table]:
    """All tables."""
    return [block for block in document.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    """The texts of a table's cells, row by row, each merged cell once."""
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]

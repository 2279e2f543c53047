"""Make the sample reports of data/samples from the texts beside this script.

python tests/samples/make.py FOLDER    writes the .docx, and where LibreOffice is the .pdf,
                                       the picture of a form that the README shows, and
                                       the same form as a scan

A text has a line a paragraph: # title, ## and ### headings, ~ centred, @ right, --- a new
page, | cells of a table row, where < continues the cell on the left and ^ the one above.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, cast

import docx
import pdfplumber
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from PIL import ImageOps

NAMES = {
    "prose": "water_supply_report",
    "form": "parking_form",
    "three": "library_three_reports",
}
HERE = Path(__file__).parent
SONG = "Noto Serif CJK SC"


def make(text: str, file: Path) -> None:
    """Write one sample as a Word file."""
    document = docx.Document()
    _set_up(document)
    for is_table, lines in groupby(text.splitlines(), key=lambda line: line.startswith("|")):
        if is_table:
            _add_table(document, [_cells(line) for line in lines])
        else:
            for line in lines:
                _add_line(document, line)
    document.save(str(file))


def _set_up(document: Document) -> None:
    style = cast(Any, document.styles["Normal"])  # its stubs know a style's base class only
    style.font.size = Pt(12)
    style.font.name = SONG
    style.element.rPr.rFonts.set(qn("w:eastAsia"), SONG)
    when = datetime(2024, 4, 1, tzinfo=UTC)
    document.core_properties.created = document.core_properties.modified = when
    document.core_properties.author = ""


def _add_line(document: Document, line: str) -> None:
    mark, _, text = line.partition(" ")
    match mark:
        case "!":
            section = document.sections[0]
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        case "---":
            document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        case "#":
            _say(document, text, WD_ALIGN_PARAGRAPH.CENTER, size=18, bold=True)
        case "##" | "###":
            _say(document, text, size=14 if mark == "##" else 12, bold=True)
        case "~":
            _say(document, text, WD_ALIGN_PARAGRAPH.CENTER)
        case "@":
            _say(document, text, WD_ALIGN_PARAGRAPH.RIGHT)
        case _:
            _say(document, line).paragraph_format.first_line_indent = Pt(24)


def _say(
    document: Document,
    text: str,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    size: int = 12,
    bold: bool = False,
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.line_spacing = 1.5
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    return paragraph


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _add_table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for top, left, bottom, right in _merged(rows):
        table.cell(top, left).merge(table.cell(bottom, right))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text not in {"<", "^"}:
                table.cell(row, column).paragraphs[0].add_run(text).font.size = Pt(10.5)


def _merged(rows: list[list[str]]) -> Iterator[tuple[int, int, int, int]]:
    """Corners of the merged cells."""
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            right, bottom = column, row
            while text not in {"<", "^"} and right + 1 < len(cells) and cells[right + 1] == "<":
                right += 1
            while (
                text not in {"<", "^"}
                and bottom + 1 < len(rows)
                and rows[bottom + 1][column] == "^"
            ):
                bottom += 1
            if (right, bottom) != (column, row):
                yield row, column, bottom, right


def main(folder: Path) -> None:
    """Write all samples into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{name}.docx" for name in NAMES.values()]
    for key, file in zip(NAMES, files, strict=True):
        make((HERE / f"{key}.txt").read_text(encoding="utf-8"), file)
    if office := shutil.which("soffice"):
        command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *map(str, files)], check=True)
        picture(folder / f"{NAMES['form']}.pdf")
        scan(folder / f"{NAMES['form']}.pdf")


def scan(file: Path) -> None:
    """Write the pages as a scanner gives them, pictures only, beside the file."""
    with pdfplumber.open(file) as pdf:
        pages = [
            page.to_image(resolution=190, antialias=True).original.convert("L")
            for page in pdf.pages
        ]
    scanned = file.with_stem(f"{file.stem}_scan")
    pages[0].save(scanned, save_all=True, append_images=pages[1:], resolution=190, quality=36)


def picture(file: Path) -> None:
    """Draw the table on the first page of a PDF, small, beside the file."""
    with pdfplumber.open(file) as pdf:
        page = pdf.pages[0].to_image(resolution=90, antialias=True).original.convert("L")
    shown = ImageOps.expand(page.crop(ImageOps.invert(page).getbbox()), 12, "white")
    shown.quantize(16).save(file.with_suffix(".png"), optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

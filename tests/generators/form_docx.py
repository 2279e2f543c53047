"""Write a drawn form as a Word file with real merged cells."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from heshu.schemas.document import Cell, Table

from .form_drawing import Form

WIDTH = 8640
"""The width of the text on a page, in twentieths of a point."""


def form_docx(*forms: Form, seed: int = 0) -> bytes:
    """The forms behind each other in one file; line breaks in cells are soft or not, by lot."""
    document: Any = Document()
    random = Random(seed)
    for form in forms:
        for line in form.lines:
            document.add_paragraph(line)
        document.element.body.insert(-1, _table(form.table, random))
        document.add_paragraph("")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _table(table: Table, random: Random) -> Any:
    element = OxmlElement("w:tbl")
    element.append(_ruled())
    grid = OxmlElement("w:tblGrid")
    for _ in range(table.columns):
        grid.append(_element("w:gridCol", w=WIDTH // table.columns))
    element.append(grid)
    for at, cells in enumerate(table.lattice()):
        row = OxmlElement("w:tr")
        for cell in dict.fromkeys(cell for cell in cells if cell):
            row.append(_cell(cell, at, random))
        element.append(row)
    return element


def _ruled() -> Any:
    properties, borders = OxmlElement("w:tblPr"), OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", val="single", sz=4))
    properties.append(borders)
    return properties


def _cell(cell: Cell, row: int, random: Random) -> Any:
    """The cell where it begins; where it only runs on, an empty one that continues it."""
    element, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    if cell.column_span > 1:
        properties.append(_element("w:gridSpan", val=cell.column_span))
    if cell.row_span > 1:
        properties.append(_element("w:vMerge", val="restart" if row == cell.row else "continue"))
    element.append(properties)
    for paragraph in _paragraphs(cell.text if row == cell.row else "", random):
        element.append(paragraph)
    return element


def _paragraphs(text: str, random: Random) -> list[Any]:
    lines = text.split("\n")
    if random.random() < 0.5:
        return [_paragraph([line]) for line in lines]
    return [_paragraph(lines)]


def _paragraph(lines: list[str]) -> Any:
    element, run = OxmlElement("w:p"), OxmlElement("w:r")
    for at, line in enumerate(lines):
        if at:
            run.append(OxmlElement("w:br"))
        text = _element("w:t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(text)
    element.append(run)
    return element


def _element(name: str, **attributes: object) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element

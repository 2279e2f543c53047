"""Word files, the same bytes every time. The one module that knows python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any, cast

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from .assemble import Printed
from .gold import SECTION
from .layout import GridCell
from .source import Block, Source

MOMENT = datetime(2023, 3, 1, 8, 0, 0)
ALIGNED = {
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "sub": WD_ALIGN_PARAGRAPH.CENTER,
    "cover": WD_ALIGN_PARAGRAPH.CENTER,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "caption": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
NUMBERING_ID = 77


def write_word(source: Source, paper: Printed) -> bytes:
    """A document of a source."""
    document = cast("Any", docx.Document())
    properties(document)
    if source.front.get("landscape"):
        turn(document.sections[0])
    if source.front.get("numbering"):
        define_numbering(document)
    tables = iter(paper.tables)
    for block in paper.blocks:
        if block.kind == "table":
            add_table(document, next(tables))
        elif block.kind == "page":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif block.kind in {"header", "footer"}:
            part = getattr(document.sections[0], block.kind)
            part.paragraphs[0].text = block.content.text
        elif block.kind not in {"report", "blank"}:
            add_paragraph(document, block, source.front)
    buffer = io.BytesIO()
    document.save(buffer)
    return stamped(buffer.getvalue())


def turn(section: Any) -> None:
    """Lay the page on its side."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def properties(document: Any) -> None:
    """Fixed core properties."""
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = core.title = ""
    core.created = core.modified = core.last_printed = MOMENT


def add_paragraph(document: Any, block: Block, front: dict[str, Any]) -> None:
    """A paragraph in the style of its kind."""
    text = block.content.text
    styled = front.get("styles") == "headings"
    style = style_of(document, block) if styled or block.kind == "toc" else "Normal"
    numbered = bool(front.get("numbering")) and block.kind == "heading"
    if numbered:
        m = SECTION.fullmatch(text)
        assert m
        text = m[2]
    paragraph = document.add_paragraph(text, style=style)
    if block.kind in ALIGNED:
        paragraph.alignment = ALIGNED[block.kind]
    if not styled and block.kind in {"title", "heading"}:
        paragraph.runs[0].bold = True
    if numbered:
        number(paragraph, block.level - 1)


def style_of(document: Any, block: Block) -> str:
    """The built-in style's name."""
    names = {"title": "Title", "caption": "Caption", "toc": "toc 1"}
    name = f"Heading {block.level}" if block.kind == "heading" else names.get(block.kind, "Normal")
    if name not in [style.name for style in document.styles]:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    return name


def define_numbering(document: Any) -> None:
    """Chinese outline numbering, level by level."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:suff w:val="nothing"/></w:lvl>'
        for at, (form, text) in enumerate(LEVELS)
    )
    root = document.part.numbering_part.element
    opening = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING_ID}">'
    root.insert(0, parse_xml(f"{opening}{levels}</w:abstractNum>"))
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{NUMBERING_ID}">'
            f'<w:abstractNumId w:val="{NUMBERING_ID}"/></w:num>'
        )
    )


def number(paragraph: Any, level: int) -> None:
    """Let Word draw the number."""
    properties_ = paragraph._p.get_or_add_pPr()
    numbering = properties_.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = NUMBERING_ID


def add_table(document: Any, cells: tuple[GridCell, ...]) -> None:
    """A ruled table with real merged cells."""
    rows = max(cell.row + cell.row_span for cell in cells)
    columns = max(cell.column + cell.column_span for cell in cells)
    table = document.add_table(rows, columns, style="Table Grid")
    for cell in cells:
        target = table.cell(cell.row, cell.column)
        if cell.row_span > 1 or cell.column_span > 1:
            last = table.cell(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
            target = target.merge(last)
        fill(target, cell.content.text)
    keep_rows_apart(table)


def fill(target: Any, text: str) -> None:
    """One paragraph a line."""
    first, *more = text.split("\n")
    for paragraph in target.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    target.paragraphs[0].text = first
    for line in more:
        target.add_paragraph(line)


def keep_rows_apart(table: Any) -> None:
    """Rows do not break over a page."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(row._tr.makeelement(qn("w:cantSplit"), {}))


def stamped(data: bytes) -> bytes:
    """The same archive with fixed times."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            entry = zipfile.ZipInfo(info.filename, MOMENT.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, re.sub(rb"python-docx", b"", old.read(info)))
    return out.getvalue()

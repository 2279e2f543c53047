"""Small Word files for the tests, from the XML of their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from heshu.extractors.readers import docx
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document, Paragraph, Table

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT_TYPES = f'<Types xmlns="{_PACKAGE}/content-types"/>'


def run(text: str, properties: str = "") -> str:
    """A run of text, with the XML of its properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs; plain text is made a run."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(text: str, style: str) -> str:
    """A paragraph in a style."""
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def numbered(text: str, numbering: int = 1, level: int = 0) -> str:
    """A paragraph with an automatic number."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'
    )


def cell(content: str, properties: str = "") -> str:
    """A table cell; plain text is made a paragraph."""
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row; plain texts are made cells."""
    inner = "".join(text if text.startswith("<") else cell(text) for text in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table, with the widths of its grid columns in twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def part(name: str, content: str) -> str:
    """A whole part with this root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{content}</w:{name}>'


def relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    """A relationships part: from id to kind and target."""
    rows = "".join(
        f'<Relationship Id="{at}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for at, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


@dataclass
class WordFile:
    """The parts of a Word file; every one but the body may be left out."""

    body: str
    styles: str = ""
    numbering: str = ""
    footnotes: str = ""
    margins: dict[str, str] = field(default_factory=dict[str, str])
    extra: dict[str, str | bytes] = field(default_factory=dict[str, "str | bytes"])

    def parts(self) -> dict[str, str | bytes]:
        """Every part by its name."""
        targets = {"main": ("officeDocument", "word/document.xml")}
        inner = {
            name: (name, f"{name}.xml")
            for name in ("styles", "numbering", "footnotes")
            if getattr(self, name)
        }
        inner |= {name: (name.rstrip("0123456789"), f"{name}.xml") for name in self.margins}
        made: dict[str, str | bytes] = {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": relationships(targets),
            "word/document.xml": part("document", f"<w:body>{self.body}</w:body>"),
            "word/_rels/document.xml.rels": relationships(inner),
        }
        for name in ("styles", "numbering", "footnotes"):
            made[f"word/{name}.xml"] = part(name, getattr(self, name))
        for name, content in self.margins.items():
            made[f"word/{name}.xml"] = part("hdr", content)
        return made | self.extra

    def data(self) -> bytes:
        """The file."""
        return zipped(self.parts())

    def read(self) -> Document:
        """The file as the reader sees it."""
        return docx.read(Source("test.docx", self.data()))


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def texts(document: Document) -> list[str]:
    """The texts of a document's paragraphs."""
    return [block.text for _, block in document.paragraphs()]


def read_body(body: str) -> list[str]:
    """The texts of the paragraphs of a file that has nothing but this body."""
    return texts(WordFile(body).read())


def only_paragraph(document: Document) -> Paragraph:
    """The one paragraph of a document."""
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    return block


def only_table(document: Document) -> Table:
    """The first table of a document."""
    return next(block for _, block in document.tables())


Spans = list[tuple[int, int, int, int, str]]


def spans(grid: Table) -> Spans:
    """Row, column, row span, column span and text of every cell."""
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells]

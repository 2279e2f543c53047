"""Word documents (.docx), read as a person sees them on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...schemas.document import Block, BlockType, Document, Note, Paragraph
from ...schemas.file_errors import DamagedFile
from .docx_blocks import BlockReader, Seen
from .docx_fields import Fields
from .docx_notes import FootNotes
from .docx_numbering import Numbering
from .docx_package import Package, Relationship
from .docx_paragraphs import ParagraphReader
from .docx_paring import pared_styles, pared_text
from .docx_properties import read_properties
from .docx_styles import Styles
from .docx_text import InlineReader
from .docx_xml import Element, Paring, R, W, child
from .source import Source

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")


def read(source: Source) -> Document:
    """The document: its blocks, its own dates, and notes on what is not shown.

    Headers and footers follow the body, each wording once. Raises TooLarge, judged by the
    sizes that the zip declares before anything is inflated, ForbiddenDoctype, EncryptedOffice
    and DamagedFile. Nothing that the file points at outside itself is fetched.
    """
    package = source.package
    properties = read_properties(package)
    try:
        blocks, seen = _read_main(package)
    except RecursionError as error:
        raise DamagedFile("表格或控件嵌套过深") from error
    return Document(
        doc_id=source.doc_id,
        sha256=source.sha256,
        name=source.name,
        format="docx",
        bytes=len(source.data),
        blocks=blocks,
        created=properties.created,
        modified=properties.modified,
        notes=tuple(_notes(blocks, seen)),
    )


class _Parts:
    """The main part and those it points at."""

    def __init__(self, package: Package) -> None:
        name = next(
            (at.target for at in package.relationships() if at.kind == "officeDocument"), None
        )
        root = None if name is None else package.xml(name, pared_text)
        body = child(root, W + "body")
        if name is None or body is None:
            raise DamagedFile("找不到 Word 正文")
        self.body = body
        self._package = package
        self._relationships = package.relationships(name)

    def of_kind(self, kind: str, pare: Paring = bytes) -> Element | None:
        """The first part of a kind that is there, pared; null where none is."""
        return self._first((at for at in self._relationships if at.kind == kind), pare)

    def by_id(self, relationship_id: str | None) -> Element | None:
        """The part that a relationship's id names; null where it dangles."""
        return self._first(at for at in self._relationships if at.id == relationship_id)

    def _first(self, candidates: Iterator[Relationship], pare: Paring = bytes) -> Element | None:
        parts = (self._package.xml(at.target, pare) for at in candidates)
        return next((part for part in parts if part is not None), None)


def _read_main(package: Package) -> tuple[tuple[Block, ...], Seen]:
    parts = _Parts(package)
    style_part = parts.of_kind("styles", pared_styles)
    footnotes, endnotes = map(parts.of_kind, ("footnotes", "endnotes"))
    styles = Styles(style_part)
    numbering = Numbering(parts.of_kind("numbering"), styles)
    notes = FootNotes({"footnote": footnotes, "endnote": endnotes})
    hiding = any(map(_hides, (parts.body, style_part, footnotes, endnotes)))

    def reader(fields: Fields, *, may_hide: bool) -> BlockReader:
        inline = InlineReader(styles, fields, may_hide=may_hide)
        return BlockReader(ParagraphReader(styles, numbering, inline), notes)

    closed = _fields_are_closed(parts.body)
    main = reader(Fields(trusted=closed, shows_page_numbers=True), may_hide=hiding)
    body = tuple(main.blocks(parts.body))
    beside = reader(Fields(trusted=closed, shows_page_numbers=False), may_hide=True)
    return (*body, *_margins(parts, beside)), main.seen


def _hides(part: Element | None) -> bool:
    return part is not None and next(part.iter(W + "vanish"), None) is not None


def _fields_are_closed(body: Element) -> bool:
    kinds = [mark.get(W + "fldCharType") for mark in body.iter(W + "fldChar")]
    return kinds.count("begin") == kinds.count("end")


_MARGINS: Mapping[str, BlockType] = {
    W + "headerReference": "header",
    W + "footerReference": "footer",
}


def _margins(parts: _Parts, reader: BlockReader) -> Iterator[Paragraph]:
    """Headers and footers that sections use; the same wording is given once."""
    given: set[tuple[BlockType, str]] = set()
    for reference in parts.body.iter(*_MARGINS):
        kind = _MARGINS[reference.tag]
        part = parts.by_id(reference.get(R + "id"))
        text = "" if part is None else "\n".join(_texts(reader.blocks(part)))
        if any(map(str.isalnum, text)) and (kind, text) not in given:
            given.add((kind, text))
            yield Paragraph(text=text, type=kind)


def _texts(blocks: Iterator[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text.strip()
        else:
            yield from (cell.text for cell in block.cells if cell.text)


def _notes(blocks: tuple[Block, ...], seen: Seen) -> Iterator[Note]:
    if seen.hidden:
        yield Note("hidden-text", "文件含有隐藏文字，打印时看不见，未读取")
    if seen.revisions:
        yield Note("tracked-changes", "文件含有未接受的修订，按接受全部修订后的内容读取")
    if seen.embedded:
        yield Note("embedded-document", "文件嵌入了另一份文档，未读取")
    if not blocks:
        what = "只有图片，没有文字" if seen.pictures else "没有文字"
        yield Note("no-text", f"文件{what}")

"""PDF files (.pdf): characters and ruling lines from pdfium, tables and paragraphs of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from ...schemas.document import Document, Note
from ...schemas.errors import DamagedFile, NoTextLayer
from ..text.headings import label_role
from .pdf_aligned import aligned_rules
from .pdf_engine import PdfFile, opened
from .pdf_flow import Sheet, blocks_of
from .pdf_furniture import furniture
from .pdf_lines import lines_of, vertical_lines_of
from .pdf_page import PageContent
from .pdf_safety import check_streams
from .pdf_tables import parts_of
from .source import Source

SUFFIXES = (".pdf",)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?")


def read(source: Source) -> Document:
    """The document; it is partial where some pages cannot be read, and its notes say which.

    Hidden text (invisible, white, off the page) is left out with a note. Raises
    ``EncryptedFile``, ``DamagedFile``, ``TooLarge`` and, where no page can be read as
    text, ``NoTextLayer``.
    """
    check_streams(source.data)
    with opened(source.data, source.password) as file:
        sheets, notes = _sheets(file)
        created, modified = _date(file, "CreationDate"), _date(file, "ModDate")
        pages = len(file)
    edge = furniture([sheet.lines for sheet in sheets], [sheet.height for sheet in sheets])
    return Document(
        doc_id=source.doc_id,
        sha256=source.sha256,
        name=source.name,
        format="pdf",
        bytes=len(source.data),
        blocks=tuple(blocks_of(sheets, edge, lambda text: label_role(text) is not None)),
        pages=pages,
        created=created,
        modified=modified,
        partial=any(note.code in _PARTIAL for note in notes),
        notes=tuple(notes),
    )


_PARTIAL = frozenset({"page-unreadable", "page-damaged"})


def _sheets(file: PdfFile) -> tuple[list[Sheet], list[Note]]:
    """All pages laid out, with a note for what could not or must not be read."""
    sheets: list[Sheet] = []
    notes: list[Note] = []
    for number in range(1, len(file) + 1):
        try:
            content = file.page(number)
        except DamagedFile as error:
            notes.append(Note("page-damaged", error.message))
            continue
        notes += _page_notes(content)
        if not content.unreadable:
            sheets.append(_laid_out(content))
    if not sheets and notes:
        raise _nothing_read(notes)
    return sheets, notes


def _nothing_read(notes: Sequence[Note]) -> DamagedFile | NoTextLayer:
    if all(note.code == "page-damaged" for note in notes):
        return DamagedFile("没有一页可以解析")
    return NoTextLayer(f"{len(notes)} 页均无可读文字")


def _page_notes(content: PageContent) -> Iterator[Note]:
    if content.unreadable:
        reason = "文字没有可用的字符映射" if content.unmapped else "页面只有图像"
        yield Note("page-unreadable", f"第 {content.number} 页无法读出文字：{reason}，需要文字识别")
    elif content.unmapped:
        yield Note(
            "unmapped-characters",
            f"第 {content.number} 页有 {content.unmapped} 个字符没有可用的字符映射，已略去",
        )
    if content.hidden:
        yield Note(
            "hidden-text",
            f"第 {content.number} 页有 {content.hidden} 个看不见的字符"
            "（隐藏、白色或在页面之外），已略去",
        )


def _laid_out(content: PageContent) -> Sheet:
    parts, free = parts_of(content)
    lines = vertical_lines_of(free, content.number) or lines_of(free, content.number)
    horizontal, vertical = aligned_rules(lines, content.horizontal)
    if vertical:
        drawn = replace(
            content,
            runs=tuple(free),
            horizontal=tuple(horizontal),
            vertical=tuple(vertical),
        )
        aligned, free = parts_of(drawn)
        parts = sorted([*parts, *aligned], key=lambda part: part.top)
        lines = lines_of(free, content.number)
    return Sheet(content.number, content.width, content.height, tuple(lines), tuple(parts))


def _date(file: PdfFile, key: str) -> datetime | None:
    """A date of the file's own properties; null where it is missing or malformed."""
    match = _DATE.match(file.metadata(key))
    if not match:
        return None
    offset = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0))
    zone = timezone(-offset if match[7] == "-" else offset)
    try:
        year, month, day, hour, minute, second = map(int, match.groups()[:6])
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None

"""PDF files (.pdf): characters and ruling lines from pdfium, tables and paragraphs of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone

from ...schemas.document import Document, Format, Note
from ...schemas.file_errors import DamagedFile, MissingExtra, NoTextLayer
from ..text.headings import label_role
from .pdf_aligned import Grid, aligned_rules
from .pdf_engine import PdfFile, opened
from .pdf_flow import Sheet, blocks_of
from .pdf_furniture import furniture
from .pdf_lines import is_uneven, level_lines_of, lines_of, vertical_lines_of
from .pdf_page import PageContent
from .pdf_parts import parts_of
from .pdf_safety import check_streams
from .scan_places import Placement, put_back
from .scanning import read_scanned
from .source import Source

SUFFIXES = (".pdf",)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?")


def read(source: Source) -> Document:
    """The document; it is partial where some pages cannot be read, and its notes say which.

    Pages that are pictures are read by OCR. Hidden text (invisible, white, off the page) is
    left out with a note. Raises ``EncryptedFile``, ``DamagedFile``, ``TooLarge`` and, where
    no page can be read, ``NoTextLayer``, or ``MissingExtra`` where OCR is not installed.
    """
    check_streams(source.data)
    read = _Pages()
    with opened(source.data, source.password) as file:
        for number in range(1, len(file) + 1):
            read.add(file, number)
        created, modified = _date(file, "CreationDate"), _date(file, "ModDate")
        pages = len(file)
    read.check()
    sheets = read.sheets
    edge = furniture([sheet.lines for sheet in sheets], [sheet.height for sheet in sheets])
    blocks = blocks_of(sheets, edge, lambda text: label_role(text) is not None)
    return Document(
        doc_id=source.doc_id,
        sha256=source.sha256,
        name=source.name,
        format=read.format,
        bytes=len(source.data),
        blocks=tuple(put_back(blocks, read.scanned)),
        pages=pages,
        created=created,
        modified=modified,
        partial=any(note.code in _PARTIAL for note in read.notes),
        notes=tuple(read.notes),
    )


_PARTIAL = frozenset({"page-unreadable", "page-damaged"})


@dataclass(slots=True)
class _Pages:
    """The pages laid out so far, those that were pictures by number, and what was noted.

    ``lacking`` says why pictures are not read; null as long as none had to be left. ``grid``
    is that of an unruled table at the end of the last page.
    """

    sheets: list[Sheet] = field(default_factory=list[Sheet])
    scanned: dict[int, Placement] = field(default_factory=dict[int, Placement])
    notes: list[Note] = field(default_factory=list[Note])
    lacking: MissingExtra | None = None
    grid: Grid | None = None

    def add(self, file: PdfFile, number: int) -> None:
        """Read a page; a note says what could not or must not be read."""
        try:
            content = file.page(number)
            self.notes += _page_notes(content)
            if content.unreadable:
                content = self._from_picture(file, content)
        except DamagedFile as error:
            self.notes.append(Note("page-damaged", error.message))
        except MissingExtra as error:
            self.lacking = error
            self.notes.append(Note("page-unreadable", f"第 {number} 页没有读：{error.remedy}"))
        else:
            sheet, self.grid = _laid_out(content, self.grid)
            self.sheets.append(sheet)

    def _from_picture(self, file: PdfFile, content: PageContent) -> PageContent:
        page = read_scanned(file, content)
        self.scanned[content.number] = page.placement
        self.notes += page.notes
        return page.content

    def check(self) -> None:
        """Raise what is wrong with a file of which no page could be read."""
        if any(sheet.lines or sheet.parts for sheet in self.sheets):
            return
        if self.lacking is not None:
            raise self.lacking
        if self.scanned:
            raise NoTextLayer(f"{len(self.scanned)} 页图像中没有认出文字")
        if self.notes and not self.sheets:
            raise DamagedFile("没有一页可以解析")

    @property
    def format(self) -> Format:
        """A scan is a file none of whose texts is anything but a picture."""
        written = (sheet for sheet in self.sheets if sheet.number not in self.scanned)
        is_text = any(sheet.lines or sheet.parts for sheet in written)
        return "pdf-scan" if self.scanned and not is_text else "pdf"


def _page_notes(content: PageContent) -> Iterator[Note]:
    if content.unmapped and not content.unreadable:
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


def _laid_out(content: PageContent, before: Grid | None) -> tuple[Sheet, Grid | None]:
    """The page in lines and tables, and the grid of an unruled table that may go on overleaf."""
    parts, free = parts_of(content)
    lines = vertical_lines_of(free, content.number) or lines_of(free, content.number)
    level = level_lines_of(free, content.number) if any(map(is_uneven, lines)) else lines
    drawn = aligned_rules(level, content.horizontal, before)
    if drawn.vertical:
        unruled = replace(
            content,
            runs=tuple(free),
            horizontal=tuple(drawn.horizontal),
            vertical=tuple(drawn.vertical),
        )
        aligned, free = parts_of(unruled)
        parts = sorted([*parts, *aligned], key=lambda part: part.top)
        lines = lines_of(free, content.number)
    sheet = Sheet(content.number, content.width, content.height, tuple(lines), tuple(parts))
    return sheet, drawn.last


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

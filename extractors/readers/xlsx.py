"""Excel workbooks (.xlsx), read as a person sees their sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from ...schemas.document import Block, Document, Note, Paragraph
from ...schemas.file_errors import DamagedFile, UnknownFormat
from .docx_package import Package
from .docx_properties import read_properties
from .docx_xml import R, child
from .source import Source
from .xlsx_book import Book, Value
from .xlsx_dates import shown_moment
from .xlsx_grid import visible_cells
from .xlsx_joining import Content, as_next_page
from .xlsx_layout import blocks_of
from .xlsx_markup import Markup, S, read_markup
from .xlsx_numbers import shown_number
from .xlsx_strict import is_strict, transitional

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm")

_PICTURES = ("=DISPIMG(", "=_xlfn.DISPIMG(")
"""What WPS keeps as the value of a cell with a picture in it."""
_WORKING_PAPER = frozenset({"疑点", "已核对", "未核对数字"})
"""Sheets of a working paper (底稿) that heshu wrote, whoever saved it since."""
_XML_PARTS = (".xml", ".rels")
_CONTENT_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A worksheet: its name on the tab, and its layout."""

    name: str
    markup: Markup


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The visible worksheets in their order, and the names of the hidden ones."""

    visible: tuple[_Sheet, ...]
    hidden: tuple[str, ...]


def read(source: Source) -> Document:
    """The visible sheets: their tables, the lines over and under these, and notes.

    Each sheet's name stands over its blocks where several sheets have any. A sheet that
    goes on with the form before it is read as its next page. Raises TooLarge before
    anything large is inflated or laid out, ForbiddenDoctype, EncryptedOffice, DamagedFile
    and, for a working paper of heshu's own, UnknownFormat. Nothing that the file points at
    outside itself is fetched.
    """
    data = source.data
    package = Package(data)
    _check_parts(package)
    if is_strict(package.xml(_main_part(package))):
        data = transitional(data)
        package = Package(data)
    sheets = _find_sheets(package)
    if {sheet.name for sheet in sheets.visible} >= _WORKING_PAPER:
        raise UnknownFormat("看起来是核数写出的审计底稿，请用 heshu audit --import 收回")
    blocks = _blocks(sheets, Book(data))
    properties = read_properties(package)
    return Document(
        doc_id=source.doc_id,
        sha256=source.sha256,
        name=source.name,
        format="xlsx",
        bytes=len(source.data),
        blocks=blocks,
        created=properties.created,
        modified=properties.modified,
        notes=tuple(_notes(sheets, blocks)),
    )


def _check_parts(package: Package) -> None:
    """Parse every part, whatever its name, since openpyxl would let a document type pass."""
    types = package.xml("[Content_Types].xml")
    told = () if types is None else types.iter(_CONTENT_TYPE)
    parts = {part.get("PartName") or "" for part in told}
    for name in sorted(parts | package.names()):
        if name.endswith(_XML_PARTS) or name in parts:
            package.xml(name)


def _main_part(package: Package) -> str:
    return next((at.target for at in package.relationships() if at.kind == "officeDocument"), "")


def _find_sheets(package: Package) -> _Sheets:
    main = _main_part(package)
    listed = child(package.xml(main), S + "sheets")
    if listed is None:
        raise DamagedFile("找不到工作表")
    parts = {at.id: at.target for at in package.relationships(main) if at.kind == "worksheet"}
    visible: list[_Sheet] = []
    hidden: list[str] = []
    for entry in listed.iterchildren(S + "sheet"):
        name = entry.get("name") or ""
        root = package.xml(parts.get(entry.get(R + "id") or "", ""))
        if entry.get("state") in ("hidden", "veryHidden"):
            hidden.append(name)
        elif root is not None:
            visible.append(_Sheet(name, read_markup(root, name)))
    return _Sheets(tuple(visible), tuple(hidden))


def _blocks(sheets: _Sheets, book: Book) -> tuple[Block, ...]:
    found = [(sheet.name.strip(), tuple(_sheet_blocks(sheet, book))) for sheet in sheets.visible]
    filled = [(name, blocks) for name, blocks in found if blocks]
    if len(filled) == 1:
        return filled[0][1]
    form, together = Content(), list[Block]()
    for name, blocks in filled:
        own = Content.of(blocks)
        if form.goes_on_in(own):
            form = form.joined(own)
            together += (Paragraph(name, type="header"), *as_next_page(blocks))
        else:
            form = own
            together += (_name(name, blocks[0]), *blocks)
    return tuple(together)


def _name(name: str, first: Block) -> Paragraph:
    """A sheet's name: its heading, or like a page header over lines of the sheet's own.

    As a heading it would be taken for the upper line of the title that follows.
    """
    if isinstance(first, Paragraph):
        return Paragraph(name, type="header")
    return Paragraph(name, outline_level=1)


def _sheet_blocks(sheet: _Sheet, book: Book) -> Iterator[Block]:
    markup = sheet.markup
    if not markup.rows:
        return iter(())
    texts = {
        (cell.row, cell.column): _shown(cell.value, cell.format_code)
        for cell in book.values(sheet.name, markup.rows, markup.columns)
    }
    return blocks_of(visible_cells(texts, markup))


def _shown(value: Value, format_code: str) -> str:
    match value:
        case bool():
            return str(value).upper()
        case str() if value.startswith(_PICTURES):
            return ""
        case str():
            return value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
        case date() | time() | timedelta():
            return shown_moment(value, format_code)
        case _:
            return shown_number(value, format_code)


def _notes(sheets: _Sheets, blocks: tuple[Block, ...]) -> Iterator[Note]:
    if sheets.hidden:
        yield Note("hidden-text", f"隐藏的工作表未读取：{'、'.join(sheets.hidden)}")
    for sheet in sheets.visible:
        markup = sheet.markup
        if markup.hidden_rows or markup.hidden_columns:
            yield Note("hidden-text", f"工作表“{sheet.name}”中隐藏的行或列未读取")
        if markup.unsaved:
            yield Note("formula-without-value", _unsaved(sheet))
    if not blocks:
        yield Note("no-text", "文件没有文字")


def _unsaved(sheet: _Sheet) -> str:
    first, *others = sheet.markup.unsaved
    where = f"{first} 等 {len(others) + 1} 处" if others else first
    return (
        f"工作表“{sheet.name}”{where}的公式没有存下结果，按空格处理；"
        "请用 Excel 或 WPS 打开后保存一次再读"
    )

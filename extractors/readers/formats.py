"""What format a file is in, by its content; its suffix is only believed where that is open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from ...schemas.document import Format
from ...schemas.file_errors import (
    DamagedFile,
    EmptyFile,
    EncryptedOffice,
    PackedFile,
    UnknownFormat,
)
from . import compound, docx, html, legacy, legacy_sheets, legacy_word
from .docx_package import Package
from .source import Source
from .text_encoding import decode

_PDF_WITHIN = 1024
"""Bytes of anything that readers let stand before ``%PDF-``."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A format that is known and not read: how its content begins, and its name."""

    start: bytes
    name: str
    error: type[UnknownFormat] = UnknownFormat


_BINARY_KINDS = (
    _Kind(rb"\{\\rtf", "RTF 文档"),
    _Kind(rb"\x89PNG\r\n", "PNG 图片"),
    _Kind(rb"\xff\xd8\xff", "JPEG 图片"),
    _Kind(rb"GIF8[79]a", "GIF 图片"),
    _Kind(rb"BM.{4}\0\0\0\0", "BMP 图片"),
    _Kind(rb"II\*\0|MM\0\*", "TIFF 图片"),
    _Kind(rb"RIFF.{4}WEBP", "WebP 图片"),
    _Kind(rb"Rar!\x1a\x07", "RAR 压缩包", PackedFile),
    _Kind(rb"7z\xbc\xaf\x27\x1c", "7z 压缩包", PackedFile),
    _Kind(rb"\x1f\x8b", "gzip 压缩包", PackedFile),
    _Kind(rb"MZ.{56,58}", "Windows 程序"),
)
_TEXT_KINDS = (
    _Kind(rb"<\?xml.{0,4000}?(?:w:worddocument|word\.document)", "Word 2003 XML 文档"),
    _Kind(rb"<\?xml", "XML 文件"),
    _Kind(rb"mime-version:|from:.{0,200}?mime-version:", "网页存档（MHTML）或邮件"),
)
_PAGE = re.compile(
    r"(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*+(?:<!doctype\s+html|<(?:html|head|body|meta|title)[\s>])"
    r"|<\?xml.{0,4000}?<html",
    re.DOTALL,
)
_PAGE_PART = re.compile(r"</(?:p|div|span|table|td|h[1-6]|style|script)\s*>")
"""What a page without <html> holds, believed of a file named like a page."""
_ZIP_KINDS = (
    ("xl/workbook.bin", "Excel 二进制工作簿（.xlsb）"),
    ("ppt/", "PowerPoint 演示文稿"),
    ("ofd.xml", "OFD 版式文件"),
    ("mimetype", "OpenDocument 文档"),
)


def detect(source: Source) -> Format:
    """The format of a file that heshu reads or knows how to have converted.

    Raises EmptyFile; EncryptedOffice for an Office file under a password; DamagedFile for a
    zip or OLE file that cannot be followed; UnknownFormat, saying what it seems to be.
    """
    data = source.data
    if not data:
        raise EmptyFile
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _detect_zip(source)
    if data.startswith(compound.MAGIC):
        return _detect_ole(source)
    for kind in _BINARY_KINDS:
        if re.match(kind.start, data, re.DOTALL):
            raise kind.error(f"看起来是{kind.name}")
    return _detect_text(source)


def _suffix(source: Source) -> str:
    return PurePath(source.name).suffix.casefold()


def _detect_zip(source: Source) -> Format:
    package = source.package
    names = package.names()
    if any(name.startswith("word/") for name in names) or _points_at_word(package):
        return "docx"
    for start, name in _ZIP_KINDS:
        if any(part.startswith(start) for part in names):
            raise UnknownFormat(f"看起来是{name}")
    if any(part.startswith("xl/") for part in names):
        return "xlsx"
    if _suffix(source) in docx.SUFFIXES:
        raise DamagedFile("压缩包里没有 Word 正文")
    raise UnknownFormat("看起来是 ZIP 压缩包")


def _points_at_word(package: Package) -> bool:
    """Whether the main part, wherever it stands, is a Word document."""
    main = (at.target for at in package.relationships() if at.kind == "officeDocument")
    roots: Iterator[str] = (root.tag for name in main if (root := package.xml(name)) is not None)
    return any(tag.endswith("wordprocessingml/2006/main}document") for tag in roots)


def _detect_ole(source: Source) -> Format:
    names = compound.stream_names(source.data)
    if "EncryptedPackage" in names:
        raise EncryptedOffice
    if "WordDocument" in names:
        if legacy_word.is_encrypted(source.data):
            raise EncryptedOffice
        return legacy.named_format(source)
    if legacy_sheets.STREAMS & names:
        return legacy_sheets.named_format(source)
    if "PowerPoint Document" in names:
        raise UnknownFormat("看起来是旧版 PowerPoint 演示文稿")
    raise UnknownFormat("看起来是旧版 Office 文件，但不是 Word 文档或 Excel 工作簿")


def _detect_text(source: Source) -> Format:
    decoded = decode(source.data)
    if decoded is None:
        raise UnknownFormat("内容不是文字")
    if not decoded.text.strip("\ufeff \t\r\n\x0b\x0c\x1a\u3000"):
        raise EmptyFile("只有空白")
    start = decoded.text.lstrip("\ufeff \t\r\n")[:8000].casefold()
    if _is_page(source, start):
        return "html"
    for kind in _TEXT_KINDS:
        if re.match(kind.start, start.encode(), re.DOTALL):
            raise UnknownFormat(f"看起来是{kind.name}")
    return "txt"


def _is_page(source: Source, start: str) -> bool:
    """Whether a text is a web page; one that merely begins with a bracket is not."""
    if _PAGE.match(start):
        return True
    named = _suffix(source) in html.SUFFIXES
    return named and start.startswith("<") and _PAGE_PART.search(start) is not None

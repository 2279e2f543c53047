"""One door to all readers: a file's content decides which one reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...schemas.document import Document, Format
from . import docx, html, legacy, legacy_sheets, pdf, text, xlsx
from .formats import detect
from .source import Source

_READERS: Mapping[Format, Callable[[Source], Document]] = {
    "docx": docx.read,
    "doc": legacy.read,
    "wps": legacy.read,
    "pdf": pdf.read,
    "txt": text.read,
    "html": html.read,
    "xlsx": xlsx.read,
    "xls": legacy_sheets.read,
    "et": legacy_sheets.read,
}


def read_document(source: Source) -> Document:
    """The file as paragraphs and tables.

    Raises what ``detect`` and the format's reader raise.
    """
    return _READERS[detect(source)](source)

"""One door to all readers: a file's content decides which one reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...schemas.document import Document, Format
from ...schemas.errors import MissingTool
from . import docx, pdf, text
from .formats import detect
from .source import Source

_READERS: Mapping[Format, Callable[[Source], Document]] = {
    "docx": docx.read,
    "pdf": pdf.read,
    "txt": text.read,
}
_NEEDS_OFFICE: Mapping[Format, str] = {"doc": "旧版 Word 文档", "wps": "WPS 文字文档"}


def read_document(source: Source) -> Document:
    """The file as paragraphs and tables.

    Raises what ``detect`` and the format's reader raise; MissingTool for .doc and .wps.
    """
    kind = detect(source)
    if kind in _NEEDS_OFFICE:
        raise MissingTool(_NEEDS_OFFICE[kind])
    return _READERS[kind](source)

"""Old Excel files and those of WPS (.xls, .et), read as the .xlsx LibreOffice makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath
from typing import Literal

from ...schemas.document import Document
from ...schemas.file_errors import DamagedFile, EncryptedOffice
from . import xlsx
from .compound import Stream, stream
from .legacy_office import SHEETS, converted
from .legacy_original import read_made
from .source import Source

SUFFIXES = (".xls", ".xlt", ".et", ".ett")
STREAMS = frozenset({"Workbook", "Book"})
"""What holds the sheets: of Excel 97 and later, and of Excel 5."""

_PASSWORD = 0x2F
_RECORDS_SEEN = 8
"""A file under a password says so in one of its first records."""


def read(source: Source) -> Document:
    """The document; its places point into the blocks of the converted workbook.

    Raises ``MissingTool`` where there is no LibreOffice, ``EncryptedOffice`` for a workbook
    under a password, what ``converted`` gives for a file that cannot be converted, and what
    the reader of .xlsx raises.
    """
    made = source.converted or converted([source], SHEETS)[0]
    if isinstance(made, DamagedFile) and is_encrypted(source.data):
        raise EncryptedOffice
    return read_made(source, made, xlsx.read, named_format(source))


def named_format(source: Source) -> Literal["xls", "et"]:
    """Which of the two an old workbook is: inside they are alike, the name tells."""
    wps = PurePath(source.name).suffix.casefold() in {".et", ".ett"}
    return "et" if wps else "xls"


def is_encrypted(data: bytes) -> bool:
    """Whether a workbook says of itself that it is under a password. Raises DamagedFile.

    So does one that is only locked against changes, which LibreOffice opens all the same.
    """
    found = (stream(data, name) for name in sorted(STREAMS))
    book = next(filter(None, found), None)
    try:
        return book is not None and _PASSWORD in islice(_records(book), _RECORDS_SEEN)
    except IndexError:  # it breaks off, as LibreOffice found too
        return False


def _records(book: Stream) -> Iterator[int]:
    """The kinds of the records that a workbook consists of. Raises ``IndexError`` at its end."""
    at = 0
    while True:
        yield book.integer(at, 2)
        at += 4 + book.integer(at + 2, 2)

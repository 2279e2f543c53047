"""The mark at the end of files that heshu writes, by which it knows them among reports."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

MARK = b"heshu-output"
"""A comment behind the last line of a PDF or of a page, and the comment of a workbook's zip."""

SIGNED_SUFFIXES = frozenset({".pdf", ".xlsx", ".html"})
TAIL = 64
"""So many bytes at the end of a signed file hold the mark."""


def sign_pdf(file: Path) -> None:
    """Sign a PDF; viewers pass over what stands behind its end."""
    with file.open("ab") as stream:
        stream.write(b"\n%" + MARK + b"\n")


def sign_workbook(file: Path) -> None:
    """Sign a workbook; raises ``OSError`` where the disk refuses."""
    with ZipFile(file, "a") as archive:
        archive.comment = MARK


def is_signed(tail: bytes) -> bool:
    """Whether these last bytes of a file are those of one that heshu wrote."""
    return MARK in tail[-TAIL:]

"""Folders with their sub-folders, in a fixed order, whatever stands in them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from ..schemas.file_errors import FileNotReadable
from .names import is_hidden

_REPORT_BEGINNINGS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def files(folder: Path, skip: Path | None) -> Iterator[tuple[Path, FileNotReadable | None]]:
    """The files under a folder, each with why the system refuses it, null where it does not.

    Hidden ones and what is no regular file are left out, and everything under ``skip``.
    Linked folders are not followed. A folder that cannot be listed stands for its files.
    """
    refused: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if _is_input(Path(here, name), skip))
        for name in sorted(names):
            if _is_input(Path(here, name), skip):
                yield from _checked(Path(here, name))
    for error in refused:
        yield Path(error.filename), FileNotReadable(error.strerror)


def begins_like_report(head: bytes) -> bool:
    """Whether the first bytes are those of a PDF, a zip or an old Word file."""
    return head.startswith(_REPORT_BEGINNINGS)


def _is_input(path: Path, skip: Path | None) -> bool:
    return not is_hidden(path.name) and (skip is None or path.resolve() != skip)


def _checked(file: Path) -> Iterator[tuple[Path, FileNotReadable | None]]:
    try:
        status = file.stat()
    except OSError as error:
        yield file, FileNotReadable(error.strerror)
        return
    hidden = getattr(status, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_HIDDEN
    if stat.S_ISREG(status.st_mode) and not hidden:
        yield file, None

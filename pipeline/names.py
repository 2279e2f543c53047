"""File names: which are hidden, and how those in no readable encoding are shown."""

from __future__ import annotations

import os
from pathlib import PurePosixPath

_HIDDEN = {"__macosx", "thumbs.db", "desktop.ini"}


def is_hidden(path: str) -> bool:
    """Whether any part of a path is hidden, a lock of Word (``~$``), or the system's own."""
    parts = PurePosixPath(path).parts
    return any(part.startswith((".", "~$")) or part.lower() in _HIDDEN for part in parts)


def printable(name: str) -> str:
    """The name as Unicode text; bytes that are no UTF-8 are read as GB18030."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name

"""File names: which are hidden, and how those in no readable encoding are shown."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

_HIDDEN = {"__macosx", "thumbs.db", "desktop.ini"}
_LOGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside an archive in use."""


def is_hidden(path: str) -> bool:
    """Whether any part of a path is hidden, a lock of Word (``~$``), or a program's own."""
    parts = PurePosixPath(path).parts
    return path.endswith(_LOGS) or any(
        part.startswith((".", "~$")) or part.lower() in _HIDDEN for part in parts
    )


def printable(name: str) -> str:
    """The name as Unicode text; bytes that are no UTF-8 are read as GB18030."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def reachable(path: Path, windows: bool = os.name == "nt") -> Path:
    """The path in the form that Windows opens whatever its length; elsewhere the path itself."""
    return Path(of_any_length(str(path.resolve()))) if windows else path


def of_any_length(absolute: str) -> str:
    """An absolute Windows path in the form that may be longer than 260 characters."""
    if absolute.startswith("\\\\?\\"):
        return absolute
    if absolute.startswith("\\\\"):
        return f"\\\\?\\UNC{absolute[1:]}"
    return f"\\\\?\\{absolute}"

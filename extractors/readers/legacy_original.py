"""The document of an old file, of what was read of the new one made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...schemas.document import Document, Format
from ...schemas.file_errors import FileError
from .source import Source


def read_made(
    source: Source, made: bytes | FileError, read: Callable[[Source], Document], format: Format
) -> Document:
    """The document under the name, hash and size of the old file.

    Raises ``made`` where it is why there is no new file, and what ``read`` raises.
    """
    if isinstance(made, FileError):
        raise made
    document = read(Source(source.name, made))
    return replace(
        document,
        doc_id=source.doc_id,
        sha256=source.sha256,
        format=format,
        bytes=len(source.data),
    )

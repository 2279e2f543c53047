"""What the head of an old Word file tells: whether it is encrypted, where its parts stand."""

from __future__ import annotations

from dataclasses import dataclass

from .compound import Stream, stream

DOCUMENT = "WordDocument"
_FLAGS, _ENCRYPTED, _SECOND_TABLE = 0x0A, 0x0100, 0x0200


@dataclass(frozen=True, slots=True)
class WordStreams:
    """The two streams of a Word file: its text, and the tables that say how it is laid out."""

    document: Stream
    tables: Stream


def is_encrypted(data: bytes) -> bool:
    """Whether the file says of itself that it is under a password. Raises DamagedFile."""
    document = stream(data, DOCUMENT)
    return document is not None and bool(document.integer(_FLAGS, 2) & _ENCRYPTED)


def word_streams(data: bytes) -> WordStreams | None:
    """The streams; null where one is missing or very small. Raises DamagedFile."""
    document = stream(data, DOCUMENT)
    if document is None:
        return None
    second = document.integer(_FLAGS, 2) & _SECOND_TABLE
    tables = stream(data, "1Table" if second else "0Table")
    return None if tables is None else WordStreams(document, tables)

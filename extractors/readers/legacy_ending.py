"""A paragraph behind a table that ends an old Word file.

Word always puts one there. LibreOffice writes files without it and then reads their last
table, often the whole form, as one line of running text. The names are those of Word's
own format: the text lies in pieces, and pages of 512 bytes (FKP) tell from which byte to
which a paragraph goes.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...schemas.file_errors import DamagedFile
from .compound import Stream
from .legacy_word import WordStreams, word_streams

_LENGTH = 0x4C
_OTHER_LENGTHS = range(0x50, 0x6C, 4)
"""Where the lengths of the text and of what stands beside it (footnotes, headers) are told."""

_PIECES, _PARAGRAPHS = 0x01A2, 0x0102
_PIECE_FORMATS, _PIECE_TABLE = 1, 2
_ONE_BYTE = 1 << 30
_CELL_END, _PARAGRAPH_END = 0x07, 0x0D
_PAGE, _ENTRY = 512, 13


def with_last_paragraph(data: bytes) -> bytes:
    """The file with the paragraph where it lacks it and there is room; else as it is."""
    try:
        streams = word_streams(data)
        changes = {} if streams is None else _Ending(streams).changes()
    except (IndexError, DamagedFile):  # what such a file is worth, LibreOffice is to say
        return data
    changed = bytearray(data)
    for at, byte in changes.items():
        changed[at] = byte
    return bytes(changed)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The last piece of the text: where its length is told, its bytes, a character's width."""

    told_at: int
    end: int
    width: int


class _Ending:
    """Works out what has to be written where; reading outside raises IndexError."""

    def __init__(self, streams: WordStreams) -> None:
        self._document, self._tables = streams.document, streams.tables
        self._changes: dict[int, int] = {}

    def changes(self) -> dict[int, int]:
        """New bytes by their places in the file; none where nothing is to be done."""
        document, piece = self._document, self._last_piece()
        beside = any(document.integer(at, 4) for at in _OTHER_LENGTHS)
        ends_in_table = document.integer(piece.end - piece.width, piece.width) == _CELL_END
        free = document.integer(piece.end, piece.width) == 0
        if not beside and ends_in_table and free and self._add_paragraph(piece):
            self._put(document, piece.end, _PARAGRAPH_END, piece.width)
            self._put(document, _LENGTH, document.integer(_LENGTH, 4) + 1, 4)
            told = self._tables.integer(piece.told_at, 4)
            self._put(self._tables, piece.told_at, told + 1, 4)
        return self._changes

    def _last_piece(self) -> _Piece:
        tables, at = self._tables, self._document.integer(_PIECES, 4)
        while tables.integer(at, 1) == _PIECE_FORMATS:
            at += 3 + tables.integer(at + 1, 2)
        if tables.integer(at, 1) != _PIECE_TABLE:
            raise IndexError(at)
        ends, count = at + 5, (tables.integer(at + 1, 4) - 4) // 12
        told_at = ends + 4 * count
        descriptor = told_at + 4 + 8 * (count - 1)
        place = tables.integer(descriptor + 2, 4)
        length = self._document.integer(_LENGTH, 4) - tables.integer(told_at - 4, 4)
        if place & _ONE_BYTE:
            return _Piece(told_at, (place & ~_ONE_BYTE) // 2 + length, 1)
        return _Piece(told_at, place + 2 * length, 2)

    def _add_paragraph(self, piece: _Piece) -> bool:
        """Tell of a paragraph without properties at the end; false where the page is full."""
        document, tables = self._document, self._tables
        at, size = (document.integer(_PARAGRAPHS + shift, 4) for shift in (0, 4))
        count = (size - 4) // 8
        last_end = at + 4 * count
        page = _PAGE * tables.integer(last_end + 4 * count, 4)
        runs = document.integer(page + _PAGE - 1, 1)
        entries = page + 4 * (runs + 1)
        taken = [2 * document.integer(entries + _ENTRY * run, 1) for run in range(runs)]
        end = entries + _ENTRY * runs
        if end + 4 + _ENTRY > page + min(filter(None, taken), default=_PAGE - 1):
            return False
        moved = [document.integer(byte, 1) for byte in range(entries, end)] + [0] * _ENTRY
        self._put(document, entries, piece.end + piece.width, 4)
        for shift, byte in enumerate(moved):
            self._put(document, entries + 4 + shift, byte, 1)
        self._put(document, page + _PAGE - 1, runs + 1, 1)
        self._put(tables, last_end, piece.end + piece.width, 4)
        return True

    def _put(self, into: Stream, at: int, number: int, count: int) -> None:
        for shift, byte in enumerate(number.to_bytes(count, "little")):
            self._changes[into.offset(at + shift)] = byte

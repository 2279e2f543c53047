"""Plain text (.txt): a paragraph a line, tables out of the ways converters print them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...schemas.document import Block, Document, Note, Paragraph
from ...schemas.file_errors import EmptyFile, UnknownFormat
from .source import Source
from .text_aligned_tables import find_aligned_table
from .text_encoding import decode
from .text_grid import FoundTable
from .text_ruled_tables import find_ruled_table
from .text_tab_tables import find_cell_lines, find_tabbed_rows

SUFFIXES = (".txt",)

_RESIDUE = re.compile(r"\[(?:bookmark|image|picture): ?[^\]\r\n]*\]|\[pic\]|[\ufeff\u200b]")
_NO_CHARACTERS = {
    code: None for code in range(0x20) if chr(code) not in "\t\n\x0b\x0c\r\x1c\x1d\x1e"
}
_FINDERS = (find_cell_lines, find_tabbed_rows, find_ruled_table, find_aligned_table)


def read(source: Source) -> Document:
    """The document; lines end at any mark that Unicode knows, a form feed included.

    What converters leave behind (``[bookmark: _GoBack]``) was never printed and is dropped
    before places are counted. ``partial`` says that some bytes were no characters. Raises
    UnknownFormat where the bytes are no text, EmptyFile where they are blank.
    """
    decoded = decode(source.data)
    if decoded is None:
        raise UnknownFormat("内容不是文字")
    text = _RESIDUE.sub("", decoded.text.translate(_NO_CHARACTERS))
    blocks = tuple(_blocks(text.splitlines()))
    if not blocks:
        raise EmptyFile("只有空白")
    return Document(
        doc_id=source.doc_id,
        sha256=source.sha256,
        name=source.name,
        format="txt",
        bytes=len(source.data),
        blocks=blocks,
        partial=decoded.lost > 0,
        notes=tuple(_notes(decoded.lost)),
    )


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        found = _find_table(lines, at)
        if found is not None:
            yield found.table
            at = found.end
            continue
        if lines[at].strip():
            yield Paragraph(lines[at].rstrip())
        at += 1


def _find_table(lines: Sequence[str], at: int) -> FoundTable | None:
    if not lines[at].strip(" "):
        return None
    return next(filter(None, (find(lines, at) for find in _FINDERS)), None)


def _notes(lost: int) -> Iterator[Note]:
    if lost:
        yield Note("undecodable", f"有 {lost} 处字节不是文字，显示为 \ufffd")

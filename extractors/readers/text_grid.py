"""Tables out of rows of plain text: the grid, and what tells a table from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...schemas.document import Cell, Table

_SENTENCE_END = re.compile(r"[。！？；][”’）)]*$")
_LABEL = re.compile(r"[^：:]{2,14}[：:]")
_LIST_MARK = re.compile(r"[（(]?[0-9一二三四五六七八九十①-⑳]+(?:[）)、．.。]|\s*$)|[-•●■◆➢]$")
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第.{1,3}[章节条])"
)

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table in the lines of a text; ``end`` is the line after it."""

    table: Table
    end: int


def grid(rows: Rows) -> Table:
    """The table of these rows; where a row is shorter, its last cell spans the rest."""
    columns = max(map(len, rows))
    return Table(len(rows), columns, tuple(_cells(rows, columns)))


def _cells(rows: Rows, columns: int) -> Iterator[Cell]:
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            span = columns - column if column == len(row) - 1 else 1
            yield Cell(at, column, text, column_span=span)


def is_tabular(rows: Rows) -> bool:
    """Whether rows look like a table: two of them with several cells, and those no prose."""
    if sum(len(row) > 1 for row in rows) < 2:
        return False
    texts = [text.strip() for row in rows for text in row if text.strip()]
    sentences = sum(_SENTENCE_END.search(text) is not None for text in texts)
    labels = sum(_LABEL.match(text) is not None for text in texts)
    if sentences * 3 > len(texts) or labels * 2 > len(texts):
        return False
    return max(map(len, rows)) > 2 or not _is_list([row for row in rows if len(row) == 2])


def _is_list(pairs: Rows) -> bool:
    """Labels, list marks or headings with page numbers in front of their text are no table."""
    marks = sum(_LIST_MARK.match(first.strip()) is not None for first, _ in pairs)
    labels = sum(first.rstrip().endswith(("：", ":")) for first, _ in pairs)
    pages = sum(starts_section(first) and second.strip().isdecimal() for first, second in pairs)
    return max(marks, labels, pages) * 2 > len(pairs)


def starts_section(line: str) -> bool:
    """Whether a line begins like a heading: 一、 or （一）."""
    return _NUMBERED.match(line) is not None

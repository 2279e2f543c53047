"""The blocks of a sheet: its tables, and the lines of text over and under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...schemas.document import Block, Cell, Paragraph, Table
from .xlsx_grid import is_filled, within
from .xlsx_markup import Area

_REMARK = re.compile(
    r"[（(]?(?:填[报表制]|编[报制]|(?:金额|计量|货币)?单位|制表|联系|审核|复核|负责人|报送|日期"
    r"|备?注|说明)[^：:]{0,8}[：:]"
)
"""How the lines begin that stand beside a form: 填报单位：, 单位：万元, 注："""
_ITEM = re.compile(r"[0-9]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、")
_SENTENCE = 20
"""Characters. A lone text longer than this is no label of a row."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the sheet: all its cells, and whether one from above reaches into it."""

    cells: tuple[Cell, ...]
    is_covered: bool
    columns: int

    @property
    def filled(self) -> list[Cell]:
        """The cells with text."""
        return [cell for cell in self.cells if is_filled(cell)]

    @property
    def is_blank(self) -> bool:
        """Whether no text stands in it or reaches into it."""
        return not self.is_covered and not self.filled

    @property
    def is_line(self) -> bool:
        """Whether it can be a line over a table: one cell with text, or remarks side by side."""
        filled = self.filled
        if self.is_covered or not filled or any(cell.row_span > 1 for cell in filled):
            return False
        if len(filled) == 1:
            return self.is_wide or all(c.column_span == 1 for c in self.cells if c != filled[0])
        return _REMARK.match(filled[0].text.strip()) is not None

    @property
    def is_wide(self) -> bool:
        """Whether its only text takes more than half of the columns."""
        return len(self.filled) == 1 and self.filled[0].column_span * 2 > self.columns

    @property
    def is_foot(self) -> bool:
        """Whether a line begins the text under a table; a short one may be an unfilled row."""
        if not self.is_line:
            return False
        text = self.filled[0].text.strip()
        return (
            self.is_wide or len(text) > _SENTENCE or bool(_REMARK.match(text) or _ITEM.match(text))
        )


def blocks_of(cells: Sequence[Cell]) -> Iterator[Block]:
    """The paragraphs and tables of a sheet's shown cells.

    A new table begins where lines of text follow an empty row.
    """
    rows = _rows(cells)
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or (rows[at - 1].is_blank and rows[at].is_line):
            yield from _stretch(rows, start, at, cells)
            start = at


def _rows(cells: Sequence[Cell]) -> list[_Row]:
    columns = max((cell.column + cell.column_span for cell in cells), default=0)
    count = max((cell.row + cell.row_span for cell in cells), default=0)
    own: list[list[Cell]] = [[] for _ in range(count)]
    covered: set[int] = set()
    for cell in cells:
        own[cell.row].append(cell)
        if is_filled(cell):
            covered.update(range(cell.row + 1, cell.row + cell.row_span))
    return [_Row(tuple(row), at in covered, columns) for at, row in enumerate(own)]


def _stretch(rows: Sequence[_Row], start: int, end: int, cells: Sequence[Cell]) -> Iterator[Block]:
    first = start
    while first < end and (rows[first].is_line or rows[first].is_blank):
        first += 1
    last = _foot(rows, first, end)
    yield from _lines(rows[start:first])
    if first < last:
        yield _table(cells, first, last, rows[first].columns)
    yield from _lines(rows[last:end])


def _foot(rows: Sequence[_Row], first: int, end: int) -> int:
    """The row after a table's last: its foot begins with what is no unfilled row."""
    tail = end
    while tail > first and (rows[tail - 1].is_line or rows[tail - 1].is_blank):
        tail -= 1
    return next((at for at in range(tail, end) if rows[at].is_foot or rows[at].is_blank), end)


def _table(cells: Sequence[Cell], first: int, last: int, columns: int) -> Table:
    frame = Area(first, 0, last - 1, columns - 1)
    kept = tuple(cell for one in cells if (cell := within(one, frame)) is not None)
    return Table(last - first, columns, kept)


def _lines(rows: Sequence[_Row]) -> Iterator[Paragraph]:
    for row in rows:
        texts = [cell.text.strip() for cell in row.filled]
        joined = "".join(f"{text}{_gap(text)}" for text in texts).rstrip()
        for line in joined.split("\n"):
            if line.strip():
                yield Paragraph(line.strip(), centred=row.is_wide)


def _gap(text: str) -> str:
    """What stands behind a text on its line: a label and its value belong together."""
    return "" if text.endswith(("：", ":")) else "\u3000"

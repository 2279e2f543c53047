"""The blocks of a sheet: its tables, and the lines of text over and under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...schemas.document import Block, Cell, Paragraph, Table
from .xlsx_grid import is_filled, within
from .xlsx_markup import Area
from .xlsx_parting import part
from .xlsx_rows import Row, rows_of


def blocks_of(cells: Sequence[Cell]) -> Iterator[Block]:
    """The paragraphs and tables of a sheet's shown cells."""
    rows = rows_of(cells)
    for start, end in part(rows):
        yield from _stretch(rows[start:end])


def _stretch(rows: Sequence[Row]) -> Iterator[Block]:
    passed = (at for at, row in enumerate(rows) if not (row.is_line or row.is_blank))
    first = next(passed, len(rows))
    last = _foot(rows, first)
    yield from _lines(rows[:first])
    if first < last:
        yield _table(rows[first:last])
    yield from _lines(rows[last:])


def _foot(rows: Sequence[Row], first: int) -> int:
    """The row after a table's last: its foot begins with what is no unfilled row."""
    tail = end = len(rows)
    while tail > first and (rows[tail - 1].is_line or rows[tail - 1].is_blank):
        tail -= 1
    return next((at for at in range(tail, end) if rows[at].is_foot or rows[at].is_blank), end)


def _table(rows: Sequence[Row]) -> Table:
    """The table of some rows, without columns at its edges that only others fill."""
    cells = [*rows[0].reaching, *(cell for row in rows for cell in row.cells)]
    filled = [cell for cell in cells if is_filled(cell)]
    left = min(cell.column for cell in filled)
    right = max(cell.column + cell.column_span for cell in filled) - 1
    top = rows[0].cells[0].row
    frame = Area(top, left, top + len(rows) - 1, right)
    kept = [cell for one in cells if (cell := within(one, frame)) is not None]
    kept.sort(key=lambda cell: (cell.row, cell.column))
    return Table(len(rows), right - left + 1, tuple(kept))


def _lines(rows: Sequence[Row]) -> Iterator[Paragraph]:
    for row in rows:
        joined = "".join(f"{text}{_gap(text)}" for text in row.texts).rstrip()
        for line in joined.split("\n"):
            if line.strip():
                yield Paragraph(line.strip(), centred=row.is_wide)


def _gap(text: str) -> str:
    """What stands behind a text on its line: a label and its value belong together."""
    return "" if text.endswith(("：", ":")) else "\u3000"

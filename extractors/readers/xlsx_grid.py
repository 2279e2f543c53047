"""The cells of a sheet as they are seen: hidden and outer empty rows and columns taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...schemas.document import Cell
from .xlsx_markup import Area, Markup

Texts = Mapping[tuple[int, int], str]
"""The text of each cell that has one, by row and column as the sheet counts them, from 1."""


def visible_cells(texts: Texts, markup: Markup) -> tuple[Cell, ...]:
    """The shown cells in reading order, on a grid that counts from 0 and has no empty border."""
    rows = [at for at in range(1, markup.rows + 1) if at not in markup.hidden_rows]
    columns = [at for at in range(1, markup.columns + 1) if at not in markup.hidden_columns]
    cells = [*_merged(texts, markup, _Axis(rows), _Axis(columns))]
    covered = {place for cell in cells for place in _places(cell)}
    cells += (
        Cell(row, column, texts.get((rows[row], columns[column]), ""))
        for row in range(len(rows))
        for column in range(len(columns))
        if (row, column) not in covered
    )
    return _trimmed(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def is_filled(cell: Cell) -> bool:
    """Whether anything but space stands in a cell."""
    return bool(cell.text.strip())


class _Axis:
    """The shown rows or columns of a sheet, and where each stands on the grid."""

    def __init__(self, shown: Sequence[int]) -> None:
        self._at = {number: at for at, number in enumerate(shown)}

    def stretch(self, first: int, last: int) -> range:
        """The places on the grid of those from first to last that are shown."""
        places = [self._at[number] for number in range(first, last + 1) if number in self._at]
        return range(places[0], places[-1] + 1) if places else range(0)


def _merged(texts: Texts, markup: Markup, rows: _Axis, columns: _Axis) -> Iterator[Cell]:
    taken: set[tuple[int, int]] = set()
    for area in markup.merges:
        down, across = rows.stretch(area.top, area.bottom), columns.stretch(area.left, area.right)
        if not down or not across:
            continue
        text = texts.get((area.top, area.left), "")
        cell = Cell(down.start, across.start, text, len(down), len(across))
        if taken.isdisjoint(_places(cell)):
            taken.update(_places(cell))
            yield cell


def _places(cell: Cell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.row_span):
        for column in range(cell.column, cell.column + cell.column_span):
            yield row, column


def _trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    filled = [cell for cell in cells if is_filled(cell)]
    if not filled:
        return ()
    frame = Area(
        min(cell.row for cell in filled),
        min(cell.column for cell in filled),
        max(cell.row + cell.row_span for cell in filled) - 1,
        max(cell.column + cell.column_span for cell in filled) - 1,
    )
    return tuple(kept for cell in cells if (kept := within(cell, frame)) is not None)


def within(cell: Cell, frame: Area) -> Cell | None:
    """What a frame leaves of a cell, counted from the frame's corner; null where nothing."""
    top, left = max(cell.row, frame.top), max(cell.column, frame.left)
    bottom = min(cell.row + cell.row_span - 1, frame.bottom)
    right = min(cell.column + cell.column_span - 1, frame.right)
    if bottom < top or right < left:
        return None
    place = (top - frame.top, left - frame.left)
    return Cell(*place, cell.text, bottom - top + 1, right - left + 1)

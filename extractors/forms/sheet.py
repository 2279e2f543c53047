"""A table with the figures in it, row by row and by what the cells hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import takewhile

from ...schemas.document import Cell, Table
from ...schemas.figure import Figure, Kind
from ...schemas.passage import CellContext, ColumnRole, Passage
from ...schemas.record import record
from ...schemas.report import Report
from ..structure.table_bands import Band, find_bands
from ..structure.table_grid import CellGrid, is_blank

At = tuple[int, int]


@dataclass(frozen=True)
class Sheet:
    """A table at ``block`` with its bands, and by row and column its passages and figures."""

    block: int
    table: Table
    bands: tuple[Band, ...]
    grid: CellGrid
    passages: Mapping[At, Passage]
    figures: Mapping[At, tuple[Figure, ...]]

    def figures_in(self, cell: Cell) -> tuple[Figure, ...]:
        """The figures of the cell, in the order they are printed."""
        return self.figures.get((cell.row, cell.column), ())

    def value(self, cell: Cell, kind: Kind) -> Decimal | None:
        """The one value of this kind in the cell; null where there is none or several."""
        figures = self.figures_in(cell)
        alone = len(figures) == 1 and figures[0].kind == kind
        return figures[0].value if alone else None

    def points(self, cell: Cell) -> Decimal | None:
        """The cell's one number as points of a score; 10% of the whole are 10 points."""
        figures = self.figures_in(cell)
        if len(figures) != 1 or figures[0].value is None:
            return None
        return figures[0].value * (100 if figures[0].kind == "rate" else 1)

    def passage(self, cell: Cell) -> Passage | None:
        """The passage of the cell; null for a blank one."""
        return self.passages.get((cell.row, cell.column))

    def context(self, cell: Cell) -> CellContext:
        """What stands around the cell."""
        passage = self.passage(cell)
        return (passage and passage.cell) or CellContext()

    @property
    def titles(self) -> list[str]:
        """The texts of cells over the whole width at the top of the table."""
        cells = self.table.cells
        wide = takewhile(lambda cell: cell.column_span == self.table.columns, cells)
        return [cell.text for cell in wide]

    def band(self, cell: Cell) -> Band | None:
        """The band in whose rows, below its header, the cell stands."""
        return self._band_of_row.get(cell.row)

    def is_under_heading(self, cell: Cell) -> bool:
        """Whether a band's heading says what the cell holds, not a label beside it."""
        band = self.band(cell)
        return band is not None and band.over(cell).role is not None

    def rows(self, band: Band) -> list[Row]:
        """The rows below the band's header."""
        return self._rows_below[band.bottom]

    @cached_property
    def _band_of_row(self) -> Mapping[int, Band]:
        bands = reversed(self.bands)
        return {row: band for band in bands for row in range(band.bottom + 1, band.end)}

    @cached_property
    def _rows_below(self) -> Mapping[int, list[Row]]:
        """By the last row of a header, the rows below it."""
        return {
            band.bottom: [_row(self, band, row) for row in range(band.bottom + 1, band.end)]
            for band in self.bands
        }


@record
class Row:
    """A row of a band; its cells are asked for by what their column holds.

    ``cells`` stand in it from the left, those merged from above included; ``own`` begin in
    it. ``label`` is the first text printed in these, empty where there is none. ``under``
    has the cells by what the columns over them hold.
    """

    sheet: Sheet
    band: Band
    row: int
    cells: list[Cell]
    own: list[Cell]
    label: str
    under: Mapping[ColumnRole, list[Cell]]

    def all(self, role: ColumnRole) -> list[Cell]:
        """The cells under columns of this role, merged ones in their first row only."""
        return [cell for cell in self.under.get(role, ()) if cell.row == self.row]

    def cell(self, role: ColumnRole) -> Cell | None:
        """The cell under a column of this role; of several the first with a figure or text."""
        cells = [cell for cell in self.all(role) if not is_blank(cell)]
        if len(cells) < 2:
            return cells[0] if cells else None
        return next(filter(self.sheet.figures_in, cells), cells[0])

    def texts(self, role: ColumnRole) -> list[str]:
        """The printed texts under this role, reaching into cells merged from above."""
        return [cell.text for cell in self.under.get(role, ()) if not is_blank(cell)]

    def text(self, role: ColumnRole) -> str:
        """The first of these texts; empty where there is none."""
        texts = self.texts(role)
        return texts[0] if texts else ""

    def value(self, role: ColumnRole, kind: Kind) -> Decimal | None:
        """The one value of this kind under this role; null where there is none or several."""
        cell = self.cell(role)
        return self.sheet.value(cell, kind) if cell else None

    def points(self, role: ColumnRole) -> Decimal | None:
        """The weight or score under this role; null where there is none."""
        cell = self.cell(role)
        return self.sheet.points(cell) if cell else None


def _row(sheet: Sheet, band: Band, row: int) -> Row:
    cells = [cell for cell in sheet.grid.rows[row] if not band.beside(cell)]
    own = [cell for cell in cells if cell.row == row]
    label = next((cell.text for cell in own if not is_blank(cell)), "")
    under: dict[ColumnRole, list[Cell]] = {}
    for cell in cells:
        role = band.over(cell).role
        if role:
            under.setdefault(role, []).append(cell)
    return Row(sheet, band, row, cells, own, label, under)


def sheets(report: Report) -> Iterator[Sheet]:
    """Every table of the report, its annexes included."""
    figures = _figures_by_cell(report)
    passages = _passages_by_cell(report)
    for block in (*range(report.first_block, report.last_block + 1), *report.appended_blocks):
        table = report.document.blocks[block]
        if isinstance(table, Table):
            found = passages.get(block, {}), figures.get(block, {})
            grid = CellGrid(table)
            yield Sheet(block, table, find_bands(grid), grid, *found)


def _figures_by_cell(report: Report) -> Mapping[int, Mapping[At, tuple[Figure, ...]]]:
    found: dict[int, dict[At, tuple[Figure, ...]]] = {}
    for figure in report.figures:
        place = figure.place
        if place.row is not None and place.column is not None:
            cells = found.setdefault(place.block, {})
            at = place.row, place.column
            cells[at] = _in_order((*cells[at], figure)) if at in cells else (figure,)
    return found


def _in_order(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures of one cell in the order they are printed."""
    return tuple(sorted(figures, key=lambda figure: figure.place.start))


def _passages_by_cell(report: Report) -> Mapping[int, Mapping[At, Passage]]:
    found: dict[int, dict[At, Passage]] = {}
    for passage in report.passages:
        first = passage.pieces[0]
        if passage.cell and first.row is not None and first.column is not None:
            found.setdefault(first.block, {})[first.row, first.column] = passage
    return found

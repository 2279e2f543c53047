"""What stands around a table cell: its column's heading, its row's labels, their units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ...schemas.document import Cell, Table
from ...schemas.passage import CellContext, ColumnRole
from ..text.headings import is_money_part, is_sum, label_role, squeeze
from .table_bands import Band, Column, find_bands
from .table_grid import CellGrid, is_blank, is_numeric
from .table_pairs import Pair, is_value_label, left_of, pair_of
from .table_roles import AMOUNTS, HEAD, LEVELS
from .table_row_units import percent_of_share, unit_beside
from .table_units import heading_unit, is_money, is_unit_label, money_unit, name_unit

_NAMING: frozenset[ColumnRole | None] = frozenset({None, "name", "label", *LEVELS})
"""Roles of cells that say what the numbers right of them are about."""

_NAMED: frozenset[ColumnRole | None] = frozenset({None, "name", "label", "level3"})
"""Roles of cells whose text can end in the unit of what they name."""

_VALUES: frozenset[ColumnRole | None] = frozenset({"target", "target_adjusted", "actual", "prior"})
"""Roles of cells of one indicator, which are in one unit."""

_MEASURED: frozenset[ColumnRole | None] = _VALUES | {None}
"""Roles whose numbers take the unit that stands in the same row."""

_AIMED: frozenset[ColumnRole | None] = frozenset({"target", "target_adjusted"})
"""Roles whose numbers take the operator that stands in the same row."""

_PLAIN_MONEY: frozenset[ColumnRole | None] = frozenset({None, "name", "label", *AMOUNTS})
"""Roles to which a unit of the whole table (单位：万元) can apply."""

_BLANK, _HEADER = CellContext(), CellContext(is_header=True)
_NO_COLUMN = Column()


@dataclass(frozen=True)
class TableView:
    """A table with what heads its cells and stands around them, worked out once."""

    table: Table

    def context(self, cell: Cell, caption_unit: str | None) -> CellContext:
        """What stands around a cell of the table; nothing for a blank one.

        ``caption_unit`` is the unit in the line over the table, null where there is none; a
        line 单位：万元 inside the table serves as well.
        """
        if is_blank(cell):
            return _BLANK
        if (cell.row, cell.column) in self._headers:
            return _HEADER
        return self._around(cell, caption_unit or self._inner_caption)

    def with_headers(self) -> Table:
        """The table with ``is_header`` set on column heads, side labels and labels of values."""
        heads = self._headers
        cells = [
            replace(cell, is_header=True) if (cell.row, cell.column) in heads else cell
            for cell in self.table.cells
        ]
        return replace(self.table, cells=tuple(cells))

    @cached_property
    def grid(self) -> CellGrid:
        """The table's cells by row."""
        return CellGrid(self.table)

    @cached_property
    def _band_of_row(self) -> Mapping[int, Band]:
        bands = reversed(find_bands(self.grid))
        return {row: band for band in bands for row in range(band.top, band.end)}

    @cached_property
    def _naming(self) -> Mapping[int, list[Cell]]:
        """By row of a band, the cells that say what the numbers right of them are about."""
        rows = self.grid.filled
        return {
            row: [cell for cell in rows[row] if _names(cell, band)]
            for row, band in self._band_of_row.items()
        }

    @cached_property
    def _headers(self) -> frozenset[tuple[int, int]]:
        heads = filter(self._is_head, self.table.cells)
        return frozenset((cell.row, cell.column) for cell in heads)

    @cached_property
    def _inner_caption(self) -> str | None:
        cells = self.table.cells
        wide = (cell.text for cell in cells if cell.column_span == self.table.columns)
        return money_unit(text for text in wide if "单位" in squeeze(text)) or self._labelled_unit

    @cached_property
    def _labelled_unit(self) -> str | None:
        """The unit of money beside its own label: 金额单位： | 万元."""
        for row in self.grid.printed:
            for label, value in pairwise(row):
                if is_money(value.text) and is_unit_label(label.text):
                    return squeeze(value.text)
        return None

    def _is_head(self, cell: Cell) -> bool:
        """Whether the cell heads a column, stands beside a header or labels a value."""
        if is_blank(cell):
            return False
        band = self._band_of_row.get(cell.row)
        if band and _heads(cell, band):
            return True
        if band and band.over(cell).role:
            return False
        role = label_role(cell.text)
        if role is None or (band and (role not in HEAD or is_sum(cell.text))):
            return False
        return is_value_label(self.grid, cell, band)

    def _around(self, cell: Cell, unit: str | None) -> CellContext:
        """The context of a printed cell that is no header; ``unit`` is that of the whole table."""
        band = self._band_of_row.get(cell.row)
        column = band.over(cell) if band else _NO_COLUMN
        pair = pair_of(self.grid, cell, band) if column.role is None else None
        if pair:
            return _beside(pair, column, unit)
        return self._under(cell, band, column, unit) if band else self._alone(cell, unit)

    def _under(self, cell: Cell, band: Band, column: Column, unit: str | None) -> CellContext:
        """The context of a cell in a band."""
        naming = [other for other in self._naming[cell.row] if other.column < cell.column]
        labels = tuple([other.text for other in naming])
        measured = column.role in _MEASURED and not any(map(is_sum, labels))
        aimed = measured and column.role in _AIMED
        return CellContext(
            role=column.role,
            column_headings=column.texts,
            row_labels=labels,
            row_unit=self._row_unit(cell, band, naming) if measured else None,
            row_operator=self._beside_in(cell, band, "operator") if aimed else None,
            column_unit=band.unit_of(column),
            caption_unit=unit if column.role in _PLAIN_MONEY else None,
        )

    def _row_unit(self, cell: Cell, band: Band, naming: Sequence[Cell]) -> str | None:
        """The unit in its own column, behind the name of what is measured, or of another value."""
        names = [other for other in naming if band.over(other).role in _NAMED]
        behind = (unit for other in reversed(names) if (unit := name_unit(other.text)))
        stated = self._beside_in(cell, band, "unit") or next(behind, None)
        if stated or band.over(cell).role not in _VALUES:
            return stated
        others = (one for one in self.grid.filled[cell.row] if band.over(one).role in _VALUES)
        return unit_beside(cell, others) or percent_of_share(cell, names)

    def _alone(self, cell: Cell, unit: str | None) -> CellContext:
        before = left_of(self.grid, cell)
        labels = tuple([other.text for other in before if not is_numeric(other.text)])
        return CellContext(row_labels=labels, caption_unit=unit)

    def _beside_in(self, cell: Cell, band: Band, role: ColumnRole) -> str | None:
        """The text of the cell in the same row that holds the unit or the operator."""
        at = band.first(role)
        other = None if at is None else self.grid.positions[cell.row][at]
        return None if other is None or other is cell else other.text.strip() or None


def _beside(pair: Pair, column: Column, unit: str | None) -> CellContext:
    """The context of a value with its label at the left."""
    role = label_role(pair.head.text)
    heads = () if pair.head is pair.label else (pair.head,)
    labels = [pair.head.text, *(side.text for side in reversed(pair.sides))]
    sources = (heading.text for heading in column.headings[-1:] if _is_source(heading))
    return CellContext(
        role=role,
        column_headings=(*column.texts, *(head.text for head in heads)),
        row_labels=(*(side.text for side in pair.sides), pair.label.text, *sources),
        row_unit=heading_unit(pair.label.text),
        column_unit=money_unit(labels) if role in AMOUNTS else None,
        caption_unit=unit if role in _PLAIN_MONEY else None,
    )


def _is_source(heading: Cell) -> bool:
    """Whether the head of a table on its side names whose money the numbers under it are."""
    return is_sum(heading.text) or is_money_part(heading.text)


def _heads(cell: Cell, band: Band) -> bool:
    return cell.row <= band.bottom or band.beside(cell)


def _names(cell: Cell, band: Band) -> bool:
    return band.beside(cell) or (band.over(cell).role in _NAMING and not is_numeric(cell.text))

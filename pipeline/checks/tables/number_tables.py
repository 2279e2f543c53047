"""Tables as rows and columns of bare numbers, whatever they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ....extractors.text.headings import is_sum
from ....schemas.figure import Figure
from ....schemas.passage import CellContext
from ....schemas.record import record
from ..case import Case, remembered


@record
class NumberCell:
    """A cell that holds one number and nothing else: its index, the figure, what heads it."""

    index: int
    figure: Figure
    context: CellContext

    def like(self, other: NumberCell) -> bool:
        """Whether both stand under the same heads and are of one unit."""
        same_heads = self.context.column_headings == other.context.column_headings
        mine, theirs = self.figure, other.figure
        return same_heads and (mine.kind, mine.unit) == (theirs.kind, theirs.unit)

    @property
    def at(self) -> tuple[int, int | None]:
        """Its block and row."""
        return self.figure.place.block, self.figure.place.row

    @property
    def heading(self) -> str:
        """The heads over it, read together."""
        return "".join(self.context.column_headings)


@record
class NumberTable:
    """The numbers of a table by row and column, and the rows that add others up (合计)."""

    block: int
    rows: Mapping[int, Mapping[int, NumberCell]]
    sums: frozenset[int]


@remembered
def number_tables(case: Case) -> tuple[NumberTable, ...]:
    """Every table with numbers under heads, without the rows of indicators."""
    taken = {(one.block, one.row) for each in case.report.projects for one in each.indicators}
    tables: dict[int, dict[int, dict[int, NumberCell]]] = defaultdict(lambda: defaultdict(dict))
    for (block, row), indexes in case.rows.items():
        for index in indexes if row is not None and (block, row) not in taken else ():
            cell = _cell(case, index)
            column = cell.figure.place.column if cell else None
            if cell and row is not None and column is not None:
                tables[block][row][column] = cell
    return tuple(
        NumberTable(block, rows, frozenset(row for row, cells in rows.items() if _adds_up(cells)))
        for block, rows in sorted(tables.items())
    )


def _cell(case: Case, index: int) -> NumberCell | None:
    """The cell of a figure that fills it; null for one in a sentence, or without heads."""
    figure = case.report.figures[index]
    found = case.passage_at(figure.place)
    if found is None or found[0].cell is None or not found[0].cell.column_headings:
        return None
    if figure.value is None or figure.comparator != "eq":
        return None
    text = found[0].text
    bare = text == figure.text or "".join(text.split()) == "".join(figure.text.split())
    return NumberCell(index, figure, found[0].cell) if bare else None


def _adds_up(cells: Mapping[int, NumberCell]) -> bool:
    labels = (cell.context.row_labels for cell in cells.values())
    return any(is_sum(one[-1]) for one in labels if one)

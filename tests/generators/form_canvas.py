"""A table being drawn: rows of cells on a grid whose columns are merged by lot."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from heshu.schemas.document import Cell, Table


@dataclass
class Canvas:
    """Cells by their place; ``header_rows`` are drawn again on a following page."""

    columns: int
    random: Random
    cells: list[Cell] = field(default_factory=list[Cell])
    rows: int = 0
    header_rows: list[int] = field(default_factory=list[int])

    def cuts(self, count: int, first: int = 0) -> list[int]:
        """Where ``count`` cells begin between ``first`` and the right edge, and that edge."""
        inner = self.random.sample(range(first + 1, self.columns), count - 1)
        return [first, *sorted(inner), self.columns]

    def even(self, count: int, first: int = 0) -> list[int]:
        """The same, every cell about as wide as the next."""
        width = self.columns - first
        return [first + width * at // count for at in range(count)] + [self.columns]

    def row(self, texts: list[str], cuts: list[int]) -> int:
        """Add a row of cells; gives its number."""
        for text, start, end in zip(texts, cuts, cuts[1:], strict=False):
            self.cells.append(Cell(self.rows, start, text, 1, end - start))
        self.rows += 1
        return self.rows - 1

    def merged(self, text: str, top: int, rows: int, column: int, width: int) -> None:
        """Add a cell over several rows."""
        self.cells.append(Cell(top, column, text, rows, width))

    def side(self, text: str, top: int, column: int = 0, width: int = 1) -> None:
        """Add a cell that runs from row ``top`` down to the last row."""
        if self.rows > top:
            self.cells.append(Cell(top, column, text, self.rows - top, width))

    def table(self) -> Table:
        """The table as it stands."""
        ordered = sorted(self.cells, key=lambda cell: (cell.row, cell.column))
        return Table(self.rows, self.columns, tuple(ordered))

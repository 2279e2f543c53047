"""Tables drawn as text: a row a line, cells between bars, < merged leftwards, ^ upwards."""

from __future__ import annotations

from heshu.schemas.document import Cell, Table


def table(drawing: str) -> Table:
    """The table that the drawing shows; / in a cell is a line feed."""
    lines = [line for line in drawing.strip().splitlines() if line.strip()]
    rows = [[text.strip() for text in line.strip()[1:-1].split("|")] for line in lines]
    cells = [
        Cell(
            row,
            column,
            text.replace("/", "\n"),
            _down(rows, row, column),
            _across(texts, column),
        )
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text not in {"<", "^"}
    ]
    return Table(len(rows), len(rows[0]), tuple(cells))


def _across(texts: list[str], column: int) -> int:
    return next(
        (at for at, text in enumerate(texts[column + 1 :], 1) if text != "<"), len(texts) - column
    )


def _down(rows: list[list[str]], row: int, column: int) -> int:
    below = [texts[column] for texts in rows[row + 1 :]]
    return next((at for at, text in enumerate(below, 1) if text != "^"), len(rows) - row)

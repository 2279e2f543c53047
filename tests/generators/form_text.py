"""Write a drawn form as text between tabs, as a spreadsheet copies it: merged cells are lost."""

from __future__ import annotations

from .form_drawing import Form


def form_text(form: Form) -> str:
    """The lines above the table, then a line a row; what a cell runs over is blank."""
    table = form.table
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text.replace("\n", "")
    return "\n".join([*form.lines, *map("\t".join, rows), ""])

"""Tables that a converter printed with tabs: a cell a line, or a row a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .text_grid import FoundTable, grid, is_tabular, starts_section


def find_cell_lines(lines: Sequence[str], at: int) -> FoundTable | None:
    """A table with a cell a line, each after a tab; a blank line ends a row, two the table.

    A line without a tab goes on in the cell above.
    """
    if not lines[at].startswith("\t"):
        return None
    rows: list[list[str]] = []
    row: list[str] = []
    while at < len(lines):
        line = lines[at]
        if line.startswith("\t"):
            row.append(line[1:])
        elif line.strip():
            if not row or _is_after_table(line, row, rows):
                break
            row[-1] += "\n" + line
        elif row:
            rows.append(row)
            row = []
        else:
            break
        at += 1
    rows += [row] if row else []
    cells = [["\n".join(_lines(text)) for text in cells] for cells in rows]
    has_inner_tabs = any("\t" in text for row in cells for text in row)
    return None if has_inner_tabs or not is_tabular(cells) else FoundTable(grid(cells), at)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _is_after_table(line: str, row: list[str], rows: list[list[str]]) -> bool:
    """A heading right after a full row follows the table, without the blank line."""
    return bool(rows) and len(row) == max(map(len, rows)) and starts_section(line)


def find_tabbed_rows(lines: Sequence[str], at: int) -> FoundTable | None:
    """A table with a row a line and tabs between its cells."""
    rows: list[list[str]] = []
    while at < len(lines) and _is_row(lines[at], rows):
        rows.append([text.strip() for text in lines[at].split("\t")])
        at += 1
    while rows and all(len(row) > 1 and not row[0] for row in rows):
        rows = [row[1:] for row in rows]
    if not rows or not is_tabular(rows):
        return None
    _, same = Counter(map(len, rows)).most_common(1)[0]
    return FoundTable(grid(rows), at) if same > 1 else None


def _is_row(line: str, rows: list[list[str]]) -> bool:
    """A tab between two texts; in a table also a row that holds only its last cell."""
    if "\t" in line.strip(" ").lstrip("\t"):
        return True
    return bool(rows) and bool(line.strip()) and line.count("\t") + 1 == len(rows[-1])

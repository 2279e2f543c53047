"""Tables whose columns are only lined up with spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .text_grid import FoundTable, grid, is_tabular
from .text_width import display_width

_CELL = re.compile(r"\S+(?:[ \u3000]\S+)*")
_LEAST_ROWS = 3


def find_aligned_table(lines: Sequence[str], at: int) -> FoundTable | None:
    """Three or more lines whose cells, two or more spaces apart, begin in the same columns."""
    starts = _starts(lines[at])
    if len(starts) < 2:
        return None
    end = at
    while end < len(lines) and _starts(lines[end]) == starts:
        end += 1
    rows = [_CELL.findall(line) for line in lines[at:end]]
    if len(rows) < _LEAST_ROWS or _is_letterspaced(rows) or not is_tabular(rows):
        return None
    return FoundTable(grid(rows), end)


def _is_letterspaced(rows: Sequence[Sequence[str]]) -> bool:
    """Labels drawn apart (姓  名) one under the other are no columns."""
    return all(len(text) == 1 for row in rows for text in row)


def _starts(line: str) -> tuple[int, ...]:
    """At which columns of a terminal the line's cells begin."""
    starts: list[int] = []
    column = end = 0
    for cell in _CELL.finditer(line):
        column += display_width(line[end : cell.start()])
        end = cell.start()
        starts.append(column)
    return tuple(starts)

"""The rows of a sheet: which can be lines of text over and under its tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...schemas.document import Cell
from .xlsx_grid import is_filled

_REMARK = re.compile(
    r"[（(]?(?:填[报表制]|编[报制]|(?:金额|计量|货币)?单位|制表|联系|审核|复核|负责人|报送|日期"
    r"|备?注|说明)[^：:]{0,8}[：:]"
)
"""How the lines begin that stand beside a form: 填报单位：, 单位：万元, 注："""
_ITEM = re.compile(r"[0-9]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、")
_SENTENCE = 20
"""Characters. A lone text longer than this is no label of a row."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet: all its cells, and those that reach into it from above."""

    cells: tuple[Cell, ...]
    reaching: tuple[Cell, ...]
    columns: int

    @property
    def is_covered(self) -> bool:
        """Whether a text from above reaches into it."""
        return any(map(is_filled, self.reaching))

    @property
    def filled(self) -> list[Cell]:
        """The cells with text."""
        return [cell for cell in self.cells if is_filled(cell)]

    @property
    def texts(self) -> list[str]:
        """The texts from the left, without blanks at their ends."""
        return [cell.text.strip() for cell in self.filled]

    @property
    def is_blank(self) -> bool:
        """Whether no text stands in it or reaches into it."""
        return not self.is_covered and not self.filled

    @property
    def is_line(self) -> bool:
        """Whether it can be a line over a table: one cell with text, or remarks side by side."""
        filled = self.filled
        if self.is_covered or not filled or any(cell.row_span > 1 for cell in filled):
            return False
        if len(filled) == 1:
            return self.is_wide or all(c.column_span == 1 for c in self.cells if c != filled[0])
        return self.is_remark

    @property
    def is_remark(self) -> bool:
        """Whether its first text is one that stands beside a form: 填报单位：, 注：."""
        return any(_REMARK.match(text) for text in self.texts[:1])

    @property
    def is_wide(self) -> bool:
        """Whether its only text takes more than half of the columns."""
        return len(self.filled) == 1 and self.filled[0].column_span * 2 > self.columns

    @property
    def is_foot(self) -> bool:
        """Whether a line begins the text under a table; a short one may be an unfilled row."""
        if not self.is_line:
            return False
        text = self.texts[0]
        is_long = self.is_wide or len(text) > _SENTENCE
        return is_long or self.is_remark or _ITEM.match(text) is not None


def rows_of(cells: Sequence[Cell]) -> list[Row]:
    """The rows that shown cells stand in, from the top."""
    columns = max((cell.column + cell.column_span for cell in cells), default=0)
    count = max((cell.row + cell.row_span for cell in cells), default=0)
    own: list[list[Cell]] = [[] for _ in range(count)]
    reaching: list[list[Cell]] = [[] for _ in range(count)]
    for cell in cells:
        own[cell.row].append(cell)
        for row in range(cell.row + 1, cell.row + cell.row_span):
            reaching[row].append(cell)
    return [Row(tuple(row), tuple(reaching[at]), columns) for at, row in enumerate(own)]

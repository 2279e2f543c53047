"""Sheets that only go on with the form on the sheets before them.

A workbook often keeps the head of a form on one sheet and its money or its indicators
(指标明细) on another. Such a sheet names no other project, has nothing that the form has
already, and is read as its next page. A sheet with a form of its own, with indicators
that the form has too, or with a list of projects is a matter of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ...schemas.document import Block, Cell, Paragraph, Table
from ..text.headings import column_role, is_money_part, label_role, squeeze

_NAMED = re.compile(r"项目(?:支出)?名称[：:]\s*([^\s：:]+)")
_LONGEST_LABEL = 20


@dataclass(frozen=True, slots=True)
class Content:
    """What sheets hold of a form: names of projects, indicators, the lines of its money."""

    names: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    money: frozenset[str] = frozenset()

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Content:
        """What the blocks of a sheet hold."""
        tables = [block for block in blocks if isinstance(block, Table)]
        lines = [block.text for block in blocks if isinstance(block, Paragraph)]
        told = (found[1] for line in lines for found in _NAMED.finditer(line))
        return cls(
            frozenset([*map(squeeze, told), *(name for table in tables for name in _names(table))]),
            frozenset(name for table in tables for name in _indicators(table)),
            frozenset(text for table in tables for text in _money(table)),
        )

    def goes_on_in(self, other: Content) -> bool:
        """Whether what another sheet holds belongs to the form on these."""
        missing = other.indicators or other.money
        again = self.indicators & other.indicators or (self.money and other.money)
        return bool(self.names and missing and not again and other.names <= self.names)

    def joined(self, other: Content) -> Content:
        """What both hold together."""
        return Content(
            self.names | other.names, self.indicators | other.indicators, self.money | other.money
        )


def as_next_page(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with the lines over the first table, but for labels, as a page's header."""
    over = True
    for block in blocks:
        over = over and isinstance(block, Paragraph)
        if over and isinstance(block, Paragraph) and not re.search("[：:]", block.text):
            yield replace(block, type="header")
        else:
            yield block


def _names(table: Table) -> Iterator[str]:
    """The projects that stand beside their label; a list has other headings there."""
    cells = [cell for cell in table.cells if cell.text.strip()]
    for cell, beside in pairwise(cells):
        label = _is_label(cell) and label_role(cell.text) == "name"
        if label and beside.row == cell.row and label_role(beside.text) is None:
            yield squeeze(beside.text)


def _indicators(table: Table) -> Iterator[str]:
    heads = [cell for cell in table.cells if _is_label(cell) and column_role(cell.text) == "level3"]
    first = {head.column: head.row for head in reversed(heads)}
    for cell in table.cells:
        if cell.text.strip() and cell.row > first.get(cell.column, table.rows):
            yield squeeze(cell.text)


def _money(table: Table) -> Iterator[str]:
    return (squeeze(c.text) for c in table.cells if _is_label(c) and is_money_part(c.text))


def _is_label(cell: Cell) -> bool:
    return 0 < len(cell.text.strip()) <= _LONGEST_LABEL

"""Lists in running text: their items, and how many there can be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..case import Case
from ..terms import Term
from .lines import Line
from .terms import written

_OPEN = "(《“‘[【"
_CLOSE = ")》”’]】"
_NEXT_BOOK = "》《"
_JOINED = re.compile("(?<=..)(?:以及|[和及与])(?=..)")


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a list that stands at ``start`` to ``end`` of a line.

    A word for "and" may join two items or stand inside a name: there are ``least`` to
    ``most`` of them.
    """

    start: int
    end: int
    names: tuple[str, ...]

    @property
    def least(self) -> int:
        """How many there are if every "and" is part of a name."""
        return len(self.names)

    @property
    def most(self) -> int:
        """How many there are if every "and" joins two items."""
        return self.least + sum(len(_JOINED.findall(name)) for name in self.names)

    def can_be(self, number: int) -> bool:
        """Whether there can be so many."""
        return self.least <= number <= self.most


def items(line: Line, start: int, end: int) -> Items:
    """The items between two offsets, parted by 、 outside quotes and brackets."""
    cuts, depth = [start], 0
    for at in range(start, end):
        char = line.text[at]
        depth = max(0, depth + (char in _OPEN) - (char in _CLOSE))
        if (char == "、" and depth == 0) or (depth == 0 and line.text.startswith(_NEXT_BOOK, at)):
            cuts.append(at + 1)
    ends = [*cuts[1:], end]
    names = (line.text[a:b].strip(" 、") for a, b in zip(cuts, ends, strict=True))
    return Items(start, end, tuple(name for name in names if name))


def counted(case: Case, line: Line, found: Items, number: int) -> Term:
    """The number of items as a term whose quote is the list."""
    return written(case, line, found.start, found.end, number)

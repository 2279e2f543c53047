"""Lists in running text: their items, and how many there can be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..case import Case
from ..kept import kept
from ..terms import Term
from .lines import Line
from .terms import written

_OPEN = "(《“‘[【"
_CLOSE = ")》”’]】"
_NEXT_BOOK = "》《"
_MARK = re.compile(f"[、{re.escape(_OPEN + _CLOSE)}]")
_JOINED = re.compile("(?<=..)(?:以及|[和及与])(?=..)")


@dataclass(frozen=True)
class Items:
    """The items of a list that stands at ``start`` to ``end`` of a line.

    A word for "and" may join two items or stand inside a name: there are ``least`` to
    ``most`` of them. Without slots, as ``Line`` is.
    """

    start: int
    end: int
    names: tuple[str, ...]

    @property
    def least(self) -> int:
        """How many there are if every "and" is part of a name."""
        return len(self.names)

    @kept
    def most(self) -> int:
        """How many there are if every "and" joins two items."""
        return self.least + sum(len(_JOINED.findall(name)) for name in self.names)

    def can_be(self, number: int) -> bool:
        """Whether there can be so many."""
        return self.least <= number <= self.most


def items(line: Line, start: int, end: int) -> Items:
    """The items between two offsets, parted by 、 outside quotes and brackets."""
    cuts, depth = [start], 0
    for mark in _MARK.finditer(line.text, start, end):
        depth = max(0, depth + (mark[0] in _OPEN) - (mark[0] in _CLOSE))
        if depth == 0 and (mark[0] == "、" or line.text.startswith(_NEXT_BOOK, mark.start())):
            cuts.append(mark.end())
    ends = [*cuts[1:], end]
    names = (line.text[a:b].strip(" 、") for a, b in zip(cuts, ends, strict=True))
    return Items(start, end, tuple(name for name in names if name))


def most_items(text: str) -> int:
    """How many items a text can list, whatever its quotes and brackets hold."""
    return text.count("、") + text.count(_NEXT_BOOK) + 1


def counted(case: Case, line: Line, found: Items, number: int) -> Term:
    """The number of items as a term whose quote is the list."""
    return written(case, line, found.start, found.end, number)

"""Lists in running text: their items, and how many there can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...case import Case
from ...kept import kept
from ...terms import Term
from .lines import Line
from .terms import written

_OPEN = "(《“‘[【"
_CLOSE = ")》”’]】"
_NEXT_BOOK = "》《"
_LONG = 3
_TWO = 2
_MARK = re.compile(f"[、{re.escape(_OPEN + _CLOSE)}]")
_JOINED = re.compile("(?<=..)(?:以及|[和及与])(?=..)")


@dataclass(frozen=True)
class Items:
    """The items of a list that stands at ``start`` to ``end`` of a line.

    A word for "and" may join two items or stand inside a name: there are ``least`` to
    ``most`` of them. ``parted``: that it joins two is known by their length alone.
    Without slots, as ``Line`` is.
    """

    start: int
    end: int
    names: tuple[str, ...]
    parted: bool = False

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

    def misses(self, number: int, *, short: bool = False) -> bool:
        """Whether there are surely one more or one less: items that are all made alike.

        ``short``: many names of two characters are alike too (水利、住建、环保、农业).
        """
        near = self.least == self.most and abs(number - self.least) == 1
        alike = _are_made_alike(self.names) or (short and _are_pairs(self.names))
        return near and alike


def items(line: Line, start: int, end: int) -> Items:
    """The items between two offsets, parted by 、 outside quotes and brackets."""
    cuts, depth = [start], 0
    for mark in _MARK.finditer(line.text, start, end):
        depth = max(0, depth + (mark[0] in _OPEN) - (mark[0] in _CLOSE))
        if depth == 0 and (mark[0] == "、" or line.text.startswith(_NEXT_BOOK, mark.start())):
            cuts.append(mark.end())
    ends = [*cuts[1:], end]
    told = (line.text[a:b].strip(" 、") for a, b in zip(cuts, ends, strict=True))
    names = tuple(name for name in told if name)
    last = _last_two(names)
    return Items(start, end, (*names[:-1], *last) if last else names, parted=bool(last))


def _last_two(names: Sequence[str]) -> list[str]:
    """The two that end a list as long as those before: 观光采摘、科普研学、露营休闲和民宿体验.

    Empty where the last item may be one.
    """
    last = _JOINED.split(names[-1]) if len(names) > _TWO else []
    lengths = {len(name) for name in (*names[1:-1], *last)}
    alike = len(last) == _TWO and len(lengths) == 1 and max(lengths) > _LONG
    return last if alike and len(names[0]) in lengths else []


def most_items(text: str) -> int:
    """How many items a text can list, whatever its quotes and brackets hold."""
    return text.count("、") + text.count(_NEXT_BOOK) + 1


def counted(case: Case, line: Line, found: Items, number: int) -> Term:
    """The number of items as a term whose quote is the list."""
    return written(case, line, found.start, found.end, number)


def _are_pairs(names: Sequence[str]) -> bool:
    """Whether there are many, of two characters each."""
    return len(names) > _LONG and all(len(one) == _TWO for one in names[1:])


def _are_made_alike(names: Sequence[str]) -> bool:
    """Whether the items behind the first are equally long, or all end in one character."""
    first, *others = names
    lengths, ends = {len(one) for one in others}, {one[-1] for one in names}
    if not others or min(lengths) < _LONG or len(first) < min(lengths):
        return False
    return (len(lengths) == 1 and max(lengths) > _LONG) or len(ends) == 1

"""Figures where they stand in running text, and what is said right around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from .....schemas.figure import Figure, Kind
from ...kept import kept

_MEASURABLE = frozenset({"amount", "count", "measure", "score"})
_STATED = frozenset({"eq", "approx", "plus"})
FOREIGN_ROLES = frozenset({"prior", "target", "plan"})
"""Roles of numbers that tell of another year, or of what is to be done."""
PERSONS = frozenset({"人", "名", "位"})
_BODIES = frozenset({"家", "户"})
_ALIKE = dict.fromkeys(PERSONS, "人") | dict.fromkeys(_BODIES, "家")


@dataclass(eq=False)
class Mention:
    """A figure where it stands in a line; without slots, as ``Line`` is.

    ``depth`` counts the brackets around it. ``lead`` is what stands before it in its
    segment, after any earlier mention; ``tail`` what stands behind it, before any later one.
    ``is_base``: a rate of it follows right away (完成预算84万元的73%), so that the words
    around are not about it.
    """

    index: int
    figure: Figure
    start: int
    end: int
    depth: int
    lead: str = ""
    tail: str = ""
    is_base: bool = False

    @kept
    def label(self) -> str:
        """What is said of it in its own segment."""
        return f"{self.lead} {self.tail}".strip()

    @kept
    def is_level(self) -> bool:
        """Whether it says how much there is: no rate, no change, no average, no range."""
        figure = self.figure
        level = figure.aspect in (None, "level") and figure.kind in _MEASURABLE
        return level and figure.value is not None

    @kept
    def is_stated(self) -> bool:
        """Whether it is a level that can be added: no threshold such as 20万元以上."""
        return self.is_level and not self.is_base and self.figure.comparator in _STATED

    @kept
    def unit_kind(self) -> tuple[Kind, str | None]:
        """What numbers that can be added have in common: kind and unit (人 and 名 are one)."""
        unit = self.figure.unit
        return self.figure.kind, _ALIKE.get(unit or "", unit)

    @kept
    def value(self) -> Decimal:
        """The value of a level; zero for a range."""
        return self.figure.value or Decimal(0)


def total_of(mentions: Iterable[Mention]) -> Decimal:
    """The sum of their values."""
    return sum([mention.value for mention in mentions], Decimal(0))

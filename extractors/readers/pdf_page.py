"""What stands on a PDF page, as plain values: characters, ruling lines, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

ASCENT, DESCENT = 0.88, 0.12
"""How far a character reaches over and under its baseline, in font sizes."""

HALF_WAY = (ASCENT - DESCENT) / 2
"""How high over its baseline a character's middle is, in font sizes."""


class Run(NamedTuple):
    """Characters printed one after another on one baseline, in one size, in page points.

    ``edges`` holds where each character begins, and at last where the last one ends.
    """

    text: str
    edges: Sequence[float]
    baseline: float
    size: float

    def part(self, start: int, end: int) -> Run:
        """The characters from ``start`` up to ``end``."""
        return Run(self.text[start:end], self.edges[start : end + 1], self.baseline, self.size)

    def characters(self) -> list[Run]:
        """Each character as a run of its own."""
        return [self.part(at, at + 1) for at in range(len(self.text))]


class Rule(NamedTuple):
    """A ruling line: ``at`` is its y (horizontal) or x (vertical), from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page as drawn, origin top left; pages count from 1.

    ``hidden`` counts characters that nobody sees (invisible, white on white, off the page),
    ``unmapped`` those whose font does not tell what they are; neither are in ``runs``.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    hidden: int = 0
    unmapped: int = 0
    pictures: int = 0

    @property
    def unreadable(self) -> bool:
        """Most of the page cannot be read as text: pictures of text, or fonts without a map."""
        if self.unmapped and self.unmapped > sum(len(run.text) for run in self.runs) / 4:
            return True
        return self.pictures > 0 and all(run.text.isspace() for run in self.runs)

"""What stands on a PDF page, as plain values: characters, ruling lines, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

ASCENT, DESCENT = 0.88, 0.12
"""How far a character reaches over and under its baseline, in font sizes."""

HALF_WAY = (ASCENT - DESCENT) / 2
"""How high over its baseline a character's middle is, in font sizes."""


class Glyph(NamedTuple):
    """A printed character: its edges, its baseline and its font size, in page points."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float


class Rule(NamedTuple):
    """A ruling line: ``at`` is its y (horizontal) or x (vertical), from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page as drawn, origin top left; pages count from 1.

    ``hidden`` counts characters that nobody sees (invisible, white on white, off the page),
    ``unmapped`` those whose font does not tell what they are; neither are in ``glyphs``.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    hidden: int = 0
    unmapped: int = 0
    pictures: int = 0

    @property
    def unreadable(self) -> bool:
        """Most of the page cannot be read as text: pictures of text, or fonts without a map."""
        if self.unmapped > len(self.glyphs) / 4:
            return True
        return self.pictures > 0 and all(glyph.text.isspace() for glyph in self.glyphs)

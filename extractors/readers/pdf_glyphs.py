"""The characters of a PDF page with their places; those that nobody sees are only counted."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from .pdf_page import Glyph
from .pdfium import Handle, Matrix, characters, font_size, owner, raw

_LEAST_SIZE = 1.0
_GARBAGE = re.compile("[\ufffd\ue000-\uf8ff]|(?![\\t\\r\\n])[\\x00-\\x1f]")
"""Characters that only say that their font has no map to Unicode."""

_CHARACTER, _LEFT, _RIGHT, _BASELINE, _SIZE = map(itemgetter, range(5))
_BOX = raw.FS_RECTF()
_BOX_REF = ctypes.byref(_BOX)


@dataclass(slots=True)
class Glyphs:
    """The characters that are seen, how many are hidden, and how many have no map."""

    seen: list[Glyph] = field(default_factory=list[Glyph])
    hidden: int = 0
    unmapped: int = 0


@dataclass(frozen=True, slots=True)
class GlyphReader:
    """Reads a page's characters; ``matrix`` maps its points to a sheet of that size."""

    text_page: Handle
    matrix: Matrix
    width: float
    height: float

    def read(self, unseen: frozenset[int]) -> Glyphs:
        """The characters; those of the text objects at the addresses ``unseen`` are hidden."""
        places, glyphs = self._all()
        if not unseen and self._are_plain(glyphs):
            return Glyphs(glyphs)
        found = Glyphs()
        for at, glyph in zip(places, glyphs, strict=True):
            if not self._is_in_sight(glyph) or (unseen and owner(self.text_page, at) in unseen):
                found.hidden += not glyph.text.isspace()
            elif _GARBAGE.match(glyph.text):
                found.unmapped += 1
            else:
                found.seen.append(glyph)
        return found

    def _are_plain(self, glyphs: Sequence[Glyph]) -> bool:
        """All characters are in sight and have a map, told without looking at each."""
        if not glyphs:
            return True
        largest, lowest = max(map(_SIZE, glyphs)), max(map(_BASELINE, glyphs))
        return (
            min(map(_RIGHT, glyphs)) > 0
            and max(map(_LEFT, glyphs)) < self.width
            and min(map(_SIZE, glyphs)) >= _LEAST_SIZE
            and min(map(_BASELINE, glyphs)) > largest / 2
            and lowest < self.height
            and not _GARBAGE.search("".join(map(_CHARACTER, glyphs)))
        )

    def _is_in_sight(self, glyph: Glyph) -> bool:
        _, x0, x1, baseline, size = glyph
        across = x1 > 0 and x0 < self.width and size >= _LEAST_SIZE
        return across and size / 2 < baseline < self.height + size / 2

    def _all(self) -> tuple[list[int], list[Glyph]]:
        """Every character that the file itself holds, in its order, and their indices.

        A character ends where the next one begins; its loose box is asked for only before
        a gap. The font size is asked for where the baseline changes.
        """
        a, b, c, d, e, f = self.matrix
        text_page = self.text_page
        x, y = ctypes.c_double(), ctypes.c_double()
        x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
        origin, generated = raw.FPDFText_GetCharOrigin, raw.FPDFText_IsGenerated
        places: list[int] = []
        glyphs: list[Glyph] = []
        last, last_char, last_x, baseline, size = -2, "", 0.0, 0.0, 0.0
        for at, char in enumerate(characters(text_page)):
            if char <= "!" and generated(text_page, at):
                continue
            origin(text_page, at, x_ref, y_ref)
            ox, oy = x.value, y.value
            x0, y0 = a * ox + c * oy + e, b * ox + d * oy + f
            if last_char:
                near = last + 1 == at and y0 == baseline and 0 < x0 - last_x <= 1.5 * size
                x1 = x0 if near else self._right_edge(last)
                places.append(last)
                glyphs.append(Glyph(last_char, last_x, x1, baseline, size))
            if y0 != baseline or not last_char:
                size = font_size(text_page, at)
            last, last_char, last_x, baseline = at, char, x0, y0
        if last_char:
            places.append(last)
            glyphs.append(Glyph(last_char, last_x, self._right_edge(last), baseline, size))
        return places, glyphs

    def _right_edge(self, at: int) -> float:
        a, _, c, _, e, _ = self.matrix
        raw.FPDFText_GetLooseCharBox(self.text_page, at, _BOX_REF)
        return max(a * _BOX.left + c * _BOX.bottom, a * _BOX.right + c * _BOX.top) + e

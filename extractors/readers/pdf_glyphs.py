"""The characters of a PDF page with their places; those that nobody sees are only counted."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

from .pdf_page import Glyph
from .pdfium import Handle, Matrix, characters, font_size, owner, raw

_LEAST_SIZE = 1.0
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
        found = Glyphs()
        width, height = self.width, self.height
        for at, glyph in self._all():
            char, x0, x1, baseline, size = glyph
            seen = x1 > 0 and x0 < width and size >= _LEAST_SIZE and size / 2 < baseline
            if not seen or baseline - size / 2 >= height:
                found.hidden += not char.isspace()
            elif (char < " " or char > "\ud7ff") and _is_garbage(char):
                found.unmapped += 1
            elif unseen and owner(self.text_page, at) in unseen:
                found.hidden += not char.isspace()
            else:
                found.seen.append(glyph)
        return found

    def _all(self) -> list[tuple[int, Glyph]]:
        """Every character that the file itself holds, with its index, in the file's order.

        A character ends where the next one begins; its loose box is asked for only before
        a gap. The font size is asked for where the baseline changes.
        """
        a, b, c, d, e, f = self.matrix
        text_page = self.text_page
        x, y = ctypes.c_double(), ctypes.c_double()
        x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
        origin, generated = raw.FPDFText_GetCharOrigin, raw.FPDFText_IsGenerated
        found: list[tuple[int, Glyph]] = []
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
                found.append((last, Glyph(last_char, last_x, x1, baseline, size)))
            if y0 != baseline or not last_char:
                size = font_size(text_page, at)
            last, last_char, last_x, baseline = at, char, x0, y0
        if last_char:
            found.append((last, Glyph(last_char, last_x, self._right_edge(last), baseline, size)))
        return found

    def _right_edge(self, at: int) -> float:
        a, _, c, _, e, _ = self.matrix
        raw.FPDFText_GetLooseCharBox(self.text_page, at, _BOX_REF)
        return max(a * _BOX.left + c * _BOX.bottom, a * _BOX.right + c * _BOX.top) + e


def _is_garbage(char: str) -> bool:
    """A character that only says that its font has no map to Unicode."""
    return char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or (char < " " and char not in "\t\r\n")

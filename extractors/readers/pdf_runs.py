"""The characters of a PDF page with their places; those that nobody sees are only counted."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, groupby, repeat

from .pdf_page import Run
from .pdfium import Handle, Matrix, Question, characters, font_size, owner, raw, unchecked

_LEAST_SIZE = 1.0
_GARBAGE = re.compile("[\ufffd\ue000-\uf8ff\\x00-\\x1f]")
"""Characters that only say that their font has no map to Unicode."""

_FARTHEST = 1.5
"""How far off the next character may begin, in font sizes, and still be one run's."""

_OVERPRINT = 0.4
"""The same character again within this part of the font size is a bold made by overprinting."""

_SEEN, _HIDDEN, _UNMAPPED = range(3)
_BLANK = re.compile("[\\x00-!]")
"""What may be white space that pdfium adds between words and lines."""

_is_generated = unchecked(raw.FPDFText_IsGenerated)
_origin = Question(raw.FPDFText_GetCharOrigin, ctypes.c_double, 2, apart=True)
_loose_box = Question(raw.FPDFText_GetLooseCharBox, ctypes.c_float, 4, apart=False)
"""Left, top, right, bottom."""


@dataclass(slots=True)
class Found:
    """The characters that are seen, how many are hidden, and how many have no map."""

    seen: list[Run] = field(default_factory=list[Run])
    hidden: int = 0
    unmapped: int = 0


@dataclass(frozen=True, slots=True)
class RunReader:
    """Reads a page's characters; ``matrix`` maps its points to a sheet of that size."""

    text_page: Handle
    matrix: Matrix
    width: float
    height: float

    def read(self, unseen: frozenset[int]) -> Found:
        """The characters; those of the text objects at the addresses ``unseen`` are hidden."""
        places, runs = self._all()
        if not unseen and self._are_plain(runs):
            return Found(runs)
        found = Found()
        for at, run in zip(places, runs, strict=True):
            for kind, group in groupby(self._kinds(at, run, unseen), key=lambda pair: pair[1]):
                indices = [index for index, _ in group]
                part = run.part(indices[0], indices[-1] + 1)
                if kind == _SEEN:
                    found.seen.append(part)
                elif kind == _UNMAPPED:
                    found.unmapped += len(part.text)
                else:
                    found.hidden += sum(not char.isspace() for char in part.text)
        return found

    def _are_plain(self, runs: Sequence[Run]) -> bool:
        """All characters are in sight and have a map, told without looking at each."""
        return all(
            run.edges[1] > 0
            and run.edges[-2] < self.width
            and run.size >= _LEAST_SIZE
            and run.size / 2 < run.baseline < self.height
            for run in runs
        ) and not _GARBAGE.search("".join([run.text for run in runs]))

    def _kinds(self, at: int, run: Run, unseen: frozenset[int]) -> list[tuple[int, int]]:
        """For each character of a run that begins at the index ``at``, what becomes of it."""
        kinds: list[tuple[int, int]] = []
        high = run.size / 2 < run.baseline < self.height + run.size / 2
        for index, char in enumerate(run.text):
            across = run.edges[index + 1] > 0 and run.edges[index] < self.width
            in_sight = high and across and run.size >= _LEAST_SIZE
            if not in_sight or (unseen and owner(self.text_page, at + index) in unseen):
                kinds.append((index, _HIDDEN))
            else:
                kinds.append((index, _UNMAPPED if _GARBAGE.match(char) else _SEEN))
        return kinds

    def _all(self) -> tuple[list[int], list[Run]]:
        """Every character that the file itself holds, in its order; where each run begins.

        A character ends where the next one begins; its loose box is asked for only where
        its run ends, and the font size only where a line begins.
        """
        text = characters(self.text_page)
        lefts, baselines = self._places(text)
        starts: list[int] = []
        ends: list[int] = []
        sizes: list[float] = []
        level: float | None = None
        least = most = size = last = 0.0
        for at, (left, baseline) in enumerate(zip(lefts, baselines, strict=True)):
            step, last = left - last, left
            if baseline == level and (
                least < step <= most or (0 < step <= least and text[at] != text[at - 1])
            ):
                continue
            if len(ends) < len(starts):
                ends.append(at)
            if baseline is None:
                least = most = 0.0
                continue
            if baseline != level:
                level, size = baseline, font_size(self.text_page, at)
            least, most = _OVERPRINT * size, _FARTHEST * size
            starts.append(at)
            sizes.append(size)
        if len(ends) < len(starts):
            ends.append(len(text))
        rights = self._right_edges([end - 1 for end in ends])
        return starts, [
            Run(text[start:end], [*lefts[start:end], right], baselines[start] or 0.0, size)
            for start, end, right, size in zip(starts, ends, rights, sizes, strict=True)
        ]

    def _places(self, text: str) -> tuple[list[float], list[float | None]]:
        """Where each character begins, and its baseline; null for white that pdfium adds."""
        a, b, c, d, e, f = self.matrix
        _, xs, ys = _origin.asked(range(len(text)), self.text_page)
        across, down = (xs, ys) if a else (ys, xs)
        turn, turn_down = a + c, b + d
        baselines: list[float | None] = [turn_down * y + f for y in down]
        blanks = [match.start() for match in _BLANK.finditer(text)]
        for at in compress(blanks, map(_is_generated, repeat(self.text_page), blanks)):
            baselines[at] = None
        return [turn * x + e for x in across], baselines

    def _right_edges(self, indices: Sequence[int]) -> list[float]:
        a, _, c, _, e, _ = self.matrix
        _, *sides = _loose_box.asked(indices, self.text_page)
        return [
            max(a * left + c * bottom, a * right + c * top) + e
            for left, top, right, bottom in zip(*sides, strict=True)
        ]

"""The characters of a PDF page with their places; those that nobody sees are only counted."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from .pdf_page import Run
from .pdfium import Handle, Matrix, characters, font_size, owner, raw, unchecked

_LEAST_SIZE = 1.0
_GARBAGE = re.compile("[\ufffd\ue000-\uf8ff\\x00-\\x1f]")
"""Characters that only say that their font has no map to Unicode."""

_FARTHEST = 1.5
"""How far off the next character may begin, in font sizes, and still be one run's."""

_OVERPRINT = 0.4
"""The same character again within this part of the font size is a bold made by overprinting."""

_SEEN, _HIDDEN, _UNMAPPED = range(3)
_BOX = raw.FS_RECTF()
_BOX_REF = ctypes.byref(_BOX)
_origin = unchecked(raw.FPDFText_GetCharOrigin)
_is_generated = unchecked(raw.FPDFText_IsGenerated)
_loose_box = unchecked(raw.FPDFText_GetLooseCharBox)


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
        its run ends, and the font size where one begins.
        """
        a, b, c, d, e, f = self.matrix
        text_page = self.text_page
        x, y = ctypes.c_double(), ctypes.c_double()
        x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
        chars = characters(text_page)
        places: list[int] = []
        runs: list[Run] = []
        edges: list[float] = []
        start = -1
        least = most = baseline = size = last = 0.0
        for at, char in enumerate(chars):
            if char <= "!" and _is_generated(text_page, at):
                most = 0.0
                continue
            _origin(text_page, at, x_ref, y_ref)
            ox, oy = x.value, y.value
            x0, y0 = a * ox + c * oy + e, b * ox + d * oy + f
            step = x0 - last
            last = x0
            if 0 < step <= most and y0 == baseline and (step > least or char != chars[at - 1]):
                edges.append(x0)
                continue
            if edges:
                places.append(start)
                runs.append(self._run(chars, start, edges, baseline, size))
            if y0 != baseline or not edges:
                size = font_size(text_page, at)
            least, most = _OVERPRINT * size, _FARTHEST * size
            start, edges, baseline = at, [x0], y0
        if edges:
            places.append(start)
            runs.append(self._run(chars, start, edges, baseline, size))
        return places, runs

    def _run(
        self, chars: Sequence[str], start: int, edges: list[float], baseline: float, size: float
    ) -> Run:
        end = start + len(edges)
        edges.append(self._right_edge(end - 1))
        return Run("".join(chars[start:end]), edges, baseline, size)

    def _right_edge(self, at: int) -> float:
        a, _, c, _, e, _ = self.matrix
        _loose_box(self.text_page, at, _BOX_REF)
        return max(a * _BOX.left + c * _BOX.bottom, a * _BOX.right + c * _BOX.top) + e

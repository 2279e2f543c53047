"""What is drawn on a PDF page: ruling lines, shades, pictures, and text that nobody sees."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, compress, islice, pairwise, repeat

from .pdf_page import Rule
from .pdfium import Handle, Matrix, Question, are_white, matrices, raw, times, unchecked

_LINE = raw.FPDF_SEGMENT_LINETO
_NO_TEXT = raw.FPDF_TEXTRENDERMODE_UNKNOWN
_INVISIBLE_MODES = frozenset({3, 7})
_STRAIGHT = 0.5
_DEEPEST = 8
"""Forms within forms that are followed."""

_TOGETHER = 1000
"""So many things drawn are asked about at once."""

_kind = unchecked(raw.FPDFPageObj_GetType)
_render_mode = unchecked(raw.FPDFTextObj_GetTextRenderMode)
_draw_mode = Question(raw.FPDFPath_GetDrawMode, ctypes.c_int, 2, apart=True)
_segments = unchecked(raw.FPDFPath_CountSegments)
_segment = unchecked(raw.FPDFPath_GetPathSegment)
_segment_kind = unchecked(raw.FPDFPathSegment_GetType)
_segment_point = Question(raw.FPDFPathSegment_GetPoint, ctypes.c_float, 2, apart=True)


@dataclass(slots=True)
class Drawn:
    """What a walk over the page's objects collects.

    ``hidden`` and ``white`` hold the addresses of text objects, the white ones with their
    centres; ``shades`` are the boxes of what is filled with a colour.
    """

    horizontal: list[Rule] = field(default_factory=list[Rule])
    vertical: list[Rule] = field(default_factory=list[Rule])
    hidden: set[int] = field(default_factory=set[int])
    white: dict[int, tuple[float, float]] = field(default_factory=dict[int, tuple[float, float]])
    shades: list[tuple[float, float, float, float]] = field(
        default_factory=list[tuple[float, float, float, float]]
    )
    pictures: int = 0

    def unseen(self) -> frozenset[int]:
        """The text objects that nobody sees: invisible ones, and white ones on no shade."""
        return frozenset(self.hidden).union(
            address
            for address, (x, y) in self.white.items()
            if not any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in self.shades)
        )


def drawn_on(page: Handle, matrix: Matrix) -> Drawn:
    """Everything on the page, its points mapped by ``matrix``."""
    walk = _Walk(matrix)
    count = raw.FPDFPage_CountObjects(page)
    walk.visit(map(_object, repeat(page), range(count)), matrix, 0)
    return walk.drawn


_object = unchecked(raw.FPDFPage_GetObject)
_object_of_form = unchecked(raw.FPDFFormObj_GetObject)


class _Walk:
    """``matrix`` maps the page's points; inside a form another is handed down."""

    def __init__(self, matrix: Matrix) -> None:
        self.drawn = Drawn()
        self._matrix = matrix

    def visit(self, items: Iterator[Handle], matrix: Matrix, depth: int) -> None:
        while some := list(islice(items, _TOGETHER)):
            self._visit(some, matrix, depth)

    def _visit(self, items: list[Handle], matrix: Matrix, depth: int) -> None:
        of_kind: defaultdict[int, list[Handle]] = defaultdict(list)
        others = self._texts(items)
        for item, kind in zip(others, map(_kind, others), strict=True):
            of_kind[kind].append(item)
        self._paths(of_kind[raw.FPDF_PAGEOBJ_PATH], matrix)
        self.drawn.pictures += len(of_kind[raw.FPDF_PAGEOBJ_IMAGE])
        if depth < _DEEPEST:
            self._forms(of_kind[raw.FPDF_PAGEOBJ_FORM], matrix, depth)

    def _forms(self, items: list[Handle], matrix: Matrix, depth: int) -> None:
        for item, inner in zip(items, matrices(items), strict=True):
            count = raw.FPDFFormObj_CountObjects(item)
            held = map(_object_of_form, repeat(item), range(count))
            self.visit(held, times(inner, matrix), depth + 1)

    def _texts(self, items: list[Handle]) -> list[Handle]:
        """Take the texts; what is none, which has no mode of drawing letters, is given back."""
        visible: list[Handle] = []
        others: list[Handle] = []
        for item, mode in zip(items, map(_render_mode, items), strict=True):
            if mode in _INVISIBLE_MODES:
                self.drawn.hidden.add(ctypes.addressof(item.contents))
            else:
                (others if mode == _NO_TEXT else visible).append(item)
        for item in compress(visible, are_white(visible)):
            self.drawn.white[ctypes.addressof(item.contents)] = self._centre(item)
        return others

    def _centre(self, item: Handle) -> tuple[float, float]:
        edges = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(item, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        x, y = (left + right) / 2, (bottom + top) / 2
        a, b, c, d, e, f = self._matrix
        return a * x + c * y + e, b * x + d * y + f

    def _paths(self, items: list[Handle], matrix: Matrix) -> None:
        _, fills, strokes = _draw_mode.asked(items)
        drawn = [
            (item, bool(fill))
            for item, fill, stroke, is_white in zip(
                items, fills, strokes, are_white(items), strict=True
            )
            if stroke or (fill and not is_white)
        ]
        outlines = _outlines([item for item, _ in drawn], matrix)
        for (_, filled), (points, kinds) in zip(drawn, outlines, strict=True):
            self._rules(points, kinds)
            if filled and points:
                xs, ys = zip(*points, strict=True)
                self.drawn.shades.append((min(xs), min(ys), max(xs), max(ys)))

    def _rules(self, points: list[tuple[float, float]], kinds: list[int]) -> None:
        """The straight lines along a path; where a figure is closed, pdfium itself draws one."""
        for ((xa, ya), (xb, yb)), kind in zip(pairwise(points), kinds[1:], strict=True):
            if kind != _LINE:
                continue
            across, down = abs(xa - xb), abs(ya - yb)
            if across < _STRAIGHT < down:
                self.drawn.vertical.append(Rule((xa + xb) / 2, min(ya, yb), max(ya, yb)))
            elif down < _STRAIGHT < across:
                self.drawn.horizontal.append(Rule((ya + yb) / 2, min(xa, xb), max(xa, xb)))


def _outlines(
    items: list[Handle], matrix: Matrix
) -> Iterator[tuple[list[tuple[float, float]], list[int]]]:
    """The points of every path, and what leads to each of them from the one before."""
    counts = list(map(_segments, items))
    owners = chain.from_iterable(map(repeat, items, counts))
    segments = list(map(_segment, owners, chain.from_iterable(map(range, counts))))
    kinds = list(map(_segment_kind, segments))
    _, xs, ys = _segment_point.asked(segments)
    end = 0
    for count, inner in zip(counts, matrices(items), strict=True):
        start, end = end, end + count
        a, b, c, d, e, f = times(inner, matrix)
        places = zip(xs[start:end], ys[start:end], strict=True)
        yield [(a * x + c * y + e, b * x + d * y + f) for x, y in places], kinds[start:end]

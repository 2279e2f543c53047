"""What is drawn on a PDF page: ruling lines, shades, pictures, and text that nobody sees."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise

from .pdf_page import Rule
from .pdfium import Handle, Matrix, is_white, object_matrix, raw, times, unchecked

_INVISIBLE_MODES = frozenset({3, 7})
_STRAIGHT = 0.5
_DEEPEST = 8
"""Forms within forms that are followed."""

_object = unchecked(raw.FPDFPage_GetObject)
_kind = unchecked(raw.FPDFPageObj_GetType)
_render_mode = unchecked(raw.FPDFTextObj_GetTextRenderMode)
_draw_mode = unchecked(raw.FPDFPath_GetDrawMode)
_segments = unchecked(raw.FPDFPath_CountSegments)
_segment = unchecked(raw.FPDFPath_GetPathSegment)
_segment_kind = unchecked(raw.FPDFPathSegment_GetType)
_segment_point = unchecked(raw.FPDFPathSegment_GetPoint)
_closes = unchecked(raw.FPDFPathSegment_GetClose)


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
    for at in range(raw.FPDFPage_CountObjects(page)):
        walk.visit(_object(page, at), matrix, 0)
    return walk.drawn


class _Walk:
    """``matrix`` maps the page's points; inside a form another is handed down."""

    def __init__(self, matrix: Matrix) -> None:
        self.drawn = Drawn()
        self._matrix = matrix

    def visit(self, item: Handle, matrix: Matrix, depth: int) -> None:
        kind = _kind(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self._text(item)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.drawn.pictures += 1
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = times(object_matrix(item), matrix)
            for at in range(raw.FPDFFormObj_CountObjects(item)):
                self.visit(raw.FPDFFormObj_GetObject(item, at), inner, depth + 1)

    def _text(self, item: Handle) -> None:
        if _render_mode(item) in _INVISIBLE_MODES:
            self.drawn.hidden.add(ctypes.addressof(item.contents))
        elif is_white(item):
            self.drawn.white[ctypes.addressof(item.contents)] = self._centre(item)

    def _centre(self, item: Handle) -> tuple[float, float]:
        edges = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(item, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        x, y = (left + right) / 2, (bottom + top) / 2
        a, b, c, d, e, f = self._matrix
        return a * x + c * y + e, b * x + d * y + f

    def _path(self, item: Handle, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        _draw_mode(item, ctypes.byref(fill), ctypes.byref(stroke))
        filled = bool(fill.value)
        if not stroke.value and (not filled or is_white(item)):
            return
        chains = _outline(item, times(object_matrix(item), matrix))
        for chain in chains:
            self._rules(chain)
        if filled:
            xs = [x for chain in chains for x, _ in chain]
            ys = [y for chain in chains for _, y in chain]
            if xs:
                self.drawn.shades.append((min(xs), min(ys), max(xs), max(ys)))

    def _rules(self, chain: list[tuple[float, float]]) -> None:
        for (xa, ya), (xb, yb) in pairwise(chain):
            if abs(xa - xb) < _STRAIGHT < abs(ya - yb):
                self.drawn.vertical.append(Rule((xa + xb) / 2, min(ya, yb), max(ya, yb)))
            elif abs(ya - yb) < _STRAIGHT < abs(xa - xb):
                self.drawn.horizontal.append(Rule((ya + yb) / 2, min(xa, xb), max(xa, xb)))


def _outline(item: Handle, matrix: Matrix) -> list[list[tuple[float, float]]]:
    """The straight lines of a path as chains of points; curves break a chain."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
    chains: list[list[tuple[float, float]]] = []
    chain: list[tuple[float, float]] = []
    for at in range(_segments(item)):
        segment = _segment(item, at)
        kind = _segment_kind(segment)
        _segment_point(segment, x_ref, y_ref)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == raw.FPDF_SEGMENT_LINETO:
            chain.append(point)
        else:
            chain = [point]
            chains.append(chain)
        if _closes(segment):
            chain.append(chain[0])
    return chains

"""The columns of a table without ruling lines carried to the page on which it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .pdf_aligned import MARGIN
from .pdf_parts import Part

_CLOSE = 0.1
_LEAST_FITTING = 2
_NEAR = 24.0
"""How far apart the edges of one column may be drawn on two pages, in points."""


def fitted(earlier: Part, later: Part) -> Part:
    """The later part on the earlier's columns, where both have none printed and these fit.

    Otherwise the later part as it is.
    """
    if later.page != earlier.page + 1 or not (_is_unruled(earlier) and _is_unruled(later)):
        return later
    inner = [_fitting(earlier, later, at) for at in range(1, len(later.xs) - 1)]
    fitting = [x for x in inner if x is not None]
    if len(fitting) < _LEAST_FITTING or len(fitting) * 2 <= len(inner):
        return later
    kept = [x if x is not None else own for x, own in zip(inner, later.xs[1:-1], strict=True)]
    xs = (earlier.xs[0], *kept, earlier.xs[-1])
    return replace(later, xs=xs) if all(a < b for a, b in pairwise(xs)) else later


def on_common_edges(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, those of an unruled table with one edge for those that are near on its pages.

    Without printed rules the texts of a page tell where its columns meet, and those of the
    next one a little beside it.
    """
    if len(parts) == 1 or not _is_unruled(parts[0]):
        return parts
    edges = sorted((x, at) for at, part in enumerate(parts) for x in part.xs)
    common: list[dict[int, float]] = []
    for x, at in edges:
        if common and at not in common[-1] and x - min(common[-1].values()) < _NEAR:
            common[-1][at] = x
        else:
            common.append({at: x})
    return [
        replace(part, xs=tuple(min(edge.values()) for edge in common if at in edge))
        for at, part in enumerate(parts)
    ]


def _is_unruled(part: Part) -> bool:
    """A side stands where the text tells it, as no printed rule does."""
    lines = [line for cell in part.cells for line in cell.lines]
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    sides = (left - part.xs[0], part.xs[-1] - right)
    return any(abs(side - MARGIN) < _CLOSE for side in sides)


def _fitting(earlier: Part, later: Part, at: int) -> float | None:
    """A column's edge of the earlier part within the white at an edge of the later one."""
    ends = [
        line.x1
        for cell in later.cells
        if cell.slot.column + cell.slot.column_span == at
        for line in cell.lines
    ]
    starts = [line.x0 for cell in later.cells if cell.slot.column == at for line in cell.lines]
    left, right = max(ends, default=later.xs[at - 1]), min(starts, default=later.xs[at + 1])
    inside = [x for x in earlier.xs[1:-1] if left < x < right]
    return min(inside, key=lambda x: abs(x - later.xs[at]), default=None)

"""From boxes, origin top left of the page as its text runs, to points of the page itself."""

from __future__ import annotations

from dataclasses import dataclass

from ....extractors.readers.pdfium import Matrix

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Turning:
    """The way from a page's boxes to its own points: the reader's matrix, turned around.

    The matrix only turns by quarters and mirrors, so that its linear part is undone by
    itself transposed.
    """

    matrix: Matrix

    def point(self, x: float, y: float) -> Point:
        """The page's own point under a point of its boxes."""
        a, b, c, d, e, f = self.matrix
        x, y = x - e, y - f
        return a * x + b * y, c * x + d * y

    def corners(self, x0: float, y0: float, x1: float, y1: float) -> tuple[Point, ...]:
        """Top left, top right, bottom left and bottom right, as the text runs."""
        return tuple(self.point(x, y) for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1)))

    @property
    def upright(self) -> Matrix:
        """Turns what is drawn upwards to stand as the text does."""
        a, b, c, d, _, _ = self.matrix
        return a, c, -b, -d, 0, 0


def bounds(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)

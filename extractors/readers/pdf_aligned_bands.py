"""The columns of a table without ruling lines: white that runs down neighbouring rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .pdf_aligned_rows import Row, Segment

Gutter = tuple[float, float]
"""The left and right edge of white between two columns."""


@dataclass(slots=True)
class Band:
    """Neighbouring rows that keep to the same columns, and the white between these."""

    rows: list[Row] = field(default_factory=list[Row])
    gutters: list[Gutter] = field(default_factory=list[Gutter])

    def column(self, segment: Segment) -> int:
        """The column in which the middle of a segment stands."""
        middle = (segment.x0 + segment.x1) / 2
        return sum((left + right) / 2 < middle for left, right in self.gutters)

    def heads_groups(self, row: Row, under: Row) -> bool:
        """The row names groups of the columns that the one under it names, each of them."""
        named = {self.column(segment) for segment in under.segments}
        return (
            len(named) == len(self.gutters) + 1 == len(under.segments)
            and 2 <= len(row.segments) <= len(named) / 2
            and not any(segment.is_number for segment in (*row.segments, *under.segments))
        )

    def take_over(self, gutters: Sequence[Gutter], least: float) -> bool:
        """Take the white of a band overleaf, where this band keeps to it; else stay as it is."""
        own = self._white_of_full_rows(least)
        if len(own) < _LEAST_ALIKE:
            return False
        if any(all(_shared(white, other) is None for other in gutters) for white in own):
            return False
        segments = [segment for row in self.rows for segment in row.segments]
        taken: list[Gutter] = []
        for gutter in gutters:
            alike = [part for white in own if (part := _shared(white, gutter))]
            free = alike or _left_free(gutter, segments, least)
            if not free:
                return False
            taken.append(max(free, key=lambda part: part[1] - part[0]))
        self.gutters = taken
        return True

    def _white_of_full_rows(self, least: float) -> list[Gutter]:
        """The white of rows with several parts: a sum's name may stand in it."""
        full = [row for row in self.rows if len(row.segments) > _LEAST_ALIKE]
        return next((band.gutters for band in bands_of(full, least)), list[Gutter]())

    def part_first(self, least: float) -> None:
        """Part the first column where all its texts leave white down the rows.

        The name of a form's part and those of groups within it need share no row.
        """
        first = [s for row in self.rows for s in row.segments if self.column(s) == 0]
        white = (gap for gap in _between(first) if gap[1] - gap[0] >= least)
        self.gutters = [*white, *self.gutters]


_LEAST_ALIKE = 2


_NEAR = 10.0
"""How far apart the white of one column's edge may lie on two pages, in points."""


def _shared(own: Gutter, other: Gutter) -> Gutter | None:
    """The white that both have, its own edge where the other is near; null where it is far."""
    left, right = max(own[0], other[0]), min(own[1], other[1])
    if left < right:
        return left, right
    if left - right >= _NEAR:
        return None
    return (own[0], own[0] + 1) if other[1] <= own[0] else (own[1] - 1, own[1])


def bands_of(rows: Sequence[Row], least: float) -> Iterator[Band]:
    """The rows in bands; white narrower than ``least`` parts no columns.

    A row of known headings begins a band, whatever white the rows over it have.
    """
    band = Band()
    for row in rows:
        gutters = None if _begins(band, row) else _common(band, row, least)
        if gutters is None:
            if band.rows:
                yield band
            band = Band()
            gutters = _whites(row)
        band.rows.append(row)
        band.gutters = gutters
    if band.rows:
        yield band


def _begins(band: Band, row: Row) -> bool:
    """The row heads columns, and those over it do not."""
    return row.heads > 2 and not (band.rows and band.rows[-1].heads > 2)


def _common(band: Band, row: Row, least: float) -> list[Gutter] | None:
    """The white that the band shares with a row; null where the row has columns of its own."""
    gutters = [part for gutter in band.gutters for part in _left_free(gutter, row.segments, least)]
    if len(gutters) < len(band.gutters):
        return None
    above = [segment for other in band.rows for segment in other.segments]
    for white in _whites(row):
        if any(white[0] <= sum(gutter) / 2 <= white[1] for gutter in gutters):
            continue
        free = _left_free(white, above, least)
        if not free:
            return None
        gutters += free
    return sorted(set(gutters))


def _whites(row: Row) -> list[Gutter]:
    """The white between the segments of a row."""
    return _between(row.segments)


def _between(segments: Sequence[Segment]) -> list[Gutter]:
    """The white between segments, those over each other taken as one."""
    merged: list[list[float]] = []
    for segment in sorted(segments, key=lambda segment: segment.x0):
        if merged and segment.x0 < merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], segment.x1)
        else:
            merged.append([segment.x0, segment.x1])
    return [(one[1], two[0]) for one, two in pairwise(merged)]


def _left_free(gutter: Gutter, segments: Sequence[Segment], least: float) -> list[Gutter]:
    """The parts of the white that no segment narrows; what crosses nearly all spans columns."""
    parts = [gutter]
    for segment in segments:
        parts = [part for each in parts for part in _without(each, segment, least)]
    return parts


def _without(gutter: Gutter, segment: Segment, least: float) -> list[Gutter]:
    left, right = gutter
    if segment.x1 <= left or right <= segment.x0:
        return [gutter]
    parts = [(left, min(right, segment.x0)), (max(left, segment.x1), right)]
    wide = [part for part in parts if part[1] - part[0] >= least]
    spans = segment.x0 < (left + right) / 2 < segment.x1
    return [gutter] if spans and not wide else wide

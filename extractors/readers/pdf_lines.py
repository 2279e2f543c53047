"""Printed lines: characters that stand on one baseline, from left to right."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from ...schemas.document import TextLine
from .pdf_page import ASCENT, DESCENT, Run

_SAME_LINE = 0.4
"""How far two baselines of one line may differ, in font sizes (raised and lowered marks)."""

_LEVEL = 0.5
"""How far baselines may differ, in points, that are printed as one."""

_APART = 0.5
"""The white, in font sizes, behind which another cell may begin."""

_GAP = 0.6
"""The white, in font sizes, that stands for a space where the file holds none."""

_OVERPRINT = 0.4
"""A character printed again within this part of its width is a bold made by overprinting."""

_COLUMN_RUN = 3
_UNDER = 0.8
"""The part of a page's characters that stand under the one before where it is written so."""

_BASELINE = itemgetter(2)


def _left(run: Run) -> float:
    return run.edges[0]


class Line(NamedTuple):
    """A printed line: its text, the edges of its characters, and its font size."""

    text: str
    page: int
    edges: array[float]
    top: float
    bottom: float
    size: float

    @property
    def x0(self) -> float:
        """Where the first character begins."""
        return self.edges[0]

    @property
    def x1(self) -> float:
        """Where the last character ends."""
        return self.edges[-1]

    def placed(self, start: int) -> TextLine:
        """The line as part of a text in which it begins at ``start``."""
        return TextLine(start, self.page, self.top, self.bottom, self.edges)


def lines_of(runs: Sequence[Run], page: int) -> list[Line]:
    """The lines that the characters form, from the top; lines of white space are left out."""
    rows = _rows(runs) if len(runs) > 1 else [list(runs)]
    return [line for row in rows if (line := _line(_in_order(row), page)) is not None]


def is_uneven(line: Line) -> bool:
    """Some of its characters stand higher than others."""
    return line.bottom - line.top > (ASCENT + DESCENT) * line.size + _LEVEL


def level_lines_of(runs: Sequence[Run], page: int) -> list[Line]:
    """The lines, of which parts with white between them that stand higher or lower are apart."""
    parts = (_line(part, page) for row in _rows(runs) for part in _level_parts(_in_order(row)))
    return sorted((line for line in parts if line is not None), key=lambda line: line.top)


def vertical_lines_of(runs: Sequence[Run], page: int) -> list[Line]:
    """The lines of a page that is written from top to bottom; none where it is not."""
    lines = (_line(column, page) for column in _columns_of_text(runs))
    return [line for line in lines if line is not None]


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs by baseline, each row from left to right."""
    rows: list[list[Run]] = []
    baseline = size = 0.0
    for run in sorted(runs, key=_BASELINE):
        lower, other = run.baseline, run.size
        if rows and (
            lower == baseline or lower - baseline <= _SAME_LINE * max(min(size, other), 1)
        ):
            rows[-1].append(run)
        else:
            rows.append([run])
            baseline, size = lower, other
        if other > size:
            baseline, size = lower, other
    for row in rows:
        if len(row) > 1:
            row.sort(key=_left)
    return rows


def _level_parts(row: Sequence[Run]) -> Iterator[list[Run]]:
    """A row's runs by how high they stand, those close behind each other together."""
    levels: list[list[Run]] = []
    for near in _near(row):
        at = (level for level in levels if abs(level[0].baseline - near[0].baseline) < _LEVEL)
        if (level := next(at, None)) is not None:
            level.extend(near)
        else:
            levels.append(near)
    yield from levels


def _near(row: Sequence[Run]) -> Iterator[list[Run]]:
    near: list[Run] = []
    for run in row:
        if near and run.edges[0] - near[-1].edges[-1] > _APART * run.size:
            yield near
            near = []
        near.append(run)
    if near:
        yield near


def _columns_of_text(runs: Sequence[Run]) -> list[list[Run]]:
    """Vertical writing: characters that stand under each other; none elsewhere."""
    solid = [run for run in runs if not run.text.isspace()]
    characters = sum(len(run.text) for run in solid)
    if len(solid) <= _COLUMN_RUN or len(solid) < _UNDER * characters:
        return []
    under = sum(
        abs(one.edges[0] - two.edges[0]) < one.size / 2
        and 0 < two.baseline - one.baseline < 2 * one.size
        for one, two in pairwise(solid)
    )
    if under < _UNDER * (characters - 1):
        return []
    columns: list[list[Run]] = [[solid[0]]]
    for one, two in pairwise(solid):
        if two.baseline > one.baseline:
            columns[-1].append(two)
        else:
            columns.append([two])
    return columns


def _in_order(row: list[Run]) -> list[Run]:
    """The runs of a row one after another; those printed into each other are taken apart."""
    for one, two in pairwise(row):
        if two.edges[0] - one.edges[-2] < _OVERPRINT * one.size:
            break
    else:
        return row
    single = sorted((char for run in row for char in run.characters()), key=_left)
    kept = single[:1]
    for run in single[1:]:
        left, right = run.edges
        if left - kept[-1].edges[0] < _OVERPRINT * (right - left) and run.text == kept[-1].text:
            continue
        kept.append(run)
    return kept


def _line(row: list[Run], page: int) -> Line | None:
    """The row as a line without white space at its ends; null where it is all white space."""
    if not (row := _trimmed(row)):
        return None
    text, places, highest, size = row[0]
    edges, right, lowest = [*places[:-1]], max(places[0], places[-1]), highest
    if len(row) > 1:
        size = max([run.size for run in row])
    for added, places, baseline, _ in row[1:]:
        if places[0] - right > _GAP * size and not text[-1].isspace():
            text += " "
            edges.append(right)
        text += added
        edges += places[:-1]
        right = max(right, places[-1])
        highest, lowest = min(highest, baseline), max(lowest, baseline)
    edges.append(right)
    top, bottom = highest - ASCENT * size, lowest + DESCENT * size
    return Line(text, page, array("f", edges), top, bottom, size)


def _trimmed(row: list[Run]) -> list[Run]:
    """The row without the white space at its ends."""
    if row and not (row[0].text[0].isspace() or row[-1].text[-1].isspace()):
        return row
    while row and row[0].text.isspace():
        row = row[1:]
    while row and row[-1].text.isspace():
        row = row[:-1]
    if row and row[0].text[0].isspace():
        text = row[0].text
        row = [row[0].part(len(text) - len(text.lstrip()), len(text)), *row[1:]]
    if row and row[-1].text[-1].isspace():
        row = [*row[:-1], row[-1].part(0, len(row[-1].text.rstrip()))]
    return row

"""Ruling lines found in the picture of a page: what is long, straight and joined to a frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from .ocr import Area, Image

_SHADE, _AROUND = 15, 25
"""How much darker than the paper around it a pixel of a line is, and how far around is."""

_LEAST_ACROSS, _LEAST_DOWN = 50, 28
"""The shortest pieces of lines that are looked at: longer than strokes of letters, in pixels."""

_SURE_DOWN = 75
"""A line down of this length is higher than any letter of a text."""

_THICKEST = 16
_FRAME_WIDTH, _FRAME_HEIGHT = 160, 70
"""The smallest frame; smaller ones are boxed letters and strokes of headlines."""

_ALONE = 400
"""A line across without a frame counts from this length: a table may be ruled across only."""

_JOIN = 24
"""White within a line that is a fault of the scan, in pixels."""

_MEETS = 3
"""How far a line may end before another that it meets, in pixels."""

_APART = 6
"""How far two pieces of one line may be apart sideways, in pixels."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of pixels: its place (y of one across, x of one down) and its ends."""

    at: float
    start: int
    end: int
    thickness: int


@dataclass(frozen=True, slots=True)
class Rulings:
    """The lines across and down that a page shows."""

    across: tuple[Stroke, ...]
    down: tuple[Stroke, ...]


def find_rulings(image: Image) -> Rulings:
    """The ruling lines of a page whose lines are level."""
    dark = cv2.adaptiveThreshold(
        cv2.medianBlur(image, 3),
        255,
        cv2.ADAPTIVE_THRESH_MEAN_C,
        cv2.THRESH_BINARY_INV,
        _AROUND,
        _SHADE,
    ).astype(np.uint8)
    across = _opened(dark, (5, 3), (_LEAST_ACROSS, 1))
    down = _opened(dark, (3, 5), (1, _LEAST_DOWN))
    framed = _framed(across | down)
    level = [_across(area) for area in _areas(across) if _is_ruling(area, across, framed)]
    upright = [_down(area) for area in _areas(down) if _is_upright(area, across, framed)]
    return Rulings(
        tuple(_joined(each for each in level if each.thickness <= _THICKEST)),
        tuple(_joined(each for each in upright if each.thickness <= _THICKEST)),
    )


def erased(image: Image, rulings: Rulings) -> Image:
    """The picture without its ruling lines, so that they are not read as 一 and 1."""
    clean = image.copy()
    for stroke in rulings.across:
        top, bottom = _sides(stroke)
        clean[top:bottom, stroke.start : stroke.end] = 255
    for stroke in rulings.down:
        left, right = _sides(stroke)
        clean[stroke.start : stroke.end, left:right] = 255
    return clean


def _sides(stroke: Stroke) -> tuple[int, int]:
    half = stroke.thickness / 2 + 1.5
    return max(int(stroke.at - half), 0), int(stroke.at + half) + 1


def _opened(dark: Image, gap: tuple[int, int], least: tuple[int, int]) -> Image:
    """What is left when small gaps are closed and then all that is shorter is taken away."""
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones(gap[::-1], np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(least[::-1], np.uint8))
    return opened.astype(np.uint8)


def _areas(mask: Image) -> Iterator[Area]:
    _, _, boxes, _ = cv2.connectedComponentsWithStats(mask)
    for x, y, width, height, _ in boxes[1:].tolist():
        yield Area(x, y, x + width, y + height)


def _framed(mask: Image) -> Image:
    """The lines that belong to something as large as a frame."""
    joined = cv2.dilate(mask, np.ones((7, 7), np.uint8))
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(joined)
    large = (boxes[:, cv2.CC_STAT_WIDTH] >= _FRAME_WIDTH) & (
        boxes[:, cv2.CC_STAT_HEIGHT] >= _FRAME_HEIGHT
    )
    large[0] = False
    return (large[labels.astype(np.intp)] & (mask > 0)).astype(np.uint8)


def _is_ruling(area: Area, across: Image, framed: Image) -> bool:
    return area.width >= _ALONE or bool((area.of(framed) & area.of(across)).any())


def _is_upright(area: Area, across: Image, framed: Image) -> bool:
    """Strokes of letters are as high as low rows, but end before the lines around them."""
    if not area.of(framed).any():
        return False
    return area.height >= _SURE_DOWN or all(
        across[max(end - _MEETS, 0) : end + _MEETS, area.x0 : area.x1].any()
        for end in (area.y0, area.y1)
    )


def _across(area: Area) -> Stroke:
    return Stroke((area.y0 + area.y1) / 2, area.x0, area.x1, area.height)


def _down(area: Area) -> Stroke:
    return Stroke((area.x0 + area.x1) / 2, area.y0, area.y1, area.width)


def _joined(strokes: Iterator[Stroke]) -> Iterator[Stroke]:
    """Pieces that go on with one another as one line."""
    lines: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda each: each.at):
        if lines and stroke.at - lines[-1][-1].at <= _APART:
            lines[-1].append(stroke)
        else:
            lines.append([stroke])
    for line in lines:
        yield from _runs(sorted(line, key=lambda each: each.start))


def _runs(pieces: list[Stroke]) -> Iterator[Stroke]:
    run: list[Stroke] = []
    for piece in pieces:
        if run and piece.start - max(each.end for each in run) > _JOIN:
            yield _whole(run)
            run = []
        run.append(piece)
    yield _whole(run)


def _whole(run: list[Stroke]) -> Stroke:
    length = sum(each.end - each.start for each in run)
    at = sum(each.at * (each.end - each.start) for each in run) / length
    thickness = max(each.thickness for each in run)
    return Stroke(at, run[0].start, max(each.end for each in run), thickness)

"""How annotations look: drawings of their own, so that every viewer shows the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from ....schemas.finding import Severity
from .turning import Point, Turning, bounds

Tone = Severity | Literal["settled"]
"""How grave a doubt that stands is; ``settled`` for one that a reviewer has cleared up."""

COLOURS: dict[Tone, tuple[float, float, float]] = {
    "error": (1.0, 0.6, 0.58),
    "warning": (1.0, 0.82, 0.4),
    "info": (0.62, 0.8, 1.0),
    "settled": (0.85, 0.85, 0.85),
}
_INK: dict[Tone, tuple[float, float, float]] = {
    "error": (0.7, 0.15, 0.12),
    "warning": (0.7, 0.42, 0.0),
    "info": (0.09, 0.35, 0.65),
    "settled": (0.45, 0.45, 0.45),
}
BADGE_WIDTH, BADGE_HEIGHT = 16.0, 11.0
_LETTER_WIDTH, _LETTER_SIZE = 0.556, 8.0
"""Of a figure in Helvetica Bold, in parts of its size; and the size that fits the badge."""


def highlight_look(pdf: Pdf, quads: Sequence[tuple[Point, ...]], tone: Tone) -> Stream:
    """Coloured areas that let the text beneath through."""
    red, green, blue = COLOURS[tone]
    areas = "\n".join(_area(quad) for quad in quads)
    drawn = f"/G gs {red} {green} {blue} rg\n{areas}"
    through = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    box = bounds(tuple(point for quad in quads for point in quad))
    resources = Dictionary(ExtGState=Dictionary(G=through))
    look = _form(pdf, drawn, box, resources)
    look.Group = Dictionary(Type=Name.Group, S=Name.Transparency)
    return look


def badge_look(pdf: Pdf, number: int, tone: Tone, turning: Turning) -> Stream:
    """A small plate with the doubt's number, standing as the text does."""
    red, green, blue = _INK[tone]
    digits = str(number)
    size = min(_LETTER_SIZE, (BADGE_WIDTH - 2) / (_LETTER_WIDTH * len(digits)))
    left = (BADGE_WIDTH - _LETTER_WIDTH * size * len(digits)) / 2
    drawn = (
        f"{red} {green} {blue} rg 0 0 {BADGE_WIDTH} {BADGE_HEIGHT} re f\n"
        f"1 1 1 rg BT /F {size:.2f} Tf {left:.2f} {(BADGE_HEIGHT - 0.72 * size) / 2:.2f} Td "
        f"({digits}) Tj ET"
    )
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"))
    resources = Dictionary(Font=Dictionary(F=font))
    look = _form(pdf, drawn, (0, 0, BADGE_WIDTH, BADGE_HEIGHT), resources)
    look.Matrix = numbers(turning.upright)
    return look


def numbers(values: Iterable[float]) -> Array:
    """Numbers with as many digits as a printer can tell apart."""
    return Array([round(value, 2) for value in values])


def _area(quad: tuple[Point, ...]) -> str:
    top_left, top_right, bottom_left, bottom_right = quad
    around = (top_left, top_right, bottom_right, bottom_left)
    first, *others = (f"{x:.2f} {y:.2f}" for x, y in around)
    return f"{first} m {' '.join(f'{point} l' for point in others)} h f"


def _form(pdf: Pdf, drawn: str, box: Iterable[float], resources: pikepdf.Dictionary) -> Stream:
    return Stream(
        pdf,
        drawn.encode("ascii"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=numbers(box),
        Resources=resources,
    )

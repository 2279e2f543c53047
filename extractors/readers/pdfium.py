"""What is asked of pdfium, each question a function; its raw interface tells no types.

Boxes: pypdfium2's loose character boxes are right across the line only (its issue 421), so
heights come from the baseline and the font size. pdfium is not thread-safe.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any, cast

import pypdfium2.raw as _raw  # pyright: ignore[reportMissingTypeStubs]

raw = cast(Any, _raw)
Handle = Any
"""A pointer to one of pdfium's own objects: a page, its text, something drawn on it."""

Function = Any
"""One of pdfium's functions as ctypes gives it."""

Number = Any
"""One of ctypes' kinds of numbers."""
Matrix = tuple[float, float, float, float, float, float]


def unchecked(function: Function) -> Callable[..., Any]:
    """One of pdfium's functions without ctypes' checks, for what is asked of every character.

    Its arguments must be C values already: handles and ``byref``, and int where C takes an
    int. The checks take three times as long as pdfium itself.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(function.restype)(address or 0)


class Question:
    """A function of pdfium that answers with ``width`` numbers, asked of many things in turn.

    It writes them through one pointer, or through as many as there are where ``apart``.
    """

    _ROOM = 512

    def __init__(self, function: Function, number: Number, width: int, *, apart: bool) -> None:
        self._function = unchecked(function)
        self._width = width
        self._numbers = (number * (width * self._ROOM))()
        size = ctypes.sizeof(number)
        self._pointers = [
            [ctypes.byref(self._numbers, size * (at * width + each)) for at in range(self._ROOM)]
            for each in range(width if apart else 1)
        ]

    def asked(self, things: Sequence[Any], of: Handle | None = None) -> list[list[Any]]:
        """Of each thing, or of each index of a page: whether pdfium knows, and the numbers.

        The first list tells what is known, the next the first number of each thing.
        """
        whole = () if of is None else (repeat(ctypes.byref(of.contents)),)
        known: list[int] = []
        numbers: list[Any] = []
        for start in range(0, len(things), self._ROOM):
            part = things[start : start + self._ROOM]
            known += map(self._function, *whole, part, *self._pointers)
            numbers += self._numbers[: len(part) * self._width]
        return [known, *(numbers[each :: self._width] for each in range(self._width))]


_WHITE = 250
_ANGLE_SAMPLE = 40
_FOUND = raw.FS_MATRIX()
_FOUND_REF = ctypes.byref(_FOUND)
_char_angle = unchecked(raw.FPDFText_GetCharAngle)
_char_matrix = unchecked(raw.FPDFText_GetMatrix)
_char_size = unchecked(raw.FPDFText_GetFontSize)
_fill_color = Question(raw.FPDFPageObj_GetFillColor, ctypes.c_uint, 4, apart=True)
_object_matrix = Question(raw.FPDFPageObj_GetMatrix, ctypes.c_float, 6, apart=False)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that maps by ``inner`` first and by ``outer`` then."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def visible_box(page: Handle) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what is shown, boxes taken from parent nodes included."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    return (
        min(box.left, box.right),
        min(box.bottom, box.top),
        max(box.left, box.right),
        max(box.bottom, box.top),
    )


def quarter_turns(text_page: Handle) -> int:
    """By how many quarters of a turn, anticlockwise, most of the characters are turned.

    pdfium tells the angle clockwise.
    """
    count = raw.FPDFText_CountChars(text_page)
    sample = range(0, count, max(count // _ANGLE_SAMPLE, 1))
    angles = Counter(map(_char_angle, repeat(text_page), sample))
    turns = Counter[int]()
    for angle, often in angles.items():
        turns[-round(max(angle, 0) / (math.pi / 2)) % 4] += often
    return turns.most_common(1)[0][0] if turns else 0


def characters(text_page: Handle) -> str:
    """The characters, one an index; pdfium counts a pair of surrogates as two.

    Tabs and line ends, which stand for nothing printed, are spaces.
    """
    count = raw.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    if len(text) != count:
        text = "".join(chr(raw.FPDFText_GetUnicode(text_page, at)) for at in range(count))
    return text.replace("\t", " ").replace("\r", " ").replace("\n", " ")


def font_size(text_page: Handle, at: int) -> float:
    """The size as displayed: many files keep a font of size 1 and scale the text."""
    _char_matrix(text_page, at, _FOUND_REF)
    return float(_char_size(text_page, at)) * math.hypot(_FOUND.c, _FOUND.d)


def owner(text_page: Handle, at: int) -> int:
    """The address of the text object that draws the character."""
    item = raw.FPDFText_GetTextObject(text_page, at)
    return ctypes.addressof(item.contents) if item else 0


def are_white(items: Sequence[Handle]) -> list[bool]:
    """Of each thing drawn, whether it is filled with white or with nothing."""
    return [
        bool(known and (not alpha or (red >= _WHITE and green >= _WHITE and blue >= _WHITE)))
        for known, red, green, blue, alpha in zip(*_fill_color.asked(items), strict=True)
    ]


def matrices(items: Sequence[Handle]) -> list[Matrix]:
    """How each object's own points become those of what it is drawn on."""
    _, *numbers = _object_matrix.asked(items)
    return list(zip(*numbers, strict=True))

"""What is asked of pdfium, each question a function; its raw interface tells no types.

Boxes: pypdfium2's loose character boxes are right across the line only (its issue 421), so
heights come from the baseline and the font size. pdfium is not thread-safe.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable
from typing import Any, cast

import pypdfium2.raw as _raw  # pyright: ignore[reportMissingTypeStubs]

raw = cast(Any, _raw)
Handle = Any
"""A pointer to one of pdfium's own objects: a page, its text, something drawn on it."""

Function = Any
"""One of pdfium's functions as ctypes gives it."""
Matrix = tuple[float, float, float, float, float, float]


def unchecked(function: Function) -> Callable[..., Any]:
    """One of pdfium's functions without ctypes' checks, for what is asked of every character.

    Its arguments must be C values already: handles and ``byref``, and int where C takes an
    int. The checks take three times as long as pdfium itself.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(function.restype)(address or 0)


_WHITE = 250
_ANGLE_SAMPLE = 40
_SPACES = str.maketrans("\t\r\n", "   ")
_RED, _GREEN, _BLUE, _ALPHA = (ctypes.c_uint() for _ in range(4))
_COLOURS = tuple(map(ctypes.byref, (_RED, _GREEN, _BLUE, _ALPHA)))
_FOUND = raw.FS_MATRIX()
_FOUND_REF = ctypes.byref(_FOUND)
_char_angle = unchecked(raw.FPDFText_GetCharAngle)
_char_matrix = unchecked(raw.FPDFText_GetMatrix)
_char_size = unchecked(raw.FPDFText_GetFontSize)
_fill_color = unchecked(raw.FPDFPageObj_GetFillColor)
_object_matrix = unchecked(raw.FPDFPageObj_GetMatrix)


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
    step = max(count // _ANGLE_SAMPLE, 1)
    turns = Counter(
        -round(max(_char_angle(text_page, at), 0) / (math.pi / 2)) % 4
        for at in range(0, count, step)
    )
    return turns.most_common(1)[0][0] if turns else 0


def characters(text_page: Handle) -> list[str]:
    """The characters, one an index; pdfium counts a pair of surrogates as two.

    Tabs and line ends, which stand for nothing printed, are spaces.
    """
    count = raw.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    if len(text) != count:
        text = "".join(chr(raw.FPDFText_GetUnicode(text_page, at)) for at in range(count))
    return list(text.translate(_SPACES))


def font_size(text_page: Handle, at: int) -> float:
    """The size as displayed: many files keep a font of size 1 and scale the text."""
    _char_matrix(text_page, at, _FOUND_REF)
    return float(_char_size(text_page, at)) * math.hypot(_FOUND.c, _FOUND.d)


def owner(text_page: Handle, at: int) -> int:
    """The address of the text object that draws the character."""
    item = raw.FPDFText_GetTextObject(text_page, at)
    return ctypes.addressof(item.contents) if item else 0


def is_white(item: Handle) -> bool:
    """Whether what is drawn is filled with white or with nothing."""
    _fill_color(item, *_COLOURS)
    if not _ALPHA.value:
        return True
    return _RED.value >= _WHITE and _GREEN.value >= _WHITE and _BLUE.value >= _WHITE


def object_matrix(item: Handle) -> Matrix:
    """How the object's own points become those of what it is drawn on."""
    _object_matrix(item, _FOUND_REF)
    return _FOUND.a, _FOUND.b, _FOUND.c, _FOUND.d, _FOUND.e, _FOUND.f

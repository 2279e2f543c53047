"""Pictures of pages made fit for reading: red stamps taken off, the lines of text level."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .ocr import Image

_WIDEST, _STEP, _FINE_STEP = 3.0, 0.25, 0.05
"""The largest slant looked for, and in what steps, in degrees."""

_LEAST_SLANT = 0.04
_RED = 60
"""By how much a pixel's red must outdo its green and blue to be a stamp's."""

_STAMPED = 0.001
"""The part of a page's pixels that must be red before a stamp is told of."""


@dataclass(frozen=True, slots=True)
class Levelled:
    """A picture turned by ``degrees`` anticlockwise about its middle, so that lines are level."""

    image: Image
    degrees: float


def without_stamps(coloured: NDArray[np.uint8]) -> tuple[Image, bool]:
    """The picture (rows of blue, green, red) in grey, and whether there was a stamp on it.

    In red light a red stamp is as white as the paper, and black print under it stays.
    """
    blue, green, red = (coloured[:, :, at].astype(np.int16) for at in range(3))
    others = np.maximum(blue, green)
    stamped = bool(np.mean(red - others > _RED) > _STAMPED)
    grey = red if stamped else (blue + green * 6 + red * 3) // 10
    return grey.astype(np.uint8), stamped


def levelled(image: Image) -> Levelled:
    """The picture turned so that its lines of print, or its ruling lines, are level."""
    dark = _dark(image)
    degrees = 0.0
    for reach, step in ((_WIDEST, _STEP), (_STEP, _FINE_STEP)):
        angles = np.arange(degrees - reach, degrees + reach + step / 2, step)
        degrees = max((float(angle) for angle in angles), key=lambda angle: _evenness(dark, angle))
    if abs(degrees) < _LEAST_SLANT:
        return Levelled(image, 0.0)
    return Levelled(_turned(image, degrees, 255), degrees)


def _dark(image: Image) -> Image:
    """The print in white on black, at half the size."""
    half = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return cv2.threshold(half, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1].astype(np.uint8)


def _evenness(dark: Image, degrees: float) -> float:
    """How sharply rows of print and white between them alternate; most where they are level."""
    rows = _turned(dark, degrees, 0).sum(axis=1, dtype=np.float64)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def _turned(image: Image, degrees: float, paper: int) -> Image:
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    flags = cv2.INTER_CUBIC if paper else cv2.INTER_NEAREST
    return cv2.warpAffine(image, matrix, (width, height), flags=flags, borderValue=paper).astype(
        np.uint8
    )

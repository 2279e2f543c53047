"""Text read from pictures by RapidOCR, whose models come inside its package.

The one module that knows RapidOCR. Its models are loaded once in a process; with one
thread the same picture always gives the same text. Nothing is ever downloaded.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""Rows of grey pixels, 0 for black."""

_DETECTED_SIDE = 1600
"""The longer side, in pixels, of the picture in which text is looked for."""

_MODELS = {"Det": "*_det_*.onnx", "Rec": "*_rec_*.onnx", "Cls": "*_cls_*.onnx"}


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of pixels, the ends excluded."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def width(self) -> int:
        """Pixels from side to side."""
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return self.y1 - self.y0

    def of(self, image: Image) -> Image:
        """The part of a picture that the rectangle shows."""
        return image[self.y0 : self.y1, self.x0 : self.x1]


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a picture of one line says: how sure each character is, and where its middle is.

    ``sure`` runs from 0 to 1; ``middles`` are parts of the picture's width.
    """

    text: str
    sure: tuple[float, ...]
    middles: tuple[float, ...]


class _Detected(Protocol):
    boxes: NDArray[np.float32] | None


class _Words(Protocol):
    words: Sequence[Sequence[str]]
    word_cols: Sequence[Sequence[int]]
    line_txt_len: float
    confs: Sequence[float]


class _Recognised(Protocol):
    txts: Sequence[str] | None
    word_results: Sequence[_Words]


class _Engine(Protocol):
    def __call__(
        self,
        img_content: Image,
        *,
        use_det: bool,
        use_cls: bool,
        use_rec: bool,
        return_word_box: bool = False,
    ) -> object: ...


class _Runtime(Protocol):
    ONNXRuntimeError: type[Exception]


@lru_cache(maxsize=1)
def _engine() -> _Engine:
    folder = Path(rapidocr.__file__).parent / "models"
    models = {f"{part}.model_path": str(next(folder.glob(at))) for part, at in _MODELS.items()}
    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    limits = {
        "Global.max_side_len": 10_000,
        "Det.limit_type": "max",
        "Det.limit_side_len": _DETECTED_SIDE,
    }
    params = {**models, **threads, **limits, "Global.log_level": "critical"}
    return cast("_Engine", rapidocr.RapidOCR(params=params))


@contextmanager
def memory_told() -> Generator[None]:
    """Raise ``MemoryError`` where the libraries have errors of their own for it.

    The models are sound, so that running them fails only for want of memory.
    """
    runtime = cast("_Runtime", import_module("rapidocr.inference_engine.onnxruntime.main"))
    try:
        yield
    except runtime.ONNXRuntimeError as error:
        raise MemoryError from error
    except cv2.error as error:
        if "Insufficient memory" in str(error):
            raise MemoryError from error
        raise


def find_text(image: Image) -> list[Area]:
    """Where lines of text stand, or parts of them that white space keeps apart."""
    found = cast(
        "_Detected", _engine()(_coloured(image), use_det=True, use_cls=False, use_rec=False)
    )
    height, width = image.shape
    return [] if found.boxes is None else [_area(box, width, height) for box in found.boxes]


def read_line(image: Image) -> ReadText:
    """What a picture of one line of text says; the text is empty where it says nothing."""
    answer = _engine()(
        _coloured(image), use_det=False, use_cls=False, use_rec=True, return_word_box=True
    )
    read = cast("_Recognised", answer)
    if not read.txts or not read.txts[0].strip():
        return ReadText("", (), ())
    words, text = read.word_results[0], read.txts[0]
    columns = [column for word in words.word_cols for column in word]
    solid = [(char, sure) for char, sure in zip(text, words.confs, strict=True) if char != " "]
    return ReadText(
        "".join(char for char, _ in solid),
        tuple(sure for _, sure in solid),
        tuple((column + 0.5) / words.line_txt_len for column in columns),
    )


def _coloured(image: Image) -> Image:
    return np.repeat(image[:, :, np.newaxis], 3, axis=2)


def _area(corners: NDArray[np.float32], width: int, height: int) -> Area:
    (x0, y0), (x1, y1) = np.floor(corners.min(axis=0)), np.ceil(corners.max(axis=0))
    return Area(max(int(x0), 0), max(int(y0), 0), min(int(x1), width), min(int(y1), height))

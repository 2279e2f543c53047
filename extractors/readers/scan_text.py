"""What is put right in text read from a picture, by what stands beside a character.

The shape alone does not tell a full-width comma from a narrow one, or O from 0; the
characters around it do.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .ocr import ReadText

_CHINESE = "\u3400-\u9fff，。、；：！？（）《》“”〔〕"
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_BESIDE_CHINESE = re.compile(
    rf"(?<=[{_CHINESE}])[,;:?!()]|[()](?=[{_CHINESE}])|(?<=[\d%％])[,;](?=[{_CHINESE}])"
)
_YEAR = re.compile(r"[\[［【〔(（]((?:19|20)\d\d)[\]］】〕)）](?=第?\d+号|\d+[ \]）)]*号)")
_NUMBER = re.compile(r"\d[\dOoIl|,.]*[\dOoIl|]|\d[OoIl|]+(?=[%％万亿元个])")
_DIGITS = str.maketrans("OoIl|", "00111")


def corrected(read: ReadText) -> ReadText:
    """The text with characters put right; their number and places stay as they are."""
    text = _BESIDE_CHINESE.sub(lambda match: match[0].translate(_WIDE), read.text)
    text = _YEAR.sub(r"〔\1〕", text)
    text = _NUMBER.sub(lambda match: match[0].translate(_DIGITS), text)
    return replace(read, text=text)

"""What is put right in text read from a picture, by what stands beside a character.

The shape alone does not tell a full-width comma from a narrow one, or O from 0; the
characters around it do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .ocr import ReadText

_CHINESE = "\u3400-\u9fff，。、；：！？（）《》“”〔〕"
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_BESIDE_CHINESE = re.compile(
    rf"(?<=[{_CHINESE}])[,;:?!()]|[()](?=[{_CHINESE}])|(?<=[\d%％])[,;](?=[{_CHINESE}])"
)
_YEAR = re.compile(r"[\[［【〔(（]((?:19|20)\d\d)[\]］】〕)）](?=第?\d+号|\d+[ \]）)]*号)")
_NUMBER = re.compile(r"\d[\dOoIl|,.]*[\dOoIl|]|\d[OoIl|]+(?=[%％万亿元个])")
_METRE = r"m(?![A-Za-z\d²³/])"
_AREA_IN_METRES = re.compile(rf"(?:面积|占地)[^\d，。；]{{0,6}}\d[\d.,]*[万亿]?{_METRE}")
_NO_LENGTH = re.compile(
    rf"(?<![\d.,长宽高深厚径距程])(?<![长宽高深厚径距程][^\d，。；])\d[\d.,]*[万亿]?{_METRE}"
)
_HAS_AREA = re.compile("面积|占地|建筑|楼|房|绿地|绿化|场地")
_DIGITS = str.maketrans("OoIl|", "00111")


def corrected(read: ReadText) -> ReadText:
    """The text with characters put right; their number and places stay as they are."""
    text = _BESIDE_CHINESE.sub(lambda match: match[0].translate(_WIDE), read.text)
    text = _YEAR.sub(r"〔\1〕", text)
    text = _NUMBER.sub(lambda match: match[0].translate(_DIGITS), text)
    return replace(read, text=text)


def squared(reads: Sequence[ReadText]) -> list[ReadText]:
    """The lines of a page, m put right to ㎡ where the page tells an area in metres.

    The small 2 within ㎡ is lost first. The sign counts as unsure, so that it is told of.
    """
    if not any(_AREA_IN_METRES.search(read.text) for read in reads):
        return list(reads)
    return [_squared(read) if _HAS_AREA.search(read.text) else read for read in reads]


def _squared(read: ReadText) -> ReadText:
    text, sure = list(read.text), list(read.sure)
    for match in _NO_LENGTH.finditer(read.text):
        text[match.end() - 1], sure[match.end() - 1] = "㎡", 0.0
    return replace(read, text="".join(text), sure=tuple(sure))

"""Fold the many printed forms of one character into one, offset for offset.

PDF fonts print Kangxi radicals (⽉ for 月), officials type full-width digits, converters
leave odd dashes and spaces. Matching is done on folded text; quotes and places keep to
the printed text. Every character is folded to exactly one, so offsets agree.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_DASHES = "‐‑‒–—―−﹣－"
_TILDES = "～〜∼"
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
)
_EXPLICIT = (
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_TILDES, "~")
    | dict.fromkeys(_SPACES, " ")
    | {"¥": "￥", "￥": "￥", "＂": '"', "○": "〇", "◯": "〇"}
)
_KEPT_CATEGORIES = {"No", "Lm", "Cs"}
"""Circled and raised digits (①, ²) are marks of their own, no digits of a number."""

_CHINESE = "\u4e00-\u9fff"
_COUNTED = "一二三四五六七八九十"
_FULL_STOP = re.compile(
    rf"\.(?:(?<![{_COUNTED}].)(?<=[{_CHINESE}%‰].)|(?<![{_COUNTED}]..)(?<=[{_CHINESE}%‰][”\"’)].))"
    rf"(?=\s|$|[{_CHINESE}(“《])"
    rf"|\.(?<![第表图件附注步{_COUNTED}].)(?<=[{_CHINESE}].)(?=20\d\d年|\d{{1,2}}[月.、])"
)
"""A full stop in ASCII behind a Chinese word or a rate; in 一.项目概况 it marks a number.

The stop comes first and looks back over itself, so that the search goes from stop to stop.
"""


@cache
def fold_char(char: str) -> str:
    """The one character that stands for all printed forms of this one."""
    if char in _EXPLICIT:
        return _EXPLICIT[char]
    if unicodedata.category(char) in _KEPT_CATEGORIES:
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


class _Folded(dict[int, str]):
    """What each character seen so far is folded to, as ``str.translate`` takes it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = fold_char(chr(code))
        return folded


_FOLDED = _Folded()
_OFTEN = tuple((char, fold_char(char)) for char in "，（）：；—")
"""What nearly every text has to be folded of, and what it is folded to."""
_KEPT = f"{_CHINESE} -~\n、。“”《》〔〕≥≤≧≦×"
"""Characters that are surely folded to themselves, for a class of a pattern."""
_FOLDABLE = re.compile(f"[^{_KEPT}]")
_SELDOM = re.compile(f"[^{_KEPT}{''.join(char for char, _ in _OFTEN)}]")


def fold(text: str) -> str:
    """The text with every character folded; its length does not change."""
    if text.isascii() and "\t" not in text:
        return text
    folded = text
    if _SELDOM.search(text):
        folded = text.translate(_FOLDED)
    elif _FOLDABLE.search(text):
        for char, plain in _OFTEN:
            folded = folded.replace(char, plain)
    return _FULL_STOP.sub("。", folded) if "." in folded else folded

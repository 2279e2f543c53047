"""Which encoding a text file is in, told by what its characters would be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CANDIDATES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_SAMPLE = 20_000
_LEAST_USUAL = 0.7
"""Share of usual characters below which bytes are not taken for text."""
_PUNCTUATION_ROWS = range(0xA1, 0xA4)
_COMMON_HANZI_ROWS = range(0xB0, 0xD8)
_OFTEN_SEEN = "\ufeff\u2028\u2029\x0b\x0c\x85\xa0\u2022\u2002\u2003㎡㎥℃″‰√✓☑□■●○◆…—–-〔〕"


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text, and how many of its characters could not be decoded (U+FFFD)."""

    text: str
    encoding: str
    lost: int


def decode(data: bytes) -> DecodedText | None:
    """The text of a file; null where the bytes are no text in any encoding that is known.

    A byte-order mark decides. Without one every encoding is tried, and the one wins whose
    characters are most usual in Chinese official texts: a short text in GB18030 may also be
    valid UTF-8 (in Cyrillic letters) or UTF-16 (in rare characters), but not usual ones.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    tried = [_decoded(data, encoding) for encoding in _CANDIDATES]
    best = max(tried, key=lambda decoded: _usual_share(decoded.text))
    if _usual_share(best.text) >= _LEAST_USUAL:
        return best
    plain = tried[0]
    return plain if plain.lost == 0 and not _has_controls(plain.text) else None


def _decoded(data: bytes, encoding: str) -> DecodedText:
    text = data.decode(encoding, errors="replace")
    return DecodedText(text, encoding, text.count("\ufffd"))


def _usual_share(text: str) -> float:
    sample = text[:_SAMPLE]
    return sum(map(_usual_characters().__contains__, sample)) / len(sample) if sample else 0.0


def _has_controls(text: str) -> bool:
    return any(char < " " and char not in "\t\n\x0b\x0c\r\x1a" for char in text)


@cache
def _usual_characters() -> frozenset[str]:
    """ASCII as printed, and the punctuation, marks and common characters of GB 2312."""
    rows = (*_PUNCTUATION_ROWS, *_COMMON_HANZI_ROWS)
    pairs = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    national = "".join(pair.decode("gb2312", "ignore") for pair in pairs)
    return frozenset({*national, *map(chr, range(0x20, 0x7F)), *"\t\n\r", *_OFTEN_SEEN})

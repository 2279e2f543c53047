"""What can be told of a PDF before pdfium opens it: streams that unpack to far too much."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from ...schemas.file_errors import TooLarge

_STREAM = re.compile(rb">>\s*stream\r?\n")
_FILTER = re.compile(rb"/Fl(?:ateDecode)?(?![A-Za-z])")
_DICTIONARY = 2000
"""How far before a stream its filters are looked for, in bytes."""

_LIMIT = 256 * 2**20
"""The most that all of a file's compressed streams may unpack to, in bytes."""

_RATIO = 1032
"""The most bytes that one compressed byte unpacks to."""

_PIECE = 2**14
"""How much of a stream is fed at once: what lies behind its end is copied each time."""

_STEP = 2**18
"""How much is unpacked at once."""


def check_streams(data: bytes) -> None:
    """Raise ``TooLarge`` where the compressed streams unpack to more than the limit.

    A stream so near the end that nothing from it on can reach the limit is not unpacked.
    """
    left = _LIMIT
    for match in _STREAM.finditer(data):
        head = data[max(match.start() - _DICTIONARY, 0) : match.start()]
        filters = len(_FILTER.findall(head[head.rfind(b" obj") + 1 :]))
        if filters and (len(data) - match.end()) * _RATIO**filters > left:
            left -= _unpacked_size(data, match.end(), filters, left)
        if left < 0:
            raise TooLarge("PDF 内的数据流解压后过大")


def _unpacked_size(data: bytes, start: int, filters: int, limit: int) -> int:
    """How much the stream unpacks to; counting ends just over the limit, or at damage."""
    chunks = _chunks(data, start)
    for _ in range(filters):
        chunks = _inflated(chunks)
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            break
    return size


def _chunks(data: bytes, start: int) -> Iterator[bytes]:
    return (data[at : at + _PIECE] for at in range(start, len(data), _PIECE))


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks unpacked piece by piece, up to the stream's end or its first damage."""
    unpack = zlib.decompressobj()
    for chunk in chunks:
        rest = chunk
        while rest and not unpack.eof:
            try:
                yield unpack.decompress(rest, _STEP)
            except zlib.error:  # pdfium reads as far as this too
                return
            rest = unpack.unconsumed_tail
        if unpack.eof:
            return

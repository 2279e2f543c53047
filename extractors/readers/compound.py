"""The directory of an OLE compound file, in which old Office programs keep their streams."""

from __future__ import annotations

import struct
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ...schemas.file_errors import DamagedFile

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128
_ROOT = 5
_NOTHING = 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA
_LEAST_SIZE = 4096
"""Smaller streams have no sectors of their own."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream's bytes: where in the file each of its sectors begins."""

    data: bytes = field(repr=False)
    starts: tuple[int, ...]
    sector: int
    size: int

    def offset(self, at: int) -> int:
        """Where in the file a byte of the stream stands. Raises ``IndexError``."""
        return self.starts[at // self.sector] + at % self.sector

    def integer(self, at: int, count: int) -> int:
        """The unsigned number in some bytes, the lowest first. Raises ``IndexError``."""
        return sum(self.data[self.offset(at + byte)] << 8 * byte for byte in range(count))


_SECTOR_SHIFTS = frozenset({9, 12})
"""Sectors have 512 or 4096 bytes, by the two versions of the format."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


def stream_names(data: bytes) -> frozenset[str]:
    """The names of the streams and storages at the top, not those of embedded objects.

    Raises DamagedFile where the directory cannot be followed.
    """
    with _followed():
        return frozenset(entry.name for entry in _top(tuple(_entries(data))))


def stream(data: bytes, name: str) -> Stream | None:
    """A stream at the top; null where there is none of the name.

    Null too for a small one, which is packed together with others and has no sectors.
    Raises DamagedFile where the directory cannot be followed.
    """
    with _followed():
        found = [entry for entry in _top(tuple(_entries(data))) if entry.name == name]
        if not found or found[0].size < _LEAST_SIZE:
            return None
        sector = _sector_size(data)
        chain = _chain(found[0].start, _allocation(data, sector))
        starts = tuple((at + 1) * sector for at in chain)
        return Stream(data, starts, sector, found[0].size)


@contextmanager
def _followed() -> Generator[None]:
    try:
        yield
    except (struct.error, IndexError) as error:
        raise DamagedFile("OLE 目录读不出") from error


def _sector_size(data: bytes) -> int:
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in _SECTOR_SHIFTS:
        raise DamagedFile("OLE 文件头有误")
    return 1 << shift


def _entries(data: bytes) -> Iterator[_Entry]:
    (first,) = struct.unpack_from("<I", data, 48)
    size = _sector_size(data)
    for sector in _chain(first, _allocation(data, size)):
        start = (sector + 1) * size
        for at in range(start, start + size, _ENTRY):
            yield _entry(data[at : at + _ENTRY])


def _allocation(data: bytes, size: int) -> tuple[int, ...]:
    """For every sector the one after it; a large file lists more of them than its header holds."""
    sectors = [at for at in struct.unpack_from("<109I", data, 76) if at < _LAST_SECTOR]
    (extra,) = struct.unpack_from("<I", data, 68)
    seen: set[int] = set()
    while extra < _LAST_SECTOR and extra not in seen:
        seen.add(extra)
        *listed, extra = struct.unpack_from(f"<{size // 4}I", data, (extra + 1) * size)
        sectors += (at for at in listed if at < _LAST_SECTOR)
    table: list[int] = []
    for sector in sectors:
        table += struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
    return tuple(table)


def _chain(sector: int, allocation: tuple[int, ...]) -> Iterator[int]:
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen:
        seen.add(sector)
        yield sector
        sector = allocation[sector]


def _entry(raw: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", raw, 64)
    left, right, child = struct.unpack_from("<3I", raw, 68)
    start, size = struct.unpack_from("<2I", raw, 116)
    name = raw[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, start, size)


def _top(entries: tuple[_Entry, ...]) -> Iterator[_Entry]:
    """The children of the root: a tree of siblings."""
    root = next((entry for entry in entries if entry.kind == _ROOT), None)
    waiting = [] if root is None else [root.child]
    seen: set[int] = set()
    while waiting:
        at = waiting.pop()
        if at != _NOTHING and at not in seen:
            seen.add(at)
            yield entries[at]
            waiting += (entries[at].left, entries[at].right)

"""The directory of an OLE compound file, in which old Office programs keep their streams."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from ...schemas.errors import DamagedFile

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128
_ROOT = 5
_NOTHING = 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int


def stream_names(data: bytes) -> frozenset[str]:
    """The names of the streams and storages at the top, not those of embedded objects.

    Raises DamagedFile where the directory cannot be followed.
    """
    try:
        entries = tuple(_entries(data))
        return frozenset(entries[at].name for at in _top(entries))
    except (struct.error, IndexError) as error:
        raise DamagedFile("OLE 目录读不出") from error


def _entries(data: bytes) -> Iterator[_Entry]:
    (shift,) = struct.unpack_from("<H", data, 30)
    (first,) = struct.unpack_from("<I", data, 48)
    size = 1 << min(shift, 16)
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
    name = raw[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child)


def _top(entries: tuple[_Entry, ...]) -> Iterator[int]:
    """The children of the root: a tree of siblings."""
    root = next((entry for entry in entries if entry.kind == _ROOT), None)
    waiting = [] if root is None else [root.child]
    seen: set[int] = set()
    while waiting:
        at = waiting.pop()
        if at != _NOTHING and at not in seen:
            seen.add(at)
            yield at
            waiting += (entries[at].left, entries[at].right)

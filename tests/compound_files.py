"""Small OLE files for the tests: a directory of streams that hold nothing."""

from __future__ import annotations

import struct


def compound_file(*streams: str, nested: str = "") -> bytes:
    """An OLE file whose root holds these streams, with another one inside the first."""
    size, free = 512, 0xFFFFFFFF

    def entry(name: str, kind: int, right: int = free, child: int = free) -> bytes:
        encoded = name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<3I", free, right, child)
        return (
            encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1) + links
        ).ljust(128, b"\0")

    inner = len(streams) + 1
    entries = [entry("Root Entry", 5, child=1 if streams else free)]
    for at, name in enumerate(streams, 1):
        right = at + 1 if at < len(streams) else free
        entries.append(entry(name, 1, right, inner if nested and at == 1 else free))
    if nested:
        entries.append(entry(nested, 2))
    directory = b"".join(entries)
    directory = directory.ljust(-(-len(directory) // size) * size, b"\0")
    sectors = len(directory) // size
    table = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<2I", header, 68, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *([free] * 108))
    return bytes(header) + struct.pack(f"<{len(table)}I", *table).ljust(size, b"\xff") + directory

"""Work that goes wrong in every way, for the worker to survive."""

from __future__ import annotations

import gc
import mmap
import os
import subprocess
import sys
import time
from pathlib import Path

from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document
from heshu.schemas.file_errors import DamagedFile


def double(number: int) -> int:
    return number * 2


def process_id() -> int:
    return os.getpid()


class Cycle:
    """Something that holds itself, and goes only when the collector finds it."""

    def __init__(self) -> None:
        self.me = self


def leave_cycles(count: int) -> None:
    for _ in range(count):
        Cycle()


def cycles_left() -> int:
    return sum(type(each) is Cycle for each in gc.get_objects())


def hang() -> None:
    time.sleep(3600)


def hang_with_a_child(told: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
    told.write_text(str(child.pid))
    time.sleep(3600)


def abort() -> None:
    os.abort()


def leave() -> None:
    os._exit(3)


def leave_politely() -> None:
    sys.exit(4)


def eat_memory(megabytes: int) -> int:
    held = [bytearray(b"x" * (1 << 20)) for _ in range(megabytes)]
    time.sleep(0.5)
    return len(held)


def set_aside(megabytes: int) -> int:
    """Take address space without a byte of memory."""
    with mmap.mmap(
        -1, megabytes << 20, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, mmap.PROT_READ
    ) as it:
        return len(it) >> 20


def raise_typed() -> None:
    raise DamagedFile("word/document.xml")


def raise_untyped() -> None:
    raise KeyError("w:val")


def give_something_that_cannot_travel() -> object:
    return lambda: None


def recurse() -> None:
    recurse()


def read_file(path: Path) -> Document:
    return read_document(Source(path.name, path.read_bytes()))

"""A file that would harm a careless reader, and what must become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from heshu.extractors.readers.source import Source
from heshu.pipeline.stages import read_source
from heshu.schemas.document import Paragraph
from heshu.schemas.file_errors import FileError


@dataclass(frozen=True, slots=True)
class Hostile:
    """``ends`` are the errors of which one must be raised; where ``says`` is given too, the
    file may as well be read and must then hold that text; without ``ends`` it must be read.
    """

    name: str
    make: Callable[[], bytes]
    ends: tuple[type[FileError], ...] = ()
    says: str = ""

    def __str__(self) -> str:
        return self.name


def read_whole(name: str, data: bytes) -> str:
    """The text of all blocks, after every stage and every check has seen it."""
    document, _ = read_source(Source(name, data))
    return "\n".join(
        block.text if isinstance(block, Paragraph) else "\n".join(cell.text for cell in block.cells)
        for block in document.blocks
    )

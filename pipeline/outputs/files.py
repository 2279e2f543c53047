"""A text file for every table, open at once."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from ...schemas.tables import TABLES


class TextFiles:
    """One open text file a table, named by it; closed together."""

    def __init__(self, folder: Path, suffix: str, encoding: str) -> None:
        self.notices: list[str] = []
        self._stack = stack = ExitStack()
        self.files: dict[str, TextIO] = {
            table.name: stack.enter_context(_opened(folder / f"{table.name}.{suffix}", encoding))
            for table in TABLES
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()


def _opened(file: Path, encoding: str) -> TextIO:
    return file.open("w", encoding=encoding, newline="")

"""What every output does: take the rows of one document after the other."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Literal, Protocol, Self

from ..rows import Rows

OutputFormat = Literal["csv", "parquet", "jsonl", "xlsx"]


class Writer(Protocol):
    """Writes rows as they come, so that memory stays flat over any number of documents.

    ``notices`` are what the format could not take as it is; empty where it took all.
    """

    notices: list[str]

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def write(self, rows: Rows) -> None:
        """Write the rows of one document; raises ``OSError`` where the disk refuses."""
        ...


def open_writer(format: OutputFormat, folder: Path) -> Writer:
    """A writer of that format into a folder; its library is loaded only now."""
    match format:
        case "csv":
            from .csv import CsvWriter

            return CsvWriter(folder)
        case "jsonl":
            from .jsonl import JsonlWriter

            return JsonlWriter(folder)
        case "parquet":
            from .parquet import ParquetWriter

            return ParquetWriter(folder)
        case "xlsx":
            from .xlsx import XlsxWriter

            return XlsxWriter(folder)

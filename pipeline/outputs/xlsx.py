"""One workbook for Excel: a sheet a table, under Chinese headings."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from ...schemas.tables import TABLES
from ..rows import Rows
from .legend import write_legend
from .sheet import Formats, Sheet
from .signature import sign_workbook
from .workbook import new_workbook

WORKBOOK = "heshu.xlsx"


class XlsxWriter:
    """Writes ``heshu.xlsx``, row by row, so that memory stays flat.

    What Excel cannot hold is told in ``notices``: a table of too many rows goes on in a
    further sheet, a text that is too long for a cell ends with a mark.
    """

    def __init__(self, folder: Path) -> None:
        self.notices: list[str] = []
        self._file = folder / WORKBOOK
        self._book = new_workbook(self._file)
        self._formats = Formats(self._book)
        self._sheets = {table.name: Sheet(self._book, table, self._formats) for table in TABLES}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for sheet in self._sheets.values():
            sheet.finish()
            self.notices += sheet.notices()
        write_legend(self._book, self._formats.heading)
        self._book.close()
        sign_workbook(self._file)

    def write(self, rows: Rows) -> None:
        """Write the rows of one document."""
        for name, sheet in self._sheets.items():
            for row in rows[name]:
                sheet.write(row)

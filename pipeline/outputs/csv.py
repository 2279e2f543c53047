"""Comma-separated values: UTF-8 with a byte-order mark, so that Excel opens them."""

from __future__ import annotations

import csv
from pathlib import Path

from ...schemas.tables import TABLES
from ..rows import Rows
from ..values import printed
from .files import TextFiles


class CsvWriter(TextFiles):
    """Writes ``<table>.csv``: plain digits, ISO dates, JSON lists; null is an empty field."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "csv", "utf-8-sig")
        self._writers = {name: csv.writer(file) for name, file in self.files.items()}
        for table in TABLES:
            self._writers[table.name].writerow(table.names)

    def write(self, rows: Rows) -> None:
        """Write the rows of one document."""
        for name, writer in self._writers.items():
            writer.writerows([printed(value) for value in row.values()] for row in rows[name])

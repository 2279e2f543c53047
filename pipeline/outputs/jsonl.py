"""JSON lines: an object a row; decimals are strings, so that no reader rounds them."""

from __future__ import annotations

from pathlib import Path

from ..rows import Rows
from ..values import json_text
from .files import TextFiles


class JsonlWriter(TextFiles):
    """Writes ``<table>.jsonl`` in UTF-8; lists are JSON lists, null is ``null``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "jsonl", "utf-8")

    def write(self, rows: Rows) -> None:
        """Write the rows of one document."""
        for name, file in self.files.items():
            file.writelines(f"{json_text(row)}\n" for row in rows[name])

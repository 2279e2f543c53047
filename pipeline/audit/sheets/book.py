"""The working paper as a file."""

from __future__ import annotations

from pathlib import Path

from ...outputs.signature import sign_workbook
from ...outputs.workbook import new_workbook
from ..model import Audit
from .figures import write_untouched
from .forms import write_funds, write_indicators
from .overview import write_overview
from .quotes import quote_rows, write_quotes
from .relations import write_checked, write_doubts


def write_workbook(audit: Audit, file: Path) -> None:
    """Write the audit as a workbook; raises ``OSError`` where the disk refuses."""
    book = new_workbook(file, row_by_row=False)
    rows = quote_rows(audit)
    write_overview(book, audit)
    write_doubts(book, audit, rows)
    write_checked(book, audit, rows)
    write_untouched(book, audit)
    write_funds(book, audit)
    write_indicators(book, audit)
    write_quotes(book, audit)
    book.close()
    sign_workbook(file)

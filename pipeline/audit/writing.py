"""An audit as a file, in the form that its suffix says."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast, get_args

from ...schemas.errors import UsageError
from ..outputs.staging import staged
from .model import Audit

Form = Literal[".xlsx", ".html", ".pdf", ".json"]


def form_of(out: Path) -> Form:
    """The form that the suffix says; raises ``UsageError`` for any other."""
    suffix = out.suffix.lower()
    if suffix not in get_args(Form):
        raise UsageError(f"--out 要以 {'、'.join(get_args(Form))} 之一结尾")
    return cast(Form, suffix)


def write_audit(audit: Audit, out: Path, password: str | None = None) -> tuple[Path, ...]:
    """Write the account in the form of its suffix; returns the files, several for PDF sources.

    What stood there before is replaced when all is written. ``password`` opens encrypted
    sources. Raises ``UsageError`` where no source is a PDF, ``OutputError`` where the
    system refuses.
    """
    with staged(out.parent) as folder:
        names = _write(audit, folder / out.name, password)
    return tuple(out.parent / name for name in names)


def _write(audit: Audit, file: Path, password: str | None) -> tuple[str, ...]:
    match form_of(file):
        case ".xlsx":
            from .sheets.book import write_workbook

            write_workbook(audit, file)
        case ".html":
            from .page.page import write_page

            write_page(audit, file)
        case ".json":
            from .record import write_json

            write_json(audit, file)
        case ".pdf":
            from .pdf.annotated import write_annotated

            return write_annotated(audit, file, password)
    return (file.name,)

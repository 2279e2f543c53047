"""What is known of a file whether or not it could be read: a row of ``documents``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..schemas.document import DocumentStatus, Format


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A file, as ``documents`` tells of it; the fields are the table's columns.

    ``doc_id``, ``sha256`` and ``bytes`` are null where no byte could be read, ``format``
    where it is not known, ``error_code`` and ``error`` unless the status is ``failed``.
    """

    doc_id: str | None
    sha256: str | None
    path: str
    also_at: tuple[str, ...]
    name: str
    format: Format | None
    bytes: int | None
    pages: int | None
    created: datetime | None
    modified: datetime | None
    status: DocumentStatus
    error_code: str | None
    error: str | None
    heshu_version: str
    ingested_at: datetime
    seconds: float

"""One document's rows in the place of those that were there."""

from __future__ import annotations

import sqlalchemy as sa

from ...schemas.definitions.documents import DOCUMENTS
from ..intake import Intake
from ..reading import Reading
from .across import forget
from .layout import METADATA, OF_A_DOCUMENT, PASSAGES, POSITION
from .places import settle, spots

_DOCUMENTS = METADATA.tables[DOCUMENTS.name]


def write_document(connection: sa.Connection, intake: Intake, reading: Reading) -> None:
    """Replace what is there of the same bytes; a failure does not replace a reading.

    A file of which no byte could be read has a row by its path, until more is known.
    """
    entry = reading.entry
    _forget_unread(connection, [intake.path, *intake.also_at])
    if entry.doc_id is None:
        connection.execute(sa.insert(_DOCUMENTS), reading.rows[DOCUMENTS.name])
        return
    if entry.status != "failed" or not _is_read(connection, entry.doc_id, entry.heshu_version):
        _remove(connection, entry.doc_id)
        _add(connection, entry.doc_id, reading)
    settle(connection, entry.doc_id, spots(intake))


def _forget_unread(connection: sa.Connection, paths: list[str]) -> None:
    """Remove the rows of files of which no byte could be read, now that more is known."""
    unread = _DOCUMENTS.c.doc_id.is_(None) & _DOCUMENTS.c.path.in_(paths)
    connection.execute(sa.delete(_DOCUMENTS).where(unread))


def _is_read(connection: sa.Connection, doc_id: str, version: str) -> bool:
    read = _DOCUMENTS.c.status.in_(("ok", "partial"))
    same = (_DOCUMENTS.c.doc_id == doc_id) & (_DOCUMENTS.c.heshu_version == version)
    return connection.execute(sa.select(_DOCUMENTS.c.doc_id).where(same & read)).first() is not None


def _remove(connection: sa.Connection, doc_id: str) -> None:
    forget(connection, doc_id)
    for name in (DOCUMENTS.name, PASSAGES.name, *(table.name for table in OF_A_DOCUMENT)):
        table = METADATA.tables[name]
        connection.execute(sa.delete(table).where(table.c.doc_id == doc_id))


def _add(connection: sa.Connection, doc_id: str, reading: Reading) -> None:
    connection.execute(sa.insert(_DOCUMENTS), reading.rows[DOCUMENTS.name])
    for table in OF_A_DOCUMENT:
        rows = [
            {**row, "doc_id": doc_id, POSITION: position}
            for position, row in enumerate(reading.rows[table.name])
        ]
        if rows:
            connection.execute(sa.insert(METADATA.tables[table.name]), rows)
    packed = [
        {"report_id": one.report_id, "doc_id": doc_id, "packed": one.packed}
        for one in reading.passages
    ]
    if packed:
        connection.execute(sa.insert(PASSAGES), packed)

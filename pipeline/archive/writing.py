"""One document's rows in the place of those that were there."""

from __future__ import annotations

import sqlalchemy as sa

from ...schemas.definitions.documents import DOCUMENTS
from ..intake import Intake
from ..reading import Reading
from .across import forget
from .insertion import insert
from .layout import METADATA, OF_A_DOCUMENT, PASSAGES
from .places import settle, spots

_DOCUMENTS = METADATA.tables[DOCUMENTS.name]
_WITHOUT_ID = {table.name for table in OF_A_DOCUMENT if "doc_id" not in table.names}
_FORGET_UNREAD = sa.delete(_DOCUMENTS).where(
    _DOCUMENTS.c.doc_id.is_(None),
    _DOCUMENTS.c.path.in_(sa.bindparam("paths", expanding=True)),
)
_BEFORE = sa.select(_DOCUMENTS.c.heshu_version, _DOCUMENTS.c.status).where(
    _DOCUMENTS.c.doc_id == sa.bindparam("doc_id")
)


def write_document(connection: sa.Connection, intake: Intake, reading: Reading) -> None:
    """Replace what is there of the same bytes; a failure does not replace a reading.

    A file of which no byte could be read has a row by its path, until more is known.
    """
    entry = reading.entry
    _forget_unread(connection, [intake.path, *intake.also_at])
    if entry.doc_id is None:
        insert(connection, _DOCUMENTS, reading.rows.tuples[DOCUMENTS.name])
        return
    before = _before(connection, entry.doc_id)
    if entry.status != "failed" or not _is_reading(before, entry.heshu_version):
        if before is not None:
            _remove(connection, entry.doc_id)
        _add(connection, entry.doc_id, reading)
    settle(connection, entry.doc_id, spots(intake))


def _forget_unread(connection: sa.Connection, paths: list[str]) -> None:
    """Remove the rows of files of which no byte could be read, now that more is known."""
    connection.execute(_FORGET_UNREAD, {"paths": paths})


def _before(connection: sa.Connection, doc_id: str) -> tuple[str, str] | None:
    """The version and the status of what is there; null where nothing is, in no table."""
    row = connection.execute(_BEFORE, {"doc_id": doc_id}).one_or_none()
    return None if row is None else (row.heshu_version, row.status)


def _is_reading(before: tuple[str, str] | None, version: str) -> bool:
    return before in {(version, "ok"), (version, "partial")}


def _remove(connection: sa.Connection, doc_id: str) -> None:
    forget(connection, doc_id)
    for name in (DOCUMENTS.name, PASSAGES.name, *(table.name for table in OF_A_DOCUMENT)):
        table = METADATA.tables[name]
        connection.execute(sa.delete(table).where(table.c.doc_id == doc_id))


def _add(connection: sa.Connection, doc_id: str, reading: Reading) -> None:
    tuples = reading.rows.tuples
    insert(connection, _DOCUMENTS, tuples[DOCUMENTS.name])
    for table in OF_A_DOCUMENT:
        rows = tuples[table.name]  # with the columns that the archive adds (``layout``)
        added = ([doc_id] * len(rows),) if table.name in _WITHOUT_ID else ()
        insert(connection, METADATA.tables[table.name], rows, *added, range(len(rows)))
    packed = [(one.report_id, doc_id, one.packed) for one in reading.passages]
    insert(connection, PASSAGES, packed)

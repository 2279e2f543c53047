"""The archive as it stands at one moment: rows of tables, documents, whole reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import cast

import sqlalchemy as sa

from ...schemas.definitions.checks import DISPOSITIONS
from ...schemas.definitions.documents import DOCUMENTS
from ...schemas.report import Report
from ...schemas.tables import TABLES
from ..entry import DocumentEntry
from ..rows import Row
from .aliases import aliases
from .layout import METADATA, PASSAGES, POSITION
from .rebuild import entry_of, reports_of

_AT_ONCE = 1000
_DOCUMENTS_AT_ONCE = 50
_DEFINITIONS = {table.name: table for table in TABLES}


class View:
    """One moment of an archive (``Archive.view``); what is written later does not show.

    All rows come in a fixed order, the same from SQLite and PostgreSQL and whatever the
    order of writing: by ``doc_id``, and within a document as ``rows.document_rows`` gives
    them. Documents that newer bytes have replaced (``superseded``) are left out unless
    asked for.
    """

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def rows(
        self,
        table: str,
        *,
        doc_ids: Collection[str] | None = None,
        superseded: bool = False,
    ) -> Iterator[Row]:
        """The rows of a table of the contract, one after the other, little memory at a time.

        A row has the columns of ``schemas.tables`` in their order, values as in
        ``pipeline.rows``: ``Decimal`` for decimals, ``date``, ``datetime`` in UTC, tuples
        for JSON lists, null as ``None``. ``doc_ids`` are the documents whose rows are
        wanted, null for all. ``dispositions`` belong to no document: all of them come, in
        the order they were made. Raises ``KeyError`` for a table that is none of the contract's.
        """
        definition = _DEFINITIONS[table]
        columns = METADATA.tables[table].columns
        query = sa.select(*(columns[name] for name in definition.names))
        if definition is DISPOSITIONS:
            yield from self._found(query.order_by(columns["at"], columns["key"]))
            return
        query = query.order_by(*self._order(table))
        if not superseded:
            query = query.where(_is_current(table))
        if doc_ids is None:
            yield from self._found(query)
        for part in _parts(doc_ids or (), _AT_ONCE):
            yield from self._found(query.where(columns["doc_id"].in_(part)))

    def documents(self, *, superseded: bool = False) -> Iterator[DocumentEntry]:
        """The documents, by ``doc_id``; those that could not be read have status ``failed``.

        A file of which no byte could be read has no ``doc_id`` and comes last.
        """
        return map(entry_of, self.rows(DOCUMENTS.name, superseded=superseded))

    def aliases(self) -> dict[str, str]:
        """The unit names that a person has matched, simplified, each with the unit's."""
        return aliases(self._connection)

    def count(self, table: str) -> int:
        """How many rows a table has, those of superseded documents included."""
        query = sa.select(sa.func.count()).select_from(METADATA.tables[table])
        return self._connection.execute(query).scalar_one()

    def reports(self, doc_ids: Collection[str] | None = None) -> Iterator[Report]:
        """Whole reports, as the checks take them (``checks.engine.compare``).

        They come by ``doc_id`` and number, a few documents in memory at a time; find the
        ones wanted with ``rows("reports")``. A report is what was read, with these
        exceptions: its document's blocks know no printed lines, so that places made anew
        have no page or box (those of figures, dates, citations and findings have); the
        number, outline level and alignment of paragraphs, pictures in cells and which
        table stands in which are not known; notes are all those of the file, and stand
        with the document. Decimals have ten places.
        """
        chosen = self._with_reports() if doc_ids is None else doc_ids
        for part in _parts(chosen, _DOCUMENTS_AT_ONCE):
            rows = {table: list(self.rows(table, doc_ids=part)) for table in _DEFINITIONS}
            yield from reports_of(rows, self._packed(part))

    def _with_reports(self) -> list[str]:
        return list(dict.fromkeys(cast("str", row["doc_id"]) for row in self.rows("reports")))

    def _packed(self, doc_ids: Collection[str]) -> dict[str, bytes]:
        query = sa.select(PASSAGES.c.report_id, PASSAGES.c.packed)
        found = self._connection.execute(query.where(PASSAGES.c.doc_id.in_(doc_ids)))
        return {row.report_id: row.packed for row in found}

    def _order(self, table: str) -> tuple[sa.ColumnElement[object], ...]:
        """By document; paths by their code points, whatever language the server speaks."""
        columns = METADATA.tables[table].columns
        if table != DOCUMENTS.name:
            return (columns["doc_id"], columns[POSITION])
        plain = "C" if self._connection.dialect.name == "postgresql" else "BINARY"
        return (columns["doc_id"].nulls_last(), columns["path"].collate(plain))

    def _found(self, query: sa.Select[tuple[object, ...]]) -> Iterator[Row]:
        options = {"yield_per": _AT_ONCE}
        found = self._connection.execute(query, execution_options=options).mappings()
        return (cast("Row", dict(row)) for row in found)


def _is_current(table: str) -> sa.ColumnElement[bool]:
    """Whether a row is of a document that newer bytes have not replaced."""
    documents = METADATA.tables[DOCUMENTS.name].columns
    is_superseded = documents["status"] == "superseded"
    if table == DOCUMENTS.name:
        return ~is_superseded
    replaced = sa.select(documents["doc_id"]).where(is_superseded)
    return METADATA.tables[table].columns["doc_id"].not_in(replaced)


def _parts(doc_ids: Collection[str], size: int) -> Iterator[list[str]]:
    ordered = sorted(doc_ids)
    return (ordered[at : at + size] for at in range(0, len(ordered), size))

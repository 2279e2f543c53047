"""Findings over several documents: kept with the first, gone when any of them changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import sqlalchemy as sa

from ...schemas.definitions.checks import FINDINGS
from ...schemas.definitions.documents import DOCUMENTS
from ..rows import Row
from .layout import ACROSS, METADATA, POSITION

_FINDINGS = METADATA.tables[FINDINGS.name]
_DOCUMENTS = METADATA.tables[DOCUMENTS.name]


def forget(connection: sa.Connection, doc_id: str) -> None:
    """Remove the findings that rest on a document and on others."""
    resting = sa.select(ACROSS.c.finding_id).where(ACROSS.c.doc_id == doc_id).distinct()
    _remove(connection, list(connection.execute(resting).scalars()))


def put_all(connection: sa.Connection, rows: Iterable[Row]) -> None:
    """Put these findings in the place of all that there were.

    One of a document that has been replaced since it was read is left out.
    """
    _remove(connection, list(connection.execute(sa.select(ACROSS.c.finding_id)).scalars()))
    current = sa.select(_DOCUMENTS.c.doc_id).where(_DOCUMENTS.c.status.in_(("ok", "partial")))
    known = set(connection.execute(current).scalars())
    for row in rows:
        documents = _documents(row)
        if known.issuperset(documents):
            number = int(cast(str, row["finding_id"]).rpartition("-x")[2])
            connection.execute(sa.insert(_FINDINGS).values({**row, POSITION: number}))
            links = [{"finding_id": row["finding_id"], "doc_id": each} for each in documents]
            connection.execute(sa.insert(ACROSS), links)


def _remove(connection: sa.Connection, finding_ids: list[str]) -> None:
    for finding_id in dict.fromkeys(finding_ids):
        for table in (_FINDINGS, ACROSS):
            connection.execute(sa.delete(table).where(table.c.finding_id == finding_id))


def _documents(row: Row) -> list[str]:
    report_ids = cast("tuple[str, ...]", row["report_ids"])
    return sorted({report_id.rpartition("-")[0] for report_id in report_ids})

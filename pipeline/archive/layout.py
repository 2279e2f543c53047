"""The tables of an archive: those of the contract, and what the archive itself keeps.

Every table of a document's rows has ``doc_id``, added where the contract has none, and
``position``, the number of the row among those of its document.
"""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from ...schemas.definitions.checks import DISPOSITIONS
from ...schemas.definitions.documents import DOCUMENTS
from ...schemas.errors import ArchiveError
from ...schemas.tables import TABLES
from ..sql import sql_metadata

OF_A_DOCUMENT = tuple(table for table in TABLES if table not in {DOCUMENTS, DISPOSITIONS})
"""The tables whose rows are written and replaced together with their document."""
POSITION = "position"

_FOREIGN = ("doc_id", "report_id", "project_id", "key")
_WRITER_LOCK = 0x6865736875
"""The number of the lock that a writer holds on PostgreSQL."""


def _metadata() -> sa.MetaData:
    metadata = sql_metadata()
    for definition in OF_A_DOCUMENT:
        table = metadata.tables[definition.name]
        if "doc_id" not in table.columns:
            table.append_column(sa.Column("doc_id", sa.Text, nullable=False))
        table.append_column(sa.Column(POSITION, sa.BigInteger, nullable=False))
    for table in metadata.tables.values():
        _index(table)
    return metadata


def _index(table: sa.Table) -> None:
    """An index on every id of something else that the table's key does not begin with."""
    leading = [column.name for column in table.primary_key][:1]
    for name in _FOREIGN:
        if name in table.columns and name not in leading:
            sa.Index(f"ix_{table.name}_{name}", table.columns[name])


METADATA = _metadata()

LOCATIONS = sa.Table(
    "locations",
    METADATA,
    sa.Column("location_id", sa.Text, primary_key=True),
    sa.Column("location", sa.Text, nullable=False, comment="文件在磁盘上的位置"),
    sa.Column("path", sa.Text, nullable=False, comment="相对于所给文件夹的路径"),
    sa.Column("doc_id", sa.Text, nullable=False, index=True),
    comment="文件位置",
)
"""Where each content was found: what tells new bytes of a known file from another file."""

PASSAGES = sa.Table(
    "passages",
    METADATA,
    sa.Column("report_id", sa.Text, primary_key=True),
    sa.Column("doc_id", sa.Text, nullable=False, index=True),
    sa.Column("packed", sa.LargeBinary, nullable=False),
    comment="各报告按句段的切分",
)
"""How each report's text is read, as ``passages.pack`` keeps it."""

ACROSS = sa.Table(
    "across",
    METADATA,
    sa.Column("finding_id", sa.Text, primary_key=True),
    sa.Column("doc_id", sa.Text, primary_key=True, index=True),
    comment="跨文件的核对结果及其涉及的文件",
)
"""The documents on which each finding over several of them rests."""

ALIASES = sa.Table(
    "unit_aliases",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True, comment="报告中的单位名称"),
    sa.Column("unit", sa.Text, nullable=False, comment="统一后的单位名称"),
    comment="单位别名",
)
"""What a person said of whose name it is, by the simplified name (``checks.units``)."""


def take_turn(connection: sa.Connection) -> None:
    """Wait until no other run writes; on SQLite the transaction itself has done so."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITER_LOCK)))


def is_complete(connection: sa.Connection, create: bool) -> bool:
    """Whether every table and column is there.

    Raises ``ArchiveError`` for a database of something else, and where there is no archive,
    unless ``create``.
    """
    found = _found(connection)
    if not found and not create:
        raise ArchiveError("这里没有资料库，请先运行 heshu ingest")
    for table, columns in found.items():
        if "doc_id" in METADATA.tables[table].columns and "doc_id" not in columns:
            raise ArchiveError(f"库中已有别的 {table} 表，请换一个库")
    return not any(_missing(found).values())


def complete(connection: sa.Connection) -> None:
    """Create what is missing; an archive of an earlier version gets what was added since."""
    METADATA.create_all(connection)
    for table, columns in _missing(_found(connection)).items():
        for column in columns:
            kind = column.type.compile(connection.dialect)
            name = connection.dialect.identifier_preparer.quote(column.name)
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")


def _missing(found: Mapping[str, set[str]]) -> dict[str, list[sa.Column[object]]]:
    return {
        table.name: [
            column for column in table.columns if column.name not in found.get(table.name, ())
        ]
        for table in METADATA.tables.values()
    }


def _found(connection: sa.Connection) -> dict[str, set[str]]:
    """The tables of ours that are there, with the names of their columns."""
    told = sa.inspect(connection).get_multi_columns(filter_names=list(METADATA.tables))
    return {table: {column["name"] for column in columns} for (_, table), columns in told.items()}

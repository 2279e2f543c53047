"""Where an archive stands, and a connection to it."""

from __future__ import annotations

import importlib.util
import sqlite3

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from ...schemas.errors import MissingDriver, UsageError

_BEGIN = "heshu_begin"
_BUSY_SECONDS = 60
"""How long another run's transaction is waited for."""


def address_of(archive: str) -> URL:
    """The address of an archive told as a file (``heshu.db``) or as a URL.

    Raises ``UsageError`` where it is neither, or of another database than SQLite and
    PostgreSQL.
    """
    try:
        url = make_url(archive) if "://" in archive else URL.create("sqlite", database=archive)
    except (ArgumentError, ValueError) as error:
        raise UsageError(f"看不懂的资料库地址：{archive}") from error
    match url.drivername.partition("+")[0]:
        case "sqlite" if url.database in {None, "", ":memory:"}:
            raise UsageError("SQLite 资料库要有文件名")
        case "sqlite":
            return url.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
        case other:
            raise UsageError(f"资料库只能是 SQLite 或 PostgreSQL，不是 {other}")


def connected(url: URL) -> sa.Engine:
    """An engine for the address; raises ``MissingDriver`` where PostgreSQL's is missing."""
    if url.drivername != "sqlite":
        if importlib.util.find_spec("psycopg") is None:
            raise MissingDriver
        return sa.create_engine(url, pool_pre_ping=True, paramstyle="format")
    engine = sa.create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: sa.Engine) -> sa.Engine:
    """The engine whose transactions on SQLite take the right to write when they begin."""
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def let_read_while_written(engine: sa.Engine) -> None:
    """Let SQLite keep a log (WAL), so that readers and the writer do not wait for each other."""
    if engine.dialect.name == "sqlite":
        with engine.execution_options(**{_BEGIN: None}).connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def _leave_transactions_to_us(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """The driver's own transactions leave out CREATE TABLE and begin with the first row."""
    connection.isolation_level = None


def _begin(connection: sa.Connection) -> None:
    statement = connection.get_execution_options().get(_BEGIN, "BEGIN")
    if statement is not None:
        connection.exec_driver_sql(statement)

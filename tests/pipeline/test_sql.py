"""Rows keep every value in a database, exactly."""

from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from handmade import DOCUMENT, ENTRY, REPORT
from heshu.pipeline.rows import document_rows
from heshu.pipeline.sql import sql_metadata
from heshu.pipeline.values import json_text
from heshu.schemas.tables import TABLES

ROWS = document_rows(ENTRY, DOCUMENT, (REPORT,))


def test_sqlite_gives_back_every_row_as_it_was() -> None:
    metadata, engine = sql_metadata(), sa.create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        for table in TABLES:
            if ROWS[table.name]:
                connection.execute(sa.insert(metadata.tables[table.name]), ROWS[table.name])
    with engine.connect() as connection:
        for table in TABLES:
            rows = connection.execute(sa.select(metadata.tables[table.name])).mappings()
            assert json_text([dict(row) for row in rows]) == json_text(ROWS[table.name])


def test_decimals_are_text_on_sqlite_and_numeric_on_postgresql() -> None:
    figures = sql_metadata().tables["figures"]
    assert "value TEXT" in str(CreateTable(figures).compile(dialect=sqlite.dialect()))
    in_postgresql = str(CreateTable(figures).compile(dialect=postgresql.dialect()))
    assert "value NUMERIC(38, 10)" in in_postgresql


def test_a_value_with_more_digits_than_a_float_holds_comes_back() -> None:
    metadata, engine = sql_metadata(), sa.create_engine("sqlite://")
    metadata.create_all(engine)
    value = Decimal("1234567890123456789.0123456789")
    figures = metadata.tables["figures"]
    with engine.begin() as connection:
        connection.execute(sa.insert(figures), [ROWS["figures"][0] | {"value": value}])
        assert connection.execute(sa.select(figures.c.value)).scalar_one() == value


def test_keys_are_those_of_the_definitions() -> None:
    tables = sql_metadata().tables
    assert list(tables) == [table.name for table in TABLES]
    assert [column.name for column in tables["figures"].primary_key] == ["figure_id"]
    assert not tables["documents"].primary_key.columns

"""SQL tables, derived from the table definitions, for SQLite and PostgreSQL alike."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from ..schemas.definitions.column import Column, ColumnType, TableDefinition
from ..schemas.tables import TABLES
from .values import in_utc, json_text, plain_digits


class ExactDecimal(TypeDecorator[Decimal]):
    """NUMERIC(38, 10); plain digits as TEXT on SQLite, whose numbers are binary floats."""

    impl = sa.Numeric(38, 10)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type that the database at hand keeps exact."""
        exact: TypeEngine[Any] = sa.Text() if dialect.name == "sqlite" else sa.Numeric(38, 10)
        return dialect.type_descriptor(exact)

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | Decimal | None:
        """Digits for SQLite, the value itself elsewhere."""
        if value is None or dialect.name != "sqlite":
            return value
        return plain_digits(value)

    def process_result_value(self, value: str | Decimal | None, dialect: Dialect) -> Decimal | None:
        """The value without idle zeros, the same from every database."""
        return None if value is None else Decimal(plain_digits(Decimal(value)))


class Moment(TypeDecorator[datetime]):
    """TIMESTAMP WITH TIME ZONE, in UTC on every database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        return None if value is None else in_utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone, which SQLite does not keep."""
        return None if value is None else value.replace(tzinfo=value.tzinfo or UTC)


class JsonText(TypeDecorator[object]):
    """A JSON list as TEXT, Chinese as it is."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """The list as text."""
        return None if value is None else json_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        """The text as a tuple, as rows hold lists."""
        return None if value is None else tuple(json.loads(value))


_TYPES: dict[ColumnType, type[TypeEngine[Any]]] = {
    "text": sa.Text,
    "integer": sa.BigInteger,
    "decimal": ExactDecimal,
    "real": sa.Float,
    "boolean": sa.Boolean,
    "date": sa.Date,
    "timestamp": Moment,
    "json": JsonText,
}


def sql_metadata() -> sa.MetaData:
    """Every table with its columns, comments and key."""
    metadata = sa.MetaData()
    for table in TABLES:
        columns = [_column(column) for column in table.columns]
        sa.Table(table.name, metadata, *columns, *_key(table), comment=table.chinese)
    return metadata


def _column(column: Column) -> sa.Column[object]:
    return sa.Column(
        column.name,
        _TYPES[column.type](),
        nullable=not column.required,
        comment=f"{column.chinese}：{column.meaning_zh}",
    )


def _key(table: TableDefinition) -> list[sa.Constraint]:
    """The primary key; a unique one where a column of it may be null (an unreadable file)."""
    if not table.key:
        return []
    required = {column.name for column in table.columns if column.required}
    if required.issuperset(table.key):
        return [sa.PrimaryKeyConstraint(*table.key)]
    return [sa.UniqueConstraint(*table.key)]

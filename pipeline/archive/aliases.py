"""Unit aliases: what a person said of whose name it is."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from .layout import ALIASES


def aliases(connection: sa.Connection) -> dict[str, str]:
    """The names that a person has matched, each with the unit whose it is."""
    found = connection.execute(sa.select(ALIASES).order_by(ALIASES.c.name))
    return {row.name: row.unit for row in found}


def put_aliases(connection: sa.Connection, changes: Mapping[str, str | None]) -> None:
    """Match names with units; null leaves a name to be matched by itself again."""
    for name, unit in sorted(changes.items()):
        connection.execute(sa.delete(ALIASES).where(ALIASES.c.name == name))
        if unit is not None:
            connection.execute(sa.insert(ALIASES).values(name=name, unit=unit))

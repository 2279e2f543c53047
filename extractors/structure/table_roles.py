"""Roles that columns and labelled cells share, as groups."""

from __future__ import annotations

from ...schemas.passage import ColumnRole

AMOUNTS: frozenset[ColumnRole] = frozenset({"budget_initial", "budget", "executed", "balance"})
"""Money."""

MONEY: frozenset[ColumnRole | None] = frozenset({*AMOUNTS, "execution_rate"})
"""Money and how much of it was spent; labels of the lines where sources head the columns."""

POINTS: frozenset[ColumnRole] = frozenset({"weight", "score"})
"""Weights and scores."""

NUMBERS: frozenset[ColumnRole] = (AMOUNTS | POINTS).union(("execution_rate", "completion_rate"))
"""What is a number, whatever the rest of the table is about."""

LEVELS: frozenset[ColumnRole] = frozenset({"level1", "level2", "level3"})
"""The levels of an indicator."""

HEAD: frozenset[ColumnRole] = frozenset(
    {"name", "department", "implementing_unit", "date", "grade", "remark", "reason", "score"}
)
"""Labels that end a band: what follows is said beside its label."""

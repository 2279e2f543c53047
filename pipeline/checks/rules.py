"""The audit rules as ``data/rules.toml`` tells them: what runs, and what is documented."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, TypedDict, cast

from ... import data
from ...schemas.finding import Severity

Tolerance = Literal["exact", "interval", "points", "score", "bound", "threshold"]


@dataclass(frozen=True, slots=True)
class AuditRule:
    """An audit rule (核对规则): its names, its formula, and how it is judged.

    ``examples`` are proof lines, or what the rule speaks of in words.
    """

    id: str
    chinese: str
    english: str
    formula: str
    severity: Severity
    tolerance: Tolerance
    examples: tuple[str, ...]


class _Row(TypedDict):
    chinese: str
    english: str
    formula: str
    severity: Severity
    tolerance: Tolerance
    examples: list[str]


@cache
def audit_rules() -> Mapping[str, AuditRule]:
    """Every audit rule by its id, in the order of the data file."""
    text = files(data).joinpath("rules.toml").read_text(encoding="utf-8")
    rows = cast("dict[str, _Row]", tomllib.loads(text))
    return MappingProxyType({key: _rule(key, row) for key, row in rows.items()})


def _rule(key: str, row: _Row) -> AuditRule:
    return AuditRule(
        id=key,
        chinese=row["chinese"],
        english=row["english"],
        formula=row["formula"],
        severity=row["severity"],
        tolerance=row["tolerance"],
        examples=tuple(row["examples"]),
    )

"""The layouts of ``form_layouts.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, cast

LAYOUTS = Path(__file__).with_name("form_layouts.toml")


@dataclass(frozen=True)
class Slot:
    """A heading or label and what stands under or beside it."""

    text: str
    holds: str


@dataclass(frozen=True)
class Layout:
    """A form's bands; an empty band is not drawn."""

    id: str
    title: str
    unit_at: str
    unit: str = "万元"
    head: tuple[tuple[Slot, ...], ...] = ()
    fund_side: str = ""
    fund_corner: str = ""
    fund_columns: tuple[Slot, ...] = ()
    fund_rows: tuple[Slot, ...] = ()
    fund_weight: int | None = None
    fund_blocks: bool = False
    management: tuple[str, ...] = ()
    goal_side: str = ""
    goals: tuple[Slot, ...] = ()
    goals_first: bool = False
    indicator_side: str = ""
    indicator_columns: tuple[Slot, ...] = ()
    levels: tuple[Slot, ...] = ()
    weight_in_name: bool = False
    total: str = ""
    foot: tuple[Slot, ...] = ()

    def has(self, holds: str) -> bool:
        """Whether an indicator column holds this."""
        return any(slot.holds == holds for slot in self.indicator_columns)


@cache
def layouts() -> dict[str, Layout]:
    """Every layout by its id."""
    return {row["id"]: _layout(row) for row in _table()["layout"]}


@cache
def alternates() -> dict[str, list[str]]:
    """Headings that may be printed instead of a heading."""
    return _table()["alternates"]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(LAYOUTS.read_text(encoding="utf-8"))


def _layout(row: dict[str, Any]) -> Layout:
    slotted = {f.name for f in fields(Layout) if "Slot" in str(f.type)}
    return Layout(**{name: _slots(v) if name in slotted else v for name, v in row.items()})


def _slots(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_slots, cast("list[Any]", value)))
    text, _, holds = value.rpartition("=")
    return Slot(text, holds)

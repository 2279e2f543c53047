"""The unit of a bare number in a table cell: from its heading, its row, its caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...schemas.figure import UnitFrom
from ...schemas.passage import CellContext, ColumnRole
from ..text.fold import fold
from ..text.numerals import read_numeral
from .caption_units import caption_unit
from .units import find_unit

MONEY_ROLES: frozenset[ColumnRole] = frozenset({"budget_initial", "budget", "executed", "balance"})
RATE_ROLES: frozenset[ColumnRole] = frozenset({"execution_rate", "completion_rate"})
SCORE_ROLES: frozenset[ColumnRole] = frozenset({"weight", "score"})
VALUE_ROLES: frozenset[ColumnRole] = frozenset({"target", "target_adjusted", "actual", "prior"})
_LABEL_UNIT = re.compile("[(]([^()]*元)[)]")
_COUNTED = re.compile(r"[(](?:单位:)?([^()\d]{1,5})[)]\s*$")
_BRACKETED = re.compile("[(][^()]*[)]")
_NO_UNIT = {"定性", "无", "其他", "文字", "描述", "/", "-", ""}


class PrintedUnit(NamedTuple):
    """A unit as printed around a cell, and where; ``text`` is empty for a bare fraction."""

    text: str
    unit_from: UnitFrom


def unit_around(number: str, cell: CellContext) -> PrintedUnit | None:
    """What the number counts; null where nothing around it says so."""
    if cell.role in SCORE_ROLES:
        return PrintedUnit("分", "column")
    if cell.role in RATE_ROLES:
        return _rate_unit(number, cell)
    if cell.role in VALUE_ROLES:
        return _value_unit(cell)
    if cell.role is not None and cell.role not in MONEY_ROLES:
        return None
    return PrintedUnit("元", "text") if number[-1] in "万亿" else _unit_of_column(cell)


def _unit_of_column(cell: CellContext) -> PrintedUnit | None:
    if cell.column_unit and cell.column_unit.endswith("元"):
        return PrintedUnit(cell.column_unit, "column")
    counted = _counted_in(cell.column_headings) if cell.role is None else None
    if counted:
        return PrintedUnit(counted, "column")
    for label in reversed(cell.row_labels):
        found = _LABEL_UNIT.search(fold(label))
        if found:
            return PrintedUnit(found[1], "row")
    unit = caption_unit(cell, is_money=cell.role is not None)
    return PrintedUnit(unit, "caption") if unit else None


def _counted_in(headings: Sequence[str]) -> str | None:
    """The unit in brackets behind a heading: 项目数（个）, 面积（亩）."""
    found = _COUNTED.search(fold("".join(headings[-1:])))
    return found[1] if found and find_unit(found[1]) else None


def _rate_unit(number: str, cell: CellContext) -> PrintedUnit | None:
    """% where the heading prints it, or where no fraction can be meant (98.63)."""
    if cell.column_unit in {"%", "‰"}:
        return PrintedUnit(cell.column_unit, "column")
    numeral = read_numeral(number.lstrip("-"))
    if numeral is None or 1 < numeral.value < 5:
        return None
    return PrintedUnit("%" if numeral.value >= 5 else "", "header")


def _value_unit(cell: CellContext) -> PrintedUnit | None:
    row_unit = _BRACKETED.sub("", fold(cell.row_unit or "")).strip()
    if row_unit not in _NO_UNIT:
        return PrintedUnit(row_unit, "row")
    unit = cell.column_unit or _counted_in(cell.column_headings)
    return PrintedUnit(unit, "column") if unit else None

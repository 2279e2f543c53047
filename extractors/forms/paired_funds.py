"""Fund amounts that stand beside their labels: 年初预算资金总额 | 120万元 | 实际投入 | 118万元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...schemas.figure import Kind
from ...schemas.passage import ColumnRole
from ...schemas.report import Fund
from ..structure.table_roles import AMOUNTS
from .heads import Stated
from .printed import printed
from .sheet import Sheet
from .words import fund_source


def paired_funds(sheet: Sheet, values: list[Stated]) -> Iterator[Fund]:
    """One line for each column of values; a table on its side has several columns."""
    money = [value for value in values if value.role in AMOUNTS or value.role == "execution_rate"]
    columns = dict.fromkeys(_heading(sheet, value) for value in money)
    for column in columns:
        own = [value for value in money if _heading(sheet, value) == column]
        fund = _fund(sheet, own, column)
        if fund.budget is not None or fund.budget_initial is not None:
            yield fund


def _heading(sheet: Sheet, value: Stated) -> str | None:
    headings = sheet.context(value.cell).column_headings
    return printed(headings[-1]) if headings else None


def _fund(sheet: Sheet, values: list[Stated], column: str | None) -> Fund:
    labels = sheet.context(values[0].cell).row_labels
    label = column or (printed(labels[-1]) if labels else None) or values[0].text
    return Fund(
        line=0,
        label=label,
        source=fund_source(label) or (None if column else "total"),
        budget_initial=_value(sheet, values, "budget_initial", "amount"),
        budget=_value(sheet, values, "budget", "amount"),
        executed=_value(sheet, values, "executed", "amount"),
        execution_rate=_value(sheet, values, "execution_rate", "rate"),
        weight=None,
        score=None,
        block=sheet.block,
        row=values[0].cell.row,
    )


def _value(sheet: Sheet, values: list[Stated], role: ColumnRole, kind: Kind) -> Decimal | None:
    cells = (value.cell for value in values if value.role == role)
    found = (sheet.value(cell, kind) for cell in cells)
    return next((value for value in found if value is not None), None)

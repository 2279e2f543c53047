"""Fund amounts that stand beside their labels: 年初预算资金总额 | 120万元 | 实际投入 | 118万元."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...schemas.figure import Kind
from ...schemas.passage import ColumnRole
from ...schemas.report import Fund
from ..structure.table_bands import Band
from ..structure.table_roles import AMOUNTS
from ..text.headings import label_role
from .funds import side_weight
from .heads import Stated
from .printed import printed
from .sheet import Sheet
from .words import fund_source


@dataclass(frozen=True, slots=True)
class _Line:
    """What the values of one line have in common: a column's heading or a row of a block."""

    heading: str | None = None
    row: int | None = None


def paired_funds(sheet: Sheet, values: list[Stated]) -> Iterator[Fund]:
    """One line for each column of a table on its side, and for each row of a block.

    A block: 预算数： 100 | 执行数： 98 over 其中：财政拨款 80 | 其中：财政拨款 79.
    """
    money = [value for value in values if value.role in AMOUNTS or value.role == "execution_rate"]
    for line in dict.fromkeys(_line(sheet, value) for value in money):
        own = [value for value in money if _line(sheet, value) == line]
        fund = _fund(sheet, own, line)
        planned = fund.budget is not None or fund.budget_initial is not None
        if planned or (line.row is not None and fund.executed is not None):
            yield fund


def _line(sheet: Sheet, value: Stated) -> _Line:
    context = sheet.context(value.cell)
    headings = context.column_headings
    is_source = headings[-1:] == context.row_labels[-1:]
    if headings and not is_source and label_role(headings[-1]) == value.role:
        return _Line(row=value.cell.row)
    return _Line(heading=printed(headings[-1]) if headings else None)


def _fund(sheet: Sheet, values: list[Stated], line: _Line) -> Fund:
    label = line.heading or printed(values[0].label) or values[0].label
    whole = line.heading is None and line.row is None
    source = fund_source(label) or ("total" if whole else None)
    band = sheet.band(values[0].cell) if source == "total" else None
    return Fund(
        line=0,
        label=label,
        source=source,
        budget_initial=_value(sheet, values, "budget_initial", "amount"),
        budget=_value(sheet, values, "budget", "amount"),
        executed=_value(sheet, values, "executed", "amount"),
        execution_rate=_value(sheet, values, "execution_rate", "rate"),
        weight=side_weight(band) if band else None,
        score=_score(sheet, band) if band else None,
        block=sheet.block,
        row=values[0].cell.row,
    )


def _score(sheet: Sheet, band: Band) -> Decimal | None:
    """The one score of the band, beside its execution rate."""
    scores = (row.points("score") for row in sheet.rows(band))
    return next((score for score in scores if score is not None), None)


def _value(sheet: Sheet, values: list[Stated], role: ColumnRole, kind: Kind) -> Decimal | None:
    cells = (value.cell for value in values if value.role == role)
    found = (sheet.value(cell, kind) for cell in cells)
    return next((value for value in found if value is not None), None)

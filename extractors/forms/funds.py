"""Fund tables (资金情况): their lines, whatever the order and number of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...schemas.document import Cell
from ...schemas.report import Fund
from ..structure.table_bands import Band
from ..structure.table_columns import Column
from ..structure.table_grid import is_numeric
from ..structure.table_roles import AMOUNTS, LEVELS
from ..text.headings import column_role, is_sum, level_of, squeeze
from .printed import printed, weight_in, without_amount, without_brackets
from .sheet import Row, Sheet
from .words import fund_source, heads_no_funds, is_money_label


def is_fund_band(band: Band) -> bool:
    """Whether the band's rows are lines of money, not indicators or projects."""
    return bool(band.roles & AMOUNTS) and not band.roles & {*LEVELS, "name"}


def funds_in(sheet: Sheet, band: Band) -> Iterator[Fund]:
    """The lines of a fund table; each level of government is one where levels head columns."""
    rows = sheet.rows(band)
    if _has_other_lines(band):
        rows = [row for row in rows if is_sum(row.label)]
    divisions = _divisions(band)
    return (fund for row in rows for fund in _lines(row, divisions))


def _has_other_lines(band: Band) -> bool:
    """Whether the lines are tasks or uses of the money; then only their sum is a fund line."""
    headings = (text for column in band.columns for text in column.texts)
    return any(map(heads_no_funds, headings))


def _lines(row: Row, divisions: list[str]) -> Iterator[Fund]:
    label = printed(without_amount(_label(row)))
    if len(divisions) > 1:
        yield from filter(_has_money, (_division(row, division) for division in divisions))
    elif label and not heads_no_funds(label) and not level_of([label]):
        yield from filter(_tells, [_line(row, label)])


def _tells(fund: Fund) -> bool:
    """Whether the line is known, if blank, or holds money or a rate; others are no fund lines."""
    known = fund.source is not None or is_money_label(fund.label)
    return known or fund.execution_rate is not None or _has_money(fund)


def _has_money(fund: Fund) -> bool:
    amounts = fund.budget_initial, fund.budget, fund.executed
    return any(amount is not None for amount in amounts)


def _label(row: Row) -> str:
    """The line's name: under the label columns, else the first words of the row."""
    words = (cell.text for cell in row.own if squeeze(cell.text) and not is_numeric(cell.text))
    return _last_label(row.texts("label")) or next(words, "") or _side_label(row.band)


def _last_label(texts: list[str]) -> str:
    """Of labels beside each other (其中： | 财政拨款, 财政资金 | 小计) the one that says most."""
    *first, last = texts or [""]
    return first[-1] if first and is_sum(last) else last


def _side_label(band: Band) -> str:
    """The label beside a fund table of one line that has no labels of its own."""
    return next(filter(None, map(without_brackets, _beside(band))), "")


def _line(row: Row, label: str) -> Fund:
    source = fund_source(label) or ("total" if label == _side_label(row.band) else None)
    weight = row.points("weight")
    if weight is None and source == "total":
        weight = side_weight(row.band)
    return Fund(
        line=0,
        label=label,
        source=source,
        budget_initial=row.value("budget_initial", "amount"),
        budget=row.value("budget", "amount"),
        executed=row.value("executed", "amount"),
        execution_rate=row.value("execution_rate", "rate"),
        weight=weight,
        score=row.points("score"),
        block=row.sheet.block,
        row=row.row,
    )


def side_weight(band: Band) -> Decimal | None:
    """The weight beside the table, 预算执行情况（10分）, or over its scores, 得分（10分）."""
    scores = (column for column in band.columns if column.role == "score")
    heads = [text for column in scores for text in column.texts]
    return next(filter(None, map(weight_in, _beside(band) + heads)), None)


def _beside(band: Band) -> list[str]:
    """The labels beside the table; where merged cells were lost they stand in the header."""
    unknown = (column for column in band.columns if column.role is None)
    heads = [text for column in unknown for text in column.texts]
    return [side.text for side in band.sides] + heads


def _divisions(band: Band) -> list[str]:
    """The heads that divide columns of one kind: 合计, 中央, 省, 市; one empty if none do.

    What is not divided (执行数) is of the sum, where there is one.
    """
    columns = (column for column in band.columns if column.role in AMOUNTS)
    found = list(dict.fromkeys(map(_divider, columns)))
    return list(filter(None, found)) if any(map(is_sum, found)) else found


def _divider(column: Column) -> str:
    lowest = column.texts[-1] if column.texts else ""
    return "" if column_role(lowest) else printed(lowest) or ""


def _division(row: Row, division: str) -> Fund:
    label = division or printed(row.text("label")) or "合计"
    return Fund(
        line=0,
        label=label,
        source=fund_source(label),
        budget_initial=_divided(row, division, "budget_initial"),
        budget=_divided(row, division, "budget"),
        executed=_divided(row, division, "executed"),
        execution_rate=row.value("execution_rate", "rate") if is_sum(division) else None,
        weight=None,
        score=None,
        block=row.sheet.block,
        row=row.row,
    )


def _divided(row: Row, division: str, role: str) -> Decimal | None:
    cells = (cell for cell in row.cells if _is_division(row.band.over(cell), division, role))
    cell: Cell | None = next(cells, None)
    return row.sheet.value(cell, "amount") if cell else None


def _is_division(column: Column, division: str, role: str) -> bool:
    divider = _divider(column)
    return column.role == role and (divider == division or (not divider and is_sum(division)))

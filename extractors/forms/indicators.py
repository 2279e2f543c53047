"""Indicator tables (绩效指标): their rows and their totals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ...schemas.document import Cell
from ...schemas.report import Grade, Indicator
from ..structure.table_bands import Band
from ..text.headings import column_role, is_sum, squeeze
from .measured import Measured, measured
from .printed import level_of_indicators, name_of, printed, read_grade, weight_in
from .sheet import Row, Sheet
from .words import level1_kind

_PLACEHOLDER = re.compile(r"^(?:指标\d*[:：]?|[.…。]*|其他|无)$")


@dataclass(frozen=True, slots=True)
class Totals:
    """The row 总分; all are null where the form has no such row.

    ``grade`` is printed in one of its cells, whatever heads the column.
    """

    weight: Decimal | None = None
    score: Decimal | None = None
    grade: Grade | None = None


def is_indicator_band(band: Band) -> bool:
    """Whether the band's rows are indicators, not only the scores of first levels."""
    return bool(band.roles & {"level2", "level3"})


def indicators_in(rows: Iterable[Row]) -> Iterator[Indicator]:
    """The indicators of the rows; sums, the execution rate's own row and blank rows are none.

    Levels are null where their cells are blank; see ``carried``.
    """
    for row in rows:
        if not _is_sum_row(row) and not is_execution_row(row):
            indicator = _indicator(row)
            if indicator:
                yield indicator


def carried(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    """The indicators with their levels carried down over blank cells."""
    level1, level2 = None, None
    for indicator in indicators:
        same = indicator.level1 in {None, level1}
        level1 = indicator.level1 or level1
        level2 = indicator.level2 or (level2 if same else None)
        yield replace(indicator, level1=level1, level1_kind=level1_kind(level1), level2=level2)


def totals_in(sheet: Sheet, band: Band) -> Totals:
    """The last sum of the band's weights and scores, with the grade beside it."""
    sums = [row for row in sheet.rows(band) if _is_sum_row(row) and squeeze(row.label) != "小计"]
    return _total(sums[-1]) if sums else Totals()


def is_execution_row(row: Row) -> bool:
    """Whether the row scores the execution of the budget and has no target of its own."""
    about = column_role(row.label) == "execution_rate"
    aims = (row.text(role) for role in ("target", "actual", "level3"))
    return about and row.cells[0].text == row.label and not any(map(squeeze, aims))


def _is_sum_row(row: Row) -> bool:
    return is_sum(row.label)


def _total(row: Row) -> Totals:
    weight = row.points("weight")
    texts = (cell.text for cell in row.own)
    return Totals(
        weight=weight_in(row.label) if weight is None else weight,
        score=row.points("score"),
        grade=next((grade for grade in map(read_grade, texts) if grade), None),
    )


def _indicator(row: Row) -> Indicator | None:
    printed_name = next(filter(_own_name, map(row.text, ("level3", "level2", "level1"))), "")
    name = name_of(printed_name)
    target, actual = _target(row), measured(row.sheet, row.cell("actual"))
    score = row.points("score")
    told = target.text or actual.text or score is not None
    if name is None or not (told or _is_named(row)):
        return None
    weight = _weight(row)
    return Indicator(
        level1=level_of_indicators(row.text("level1")),
        level1_kind=None,
        level2=level_of_indicators(row.text("level2")),
        name=name,
        comparator=target.comparator,
        target_text=target.text,
        target_value=target.value,
        target_unit=target.unit,
        actual_text=actual.text,
        actual_value=actual.value,
        actual_unit=actual.unit,
        weight=weight_in(printed_name) if weight is None else weight,
        score=score,
        reason=printed(row.text("reason")),
        block=row.sheet.block,
        row=row.row,
    )


def _weight(row: Row) -> Decimal | None:
    """The row's own weight: of several columns of weights the one behind the indicators."""
    cells, named = row.all("weight"), row.cell("level3")
    if len(cells) < 2 or named is None:
        return row.points("weight")
    behind = (cell for cell in cells if cell.column > named.column)
    return row.sheet.points(next(behind, cells[-1]))


def _is_named(row: Row) -> bool:
    """Whether the row names an indicator, where nothing else is filled in."""
    name = name_of(row.text("level3"))
    return name is not None and not _PLACEHOLDER.match(squeeze(name))


def _own_name(text: str) -> bool:
    return name_of(text) is not None


def _target(row: Row) -> Measured:
    """The adjusted target where one is printed, else the year's."""
    adjusted = measured(row.sheet, row.cell("target_adjusted"))
    return adjusted if adjusted.text else measured(row.sheet, _target_cell(row))


def _target_cell(row: Row) -> Cell | None:
    """Of several targets (实施期指标值, 年度指标值) the year's."""
    cells = row.all("target")
    yearly = (cell for cell in cells if _is_yearly(row.band, cell))
    return next(yearly, cells[0] if cells else None)


def _is_yearly(band: Band, cell: Cell) -> bool:
    return any("年" in text for text in band.over(cell).texts)

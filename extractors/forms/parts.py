"""What one table says of one project; a form may be spread over several tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from itertools import pairwise
from typing import TypeVar

from ...schemas.passage import ColumnRole
from ...schemas.report import Fund, Indicator
from ..structure.table_bands import Band
from ..structure.table_roles import AMOUNTS, LEVELS
from .funds import funds_in, is_fund_band
from .heads import Head, Stated, head_of, stated_in
from .indicators import Totals, indicators_in, is_indicator_band, totals_in
from .paired_funds import paired_funds
from .printed import name_without_code, passage_text
from .project_lists import has_money, is_combined, rows_by_project, whole_line
from .sheet import Row, Sheet

Some = TypeVar("Some", Head, Totals)


@dataclass(frozen=True, slots=True)
class Part:
    """The head, the fund lines, the indicators and the totals of one project."""

    head: Head = field(default_factory=Head)
    funds: tuple[Fund, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    totals: Totals = field(default_factory=Totals)
    goal: str | None = None
    result: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a form was found."""
        return not (self.head.name or self.funds or self.indicators or self.goal or self.result)

    def continues(self, other: Part) -> bool:
        """Whether this part goes on with the other one's project."""
        if self.head.name and self.head.name != other.head.name:
            return not (other.head.name or other.indicators or other.funds)
        return not (self.funds and other.funds)

    def joined(self, other: Part) -> Part:
        """The other part with this one behind it."""
        return Part(
            head=_merged(other.head, self.head),
            funds=other.funds + self.funds,
            indicators=other.indicators + self.indicators,
            totals=_merged(other.totals, self.totals),
            goal=other.goal or self.goal,
            result=other.result or self.result,
        )


def parts_in(sheet: Sheet) -> Iterator[Part]:
    """The parts of a table, one for each project name in its head."""
    values = stated_in(sheet)
    names = sorted({value.cell.row for value in values if value.role == "name"})
    for start, end in pairwise([0, *names[1:], sheet.table.rows]):
        bands = [band for band in sheet.bands if start <= band.top < end]
        yield _part(sheet, bands, [value for value in values if start <= value.cell.row < end])
    for band in filter(is_combined, sheet.bands):
        yield from (_part_of_rows(name, rows) for name, rows in rows_by_project(sheet, band))


def joined_parts(parts: Iterable[Part]) -> list[Part]:
    """Parts that go on with the one before are joined to it; empty ones are left out."""
    joined: list[Part] = []
    for part in parts:
        if joined and part.continues(joined[-1]):
            joined[-1] = part.joined(joined[-1])
        elif not part.is_empty:
            joined.append(part)
    return joined


def _part(sheet: Sheet, bands: list[Band], values: list[Stated]) -> Part:
    head = head_of(sheet, values)
    funds = [fund for band in bands if is_fund_band(band) for fund in funds_in(sheet, band)]
    scored = [band for band in bands if is_indicator_band(band) and not is_combined(band)]
    goals = [row for band in bands if _is_goal_band(band) for row in sheet.rows(band)]
    totals = Totals()
    for band in scored:
        totals = _merged(totals_in(sheet, band), totals)
    return Part(
        head=head,
        funds=tuple(funds or paired_funds(sheet, values)),
        indicators=tuple(i for band in scored for i in indicators_in(sheet.rows(band))),
        totals=totals,
        goal=_texts(goals, "goal") or head.goal,
        result=_texts(goals, "result") or head.result,
    )


def _part_of_rows(name: str, rows: list[Row]) -> Part:
    """A project of a table that has its money and its indicators in the same rows."""
    first = rows[0]
    return Part(
        head=Head(
            name=name,
            department=name_without_code(first.text("department")),
            unit=name_without_code(first.text("implementing_unit")),
        ),
        funds=tuple(filter(has_money, [whole_line(first, name)])),
        indicators=tuple(indicators_in(rows)),
        goal=_texts(rows, "goal"),
        result=_texts(rows, "result"),
    )


def _is_goal_band(band: Band) -> bool:
    return bool(band.roles & {"goal", "result"}) and not band.roles & (LEVELS | AMOUNTS)


def _texts(rows: list[Row], role: ColumnRole) -> str | None:
    cells = (row.cell(role) for row in rows)
    texts = (passage_text(cell.text) for cell in cells if cell)
    return "\n".join(filter(None, texts)) or None


def _merged(first: Some, second: Some) -> Some:
    """The first, with what it leaves null taken from the second."""
    missing = [name.name for name in fields(first) if getattr(first, name.name) is None]
    return replace(first, **{name: getattr(second, name) for name in missing})

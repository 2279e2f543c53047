"""Signature tables: who evaluated, and the day on which the group's head signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from ...schemas.document import Cell
from ...schemas.report import Signature
from ..text.calendar import find_dates
from ..text.fold import fold
from ..text.headings import squeeze
from .lines import Grid, Line
from .table_grid import REMEMBERED

Part = Literal["name", "unit", "title", "part", "signed"]

_HEADINGS: Mapping[Part, re.Pattern[str]] = {
    "signed": re.compile(r"^(?:本人|亲笔)?(?:签名|签字|签章|签名\(章\)|签字\(盖章\))"),
    "name": re.compile(r"^(?:成员|人员|专家)?姓名$"),
    "unit": re.compile(
        r"^(?:工作|所在|现|任职)?(?:单位|部门|处室|科室)(?:名称)?$|^单位(?:及|/)部门$"
    ),
    "part": re.compile(
        r"^(?:小?组内?|评价组|工作组|评价)?(?:分工|身份|角色|职责|组职务|组内职务|任务分工)$|^组内职务$"
    ),
    "title": re.compile(r"(?:职称|职务|职级)"),
}
_HEAD_OF_GROUP = re.compile(
    r"(?:组长|负责人|评价人员?|评价小组|专家组|评价人).{0,8}(?:签[名字章]|\(签)"
)
_SIGNED = "签"
"""Stands in every label of a signature, and is folded from no other character."""

_LABEL = re.compile(r"组长|机构|负责人|盖章|签名|签字|姓名|备注|日期")
_PART_IN_NAME = re.compile(r"^(?P<name>[^()]{2,5})\((?P<part>副?组长|成员|组员)\)$")


@dataclass(frozen=True, slots=True)
class _Header:
    row: int
    columns: Mapping[Part, int]


def is_signature_table(grid: Grid) -> bool:
    """Whether the table has a column of names and one for signatures or ranks."""
    return _header(grid) is not None


def read_signatures(grid: Grid) -> Iterator[Signature]:
    """The rows of a signature table that hold a name."""
    header = _header(grid)
    if header is None:
        return
    for row, cells in enumerate(grid.view.grid.positions):
        if row > header.row:
            signature = _signature(grid.block, row, cells, header)
            if signature:
                yield signature


def sign_date(element: Grid | Line) -> date | None:
    """The day beside the signature of the group's head; null where none is printed."""
    if isinstance(element, Line):
        return _date_in(element.folded) if _HEAD_OF_GROUP.search(element.bare) else None
    rows = (" ".join([cell.text for cell in cells]) for cells in element.view.grid.rows)
    signed = (fold(row) for row in rows if _SIGNED in row)
    days = (_date_in(row) for row in signed if _HEAD_OF_GROUP.search("".join(row.split())))
    return next(filter(None, days), None)


def _header(grid: Grid) -> _Header | None:
    for row, cells in enumerate(grid.view.grid.positions[:4]):
        columns = _columns(cells)
        if "name" in columns and len(columns) > 1 and {"signed", "title", "unit"} & columns.keys():
            return _Header(row, columns)
    return None


def _columns(cells: list[Cell | None]) -> Mapping[Part, int]:
    columns: dict[Part, int] = {}
    for at, cell in enumerate(cells):
        part = _part(cell.text) if cell else None
        if part:
            columns.setdefault(part, at)
    return columns


@lru_cache(REMEMBERED)
def _part(text: str) -> Part | None:
    bare = squeeze(text)
    return next((part for part, pattern in _HEADINGS.items() if pattern.search(bare)), None)


def _signature(block: int, row: int, cells: list[Cell | None], header: _Header) -> Signature | None:
    name = _text(cells, header, "name")
    if name is None or (_LABEL.search(name) and not _PART_IN_NAME.match(fold(name))):
        return None
    bracketed = _PART_IN_NAME.match(fold(name))
    at = header.columns.get("signed")
    place = cells[at] if at is not None else None
    return Signature(
        name=bracketed["name"] if bracketed else name,
        unit=_text(cells, header, "unit"),
        title=_text(cells, header, "title"),
        part=bracketed["part"] if bracketed else _text(cells, header, "part"),
        signed=place is not None and (bool(place.text.strip()) or place.has_picture),
        block=block,
        row=row,
    )


def _text(cells: list[Cell | None], header: _Header, part: Part) -> str | None:
    at = header.columns.get(part)
    cell = cells[at] if at is not None else None
    return (cell.text.strip() or None) if cell else None


def _date_in(folded: str) -> date | None:
    spans = (span for span in find_dates(folded, None) if span.grain in {"day", "month"})
    return next((span.first for span in spans if span.first), None)

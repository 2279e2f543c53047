"""Captions of tables: their unit (单位：万元), their number (表1) and their title."""

from __future__ import annotations

import re

from ...schemas.document import Table
from ..text.headings import squeeze
from .lines import Element, Flow, Grid, Line

_CURRENCY = "(?:元|美元|港元|港币|欧元|日元|英镑)"
_MONEY = rf"(?:人民币|折合)?(?:(?:[十百千]?[万亿]|[百千])?{_CURRENCY}|[万亿])(?:人民币)?"
_MEASURE = (
    r"(?:[十百千]?[万亿]|[十百千])?"
    r"(?:%|‰|个|人次|人|名|户次|户|家|所|处|座|亩|公顷|平方米|平方公里|公里|米|公斤|吨|件|份|项|次|场次|场|期|台套|台|套|辆|头|只|羽|株|千瓦时)"
)
_ONE_UNIT = rf"(?:{_MONEY}|{_MEASURE})"
_UNIT = re.compile(
    r"(?:(?:金额|计量|计价|货币|计数|资金|数量|统计)?单位[:为]?)"
    rf"(?P<units>{_ONE_UNIT}(?:[、,及和]{_ONE_UNIT})*)(?=$|[),、/，。;\]】〕\s]|及|和|$)"
)
_BETWEEN = re.compile("[、,及和]")
_PREFIX = re.compile("^(?:人民币|折合)|(?<=.)人民币$")
_ALONE = re.compile(r"[(\[【〔]?(?:金额|计量|计价|货币|资金)?单位[:为]?.{1,14}[)\]】〕]?")
_NUMBERED = re.compile(
    r"附?[表图]\s*(?:[\d一二三四五六七八九十]{1,3}(?:[-.]\d{1,2})?)(?:[:、.\s]|(?=\D)|$)"
)
_TABLE_TITLE = re.compile(r"[^。;!?]{2,48}(?:表|明细|清单|目录|名单)(?:\([^()]{1,20}\))?")
_FURTHEST = 6
_LONGEST = 60


def stated_unit(text: str) -> str | None:
    """The unit that a caption states for the table (万元 in 金额单位：人民币万元); else null.

    Units of several columns are parted by 、 (户、万元).
    """
    return _unit_in(squeeze(text))


def _unit_in(bare: str) -> str | None:
    match = _UNIT.search(bare)
    if match is None:
        return None
    return "、".join(_PREFIX.sub("", unit) for unit in _BETWEEN.split(match["units"]))


def is_caption(line: Line) -> bool:
    """Whether the line is a table's unit, or a table's or picture's numbered title."""
    unit = _ALONE.fullmatch(line.bare) is not None and _unit_in(line.bare) is not None
    numbered = _NUMBERED.match(line.folded) is not None and len(line.bare) <= _LONGEST
    return unit or (numbered and not line.bare.endswith(("。", ";", ",")))


def captions_of(flow: Flow, at: int) -> list[Line]:
    """The caption lines directly before the table at this place of the flow, in order."""
    found: list[Line] = []
    for element in reversed(flow[max(at - _FURTHEST, 0) : at]):
        if not isinstance(element, Line) or not _belongs(element):
            break
        found.insert(0, element)
    return found


def _belongs(line: Line) -> bool:
    if len(line.bare) > _LONGEST or line.bare.endswith(("。", ";")):
        return False
    titled = line.paragraph.type == "paragraph" and _TABLE_TITLE.fullmatch(line.bare)
    return is_caption(line) or _unit_in(line.bare) is not None or titled is not None


def caption_unit(flow: Flow, at: int) -> str | None:
    """The unit of the table at this place: from lines before it, or its own first rows."""
    table = flow[at]
    if not isinstance(table, Grid):
        return None
    return _unit_before(flow, at) or _unit_inside(table.table)


def _unit_before(flow: Flow, at: int) -> str | None:
    for element in reversed(flow[max(at - _FURTHEST, 0) : at]):
        if not _may_be_passed(element):
            return None
        unit = _unit_in(element.bare) if isinstance(element, Line) else None
        if unit:
            return unit
    return None


def _may_be_passed(element: Element) -> bool:
    """Lines that may stand between a unit and its table: titles, labels, subtitles."""
    return (
        isinstance(element, Line)
        and len(element.bare) <= _LONGEST
        and not element.bare.endswith(("。", ";"))
    )


def _unit_inside(table: Table) -> str | None:
    """The unit in a cell of the first two rows that states nothing else."""
    for cell in table.cells:
        if cell.row < 2 and _ALONE.fullmatch(bare := squeeze(cell.text)):
            unit = _unit_in(bare)
            if unit:
                return unit
    return None

"""Units that stand in headings: 项目资金（万元）, 执行率(%), 单位：万元."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..figures.units import find_unit
from ..text.headings import squeeze
from .table_grid import REMEMBERED

_MONEY = r"(?:人民币)?(?:[万亿千百十]{0,2}(?:元|美元|港元|欧元|日元|英镑)|[万亿])(?:人民币)?"
_BRACKETED = re.compile(rf"[(\[〔【](?:金额)?(?:单位[:：为]?)?({_MONEY}|%|‰|分)[)\]〕】]")
_STATED = re.compile(rf"单位[:：为]({_MONEY}|%|‰|分)")
_TRAILING = re.compile(rf"(?:数|额|金|算|出|入|率|安排)[,，:：/]?({_MONEY}|%|‰)$")
_IS_MONEY = re.compile(rf"^{_MONEY}$")
_UNIT_LABEL = re.compile("(?:金额|资金|计量)?单位:?")
_MEASURE = re.compile(r"[(\[〔【](?:单位[:：为]?)?([^()\[\]〔〕【】\d]{1,6}|%|‰)[)\]〕】]$")


@lru_cache(REMEMBERED)
def heading_unit(text: str) -> str | None:
    """The unit of money, rate or score in a heading; null where none is printed."""
    folded = squeeze(text)
    found = _BRACKETED.search(folded) or _STATED.search(folded) or _TRAILING.search(folded)
    return found[1] if found else None


def money_unit(texts: Iterable[str]) -> str | None:
    """The first unit of money in these headings."""
    units = (heading_unit(text) for text in texts)
    return next((unit for unit in units if unit and _IS_MONEY.match(unit)), None)


def is_unit_label(text: str) -> bool:
    """Whether the text is the label of the unit of all money (金额单位：)."""
    return _UNIT_LABEL.fullmatch(squeeze(text)) is not None


@lru_cache(REMEMBERED)
def is_money(text: str) -> bool:
    """Whether the text is a unit of money and nothing else (万元)."""
    return _IS_MONEY.match(squeeze(text)) is not None


@lru_cache(REMEMBERED)
def name_unit(text: str) -> str | None:
    """The unit in brackets at the end of an indicator's name: 里程（公里）, 单价（万元/公里）."""
    found = _MEASURE.search(squeeze(text))
    unit, slash, _ = found[1].partition("/") if found else ("", "", "")
    known = find_unit(unit) or (slash and is_money(unit))
    return found[1] if found and known else None

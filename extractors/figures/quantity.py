"""A numeral and its unit, as most rules read them."""

from __future__ import annotations

import re
from decimal import Decimal

from ..text.numerals import ARABIC, Numeral, read_numeral
from .rule import Reading
from .units import Unit, find_unit

_SPLIT = re.compile(rf"({ARABIC}|\d[\d, ]*(?:\.\d+)?)\s*([余多来]?)\s*(.*)$")
_DIGIT = re.compile(r"\d")
_ONE = {"一", "壹"}
_DURING = re.compile(
    "(?:为期|[历耗用]时|[^近分初中后前一二三]期|限|达到?|不少于|不低于|满|延[误期后]|推[迟后]|滞后|提前"
    "|缩短|持续)了?(?:为|达到?|约|近|超过?)?$"
)
_A_DAY = re.compile("[最可能就平]|接待|受理|办理")
"""Behind 一天 where it says how often (一天最多受理), not how long."""
_BOUNDED = re.compile("以[上下内]|期限|左右")


def read_quantity(match: re.Match[str]) -> Reading | None:
    """A numeral with the unit behind it; null where the two do not go together."""
    unit, numeral = find_unit(match["unit"]), signed(match)
    if unit is None or numeral is None or not _agree(match, numeral, unit):
        return None
    groups = match.groupdict()
    if groups.get("after"):
        numeral = numeral._replace(more=True)
    number_text, magnitude = split_number(match["number"])
    per = groups.get("per")
    return Reading(
        numeral,
        unit=_contract_unit(unit, per),
        unit_text=f"{magnitude}{unit.printed}{f'/{per}' if per else ''}",
        number_text=number_text,
        factor=Decimal(1) if per and unit.kind == "measure" else unit.factor,
        exact=unit.kind == "count" and not numeral.magnitude,
    )


def signed(match: re.Match[str]) -> Numeral | None:
    """The numeral of a match, below zero where a sign stands before it."""
    numeral = read_numeral(match["number"])
    if numeral is None or not match.groupdict().get("sign"):
        return numeral
    return numeral._replace(value=-numeral.value)


def split_number(text: str) -> tuple[str, str]:
    """The digits and the magnitude printed behind them; words stay whole (三千二百万)."""
    split = _SPLIT.fullmatch(text)
    if split is None or _DIGIT.search(split[3]):
        return text.strip(), ""
    return split[1] + split[2], split[3]


def _agree(match: re.Match[str], numeral: Numeral, unit: Unit) -> bool:
    """Whether this numeral can stand before this unit."""
    if not numeral.spelled:
        return True
    if match["number"] in _ONE and unit.kind == "count":
        return unit.spelled_one
    if unit.printed == "年":
        return is_duration(match)
    if unit.printed == "天" and match["number"] in _ONE:
        return not _A_DAY.match(match.string, match.end())
    return unit.spelled or numeral.magnitude


def is_duration(match: re.Match[str]) -> bool:
    """Whether the words around say that something takes so long: 历时三年, 半年以内."""
    before = match.string[max(match.start() - 6, 0) : match.start()]
    return bool(_DURING.search(before) or _BOUNDED.match(match.string, match.end()))


def _contract_unit(unit: Unit, per: str | None) -> str:
    if per is None:
        return unit.contract
    base = unit.contract if unit.kind == "amount" else unit.printed
    return f"{base}/{re.sub('[•.*/]', '·', per)}"

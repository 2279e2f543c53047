"""Measures: 700亩, 9.14平方公里, 2.6万吨, 5个工作日, 18个月, 10年."""

from __future__ import annotations

import re
from decimal import Decimal

from ..text.numerals import Numeral, read_numeral
from .quantity import is_duration, read_quantity
from .rule import Reading, Rule
from .units import find_unit


def _half(match: re.Match[str]) -> Reading | None:
    """Half a month or an hour; half a year only where a duration is spoken of."""
    if match["unit"] == "年" and not is_duration(match):
        return None
    return _halved(match, match["unit"], Decimal(0))


def _and_a_half(match: re.Match[str]) -> Reading | None:
    """A year and a half, two and a half months."""
    whole = read_numeral(match["number"])
    return whole and _halved(match, match["unit"] or match["part"], whole.value)


def _halved(match: re.Match[str], printed: str, whole: Decimal) -> Reading | None:
    """So many whole units and a half, exact; null where the unit is none."""
    unit, half = find_unit(printed), Decimal("0.5")
    if unit is None:
        return None
    numeral = Numeral(whole + half, half, half, spelled=True)
    return Reading(numeral, unit.contract, printed, match[0], unit.factor, exact=True)


RULES = (
    Rule(
        "half_measure",
        "measure",
        "半(?P<unit>个月|个?小时|年(?![度报级会]))",
        _half,
        {
            "等候半小时": "0.5",
            "工期缩短半个月": "0.5",
            "历时半年": "0.5",
            "半年度报告": None,
            "上半年": None,
        },
        begins="半",
    ),
    Rule(
        "measure_and_a_half",
        "measure",
        "{number}(?:(?P<unit>[年天])半|个半(?P<part>月|小时))",
        _and_a_half,
        {"延误一年半": "1.5", "历时两个半月": "2.5", "用时3个半小时": "3.5"},
        follows="年天个",
    ),
    Rule(
        "measure",
        "measure",
        "{sign}{number}{s}{never}{measure}{per}{after}{end}",
        read_quantity,
        {
            "土地450亩": "300000",
            "总面积233万㎡": "2330000",
            "流域面积9.14平方公里": "9140000",
            "处置污泥2.6万吨": "26000000",
            "受理不超过5个工作日": "5",
            "建设周期18个月": "18",
            "等候不足10分钟": "10",
            "巡查1200多公里": "1200000",
            "年节水35万立方米": "350000",
            "装机500千瓦": "500",
            "发电1.2万千瓦时": "12000",
            "为期三年": "3",
            "三年行动方案": None,
            "近三年来": None,
            "每月15日前报送": None,
            "5年级学生": None,
            "7×24小时值守": None,
            "5G网络": None,
        },
    ),
    Rule(
        "months_more",
        "measure",
        "{number}{s}个(?P<after>[余多])(?P<unit>月)",
        read_quantity,
        {"历时3个多月": "3", "两个多月时间": "2"},
        follows="个",
    ),
)

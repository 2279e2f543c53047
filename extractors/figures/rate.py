"""Rates and points: 98%, 0.5‰, 百分之九十八点五, 三分之一, 五成, 八五折, 半数, 3.2个百分点."""

from __future__ import annotations

import re
from decimal import Decimal

from ..text.numerals import (
    ARABIC,
    CHINESE,
    CHINESE_DIGIT,
    SPOKEN,
    Numeral,
    read_digits,
    read_numeral,
)
from .quantity import read_quantity
from .rule import Reading, Rule

_MOVED = re.compile("[高低升降涨跌长落加少减滑]了?(?:约|近)?$")
_WHOLES = {"百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000}


def _points(match: re.Match[str]) -> Reading | None:
    """个点 is 个百分点 only where something moves by it."""
    before = match.string[max(match.start() - 6, 0) : match.start()]
    is_place = match["unit"] == "个点" and not _MOVED.search(before)
    return None if is_place else read_quantity(match)


def _part_of_power(match: re.Match[str]) -> Reading | None:
    """百分之X, 千分之X, 万分之X."""
    numeral = read_numeral(match["number"])
    if numeral is None:
        return None
    factor = Decimal(1) / _WHOLES[match["whole"]]
    return Reading(numeral, "1", f"{match['whole']}分之", match["number"], factor)


def _fraction(match: re.Match[str]) -> Reading | None:
    """A part of a whole (三分之一, 1/4): exact, for its words have no last digit."""
    part, whole = read_numeral(match["part"]), read_numeral(match["whole"])
    if part is None or whole is None or not 0 < part.value < whole.value:
        return None
    share = part._replace(value=part.value / whole.value, decimals=0)
    return Reading(share, "1", None, match[0], exact=True)


def _tenths(match: re.Match[str]) -> Reading | None:
    """成 and 折: 五成, 六成五, 九折."""
    numeral = read_numeral(match["number"])
    if numeral is None or numeral.value > 10:
        return None
    if match["rest"]:
        rest = read_numeral(match["rest"])
        numeral = _append(numeral, rest) if rest else numeral
    more = bool(match.groupdict().get("after"))
    number_text = match["number"] + (match["rest"] or "")
    return Reading(numeral._replace(more=more), "1", match["unit"], number_text, Decimal("0.1"))


def _discount(match: re.Match[str]) -> Reading | None:
    """八五折: two digits, 0.85."""
    digits = read_digits(match["number"])
    assert digits is not None, match["number"]
    step = Decimal("0.1")
    numeral = Numeral(digits * step, step, step, 1, spelled=True)
    return Reading(numeral, "1", "折", match["number"], step)


def _append(numeral: Numeral, rest: Numeral) -> Numeral:
    step = Decimal("0.1")
    return numeral._replace(value=numeral.value + rest.value * step, step=step, last_step=step)


def _half(match: re.Match[str]) -> Reading:
    half = Decimal("0.5")
    numeral = Numeral(half, half, half, spelled=True)
    return Reading(numeral, "1", None, match[0], exact=True)


RULES = (
    Rule(
        "points",
        "points",
        "{sign}{number}{s}{points}(?!位)",
        _points,
        {
            "同比提高3.2个百分点": "3.2",
            "下降0.8百分点": "0.8",
            "高出两个百分点": "2",
            "同比上升1.5个点": "1.5",
            "设置6个点": None,
            "增幅12%": None,
        },
    ),
    Rule(
        "percent",
        "rate",
        "{sign}{number}{s}{percent}",
        read_quantity,
        {
            "执行率98％": "0.98",
            "增速为-5.3%": "-0.053",
            "死亡率控制在0.5‰以内": "0.0005",
            "完成率127.44%": "1.2744",
            "执行率＝执行数/预算数×100%": None,
            "提高2.5个百分点": None,
        },
    ),
    Rule(
        "part_of_power",
        "rate",
        rf"(?P<whole>[百千万]|[十百]万)分之{{s}}(?P<number>{ARABIC}|{CHINESE})",
        _part_of_power,
        {
            "完成率为百分之九十八点五": "0.985",
            "差错率不超过万分之三": "0.0003",
            "覆盖率达百分之百": "1",
            "死亡率十万分之八": "0.00008",
            "占比百分之45.5": "0.455",
            "百分点": None,
        },
        begins="十百千万",
    ),
    Rule(
        "fraction",
        "rate",
        "(?P<whole>[二三四五六七八九十]|十[一二五])分之(?P<part>[一二三四五六七八九十]{1,2})",
        _fraction,
        {
            "占比三分之一": "0.3333333333333333333333333333",
            "四分之三以上": "0.75",
            "三分之四": None,
        },
        begins=SPOKEN,
    ),
    Rule(
        "slash_fraction",
        "rate",
        r"(?:(?<=[占的约近过足成了于达]))(?P<part>[1-9])/(?P<whole>[2-9]|10)(?![\d/.A-Za-z])",
        _fraction,
        {
            "面积约占1/4": "0.25",
            "完成工程量的2/3以上": "0.6666666666666666666666666667",
            "见图1/4": None,
            "票据编号3/5": None,
        },
        follows="/",
    ),
    Rule(
        "tenths",
        "rate",
        rf"(?P<number>\d(?:\.\d)?|{CHINESE_DIGIT}|十)(?P<unit>成)(?P<rest>[一二三四五六七八九](?![成个家项]))?"
        r"(?P<after>多)?(?![立为功本果效员交品熟长都人套绩就型活分份片群组])",
        _tenths,
        {
            "工程量完成五成以上": "0.5",
            "占六成五": "0.65",
            "投诉减少近三成": "0.3",
            "3成农户": "0.3",
            "减少两成多": "0.2",
            "一成不变": None,
            "三成立": None,
        },
        follows="成",
    ),
    Rule(
        "discount_digits",
        "rate",
        r"(?P<number>[一二三四五六七八九]{2})折(?![合算旧叠子扣射磨])",
        _discount,
        {"门票八五折优惠": "0.85", "按九五折结算": "0.95"},
        begins=SPOKEN,
    ),
    Rule(
        "discount",
        "rate",
        rf"(?P<number>\d(?:\.\d)?|{CHINESE_DIGIT})(?P<unit>折)(?P<rest>(?!))?(?![合算旧叠子扣射磨])",
        _tenths,
        {"打八折": "0.8", "按8.5折销售": "0.85", "三折叠": None, "9折合": None},
        follows="折",
    ),
    Rule(
        "half",
        "rate",
        "(?<![另这那前后下上每])一半|半数",
        _half,
        {"近一半以上": "0.5", "半数村组": "0.5", "另一半": None},
        begins="一半",
    ),
)

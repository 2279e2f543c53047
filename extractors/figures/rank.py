"""Ranks: 第3位, 第一名, 全市排名第五."""

from __future__ import annotations

import re
from decimal import Decimal

from ..text.numerals import ARABIC, CHINESE, Numeral, read_numeral
from .rule import Reading, Rule

_RANKED = re.compile(
    "(?:排名|排位|位次|名次|位列|名列|列|居|排|跃升|升至|上升到|上升至|前移至|进位|进至|进入|跃至"
    "|考核|综合|评比|获|均|并列|全[省市县区州旗国乡镇盟])[^,。;!?]{0,10}?$"
)
"""What is said before a rank without 位 or 名."""


def _rank(match: re.Match[str]) -> Reading | None:
    """第N with 位 or 名, or where something is ranked."""
    numeral = read_numeral(match["number"])
    unit = match.groupdict().get("unit")
    before = match.string[max(match.start() - 14, 0) : match.start()]
    if numeral is None or numeral.more or before.endswith("倒数"):
        return None
    if not unit and not _RANKED.search(before):
        return None
    return Reading(numeral, None, unit, match["number"], exact=True)


def _within(match: re.Match[str]) -> Reading | None:
    """前三名 where something is ranked: at most the third."""
    reading = _rank(match)
    return reading and Reading(
        reading.numeral, None, reading.unit_text, match["number"], exact=True, comparator="le"
    )


def _first(match: re.Match[str]) -> Reading | None:
    """首位 where something is ranked; what is put first (摆在首位) has no rank."""
    before = match.string[max(match.start() - 14, 0) : match.start()]
    one = Decimal(1)
    numeral = Numeral(one, one, one, spelled=True)
    ranked = _RANKED.search(before)
    return Reading(numeral, None, match["unit"], match["number"], exact=True) if ranked else None


_NUMBER = rf"\s?(?P<number>{ARABIC}|{CHINESE})\s?"
_STOP = r"(?=$|[\s,。;:、!?()\"“”'|]|的(?!一)|和第|及第|并列)"

RULES = (
    Rule(
        "rank_placed",
        "rank",
        f"第{_NUMBER}(?P<unit>[位名])(?![患者代表任个])",
        _rank,
        {"位列全省第3位": "3", "获第一名": "1", "全市第三位，": "3", "倒数第一名": None},
        begins="第",
    ),
    Rule(
        "rank",
        "rank",
        f"第{_NUMBER}{_STOP}",
        _rank,
        {
            "总量排名第十二": "12",
            "列全市第二。": "2",
            "全省第一": "1",
            "增速位居全市第2，": "2",
            "在全市3县6区中排名第一，": "1",
            "第一书记": None,
            "经第12次会议审定": None,
            "第一、贯彻落实": None,
            "位列第一方阵": None,
        },
        begins="第",
    ),
    Rule(
        "rank_first",
        "rank",
        f"(?P<number>首)(?P<unit>位){_STOP}",
        _first,
        {"总量位居全市首位。": "1", "排名首位": "1", "放在首位": None},
        begins="首",
    ),
    Rule(
        "rank_within",
        "rank",
        f"(?<=前){_NUMBER}(?P<unit>[位名])?{_STOP}",
        _within,
        {"综合排名进入全市前三名。": "3", "考核位居全省前10": "10", "会前3日": None},
    ),
)

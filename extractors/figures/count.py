"""Counts: 37个, 17.4万人次, 80余家, 三个, 3县6区."""

from __future__ import annotations

import re

from ..text.numerals import read_numeral
from .quantity import read_quantity, split_number
from .rule import Reading, Rule


def _without_unit(match: re.Match[str]) -> Reading | None:
    """A number with 万 or 亿 and nothing behind it, where no money is spoken of."""
    numeral = read_numeral(match["number"])
    number_text, magnitude = split_number(match["number"])
    return numeral and Reading(numeral, None, magnitude or None, number_text)


def _unlisted(match: re.Match[str]) -> Reading | None:
    """A number with a magnitude behind digits and a classifier that no list knows (450万棒)."""
    numeral = read_numeral(match["number"])
    if numeral is None or not numeral.magnitude or numeral.spelled:
        return None
    number_text, magnitude = split_number(match["number"])
    unit = match["unit"]
    return Reading(numeral, unit, f"{magnitude}{unit}", number_text)


_CLASSIFIER = "(?![的了等余多来元整许后前内外上下中])[\u4e00-\u9fff]"

RULES = (
    Rule(
        "count",
        "count",
        "{number}{s}{never}{classifier}{per}",
        read_quantity,
        {
            "共37 个项目": "37",
            "客流量达17.4万人次": "174000",
            "企业80余家": "80",
            "三个镇": "3",
            "覆盖二十三个社区": "23",
            "全市3县6区": "3",
            "涉及十余个部门": "10",
            "培训3万5千人": "35000",
            "受理工单3,246件": "3246",
            "新增一家企业": "1",
            "6部电梯": "6",
            "巡检5次/年": "5",
            "近百家单位": "100",
            "上千人参与": "1000",
            "数百家企业": None,
            "几十个项目": None,
            "若干个项目": None,
            "每万人拥有": None,
            "五星级酒店": None,
            "同一项目": None,
            "一次性告知": None,
            "第12次会议": None,
            "2号线": None,
            "5G基站": None,
            "三里店片区": None,
            "四类桥": None,
            "接种二类疫苗": None,
            "采购三类设备": "3",
            "两类设备合计": "2",
            "三四个": None,
            "一个平台": None,
            "建立一套制度": None,
        },
    ),
)

BARE_COUNT = (
    Rule(
        "count_without_unit",
        "count",
        r"(?P<number>\d[\d,]*(?:\.\d+)?\s?[余多]?[十百千万]?[万亿][余多]?){stop}",
        _without_unit,
        {"观看人数达300万，": "3000000", "粉丝突破30万": "300000", "投资30万，": None},
    ),
    Rule(
        "count_unlisted",
        "count",
        rf"{{number}}(?P<unit>{_CLASSIFIER})(?=[,。;、)]|$)",
        _unlisted,
        {"发展香菇320万棒，": "3200000", "观看300万多，": None, "收取30元": None},
    ),
)

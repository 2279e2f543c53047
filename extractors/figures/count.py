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


_PEOPLE = (
    "(?:农村|城镇|城乡|城市|乡村|常住|户籍|贫困|脱贫|低收入|困难|受益|参保|流动|留守|在校|灌区|库区|灾区|山区|沿线"
    "|流域|周边|当地|各族|老年|基层|进城|外来|搬迁|返乡)*"
    "(?:居民|人口|群众|农民|村民|市民|学生|职工|游客|老人|儿童|妇女|残疾人|农民工|农户|贫困户|用户|考生|患者)"
    "(?!的?(?:补|资|经费|奖|救助金|贷|款))"
)
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

PEOPLE = (
    Rule(
        "people_without_unit",
        "count",
        rf"(?P<number>\d[\d,]*(?:\.\d+)?\s?[余多]?[十百千]?[万亿][余多]?)(?={_PEOPLE})",
        _without_unit,
        {
            "补助资金惠及27.6万农村居民": "276000",
            "改善3万余群众出行条件": "30000",
            "安排30万农户补助资金": None,
            "投入5万用于群众文化": None,
            "培训3万人": None,
        },
    ),
)
"""People with no classifier, told apart from money: 改善 27.6万 农村居民的饮水条件."""

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

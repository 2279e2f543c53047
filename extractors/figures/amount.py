"""Amounts of money: 18406.5万元, ￥1500, 3.5百万美元, 200元/人·天, 壹佰贰拾元整, 72.4万."""

from __future__ import annotations

import re
from decimal import Decimal

from ..text.numerals import CHINESE_DIGIT, SPOKEN, read_numeral
from .quantity import read_quantity, signed, split_number
from .rule import Reading, Rule
from .units import any_of, currency_signs

_MONEY_BEFORE = re.compile(
    "投入|投资|资金|预算|支出|拨付|拨款|补助|补贴|经费|收入|财政|税|产值|费|款|成本|贷|债|薪|工资|金额|总额|销售额|交易额"
    "|营业额|消费|奖金|奖励|价|收益|利润|结余|到位|下达|安排|兑现|扶持|募集|捐赠|融资|造价|出资|配套|节约|增收|减收|增加值|生产总值|GDP"
)
_MONEY_AFTER = re.compile("的?(?:资金|经费|补助|预算|贷款|投资|专项|奖金|奖励|收入|支出|元)")
_CLAUSE = re.compile("[。;!?\n]")


def _signed_currency(match: re.Match[str]) -> Reading | None:
    numeral = read_numeral(match["number"])
    if numeral is None:
        return None
    number_text, magnitude = split_number(match["number"])
    currency = currency_signs()[match["currency"]]
    return Reading(numeral, currency, match["currency"] + magnitude, number_text)


def _bare(match: re.Match[str]) -> Reading | None:
    """A number with 万 or 亿 and no currency, where money is spoken of."""
    numeral = signed(match)
    start = max(match.start() - 40, 0)
    clause = _CLAUSE.split(match.string[start : match.start()])[-1]
    is_money = _MONEY_BEFORE.search(clause) or _MONEY_AFTER.match(match.string, match.end())
    if numeral is None or not is_money:
        return None
    number_text, magnitude = split_number(match["number"])
    return Reading(numeral, "CNY", magnitude or None, number_text)


def _parts(match: re.Match[str]) -> Reading | None:
    """Yuan, jiao and fen (三元五角, 12元5角2分): exact to the last part spoken."""
    texts = [match["number"], match["jiao"], match["fen"]]
    numerals = [read_numeral(text) if text else None for text in texts]
    whole = numerals[0]
    if whole is None:
        return None
    for place, part in enumerate(numerals[1:], 1):
        if part is not None:
            step = Decimal(1).scaleb(-place)
            value = whole.value + part.value * step
            whole = type(whole)(value, step, step, spelled=whole.spelled)
    return Reading(whole, "CNY", "元", match["number"])


MONEY = (
    Rule(
        "money_parts",
        "amount",
        rf"{{number}}[元圆](?P<jiao>\d|{CHINESE_DIGIT})角(?:(?P<fen>\d|{CHINESE_DIGIT})分)?整?",
        _parts,
        {
            "每人补助三元五角": "3.5",
            "合计叁拾元伍角贰分": "30.52",
            "单价12元5角": "12.5",
            "发放元旦慰问品5箱": None,
        },
        follows="元圆",
    ),
    Rule(
        "money",
        "amount",
        "{sign}{number}{s}{currency}(?![旦宵素件器])(?:整|正)?{per}{end}",
        read_quantity,
        {
            "支出 18406.5 万元": "184065000",
            "投入17 654.32万元": "176543200",
            "安排三千二百万元": "32000000",
            "人民币壹佰贰拾叁万元整": "1230000",
            "实现产值1.2万亿元": "1200000000000",
            "到位1亿2千万元": "120000000",
            "外方出资3.5百万美元": "3500000",
            "伙食标准200元/人·天": "200",
            "造价35万元/公里": "350000",
            "结余-3.5万元": "-35000",
            "户均减负2.5万元": "25000",
            "出口额2亿港元": "200000000",
            "争取亿元以上项目": None,
            "万元GDP能耗": None,
            "元旦期间慰问": None,
        },
    ),
    Rule(
        "currency_sign",
        "amount",
        f"(?P<currency>{any_of(currency_signs())}){{s}}{{number}}(?:{{s}}(?:美|港|欧)?元)?{{end}}",
        _signed_currency,
        {
            "单价￥1500": "1500",
            "合同价￥120.5万元": "1205000",
            "设备款US$3,000": "3000",
            "费用$45.5": "45.5",
        },
        begins="".join({sign[0] for sign in currency_signs()}),
    ),
)

BARE_MONEY = (
    Rule(
        "bare_money",
        "amount",
        r"{sign}(?P<number>\d[\d,]*(?:\.\d+)?\s?[余多]?(?:[十百千万]?[万亿])(?:\d+(?:千万|百万|万|千))*[余多]?)"
        r"(?![A-Za-z0-9])",
        _bare,
        {
            "实际投入72.4万": "724000",
            "总投资约1.2亿": "120000000",
            "财政补助100万用于管网改造": "1000000",
            "投资1亿2千万建成": "120000000",
            "粉丝突破30万": None,
            "覆盖人口12.5万": None,
        },
    ),
    Rule(
        "bare_money_words",
        "amount",
        r"(?P<number>[一二两三四五六七八九十百千零〇]+[余多]?[万亿]+){stop}",
        _bare,
        {
            "安排资金三千二百万。": "32000000",
            "到位资金五百万，支出四百万": "5000000",
            "投资一亿中流公司": None,
        },
        begins=SPOKEN,
    ),
)

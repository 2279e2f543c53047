"""Scores: 96.75分, 满分100分, 自评得分98.5."""

from __future__ import annotations

import re

from ..text.numerals import SPOKEN, read_numeral
from .quantity import split_number
from .rule import Reading, Rule

_SCORED = re.compile(r"(?:[得评总]分|自评分)(?:为|是|达|:)?\s?$")
_NO_SCORE = (
    "(?![钟之公局校院别散布配类项级期批步段支管所店会解析工厂流歧享组红担米贝寸子队]|行业"
    "|成(?!绩|果)|为[二三四五六七八]|[两二三四][种类个项])"
)


def _score(match: re.Match[str]) -> Reading | None:
    numeral = read_numeral(match["number"])
    unit = match.groupdict().get("unit")
    if numeral is None:
        return None
    number_text, _ = split_number(match["number"])
    return Reading(numeral, "分", unit, number_text, unit_from="text" if unit else "context")


def _bare_score(match: re.Match[str]) -> Reading | None:
    """A number without 分 right behind 得分, 评分 or 总分."""
    is_score = _SCORED.search(match.string, max(match.start() - 8, 0), match.start())
    return _score(match) if is_score else None


RULES = (
    Rule(
        "score",
        "score",
        rf"(?P<number>\d+(?:\.\d+)?)\s{{0,2}}(?P<unit>分){_NO_SCORE}",
        _score,
        {
            "该项得分9.5分": "9.5",
            "扣0.5分，得99.5分": "0.5",
            "产出指标（50分）": "50",
            "等候3分钟": None,
            "设3分公司": None,
            "9时30分开始": None,
        },
        follows="分",
    ),
    Rule(
        "score_spoken",
        "score",
        "(?:(?<=得)|(?<=扣)|(?<=计)|(?<=[满得评总]分)|(?<=加)|(?<=为)|(?=零点))"
        rf"(?P<number>[零一二两三四五六七八九十百]{{1,6}}(?:点[〇零一二三四五六七八九]+)?)(?P<unit>分){_NO_SCORE}",
        _score,
        {
            "满分一百分": "100",
            "得九十六点五分": "96.5",
            "自评得分九十三点四分": "93.4",
            "扣零点五分": "0.5",
            "十分重视": None,
        },
        begins=SPOKEN,
    ),
    Rule(
        "score_bare",
        "score",
        r"(?P<number>\d{1,3}(?:\.\d+)?)(?=\s*(?:$|[,。;)]))",
        _bare_score,
        {
            "自评得分98.5，等级为优": "98.5",
            "综合评分为 92": "92",
            "评分3次": None,
            "得分率95": None,
        },
    ),
)

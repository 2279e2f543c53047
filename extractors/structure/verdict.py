"""The score and the grade that a report states of itself in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from ...schemas.report import Grade
from ..text.numerals import CHINESE, SPOKEN, read_numeral
from .vocabulary import rules

_WHOLE = (
    "自评|自评价|自我评价|评价|评定|综合|绩效|总体|整体|最终|最后|实际|合计"
    "|该项目|本项目|项目|专项|部门|单位|支出|考核|工作|总"
)
_LABEL = (
    rf"(?:(?:{_WHOLE})+(?:得分|评分|总分|总得分|分数|分值|打分|得)"
    "|自评分?|综合评[价定]|综合自评|实得分?|(?<![^,。;:])(?:得分|总分)"
    "|(?:评价?|打分|评定),得|(?<=分[,。;])(?:合计|共计?|总计|总共)得?"
    "|经[^,。;:]{0,12}(?:评|自查|核|算|考)[^,。;:]?,?[^,。;:]{0,8}得)"
)
_SCORE = re.compile(
    rf"(?P<label>{_LABEL})(?:结果|情况|确定|评定)?[为是达到共计:,]{{0,3}}"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,4}})?|{CHINESE})"
    r"(?:分(?![^\W\d_]*(?:以上|以下|制|档))|(?=[。;]?$))"
)
_POINTS = re.compile(rf"[\d{SPOKEN}](?:分|[。;]?$)")
"""A score ends like this: texts without it are not searched for one."""

_PART = re.compile(
    r"平均|均分|指标|其中|部分|满分|方面|维度|执行|产出|效益|过程|决策|投入|满意度|应得|扣|类$|第.名"
)
_OUT_OF = re.compile(r"[^\W\d_](?P<full>\d{1,2}(?:\.\d)?)分,$")
"""What a part of the score may be at most, in front of what it got (决策20分，得分18分)."""
_FULL_MARKS = re.compile(r"(?:总分|分值)$")
_HIGHEST = 120
_LOOK_BACK = 10
_CLAUSE_END = re.compile("[,。;:]|(?<=[%元分])、")
_WORD = "(?P<grade>优秀?|良好?|中等?|较好|一般|合格|较差|不合格|差|[ABCD]级?)"
_CLASS = "(?:等?级|等次?|档次?|等级|等次)?"
_QUOTED = rf"[“\"‘']{_WORD}{_CLASS}[”\"’']{_CLASS}"
_EITHER = rf"[“\"‘']?{_WORD}{_CLASS}[”\"’']?{_CLASS}"
_RANKED = (
    "(?:属于?|列入?|列为|归为|获评?为?|获得|被评为?|评为?|定为?|认定为|确定为"
    "|达到?|位于|处于|处在|为|是)"
)
"""Each alternative begins with a sure character: the search then skips to the next of these."""

_END = "(?=[,。;!)(]|$)"
_GRADES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:等级|等次|级别|档次|评级|结论|结果|评价|评定|自评|绩效)(?:确定|评定|认定|结果)?"
        rf"(?:[为是属于达:]{{1,3}}[“\"‘']?|[“\"‘']){_WORD}[”\"’']?{_CLASS}[”\"’']?{_END}",
        rf"(?:评|定|列|认定|确定)为{_EITHER}{_END}",
        rf"{_RANKED}{_QUOTED}{_END}",
        rf"{_RANKED}(?P<grade>优秀?|良好?|中等?|合格|差)(?:等级|等次|档次?){_END}",
        rf"分[,;(]{{1,2}}(?:(?:评价|绩效|综合)?(?:等级|等次|档次|评级|结果|结论)?{_RANKED}?:?){_EITHER}[)。;,]",
    )
)


_GRADE = re.compile("优|良|中|差|较好|一般|合格|A|B|C|D")
"""What every word for a grade has one of: texts without it are not searched for one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The total score and the grade; null where the text states none."""

    score: Decimal | None = None
    grade: Grade | None = None


def find_verdict(texts: Iterable[str]) -> Verdict:
    """The first total score and the first grade; averages and parts of the score do not count.

    The texts are folded and without blanks.
    """
    score: Decimal | None = None
    grade: Grade | None = None
    for bare in texts:
        score = score if score is not None else _score(bare)
        grade = grade or _grade(bare)
        if score is not None and grade:
            break
    return Verdict(score, grade)


def grade_of(text: str) -> Grade | None:
    """The grade that a word like 优秀 or 合格 stands for; null where it is none."""
    name = next((rule.name for rule in rules("covers", "grade") if rule.fits(text)), None)
    return cast("Grade | None", name)


def _score(bare: str) -> Decimal | None:
    for match in _SCORE.finditer(bare) if _POINTS.search(bare) else ():
        clause = _CLAUSE_END.split(bare[max(match.start() - _LOOK_BACK, 0) : match.start()])[-1]
        numeral = read_numeral(match["number"])
        if numeral is None or numeral.value > _HIGHEST or _PART.search(clause + match["label"]):
            continue
        if match["label"] == "得分" and _OUT_OF.search(bare, 0, match.start()):
            continue
        if numeral.value != 100 or not _FULL_MARKS.search(match["label"]):
            return numeral.value
    return None


def _grade(bare: str) -> Grade | None:
    if not _GRADE.search(bare):
        return None
    found = next(filter(None, (pattern.search(bare) for pattern in _GRADES)), None)
    return grade_of(found["grade"]) if found else None

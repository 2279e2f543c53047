"""The score and the grade that a report states of itself in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from ...schemas.report import Grade
from ..text.fold import fold
from .vocabulary import rules

_SCORE = re.compile(
    r"(?:自评|自评价|评价|评定|综合|绩效|最终|整体|总体|评估)(?:综合|总体|最终|绩效|自评|评价|评定|考核|结果)*(?:得分|评分|总分|分数|总得分|分值|打分)"
    r"(?:结果)?(?:确定)?[为是达:,]{0,2}(?:到)?(?:百分制)?(\d{1,3}(?:\.\d{1,4})?)分"
    r"|(?:总得分|综合得分|总评分|自评分|评价总分|自评总分|自评得分|评价得分|得分|评分|总分)(?:结果)?[为是:]{1,2}(\d{1,3}(?:\.\d{1,4})?)分"
)
_NOT_WHOLE = re.compile(
    r"平均|均分|指标|其中|部分|满分|方面|执行率|产出|效益|过程|决策|投入|满意度|应得|扣"
)
_GRADE = re.compile(
    r"(?:等级|等次|级别|档次|结论|结果|评级|评定|绩效|评价)(?:等级|等次|级别|评定|确定|评价)*(?:评定|确定|认定)?[为是属:于,]{1,3}[“\"‘']?"
    r"(优秀?|良好?|中等?|较好|一般|合格|较差|不合格|差|[ABCD]级?)(?:[”\"’']|级|等|档)*(?=[,。;、!)(]|$)"
)
_LOOK_BACK = 8


@dataclass(frozen=True, slots=True)
class Verdict:
    """The total score and the grade; null where the text states none."""

    score: Decimal | None = None
    grade: Grade | None = None


def find_verdict(texts: Iterable[str]) -> Verdict:
    """The first total score and the first grade of the texts; averages and parts do not count."""
    score: Decimal | None = None
    grade: Grade | None = None
    for text in texts:
        bare = "".join(fold(text).split())
        score = score if score is not None else _score(bare)
        grade = grade or _grade(bare)
    return Verdict(score, grade)


def read_grade(text: str) -> Grade | None:
    """The grade that a word like 优秀 or 合格 stands for; null where it is none."""
    return cast(
        "Grade | None", next((r.name for r in rules("covers", "grade") if r.fits(text)), None)
    )


def _score(bare: str) -> Decimal | None:
    for match in _SCORE.finditer(bare):
        before = bare[max(match.start() - _LOOK_BACK, 0) : match.start()]
        value = Decimal(match[1] or match[2])
        if not _NOT_WHOLE.search(before + match[0]) and value <= 120:
            return value
    return None


def _grade(bare: str) -> Grade | None:
    match = _GRADE.search(bare)
    return read_grade(match[1]) if match else None

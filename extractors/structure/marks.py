"""Number marks at the beginning of a line: 一、（一）1. （1）第一部分, and marks of lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import normalize

from ...schemas.record import record
from ..text.numbering import NO_UNIT
from ..text.numerals import read_integer

MarkStyle = Literal[
    "part", "division", "chinese", "paren_chinese", "arabic", "decimal", "paren_arabic"
]

_COUNTED = "一二三四五六七八九十"
_CHINESE = f"[{_COUNTED}]{{1,3}}"
_NO_FIGURE = r"(?!\d(?!\d{3}\s*年))"
"""After 1. or 1、 no digit follows, except a year: 1.5 is a number, 1.2022年 is a mark."""


@record
class Mark:
    """A number before a heading or an item: ``folded[:end]`` of its line.

    ``depth`` is 1 for the highest style of Chinese outlines; ``level`` is the contract's.
    """

    style: MarkStyle
    ordinal: int
    end: int
    level: int
    depth: int


@dataclass(frozen=True, slots=True)
class MarkRule:
    """A way of numbering, with lines that it reads (their ordinal) and that it does not (null)."""

    style: MarkStyle
    level: int
    depth: int
    pattern: str
    examples: Mapping[str, int | None] = field(default_factory=dict[str, int | None])


RULES = (
    MarkRule(
        "part",
        level=1,
        depth=0,
        pattern=rf"第\s*({_CHINESE}|\d{{1,2}})\s*(?:部分|章|篇)[、.:]?\s*",
        examples={"第一部分 部门概况": 1, "第三章  绩效分析": 3, "第二轮检查": None},
    ),
    MarkRule(
        "division",
        level=2,
        depth=1,
        pattern=rf"第\s*({_CHINESE}|\d{{1,2}})\s*节(?![课目日能约点])[、.:]?\s*",
        examples={"第二节 资金管理": 2, "第一节课": None},
    ),
    MarkRule(
        "chinese",
        level=1,
        depth=2,
        pattern=rf"({_CHINESE})\s*[、.,](?!{_CHINESE}(?:产业|线|级|类|等奖|季度))\s*",
        examples={
            "一、基本情况": 1,
            "十二. 其他": 12,
            "二、三产业增加值": None,
            "一是加强领导": None,
        },
    ),
    MarkRule(
        "paren_chinese",
        level=2,
        depth=3,
        pattern=rf"(?:\(?\s*({_CHINESE})\s*\)|([㈠-㈩]))[、.,]?\s*",
        examples={
            "(一)项目概况": 1,
            "( 十 )、满意度": 10,
            "三)资金到位": 3,
            "㈡产出": 2,
            "(二等奖)": None,
        },
    ),
    MarkRule(
        "decimal",
        level=4,
        depth=5,
        pattern=r"(\d{1,2}(?:\.\d{1,2}){1,3})[.、]?\s*(?=[^\W\d_a-zA-Z]|[“《(])" + NO_UNIT,
        examples={
            "1.1项目背景": 1,
            "2.3.1 产出": 1,
            "1.2人员情况": 2,
            "1.3年度目标": 3,
            "2.1公用经费": 1,
            "3.2立项情况": 2,
            "3.3成果转化": 3,
            "1.5万元": None,
            "1.5人": None,
            "1.5套住房装修": None,
            "1.2条件建设": 2,
            "36.78分": None,
        },
    ),
    MarkRule(
        "arabic",
        level=3,
        depth=4,
        pattern=rf"(?:(\d{{1,2}})\s*[、.]{_NO_FIGURE}|([⒈-⒛]))\s*",
        examples={
            "1.数量指标": 1,
            "2、质量指标": 2,
            "3. 2022年完成": 3,
            "1.5倍": None,
            "3、4月": None,
        },
    ),
    MarkRule(
        "paren_arabic",
        level=4,
        depth=8,
        pattern=r"\(?\s*(\d{1,2})\s*\)[、.]?\s*",
        examples={"(1)资金管理": 1, "2)制度建设": 2, "(2022)": None},
    ),
)

_PATTERNS = tuple((rule, re.compile(rule.pattern)) for rule in RULES)
_BEGINNING = re.compile(rf"[第(\s\d{_COUNTED}㈠-㈩⒈-⒛]")
"""What every mark begins with; most lines do not."""

_LIST_MARK = re.compile(
    rf"[①-⓿⑴-⒇❶-➓]|{_CHINESE}[是则]|第{_CHINESE}[,、:是]|其[一二三四五六七八九][,、:是]"
    r"|首先|其次|再次|再者|最后[,是]|[a-zA-Z][.、)]|[·•●■□◆◇★☆➢✓√※*]|-\s"
)


def read_mark(folded: str) -> Mark | None:
    """The number mark that begins the folded line; null where there is none."""
    for rule, pattern in _PATTERNS if _BEGINNING.match(folded) else ():
        match = pattern.match(folded)
        if match:
            return _mark(rule, match)
    return None


def _mark(rule: MarkRule, match: re.Match[str]) -> Mark | None:
    number = match[match.lastindex or 1]
    dots = number.count(".")
    plain = normalize("NFKC", number).strip("().")
    ordinal = read_integer(plain.rpartition(".")[2])
    if ordinal is None:
        return None
    deeper = max(dots - 1, 0)
    return Mark(rule.style, ordinal, match.end(), rule.level + deeper, rule.depth + deeper)


def is_list_mark(folded: str) -> bool:
    """Whether the line begins with a mark that makes an item and never a heading (一是, ①)."""
    return bool(_LIST_MARK.match(folded))

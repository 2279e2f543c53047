"""Ways of putting a figure in relation to another thing, as patterns over the words of a sentence.

A pattern matches words by their text (``ORTH``) and by their class (``TAG``); the tag of a
figure is its kind (amount, rate, ...). Every match ends at the figure that it is about,
except where ``about_first`` says that it begins there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_FIGURES = ["amount", "rate", "points", "multiple", "count", "rank", "score", "measure"]
_FIGURE = {"TAG": {"IN": _FIGURES}}
_RATE = {"TAG": "rate"}
_COUNTED = {"TAG": {"IN": ["amount", "count", "measure"]}}
REACH = 12
"""How many words a relation may reach over, whatever they are."""
ANY_WORDS = {"TAG": {"NOT_IN": ["break", "rate"]}, "OP": f"{{0,{REACH}}}"}
_LEADING = {"TAG": {"IN": ["filler", "hedge", "adverb", "de", "preposition"]}, "OP": "{0,4}"}
_PROPORTIONS = ["比例", "标准", "费率", "利率", "税率", "幅度", "额度"]
_PERCENT = "(?:[%％‰成折半]|分之)"
_DONE = [
    "完成",
    "达到",
    "实现",
    "占",
    "达",
    "为",
    "是",
    "已完成",
    "累计完成",
    "实际完成",
    "超额完成",
]
_COMPARED = ["time", "date", "de", "name", "hedge", "adverb", "verb", "loose_verb", "scope"]
_ORIGIN = ["time", "date", "de", "name", "hedge", "per", "verb", "loose_verb"]
_MOVED = {
    "TAG": {
        "IN": [
            "up",
            "down",
            "flat",
            "filler",
            "hedge",
            "adverb",
            "preposition",
            "loose_verb",
            "per",
            "time",
            "date",
        ]
    },
    "OP": "{1,6}",
}
_FROM_TO = [
    {"ORTH": {"IN": ["由", "从"]}},
    {"TAG": {"IN": _ORIGIN}, "OP": "{0,4}"},
    _FIGURE,
    _MOVED,
    _FIGURE,
]

Pattern = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A relation, its pattern, and sentences in which it holds (or, with null, does not).

    A clause without the ``hint``, with less than ``figures`` figures, or with none of the
    ``sort`` where one is asked for, is not searched at all; nor is one with none of the
    ``words``, which the pattern asks for first. An example's value is the text of the figure
    that the relation is about.
    """

    name: str
    hint: re.Pattern[str]
    pattern: Pattern
    examples: Mapping[str, str | None]
    about_first: bool = False
    sort: str | None = None
    figures: int = 1
    words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", _first_words(self.pattern))


def _first_words(pattern: Pattern) -> frozenset[str]:
    needed = (token["ORTH"] for token in pattern if "ORTH" in token and "OP" not in token)
    first = next(needed)
    return frozenset([first] if isinstance(first, str) else first["IN"])


RULES = (
    Rule(
        "share",
        re.compile("占"),
        [{"ORTH": {"IN": ["占", "占到", "约占", "仅占"]}}, ANY_WORDS, _RATE],
        {"旅游收入3亿元，占全县收入的12%": "12%", "占地3亩，完成率12%": None},
        sort="rate",
    ),
    Rule(
        "completion",
        re.compile(f"[成到现占达为是].*(?:目标|任务|计划|指标).*{_PERCENT}"),
        [
            {"ORTH": {"IN": _DONE}},
            ANY_WORDS,
            {"ORTH": {"REGEX": "(目标|任务|计划|指标)(数|值|量|任务|总量|指标)?$"}},
            _LEADING,
            {**_COUNTED, "OP": "?"},
            {"ORTH": "的", "OP": "?"},
            _RATE,
        ],
        {
            "完成年度任务200人的118%": "118%",
            "植树2万株，完成年度任务的105%": "105%",
            "完成目标任务，满意率95%": None,
        },
        sort="rate",
    ),
    Rule(
        "execution",
        re.compile(f"[成到现占达为是].*预算.*{_PERCENT}"),
        [
            {"ORTH": {"IN": _DONE}},
            ANY_WORDS,
            {"ORTH": {"REGEX": "预算(数|总额|金额|资金|安排)?$"}},
            _LEADING,
            {**_COUNTED, "OP": "?"},
            {"ORTH": "的", "OP": "?"},
            _RATE,
        ],
        {
            "支出30万元，完成预算的98%": "98%",
            "收入30万元，完成年初预算数60万元的50%": "50%",
            "完成预算编制，覆盖率100%": None,
        },
        sort="rate",
    ),
    Rule(
        "ratio",
        re.compile(f"[为是于到达在].+的.*{_PERCENT}"),
        [
            {"ORTH": {"IN": ["为", "是", "相当于", "达到", "达", "控制在"]}},
            {"TAG": {"NOT_IN": ["break", *_FIGURES]}, "OP": "{1,8}"},
            {"ORTH": "的"},
            {"TAG": "hedge", "OP": "?"},
            _RATE,
        ],
        {"完成投资额为概算的98%": "98%", "合格率为98%": None},
        sort="rate",
    ),
    Rule(
        "before",
        re.compile("由|从"),
        _FROM_TO,
        {"办结率由91%提高到96%": "96%", "由3家企业承担，共5人": None},
        figures=2,
    ),
    Rule(
        "origin",
        re.compile("由|从"),
        _FROM_TO,
        {"办结率由91%提高到96%": "91%", "由3家企业承担，共5人": None},
        about_first=True,
        figures=2,
    ),
    Rule(
        "times",
        re.compile("倍|番"),
        [
            {"ORTH": {"IN": ["是", "为", "相当于", "达到", "达", "约为", "约"]}},
            ANY_WORDS,
            {"TAG": "multiple"},
        ],
        {"产值是上年的2.3倍": "2.3倍", "产值增长1.5倍": None},
        sort="multiple",
    ),
    Rule(
        "against",
        re.compile(
            r"[比较是为与].+[\d一二两三四五六七八九十].*[增减提上下升降高低多少回缩压扩持快短的]"
        ),
        [
            {"ORTH": {"IN": ["比", "较", "是", "为", "与", "相比"]}},
            {"TAG": {"IN": _COMPARED}, "OP": "{1,4}"},
            _FIGURE,
            {"TAG": {"IN": ["up", "down", "flat", "de"]}},
        ],
        {"比上年的20所增加3所": "20所", "比上年增加3所，共5所": None},
    ),
    Rule(
        "beyond",
        re.compile("[于过].+的"),
        [
            {"ORTH": {"IN": ["高于", "低于", "优于", "超过"]}},
            {"TAG": {"IN": ["name", "scope", "verb", "loose_verb"]}, "OP": "{1,4}"},
            {"ORTH": "的"},
            _FIGURE,
        ],
        {"达标率91%，高于国家要求的85%": "85%", "高于年初目标3个百分点": None},
    ),
    Rule(
        "respectively",
        re.compile("分别|依次"),
        [
            {"ORTH": {"IN": ["分别", "分别为", "依次", "依次为"]}},
            {"TAG": {"NOT_IN": ["break", *_FIGURES]}, "OP": "{0,5}"},
            _FIGURE,
        ],
        {"东区、西区分别建成2所、3所": "2所", "建成2所": None},
    ),
    Rule(
        "proportion",
        re.compile(f"{_PERCENT}.*(?:{'|'.join(_PROPORTIONS)})"),
        [_RATE, {"ORTH": "的", "OP": "?"}, {"ORTH": {"IN": _PROPORTIONS}}],
        {"按2%的比例提取维修基金": "2%", "2%的居民": None},
        about_first=True,
        sort="rate",
    ),
    Rule(
        "part",
        re.compile(f"{_PERCENT}.*的"),
        [
            _RATE,
            {"TAG": {"IN": ["hedge", "name"]}, "OP": "?"},
            {"ORTH": "的"},
            {
                "TAG": {"IN": ["name", "loose_verb"]},
                "ORTH": {
                    "NOT_IN": [
                        *_PROPORTIONS,
                        "目标",
                        "要求",
                        "标准",
                        "目标值",
                        "指标值",
                        "目标任务",
                        "水平",
                    ]
                },
            },
        ],
        {"95%的受访群众表示满意": "95%", "满意率95%": None},
        about_first=True,
        sort="rate",
    ),
)

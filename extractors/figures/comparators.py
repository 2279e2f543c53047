"""What stands around a figure and widens or cuts it: 约, 近, 不低于, 以上, ≥."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...schemas.figure import Comparator

_VERB = "(?:可|能)?[^,。;、:的\\d]{1,6}"
_GIVEN = "(?:可|能)?(?:给予|可达|奖励|补助|补贴|资助|支持|贷款|扶持)"
_WHOLE = "[^,。;、:\\d]{1,12}的"
"""What may stand between a bound and its figure: 最多受理N, 最高奖励N, 不低于预算的N."""


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words before or after a figure and the comparator they make, with examples.

    ``cues`` are characters of which one stands in all that ``before`` can match: elsewhere
    it is passed over. ``N`` in an example stands for the figure; null is an example where
    they say nothing.
    """

    comparator: Comparator
    before: str | None
    after: str | None
    cues: str
    examples: Mapping[str, Comparator | None]
    _cue: re.Pattern[str] = field(init=False, repr=False)
    _before: re.Pattern[str] | None = field(init=False, repr=False)
    _after: re.Pattern[str] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        before, after = self.before, self.after
        object.__setattr__(self, "_cue", re.compile(f"[{self.cues}]"))
        object.__setattr__(
            self, "_before", re.compile(rf"(?:{before})[为了]?\s{{0,2}}$") if before else None
        )
        object.__setattr__(self, "_after", re.compile(rf"\s?(?:{after})") if after else None)

    def applies(self, before: str, after: str) -> bool:
        """Whether the words stand around a figure."""
        return bool(
            (self._before and self._cue.search(before) and self._before.search(before))
            or (self._after and self._after.match(after))
        )


MODIFIERS = (
    Modifier(
        "le",
        before=(
            "小于或?等于|[不未没]能?超出?过?|不[高多大]于|不得?[高多大超]于?过?|[≤≦⩽]|<=|至多|最多|最高"
            "|上限|不突破|控制在"
            rf"|[最至]多{_VERB}|最高{_GIVEN}|不得?[高多大超]于?过?{_WHOLE}"
        ),
        after=(
            "(?:[(]含[)])?(?:以|之)[内下](?!列)|[(]含[)]以[内下]|及以下|内(?![部容涵设外地蒙政科儿需])"
            "|[≥≧⩾]"
        ),
        cues="不未没至最小限控≤≦⩽<",
        examples={
            "N≥得分": "le",
            "不超过N": "le",
            "≤N": "le",
            "控制在N以内": "le",
            "N以下": "le",
            "未超过N": "le",
            "不高于N": "le",
            "最高不超过N": "le",
            "小于等于N": "le",
            "N内办结": "le",
            "N内部": None,
            "一天最多受理N": "le",
            "最高奖励N": "le",
            "不超过预算的N": "le",
            "最多的是N": None,
        },
    ),
    Modifier(
        "ge",
        before=(
            "大于或?等于|不[得应]?[低少小]于|[≥≧⩾]|>=|至少|最低|最少|不下|下限|起码"
            "|(?<![网线以及会马路楼地山船车街岸海陆天水面身树桥岛床屏])上"
            rf"|[至最]少{_VERB}|不[得应]?[低少小]于{_WHOLE}"
        ),
        after="(?:[(]含[)])?(?:以|之)上|[(]含[)]以上|及以上|起(?=[,。;、)]|$)|[≤≦⩽]",
        cues="不至最大上限起≥≧⩾>",
        examples={
            "不低于N": "ge",
            "不少于N": "ge",
            "≥N": "ge",
            "N以上": "ge",
            "N(含)以上": "ge",
            "达到N以上": "ge",
            "至少N": "ge",
            "大于或等于N": "ge",
            "N≤得分": "ge",
            "N以及": None,
            "至少建成N": "ge",
            "地上N": None,
            "上N": "ge",
            "不低于预算的N": "ge",
            "不低于去年，达到N": None,
        },
    ),
    Modifier(
        "under",
        before="不足|不满|不到|未达到?|[低少小]于|接近|将近|(?<![附最邻靠贴亲临])近|<|未满",
        after=None,
        cues="不未于近<",
        examples={
            "不足N": "under",
            "近N": "under",
            "低于N": "under",
            "附近N": None,
            "<N": "under",
            "接近N": "under",
        },
    ),
    Modifier(
        "over",
        before="(?<![不未])超出?过?|逾|突破|[高多大]于|>|(?<=[额量数值率模次资入均户人已总产])过|冲破",
        after="开外|<",
        cues="超逾破于过>",
        examples={
            "超过N": "over",
            "超过了N": "over",
            "超N": "over",
            "逾N": "over",
            "突破N": "over",
            "总额过N": "over",
            "通过N": None,
            "经过N": None,
            "高于N": "over",
            ">N": "over",
        },
    ),
    Modifier(
        "approx",
        before=(
            "(?<![签节集预合公违履契条邀制续解特协缔毁失赴])约[占有合需达计]?|折合约|大概|大致|估计|[≈~]"
            rf"|约占{_WHOLE}"
        ),
        after="左右|上下(?!级)|[(]约[)]",
        cues="约大估≈~",
        examples={
            "约N": "approx",
            "约为N": "approx",
            "约占N": "approx",
            "约占全年计划的N": "approx",
            "N左右": "approx",
            "N上下": "approx",
            "签约N": None,
            "节约N": None,
            "集约N": None,
        },
    ),
)


_SAID_BEFORE = re.compile(f"[{''.join(modifier.cues for modifier in MODIFIERS)}]")
_SAID_AFTER = re.compile(
    rf"\s?(?:{'|'.join(modifier.after for modifier in MODIFIERS if modifier.after)})"
)
"""What one modifier or another needs before a figure or behind it; most have neither."""
_SHORT_OF = re.compile(r"(?:未能?达到?|没有?达到?|达不到|不及|(?<!不)[低少小]于)\s{0,2}$")
_GOAL = re.compile(r"\s?的?(?:年度|年初|预期|绩效|规定|既定|最低|控制|设定)*(?:目标|要求|标准)")
"""未达到4项的目标: the figure is the goal itself, whatever came out."""


def comparator_of(before: str, after: str) -> Comparator:
    """The comparator of a figure between these texts; ``eq`` where nothing is said."""
    if not (_SAID_BEFORE.search(before) or _SAID_AFTER.match(after[:8])):
        return "eq"
    if _SHORT_OF.search(before) and _GOAL.match(after):
        return "eq"
    for modifier in MODIFIERS:
        if modifier.applies(before, after[:8]):
            return modifier.comparator
    return "eq"

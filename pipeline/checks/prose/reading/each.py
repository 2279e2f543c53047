"""What a price or an average is told for each of: 每公顷, 户均, 每人每月, 日均, 单台."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from .....extractors.figures.units import pattern_of
from .....schemas.record import record
from .lines import Line
from .mentions import PERSONS, Mention

_SINGLE = "(?<![清名订账菜简表])单(?=[户台路亩套株棵辆栋座床井公盏处])"
EACH = re.compile(f"每|均|{_SINGLE}")
"""A word that stands in all of them."""
_IDLE = re.compile("平均|大约|[约为达有共仅近超]")
"""Words behind 每场 that are not of what is told."""
_PERIODS = {"月": "month", "天": "d", "日": "d", "年": "a"}
DAYS = frozenset({"日", "天"})
_PEOPLE = PERSONS | frozenset("生师")
_TOLD_IN = {"案": ("件", "宗", "起"), "床": ("张", "床")}
"""What some things are counted in: 案件 86件, 床位 320张."""
_JOINED = re.compile(" ?[、和及] ?")
_CLASSIFIERS = frozenset({"个", "所", "家", "座"})
_LONG_NAME = 4
_NAMED = frozenset("校村镇乡县区站点馆园班院店企")


@record
class Each:
    """The ``unit`` (公顷 of 每公顷, 户 of 户均) that a number is told for one of.

    ``period`` is the unit of time that it is told for as well (每人每月), null where it is
    for all of the time told; ``own`` what is said between these words and the number;
    ``is_mean`` where it is reckoned, not set (户均, 平均每户).
    """

    unit: str
    period: str | None
    own: str
    is_mean: bool


@cache
def _pattern() -> re.Pattern[str]:
    """每 or 单, a unit and a time, or a unit and 均, right before a number."""
    units = pattern_of("count", "measure")
    return re.compile(
        rf"(?:每|{_SINGLE})(?P<each>[天日]|(?![年月]){units}|[^\d,;。每年月]{{1,2}}?)"
        r"(?:每?(?P<period>[月天日年]))?(?P<own>[^\d,;。每]{0,16})$"
        r"|(?P<mean>人次(?=平?均)|[人户亩场次件家台套辆村镇乡县班校店企站园日天案生师床车株栋宗票](?=均))平?均(?P<rest>[^\d,;。]{0,6})$"
    )


def each_of(mention: Mention) -> Each | None:
    """What a number is told for each of by the words before it; null where it is not."""
    found = _pattern().search(mention.lead) if EACH.search(mention.lead) else None
    if found is None:
        return _behind_slash(mention)
    if found["mean"]:
        return Each(found["mean"], None, _IDLE.sub("", found["rest"]), is_mean=True)
    period = _PERIODS.get(found["period"] or "")
    is_mean = "平均" in mention.lead
    return Each(found["each"], period, _IDLE.sub("", found["own"]), is_mean)


def each_beside(line: Line, mention: Mention) -> Each | None:
    """The same; for money right behind such a number, what that is told for: 每站4人、3万元."""
    before = None if mention.lead or mention.depth else line.before(mention)
    if before is None or not _JOINED.fullmatch(line.text, before.end, mention.start):
        return each_of(mention)
    each = each_of(before) if before.figure.kind != "amount" else None
    return replace(each, own="") if each else each_of(mention)


def _behind_slash(mention: Mention) -> Each | None:
    """What a unit price is printed for: 85元/吨, 35元/平方米·月."""
    _, slash, unit = (mention.figure.unit or "").partition("/")
    one, _, period = unit.partition("·")
    return Each(one, _PERIODS.get(period.lstrip("每")), "", is_mean=False) if slash else None


def segment(line: Line, mention: Mention) -> tuple[int, int]:
    """The part of a mention's sentence between semicolons."""
    start, end = line.sentence_of(mention.start)
    start = max(start, line.text.rfind(";", start, mention.start) + 1)
    stop = line.text.find(";", mention.end, end)
    return start, end if stop < 0 else stop


def counts(mention: Mention, unit: str) -> bool:
    """Whether a number counts things of this unit (26班, 26个班, 托管班26个).

    人, 名 and 位 are one, as are 日 and 天; 案 are told in 件, 床 in 张.
    """
    one = mention.figure
    if unit in DAYS:
        return one.kind == "measure" and one.unit == "d"
    if unit in _TOLD_IN:
        named = f"{mention.lead}{one.subject or ''}{mention.tail}"
        return one.kind == "count" and one.unit in _TOLD_IN[unit] and unit in named
    if one.kind != "count" or unit in _PEOPLE:
        return one.kind == "count" and one.unit in PERSONS
    named = mention.tail.startswith(unit)
    if unit in _NAMED:
        named = named or mention.lead.endswith(unit) or unit in mention.tail[:_LONG_NAME]
    return one.unit == unit or (one.unit in _CLASSIFIERS and named)

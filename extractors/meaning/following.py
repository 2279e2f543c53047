"""The noun phrase that a figure measures, where it stands behind it: 40个 [项目]."""

from __future__ import annotations

from .vocabulary import BOUNDS, NOMINAL, VERBAL, ends_in, vocabulary
from .words import Phrase, Sentence

_THINGS = frozenset("个项处座条宗")
"""Classifiers of things; behind one of people a verb tells what they do (15人参加活动)."""
_OWNERS = frozenset("家名位户")
"""Classifiers of those who own something or do it."""
_TIMES = frozenset("场次起期轮")
"""Classifiers of what happens."""
_NOT_OR_DONE = frozenset({"未", "尚未", "已", "拟", "待", "新"})
_MACHINES = frozenset("架辆台套艘部")
"""Classifiers of what something is done with: 6架 应急 [救援] 直升机."""
_PLACES = frozenset("省市州盟县区旗镇乡村国")
_QUALITIES = frozenset({"高", "低", "多", "少"})
"""Moves elsewhere; right behind a figure a part of the name (9个 高氟村)."""


def after(words: Sentence, low: int, high: int) -> Phrase | None:
    """The phrase that begins right at ``low``: 40个 → [项目]."""
    start = low
    while start < high and words.texts[start] in BOUNDS:
        start += 1
    if start < high and words.texts[start] == "组成":
        start += 1
    if _told_of_state(words, start, high):
        start += 2
    if _deed_alone(words, start, high):
        return Phrase(start, start + 1, deed=True)
    if _kind_of_generic(words, start, high):
        return Phrase(start, start + 2)
    at = start
    while at < high and _goes_on(words, start, at, high):
        at += 1
    if _event(words, start, at, high):
        return Phrase(start, at + 1)
    while at > start and words.kinds[at - 1] not in NOMINAL:
        at -= 1
    return Phrase(start, at) if at > start else None


def _event(words: Sentence, start: int, at: int, high: int) -> bool:
    """Whether the name ends in a deed that happens so many times: 3场 户外 [演出]."""
    times = words.texts[start - 1][-1:] in _TIMES
    return times and start < at < high and words.texts[at] in vocabulary().deeds


def _told_of_state(words: Sentence, at: int, high: int) -> bool:
    """Whether a state comes before the counted thing: 7个 [未启动] 园区."""
    if at + 2 >= high or words.texts[at] not in _NOT_OR_DONE:
        return False
    return words.kinds[at + 1] in VERBAL and words.kinds[at + 2] in NOMINAL


def _of_owner(words: Sentence, start: int, at: int, high: int) -> bool:
    """Whether the words from ``at`` on are of those who are counted: 3家企业 [合作协议] 到期."""
    end = at
    while end < high and words.kinds[end] in NOMINAL:
        end += 1
    names = vocabulary().names
    named = ends_in(words.texts[end - 1], names.owners, names.generic, names.agents, names.bodies)
    return words.texts[start - 1][-1:] in _OWNERS and not named


def _belonging(words: Sentence, start: int, at: int, high: int) -> bool:
    """Whether the word is of the counted thing and no part of its name: 3家医院 [数据]."""
    names = vocabulary().names
    if words.texts[at] in names.money:
        return True
    if not ends_in(words.texts[at - 1], names.owners):
        return False
    if _of_owner(words, start, at, high):
        return True
    after = words.texts[at + 1] if at + 1 < high else ""
    named_for = ends_in(after, names.generic) and after not in names.belongings
    return words.texts[at] in names.belongings and not named_for


def _deed_alone(words: Sentence, at: int, high: int) -> bool:
    """Whether a deed is what is counted: 2次 [演练] 未能开展; not 30户 增收."""
    if at >= high or words.texts[at] not in vocabulary().deeds:
        return False
    if words.texts[at - 1][-1:] in _OWNERS:
        return False
    return at + 1 == high or words.kinds[at + 1] not in NOMINAL | VERBAL


def _kind_of_generic(words: Sentence, at: int, high: int) -> bool:
    """Whether a verb tells which ones are counted: 8个 [新建 项目]."""
    things = words.texts[at - 1][-1:] in _THINGS
    follows = at + 1 < high and words.texts[at + 1] in vocabulary().names.generic
    return things and follows and words.kinds[at] == "verb"


def _named_for_deed(words: Sentence, start: int, at: int) -> bool:
    """Whether a deed inside the name tells of what is counted: 58个 地表水 [监测] 断面."""
    names = vocabulary().names
    if ends_in(words.texts[at + 1], names.generic) or words.texts[at + 1] == "对象":
        return True
    if words.texts[start - 1][-1:] in _MACHINES:
        return not ends_in(words.texts[at + 1], names.heads, names.funds, names.agents)
    doer = ends_in(words.texts[at - 1], names.owners, names.agents, names.bodies, _PLACES)
    return not doer and ends_in(words.texts[at + 1], names.posts)


def _goes_on(words: Sentence, start: int, at: int, high: int) -> bool:
    """Whether the phrase after a figure goes on with the word ``at``."""
    word = words[at]
    if word.kind == "per_named" or (word.text == "平均" and at > start):
        return False
    if word.kind in NOMINAL:
        return at == start or not _belonging(words, start, at, high)
    if word.kind == "quantifier":
        return at == start
    before_name = at + 1 < high and words.kinds[at + 1] in NOMINAL
    if word.text in _QUALITIES:
        return at == start and before_name
    if word.kind == "loose_verb":
        return before_name and (at == start or _named_for_deed(words, start, at))
    return word.kind == "conjunction" and at > start and before_name

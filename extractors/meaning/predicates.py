"""The words between a name and its figure that only lead to the number."""

from __future__ import annotations

from .vocabulary import NOMINAL, VERBAL, vocabulary
from .words import Sentence

_WHOLES = frozenset({"amount", "count", "measure"})
"""Numbers that a share can be of, named behind 占: 占 [常住人口] 71万人的 4%."""
_MOVES = frozenset({"up", "down"})
SHARE = frozenset({"占", "占到", "约占", "仅占"})
_LEADING_TO = frozenset(
    {
        "filler", "hedge", "up", "down", "flat", "preposition", "adverb", "time", "scope",
        "ranking", "per", "de", "date", "pronoun", "conjunction", "colon", "quantifier", "item",
    }
)  # fmt: skip


def predicate_start(words: Sentence, low: int, high: int) -> int:
    """Where the words begin that only lead to the number: 比上年提高, 达到, 全市排名."""
    shared = high < len(words) and words.sorts[high] in _WHOLES
    high = _compared_start(words, low, high)
    for at in range(high - 1, low - 1, -1):
        kind, share = words.kinds[at], words.texts[at] in SHARE
        if share and shared:
            break
        if share:
            high = at
        elif kind == "comparison":
            if _in_relative(words, at, high):
                break
            high = at
        elif kind in VERBAL:
            if words.kinds[max(at - 1, low)] != "comparison":
                break
        elif kind == "colon" or (kind in _MOVES and _moves_thing(words, at, high)):
            break
    aims = vocabulary().names.aims
    while high > low and (words.kinds[high - 1] in _LEADING_TO or words.texts[high - 1] in aims):
        if is_averaged(words, low, high - 1):
            break
        high -= 1
    return high - 1 if _comes_to(words, low, high) else high


def _comes_to(words: Sentence, low: int, high: int) -> bool:
    """Whether a verb with 到 only leads to the number: 种植 面积 [发展 到] 12万亩."""
    told = high - 2 >= low and high < len(words) and words.texts[high] in {"到", "至"}
    return told and words.kinds[high - 1] in VERBAL and words.kinds[high - 2] in NOMINAL


def _in_relative(words: Sentence, at: int, high: int) -> bool:
    """Whether the comparison tells which ones are counted: 高于 省定标准 的 [村] 12个."""
    first = high
    while first > at and words.kinds[first - 1] in NOMINAL:
        first -= 1
    counted = high < len(words) and words.sorts[high] == "count"
    return counted and at < first - 1 and first < high and words.kinds[first - 1] == "de"


def _compared_start(words: Sentence, low: int, high: int) -> int:
    """Where a comparison begins that a movement ends: 较批复概算节约."""
    last = high - 1
    while last > low and words.kinds[last] in {"hedge", "filler", "adverb"}:
        last -= 1
    if last > low and words.kinds[last] in _MOVES:
        for at in range(last - 1, low - 1, -1):
            if words.kinds[at] == "comparison":
                return at
    return high


def _moves_thing(words: Sentence, at: int, high: int) -> bool:
    """Whether the movement is of a thing named behind it: 较上年减少 [游客]."""
    return len(words.texts[at]) > 1 and at + 1 < high and words.kinds[at + 1] in NOMINAL


def is_averaged(words: Sentence, low: int, at: int) -> bool:
    """Whether a change is the measure itself: 户均 增收."""
    if words.kinds[at] not in _MOVES:
        return False
    before = at - 1
    while before > low and words.kinds[before] == "time":
        before -= 1
    return before >= low and words.kinds[before] == "per_named"

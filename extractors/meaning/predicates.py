"""The words between a name and its figure that only lead to the number."""

from __future__ import annotations

from collections.abc import Sequence

from .sentences import Word
from .vocabulary import NOMINAL, VERBAL, vocabulary

SHARE = frozenset({"占", "占到", "约占", "仅占"})
_LEADING_TO = frozenset(
    {
        "filler", "hedge", "up", "down", "flat", "preposition", "adverb", "time", "scope",
        "ranking", "per", "de", "date", "pronoun", "conjunction", "colon", "quantifier",
    }
)  # fmt: skip


def predicate_start(words: Sequence[Word], low: int, high: int) -> int:
    """Where the words begin that only lead to the number: 比上年提高, 达到, 全市排名."""
    high = _compared_start(words, low, high)
    for at in range(high - 1, low - 1, -1):
        if words[at].kind == "comparison" and _in_relative(words, at, high):
            break
        if words[at].kind == "comparison" or words[at].text in SHARE:
            high = at
        elif words[at].kind in VERBAL and words[max(at - 1, low)].kind == "comparison":
            continue
        elif words[at].kind in VERBAL or words[at].kind == "colon" or _moves_thing(words, at, high):
            break
    aims = vocabulary().names.aims
    while high > low and (words[high - 1].kind in _LEADING_TO or words[high - 1].text in aims):
        if is_averaged(words, low, high - 1):
            break
        high -= 1
    return high


def _in_relative(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether the comparison tells which ones are counted: 高于 省定标准 的 [村] 12个."""
    first = high
    while first > at and words[first - 1].kind in NOMINAL:
        first -= 1
    counted = high < len(words) and words[high].sort == "count"
    return counted and at < first - 1 and first < high and words[first - 1].kind == "de"


def _compared_start(words: Sequence[Word], low: int, high: int) -> int:
    """Where a comparison begins that a movement ends: 较批复概算节约."""
    last = high - 1
    while last > low and words[last].kind in {"hedge", "filler", "adverb"}:
        last -= 1
    if last > low and words[last].kind in {"up", "down"}:
        for at in range(last - 1, low - 1, -1):
            if words[at].kind == "comparison":
                return at
    return high


def _moves_thing(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether the word moves a thing named behind it: 较上年减少 [游客]."""
    thing = at + 1 < high and words[at + 1].kind in NOMINAL
    return thing and words[at].kind in {"up", "down"} and len(words[at].text) > 1


def is_averaged(words: Sequence[Word], low: int, at: int) -> bool:
    """Whether a change is the measure itself: 户均 增收."""
    before = at - 1
    while before > low and words[before].kind == "time":
        before -= 1
    return words[at].kind in {"up", "down"} and before >= low and words[before].kind == "per_named"

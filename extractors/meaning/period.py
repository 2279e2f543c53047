"""The time that a figure is of, carried from the words before it until another is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import takewhile

from ...schemas.figure import DateMention
from .words import Sentence

_WHOLE_YEAR = frozenset({"全年", "本年", "本年度", "今年", "当年", "年内", "全年度"})
_SO_FAR = frozenset({"今年以来", "年初以来"})
_LAST_YEAR = frozenset({"上年", "去年", "上年度", "去年同期", "上年同期"})
_YEAR_END = frozenset({"年末", "年底", "年终"})
_UNKNOWN = frozenset({"目前", "当前", "现在", "至此", "至今", "近年来", "近年", "历年", "往年"})
_TIMES = frozenset({"date", "time"})
_SINCE = frozenset({"自", "自从", "从"})
_SINCE_THEN = re.compile("^(?:起|开始)|以来")
_BUILT_BEFORE = re.compile(
    "(?:以|之)?前(?:建成|建设|出生|入职|入学|参加|成立|登记|竣工|完工|开工)的"
)
_TILL_NOW = frozenset({"至今", "迄今"})
_NEAR = 6
"""So many words behind a time can tell that it only opens what goes on."""
_UNTIL = frozenset({"截至", "截止", "截止到", "截至到"})


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day; a null end is not known."""

    start: date | None = None
    end: date | None = None


@lru_cache(maxsize=64)
def year_period(year: int | None) -> Period | None:
    """The whole year; null where it is not known."""
    return Period(date(year, 1, 1), date(year, 12, 31)) if year else None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of a report, by their number, and its year."""

    dates: Sequence[DateMention]
    year: int | None

    def named(self, words: Sentence, start: int, end: int) -> Period | None:
        """The last period named in these words; an empty one where it is left open.

        Times to which a figure is compared (比上年) are not its own.
        """
        if _TIMES.isdisjoint(words.kinds[start:end]):
            return None
        for at in range(end - 1, start - 1, -1):
            period = self._period(words, at) if words.kinds[at] in _TIMES else None
            if period and not _compared(words, start, at) and not _aside(words, at):
                return period
        return None

    def compared(self, words: Sentence, start: int, end: int) -> Period | None:
        """The last period named in these words, be it only compared to: 比2021年的 20所."""
        periods = (self._period(words, at) for at in range(end - 1, start - 1, -1))
        return next(filter(None, periods), None)

    def _period(self, words: Sentence, at: int) -> Period | None:
        word = words[at]
        until = at > 0 and words[at - 1].text in _UNTIL
        if word.kind == "date":
            mention = self.dates[word.number]
            if not mention.start or mention.role in {"cover", "closing", "sign"}:
                return None
            start, end = mention.start, mention.end
            return Period(None if until else start, None if _till_now(words, at) else end)
        return self._worded(word.text) if word.kind == "time" else None

    def _worded(self, text: str) -> Period | None:
        """The period that a word of time gives in the report's year."""
        if text in _UNKNOWN:
            return Period()
        if self.year is None:
            return None
        if text in _WHOLE_YEAR:
            return year_period(self.year)
        if text in _LAST_YEAR:
            return year_period(self.year - 1)
        if text in _SO_FAR:
            return Period(date(self.year, 1, 1))
        return Period(*[date(self.year, 12, 31)] * 2) if text in _YEAR_END else None


def _till_now(words: Sentence, at: int) -> bool:
    """Whether what began at the time has not ended: 自2012年 至今."""
    return not _TILL_NOW.isdisjoint(words.texts[at + 1 : at + 2])


def _aside(words: Sentence, at: int) -> bool:
    """Whether the time is none of a figure's: 自1951年 有记录以来, 从2015年 起, 2000年底 前建成."""
    told = words.texts[at + 1 : at + 1 + _NEAR]
    clause = "".join(takewhile(lambda text: text not in ",，;；。", told))
    opened = at > 0 and words.texts[at - 1] in _SINCE
    return bool(_SINCE_THEN.search(clause) if opened else _BUILT_BEFORE.match(clause))


def _compared(words: Sentence, start: int, at: int) -> bool:
    """Whether the time is only what a figure is compared to."""
    for before in range(at - 1, max(start, at - 4) - 1, -1):
        if words[before].kind == "comparison" or words[before].text in {"与", "同"}:
            return True
        if words[before].kind in {"break", "figure"}:
            return False
    return False

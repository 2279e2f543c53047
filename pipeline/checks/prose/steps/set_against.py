"""Numbers set against the one before them by name: 合同价 90万元，较控制价 95万元下降5.3%."""

from __future__ import annotations

import re

from ..reading.lines import Line
from ..reading.mentions import FOREIGN_ROLES, Mention
from ..reading.words import relations

AGAINST = re.compile("[比较]")
"""Stands wherever a number is set against another."""
_WAY = re.compile(
    r",?(?:[^,;。:()\d]{0,2}相)?[比较](?![率例重赛武如对为达约是大小高低多少好差快慢早晚强弱长短])于?"
    r"(?P<base>[^,;。:()\d比较]{1,14})"
)
_BASE = re.compile("(?<![对相可同])[比较](?![率例重为])[^,;。\\d]{0,12}$")
_SAVED = re.compile("节[约水电能地支省]|多|少|超")
_YEAR_BEFORE = re.compile("(?:上一?年度?|去年|往年)(?:同期)?的?")
_SIZES = frozenset({"amount", "count", "measure"})
_NO_SIZE = frozenset({"growth", "change", "rank", "share"})


def set_against(line: Line, old: Mention) -> Mention | None:
    """The number right before one that it is set against; rates have a check of their own.

    Last year's number may be of fewer things, unless nothing but the year is named.
    """
    new = line.before(old) if _is_size(old) else None
    if new is None or new.unit_kind != old.unit_kind or new.depth != old.depth:
        return None
    against = _WAY.fullmatch(line.text, new.end, old.start)
    if against is None or not _is_size(new) or _moves(against["base"]) or _moves(new.lead):
        return None
    recalled = old.figure.role == "prior" and not _YEAR_BEFORE.fullmatch(against["base"])
    return None if recalled or new.figure.role in FOREIGN_ROLES else new


def _is_size(mention: Mention) -> bool:
    figure = mention.figure
    sized = figure.kind in _SIZES and figure.aspect not in _NO_SIZE
    return sized and figure.value is not None


def is_set_against(mention: Mention) -> bool:
    """Whether another number is set against it: 较序时进度 100%."""
    return _BASE.search(mention.lead) is not None


def _moves(said: str) -> bool:
    """Whether the words tell of a step: 较上年增加 50万元, 每亩节约 12公斤."""
    words = relations().words
    found = (word.search(said) for word in (words.rises, words.falls, _SAVED))
    return any(found)

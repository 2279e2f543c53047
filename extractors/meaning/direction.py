"""Whether the measured thing moved up or down, or stayed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...schemas.figure import Direction
from .clauses import Clause
from .sentences import Word

DIRECTIONS: Mapping[str, Direction] = {"up": "up", "down": "down", "flat": "flat"}
_TO = re.compile(r"[到至为]$")
_RISE = re.compile(r"新增|增速|增幅|涨幅|升幅|增长率|增长比例|增收$")
_FALL = re.compile(r"降幅|跌幅|下降率")
_FASTER = frozenset({"快", "加快"})
_LASTING = re.compile("(天|小时|分钟|日|个月|年|秒)$")
_MORE = frozenset({"新增", "净增"})


def first_direction(words: Iterable[Word]) -> Direction | None:
    """The direction of the first word that tells one: 提高, 减少, 持平."""
    for word in words:
        if word.kind in DIRECTIONS:
            return DIRECTIONS[word.kind]
    return None


def direction(clause: Clause, name: str, *, falls: bool) -> Direction | None:
    """The direction that the clause tells; null for a plain level.

    ``name`` is the figure's own phrase with the measure, ``falls`` that its value is
    below zero.
    """
    if falls:
        return "down"
    if clause.figure.sort in {"rank", "score"}:
        return None
    if clause.figure.sort == "multiple" and "番" in clause.figure.text:
        return "up"
    said = first_direction(reversed(clause.predicate))
    if said == "up" and _LASTING.search(clause.figure.text) and _is_faster(clause):
        return "down"
    return said or _by_name(clause, name) or changed(clause)


def _is_faster(clause: Clause) -> bool:
    """Whether less time is told as speed: 比规定时限 快 3天."""
    moves = (word.text for word in reversed(clause.predicate) if word.kind == "up")
    return next(moves, "") in _FASTER


def moved(clause: Clause) -> bool:
    """Whether the figure says by how much, not to what: 增长 3%, not 提高到 90%."""
    predicate = clause.predicate
    for at in range(len(predicate) - 1, -1, -1):
        if predicate[at].kind in {"up", "down"}:
            return not any(_TO.search(word.text) for word in predicate[at : at + 2])
    return False


def changed(clause: Clause) -> Direction | None:
    """The direction of a change named before its object: 压减 预算 20万元."""
    phrase = clause.phrase
    if not phrase or not clause.low < phrase.start <= clause.at:
        return None
    word = clause.words[phrase.start - 1]
    compared = any(word.kind == "comparison" for word in clause.words[clause.low : phrase.start])
    before = first_direction([word]) if compared or len(word.text) > 1 else None
    return None if before == "flat" else before


def _by_name(clause: Clause, name: str) -> Direction | None:
    if _FALL.search(name):
        return "down"
    more = any(word.text in _MORE for word in clause.lead)
    return "up" if more or _RISE.search(name) else None

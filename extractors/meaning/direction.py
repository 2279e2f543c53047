"""Whether the measured thing moved up or down, or stayed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...schemas.figure import Direction
from .clauses import Clause

DIRECTIONS: Mapping[str, Direction] = {"up": "up", "down": "down", "flat": "flat"}
_MOVES = frozenset({"up", "down"})
_TO = re.compile(r"[到至为]$")
_AFTERWARDS = frozenset({"后", "之后", "以后"})
_RISE = re.compile(r"新增|增速|增幅|涨幅|升幅|增长率|增长比例|增收$|均(增加|提高|增长|提升)$")
_FALL = re.compile(r"降幅|跌幅|下降率|均(减少|降低|下降|节约)$")
_FASTER = frozenset({"快", "加快"})
_LASTING = re.compile("(天|小时|分钟|日|个月|年|秒)$")
_MORE = frozenset({"新增", "净增"})


def first_direction(kinds: Sequence[str]) -> Direction | None:
    """The direction that the first of the words tells, by their classes: 提高, 减少, 持平."""
    if DIRECTIONS.keys().isdisjoint(kinds):
        return None
    return next(DIRECTIONS[kind] for kind in kinds if kind in DIRECTIONS)


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
    said = first_direction(clause.words.kinds[clause.predicate : clause.at][::-1])
    if said == "up" and _LASTING.search(clause.figure.text) and _is_faster(clause):
        return "down"
    return said or _by_name(clause, name) or changed(clause)


def _is_faster(clause: Clause) -> bool:
    """Whether less time is told as speed: 比规定时限 快 3天."""
    predicate = reversed(clause.words[clause.predicate : clause.at])
    return next((word.text for word in predicate if word.kind == "up"), "") in _FASTER


def moved(clause: Clause) -> bool:
    """Whether the figure says by how much, not to what: 增长 3%, not 提高到 90%, 追加后为 90%."""
    words, start = clause.words, clause.predicate
    if _MOVES.isdisjoint(words.kinds[start : clause.at]):
        return False
    at = next(at for at in range(clause.at - 1, start - 1, -1) if words.kinds[at] in _MOVES)
    if not _AFTERWARDS.isdisjoint(words.texts[at : clause.at]):
        return False
    return not any(_TO.search(text) for text in words.texts[at : min(at + 2, clause.at)])


def changed(clause: Clause) -> Direction | None:
    """The direction of a change named before its object: 压减 预算 20万元."""
    phrase = clause.phrase
    if not phrase or not clause.low < phrase.start <= clause.at:
        return None
    if not _AFTERWARDS.isdisjoint(clause.words.texts[phrase.end : clause.at]):
        return None
    word = clause.words[phrase.start - 1]
    before = DIRECTIONS.get(word.kind)
    compared = "comparison" in clause.words.kinds[clause.low : phrase.start]
    return before if before != "flat" and (compared or len(word.text) > 1) else None


def _by_name(clause: Clause, name: str) -> Direction | None:
    if _FALL.search(name):
        return "down"
    return "up" if clause.says(_MORE) or _RISE.search(name) else None

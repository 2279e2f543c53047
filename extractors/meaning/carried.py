"""What the words of a sentence leave for the figures that follow: a thing, a role, a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...schemas.figure import Aspect, Role
from .clauses import Clause
from .period import Calendar, Period
from .role import is_done, plans
from .scope import lead_scope
from .told import Before, Told
from .words import Sentence

_LIST_MARKS = frozenset("①②③④⑤⑥⑦⑧⑨⑩")
_OPENED = frozenset("(（")
_CLOSED = frozenset(")）")
_BRACKETS = _OPENED | _CLOSED
_MAKE_UP = frozenset({"构成", "组成", "共同构成", "共同组成"})
_AIM_SET = re.compile("目标(设定|设置)?(为|是|[1-9一二三四五六七八九])?[:：]")


@dataclass(slots=True)
class Chain:
    """What one figure hands on to the next; it changes with every figure that is read.

    ``topic`` is what the paragraph's run-in heading says that it is about. ``subject`` and
    ``scope`` are of the last named thing, ``sort`` and ``unit`` of its figure; ``counters`` are
    the classifiers of the sentence as printed, with what they count, the last first. ``before``
    are the words just before the figure's clause, ``moving`` says that they may tell of
    something that moved, and no figure has been of it yet. ``whole_role`` is the role of the
    whole whose parts follow, ``whole`` its unit and name, ``aimed`` says that a goal is told.
    ``known`` are the named things of the sentence by unit, the last first; ``earlier`` is the
    last of the sentence before, counted in ``earlier_unit``. ``outer`` is what goes on after a
    bracket. ``together`` names the things of a row (甲、乙). ``priced`` is what was counted and
    has the price of each told since (每辆 68万元), ``classed`` is the unit of things counted by
    what has become of them (水位上升 52眼), ``averaged`` says that averages are told (亩均效益，
    大棚 2万元). ``item`` is the functional item (项) whose money is told. ``at`` is the first
    word not read yet. Topic, role, item and period hold on over the paragraph, the rest for a
    sentence.
    """

    topic: str | None = None
    subject: str | None = None
    sort: str = ""
    unit: str | None = None
    known: tuple[tuple[str | None, str], ...] = ()
    aspect: Aspect | None = None
    scope: str | None = None
    size: str | None = None
    before: Before | None = None
    moving: bool = False
    together: str | None = None
    counters: tuple[tuple[str, str], ...] = ()
    priced: str | None = None
    classed: str | None = None
    averaged: bool = False
    role: Role | None = None
    whole_role: Role | None = None
    whole: tuple[str | None, str] | None = None
    part: bool = False
    parts_listed: bool = False
    planned: bool = False
    aimed: bool = False
    outer: Chain | None = None
    period: Period | None = None
    earlier: str | None = None
    earlier_unit: str | None = None
    item: str | None = None
    at: int = 0

    @property
    def told(self) -> Told:
        """What a clause without figures said just before."""
        return self.before.told if self.before else Told()

    @property
    def mover(self) -> str | None:
        """What moved, or is high or low, by the clause just before."""
        return self.told.mover if self.moving else None

    def after_sentence(self) -> Chain:
        """What goes on after a full stop."""
        parts = self.part and self.whole and len(self.known) > 1
        unit, earlier = self.whole if parts and self.whole else (self.unit, self.subject)
        return Chain(
            topic=self.topic,
            earlier=earlier,
            earlier_unit=unit,
            role=self.role,
            period=self.period,
            item=self.item,
        )


def _in_bracket(chain: Chain, between: Sequence[str]) -> Chain:
    """The chain inside a bracket that opens here, or as it was before one that closes."""
    if _BRACKETS.isdisjoint(between):
        return chain
    for text in between:
        if text in _OPENED:
            chain = replace(chain, outer=chain)
        elif text in _CLOSED and chain.outer:
            inner, outer = chain, chain.outer
            chain = replace(outer, at=inner.at, known=inner.known) if outer.subject else inner
    return chain


def _outside(between: Sequence[str], kinds: Sequence[str]) -> Sequence[str]:
    """The kinds of the words outside a bracket that opens and closes among them: （含街道）."""
    first = next((at for at, text in enumerate(between) if text in _OPENED), len(between))
    ends = [at for at, text in enumerate(between) if text in _CLOSED and at > first]
    return (*kinds[:first], *kinds[ends[-1] :]) if ends else kinds


def advance(chain: Chain, clause: Clause, calendar: Calendar, *, named: bool) -> Chain:
    """The chain with what the words since the last figure say for this one and the next.

    ``named`` says that the clause names a thing of its own: after parts in a row (其中
    甲 3人、乙 5人，丙 6人) that is a new whole.
    """
    words, start = clause.words, chain.at
    between, kinds = words.texts[start : clause.at], words.kinds[start : clause.at]
    chain = _in_bracket(chain, between)
    said = "".join(between)
    if "item" in kinds:
        chain.item = words.texts[start + kinds.index("item") - 1]
    ended = ";" in said or "；" in said
    if ended and "part" in kinds and chain.whole:
        chain.unit, chain.subject = chain.whole
    part = "part" in _outside(between, kinds) or ("由" in between and _is_made_up(words, clause.at))
    before = Before(words, start, clause.opening) if clause.opening > start else None
    _tell_parts(chain, between, part=part, ended=ended, named=named)
    if (part or words.kinds[start : start + 1] == ("colon",)) and chain.subject:
        chain.whole = chain.unit, chain.subject
    elif part and start == 0 and chain.earlier:
        chain.whole = chain.earlier_unit, chain.earlier
    stays = _LIST_MARKS.isdisjoint(said) and not (ended and _is_day(chain.period))
    carried = chain.period if stays else None
    chain.period = (
        calendar.named(words, start, clause.at)
        or (None if carried else calendar.named(words, clause.at, clause.close))
        or carried
    )
    chain.aimed = chain.aimed or ("目标" in said and bool(_AIM_SET.search(said)))
    chain.planned = plans(clause) or (chain.planned and not ended and not is_done(clause))
    chain.averaged = (chain.averaged and not ended) or bool(before and before.averages())
    if before:
        chain.size = lead_scope(words.text(start, clause.opening)) or chain.size
        chain.before, chain.moving = before, before.moves()
    chain.at = clause.at + 1
    return chain


def _is_day(period: Period | None) -> bool:
    """Whether something happened on one day: what is told behind a semicolon did not."""
    return bool(period and period.start and period.start == period.end)


def _tell_parts(
    chain: Chain, between: Sequence[str], *, part: bool, ended: bool, named: bool
) -> None:
    """Put down whether parts of a whole are told, and which part the whole plays."""
    listed = "、" in between
    left = (chain.parts_listed and not listed and named) or not _MAKE_UP.isdisjoint(between)
    if ended or left:
        chain.whole_role = None
    elif part:
        chain.whole_role = chain.role
    chain.parts_listed = not part and (chain.parts_listed or (chain.part and listed))
    chain.part = part or (chain.part and not ended and not left)


def _is_made_up(words: Sentence, at: int) -> bool:
    """Whether parts begin that make up the whole: 支出 9万元，由 [甲 4万元、乙 5万元 构成]."""
    behind = range(at + 1, len(words))
    return any(words.texts[i] in _MAKE_UP and words.kinds[i - 1] == "figure" for i in behind)

"""A sentence's figures in turn: one subject may carry several of them.

X 101亿元，增幅 9%，目标完成比 101%，全市排名第 7: one subject, four figures; a new name ends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...schemas.figure import Aspect, Direction, Figure, Role
from .aspect import aspect
from .clauses import Clause, clauses
from .direction import direction, first_direction
from .distribution import distributed
from .period import Calendar, Period
from .phrases import NOMINAL, VERBAL, before
from .relations import relations
from .role import is_done, plans, role
from .scope import lead_scope, scope
from .sentences import Sentence, Word
from .subject import Naming, naming
from .vocabulary import ends_in, vocabulary

_LIST_MARKS = frozenset("①②③④⑤⑥⑦⑧⑨⑩")
_PARTS = frozenset({"其中", "包括", "包含", "含"})
_COUNTED = frozenset({"count", "measure"})
_VALUES = frozenset({"level", "per_unit", None})
"""Aspects that have a role: what is a budget or a target is no growth or share."""
_DEDUCTED = frozenset({"扣", "扣除", "扣减", "扣去"})
_FREE = frozenset({"rate", "points", "rank", "multiple", "score"})
"""Figures that can be of any subject; others only of one that was counted in their kind."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure measures; unknown is null."""

    subject: str | None = None
    aspect: Aspect | None = None
    scope: str | None = None
    role: Role | None = None
    direction: Direction | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause without figures leaves for the next one.

    ``fund`` is money (申请 [专项资金]，已兑现 5万元), ``thing`` what something is said to be
    (最大的是 [道路改造项目]，预算 20万元), ``mover`` what moved as ``moved`` says
    ([合格率] 与上年持平，均为 100%).
    """

    fund: str | None = None
    thing: str | None = None
    mover: str | None = None
    moved: Direction | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """What one figure hands on to the next.

    ``subject`` and ``scope`` are of the last named thing, ``sort`` and ``unit`` of its
    figure; ``told`` is what a clause without figures said just before. ``whole_role`` is
    the role of the whole whose parts follow. ``at`` is the first word not read yet. The
    period holds on over the paragraph, everything else for a sentence.
    """

    subject: str | None = None
    sort: str = ""
    unit: str | None = None
    aspect: Aspect | None = None
    scope: str | None = None
    size: str | None = None
    told: Told = Told()
    role: Role | None = None
    whole_role: Role | None = None
    part: bool = False
    planned: bool = False
    period: Period | None = None
    at: int = 0

    def after_sentence(self) -> Chain:
        """What goes on after a full stop."""
        return Chain(period=self.period)


def read_sentence(
    sentence: Sentence, figures: Sequence[Figure], calendar: Calendar, chain: Chain
) -> Iterator[tuple[int, Meaning, Chain]]:
    """The meaning of every figure of the sentence, with its number and the chain after it."""
    found = clauses(sentence, relations(sentence))
    listed = distributed(found)
    guests = _guests(found)
    for clause in found:
        chain = _advance(chain, clause, calendar)
        spoken = listed[clause.at].spoken if clause.at in listed else clause
        name = naming(spoken)
        if clause.at in listed:
            name = _listed_name(name, listed[clause.at].thing)
        figure = figures[clause.figure.number]
        meaning = _meaning(spoken, figure, name, chain)
        chain = replace(chain, at=clause.at + 1)
        if clause.at not in guests:
            chain = _handed_on(chain, figure, name, meaning)
        yield clause.figure.number, meaning, chain


def _listed_name(name: Naming, thing: str | None) -> Naming:
    """The name of a figure in a row: its own thing, or the row's, but none carried over."""
    return replace(name, subject=thing or name.subject, full=name.full or "-", carried=False)


def _guests(found: Sequence[Clause]) -> set[int]:
    """Figures that only another one is put in relation to: 占 104万平方米 的 88%."""
    inner: set[int] = set()
    for clause in found:
        for relation in clause.relations:
            if relation.rule in {"share", "times"}:
                inner.update(range(relation.start, clause.at))
            if relation.rule == "against":
                inner.add(clause.at)
    return inner


def _advance(chain: Chain, clause: Clause, calendar: Calendar) -> Chain:
    """The chain with what the words since the last figure say for this one and the next."""
    words = clause.words
    between = words[chain.at : clause.at]
    ended = any(word.text in {";", "；"} for word in between)
    marked = any(word.text[0] in _LIST_MARKS for word in between)
    part = any(word.text in _PARTS for word in between)
    carried = None if marked else chain.period
    return replace(
        chain,
        period=calendar.named(words, chain.at, clause.at)
        or (None if carried else calendar.named(words, clause.at, clause.close))
        or carried,
        planned=plans(clause) or (chain.planned and not ended and not is_done(clause)),
        size=lead_scope("".join(w.text for w in words[chain.at : clause.opening])) or chain.size,
        part=part or (chain.part and not ended),
        whole_role=(chain.role if part else chain.whole_role) if not ended else None,
        told=chain.told if clause.opening <= chain.at else _told(words, chain.at, clause.opening),
    )


def _told(words: Sequence[Word], start: int, end: int) -> Told:
    """What the last clause without figures ended in: money, a thing, or a movement."""
    opening = end - 1
    while opening > start and words[opening - 1].kind != "break":
        opening -= 1
    phrase = before(words, opening, end - 1) if end - start > 1 else None
    if not phrase or phrase.deed:
        return Told()
    text = "".join(word.text for word in words[phrase.start : phrase.end])
    moved = first_direction(words[phrase.end : end - 1])
    said_to_be = phrase.start > opening and words[phrase.start - 1].text in {"是", "为"}
    return Told(
        fund=text if ends_in(text, vocabulary().names.funds) else None,
        thing=text if said_to_be else None,
        mover=text if moved else None,
        moved=moved,
    )


def _meaning(clause: Clause, figure: Figure, name: Naming, chain: Chain) -> Meaning:
    falls = figure.value is not None and figure.value < 0
    subject, inherited = _subject(clause, figure, name, chain)
    own_scope = scope(clause, name.full, part=chain.part)
    side = aspect(clause, name.full, figure.unit, falls=falls)
    if clause.related("before") and inherited:
        side = chain.aspect
    moved = chain.told.moved if subject == chain.told.mover else None
    return Meaning(
        subject=subject,
        aspect=side,
        scope=own_scope or (chain.scope if inherited else None) or chain.size,
        role=_role(clause, name, chain, side),
        direction=direction(clause, name.full, falls=falls) or moved,
        period=chain.period,
    )


def _role(clause: Clause, name: Naming, chain: Chain, side: Aspect | None) -> Role | None:
    """The role that the words give, else that of the whole, or of what is said again."""
    if clause.related("origin"):
        return "prior"
    if side not in _VALUES and not chain.planned:
        return None
    if chain.part and clause.figure.sort == "amount" and chain.whole_role:
        return chain.whole_role
    again = clause.opening > 0 and clause.words[clause.opening - 1].text == "("
    planned = chain.planned and not clause.related("completion")
    given = role(clause, name.full, planned=planned)
    return given or (chain.role if again and not name.full else None)


def _subject(clause: Clause, figure: Figure, name: Naming, chain: Chain) -> tuple[str | None, bool]:
    """The subject, and whether it is carried over from an earlier figure."""
    if name.deed and chain.subject and _counted_as(figure, chain):
        return f"{name.subject}{chain.subject}", False
    if name.subject and not name.carried:
        bare = name.subject in vocabulary().names.money
        return (chain.told.thing if bare else None) or name.subject, False
    deducted = any(word.text in _DEDUCTED for word in clause.lead)
    if deducted or (name.full and not name.carried):
        return None, False
    if chain.told.mover:
        return chain.told.mover, False
    if chain.subject and _can_be_of(clause, figure, chain):
        return chain.subject, True
    return (chain.told.fund if figure.kind == "amount" else None) or name.subject, False


def _can_be_of(clause: Clause, figure: Figure, chain: Chain) -> bool:
    """Whether a figure without a name can be of the thing named before.

    A rate can be of anything, an amount of what was paid before; a count only of what was
    counted in its unit, or where nothing else stands before it (共计 30天).
    """
    if figure.kind in _FREE or figure.kind == chain.sort == "amount":
        return True
    named = any(word.kind in NOMINAL | VERBAL and word.text != "实际" for word in clause.lead)
    counted = {figure.kind, chain.sort} <= _COUNTED
    return counted and (not named or figure.unit == chain.unit)


def _counted_as(figure: Figure, chain: Chain) -> bool:
    """Whether the figure counts in the unit of the one before: 受理案件 57件，办结 52件."""
    return figure.kind in _COUNTED and (figure.kind, figure.unit) == (chain.sort, chain.unit)


def _handed_on(chain: Chain, figure: Figure, name: Naming, meaning: Meaning) -> Chain:
    """The chain after a figure: a name of its own begins a new one."""
    goes_on = name.carried or (name.deed and _counted_as(figure, chain))
    if not name.subject or (goes_on and chain.subject):
        return replace(chain, role=meaning.role or chain.role)
    return replace(
        chain,
        subject=meaning.subject,
        sort=figure.kind,
        unit=figure.unit,
        aspect=meaning.aspect,
        scope=meaning.scope,
        role=meaning.role,
    )

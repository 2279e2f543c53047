"""A sentence's figures in turn: one subject may carry several of them.

X 101亿元，增幅 9%，目标完成比 101%，全市排名第 7: one subject, four figures; a new name ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...schemas.figure import Aspect, Direction, Figure, Role
from .aspect import aspect
from .carried import Chain, advance
from .clauses import Clause
from .costs import COUNTED, PRICES, SUMS
from .direction import direction
from .distribution import distributed
from .inheritance import counted_as, subject_of
from .measured import group_start
from .namings import namings
from .period import Calendar, Period
from .role import role
from .scope import scope
from .states import told_state
from .subject import Naming

_VALUES = frozenset({"level", "per_unit", None})
"""Aspects that have a role: what is a budget or a target is no growth or share."""
_OWN = frozenset({"growth", "rank"})
"""Aspects that are not those of the figure before: 由 2万人 增长 15%."""
_MOVING = frozenset({"change", "growth", "share"})
_ROW = frozenset({"、", "和", "与"})
_BUDGETS = ("预算", "预算数", "预算总额", "预算金额", "预算资金", "预算安排")
_ADJUSTED = re.compile(r"(?:调整|核定|追加|调增|调减|增加|压减|变更|核减)[^,;。\d]{0,4}[为到至达]")
_LEFT_OVER = ("结余", "结转", "剩余", "节余", "结余资金", "结转资金")
_NEW = frozenset({"新增", "净增"})
_TOTALS = frozenset({"总数", "总数为", "累计", "累计达", "总量"})
_SUMMED = frozenset({"amount", "score"})
"""Figures whose parts play the part of the whole: 得分94分，其中产出46分."""


class Meaning(NamedTuple):
    """What a figure measures; unknown is null."""

    subject: str | None = None
    aspect: Aspect | None = None
    scope: str | None = None
    role: Role | None = None
    direction: Direction | None = None
    period: Period | None = None


def read_sentence(
    found: Sequence[Clause], figures: Sequence[Figure], calendar: Calendar, chain: Chain
) -> Iterator[tuple[int, Meaning, Chain]]:
    """The meaning of every figure of a sentence, with its number and the chain after it."""
    names = namings(found)
    listed = distributed(found, names)
    guests = _guests(found)
    last: tuple[Clause, Meaning] | None = None
    for clause in found:
        spoken = listed[clause.at].spoken if clause.at in listed else clause
        name = names[spoken.at]
        carried = chain.period
        chain = advance(chain, clause, calendar, named=bool(name.subject) and not name.carried)
        if clause.at in listed:
            name = _listed_name(name, listed[clause.at].thing)
            chain.together = listed[clause.at].together
        figure = figures[clause.figure.number]
        state = told_state(clause, figure, name, chain)
        if state:
            name, chain.classed = Naming(state, state), figure.unit
        meaning = _meaning(spoken, figure, name, chain)
        if state:
            meaning = meaning._replace(aspect="level", direction=None)
        meaning = _as_in_row(clause, meaning, last)
        last = clause, meaning
        if meaning.role == "prior":
            own = calendar.compared(clause.words, clause.low, clause.at)
            meaning = meaning._replace(period=own or meaning.period)
            chain.period = carried
        if chain.outer and clause.phrase and clause.phrase.end < clause.opening:
            chain.outer = None
        if clause.at not in guests or _compared_by_name(clause, name):
            _hand_on(chain, figure, name, meaning)
        yield clause.figure.number, meaning, chain


def _as_in_row(clause: Clause, meaning: Meaning, last: tuple[Clause, Meaning] | None) -> Meaning:
    """The meaning with the aspect of the figure that it stands in one row with: 增长 3%、[5%]."""
    if not last or clause.lead or clause.phrase or meaning.aspect != "level":
        return meaning
    before, told = last
    joint = clause.words.texts[clause.at - 1]
    in_row = joint in _ROW or (joint == "," and not before.figure.text[-1:].isalpha())
    beside = clause.at == before.at + 2 and clause.figure.sort == before.figure.sort
    if not (in_row and beside and told.aspect in _MOVING):
        return meaning
    return meaning._replace(aspect=told.aspect, direction=told.direction)


def _listed_name(name: Naming, thing: str | None) -> Naming:
    """The name of a figure in a row: its own thing, or the row's, but none carried over."""
    carried = name.carried and not thing
    return name._replace(subject=thing or name.subject, full=name.full or "-", carried=carried)


def _guests(found: Sequence[Clause]) -> set[int]:
    """Figures that only another one is put in relation to: 占 104万平方米 的 88%."""
    inner: set[int] = set()
    for clause in found:
        for relation in clause.relations.values():
            if relation.rule in {"share", "times", "execution"}:
                inner.update(range(relation.start, clause.at))
            if relation.rule in {"against", "beyond"}:
                inner.add(clause.at)
        if clause.at > 0 and clause.words.kinds[clause.at - 1] == "ranking" and clause.phrase:
            inner.add(clause.at)
        if clause.figure.sort == "rank":
            inner.update(range(group_start(clause.words, clause.opening, clause.at), clause.at))
    return inner


def _compared_by_name(clause: Clause, name: Naming) -> bool:
    """Whether the thing is named anew that is compared: [收购额] 较上年的 200万元 增长 30%."""
    against = clause.relations.get("against")
    if not against or not clause.phrase or not name.subject or name.carried:
        return False
    return clause.opening <= clause.phrase.start and clause.phrase.end <= against.start


def _meaning(clause: Clause, figure: Figure, name: Naming, chain: Chain) -> Meaning:
    falls = figure.value is not None and figure.value < 0
    subject, inherited = subject_of(clause, figure, name, chain)
    own_scope = scope(clause, name.full, part=chain.part)
    side = aspect(clause, name.full, figure.unit, falls=falls)
    if "before" in clause.relations and inherited and side not in _OWN:
        side = chain.aspect
    if side == "level" and _still_average(clause, figure, chain):
        side = "per_unit"
    if side == "completion" and _against_target(clause, name, chain):
        side = "level"
    moved = chain.told.moved if chain.mover and subject == chain.mover else None
    among = own_scope or (_shared_scope(clause, chain) if inherited else None) or chain.size
    goes = direction(clause, name.full, falls=falls) or moved
    return Meaning(subject, side, among, _role(clause, name, chain, side), goes, chain.period)


def _shared_scope(clause: Clause, chain: Chain) -> str | None:
    """The scope of the figure before; not of a total behind new ones: 净增 1万户，总数 18万户."""
    return None if chain.scope in _NEW and clause.says(_TOTALS) else chain.scope


def _against_target(clause: Clause, name: Naming, chain: Chain) -> bool:
    """Whether a rate is what was reached of a rate aimed at: 合格率≥95%，实际完成 97%."""
    reached = chain.role == "target" and not name.full and "completion" not in clause.relations
    return reached and _of_fact(clause)


def _of_fact(clause: Clause) -> bool:
    """Whether the words say that what came is told: 实际, 实际完成."""
    return any(text.startswith("实际") for text in clause.lead_texts)


def _still_average(clause: Clause, figure: Figure, chain: Chain) -> bool:
    """Whether the average told before goes on: 每千人口医师 3人、[护士 4人]; 每站 4人、[3万元]."""
    listed = clause.opening > 0 and clause.words.texts[clause.opening - 1] == "、"
    bare = not clause.lead and not clause.phrase and figure.kind == "amount"
    goes_on = listed and chain.aspect == "per_unit" and (bare or figure.unit == chain.unit)
    return goes_on or (chain.averaged and figure.kind in {"amount", "measure"})


def _role(clause: Clause, name: Naming, chain: Chain, side: Aspect | None) -> Role | None:
    """The role that the words give, else that of the whole, or of what is said again."""
    if "origin" in clause.relations:
        return "prior"
    if side not in _VALUES and not chain.planned:
        return None
    again = clause.opening > 0 and clause.words.texts[clause.opening - 1] == "("
    planned = chain.planned and "completion" not in clause.relations
    given = role(clause, name.full, planned=planned)
    summed = chain.part and clause.figure.sort in _SUMMED and not name.full.endswith(_LEFT_OVER)
    if summed and chain.whole_role and given != "weight":
        return chain.whole_role
    if "before" in clause.relations and chain.role in {"budget", "prior"} and _is_budget(chain):
        given = given or "budget"
    if chain.role == "budget_initial" and side == "level" and _is_adjusted(clause):
        given = given or "budget"
    given = given or ("target" if chain.aimed else None)
    if not given and chain.role in {"target", "plan"}:
        given = "actual" if _of_fact(clause) else None
    if "before" in clause.relations and "权重" in (chain.subject or ""):
        given = given or "weight"
    if _goes_on_in_a_row(clause, chain):
        given = given or chain.role
    return given or (chain.role if again and not name.full else None)


def _is_adjusted(clause: Clause) -> bool:
    """Whether the words say what a first budget came to: 后调整为 [1560万元], 追加至."""
    led = "".join(clause.words.texts[clause.predicate : clause.at])
    return clause.figure.sort == "amount" and _ADJUSTED.search(led) is not None


def _goes_on_in_a_row(clause: Clause, chain: Chain) -> bool:
    """Whether scores or payments go on: 得分为决策 18分、[过程 19分], 支付甲 3元、[乙 5元]."""
    listed = clause.opening > 0 and clause.words.texts[clause.opening - 1] == "、"
    summed = clause.figure.sort == "score" and (listed or _is_sum(clause))
    if chain.role == "score":
        return summed
    return listed and chain.role == "executed" and clause.figure.sort == chain.sort == "amount"


def _is_sum(clause: Clause) -> bool:
    """Whether the figure is told as a sum: 合计 93分."""
    return clause.says(SUMS)


def _is_counted(meaning: Meaning, chain: Chain) -> bool:
    """Whether the figure is of a thing that was counted before in the sentence."""
    return any(thing == meaning.subject for _, thing in chain.counters)


def _is_budget(chain: Chain) -> bool:
    """Whether the figures are of a budget, so that what it came to is one: 预算由…调整为."""
    return bool(chain.subject) and str(chain.subject).endswith(_BUDGETS)


def _comes_from_prior(chain: Chain, meaning: Meaning) -> bool:
    """Whether a figure says to what the one before it moved: 由 1200万元 增加为 [1560万元]."""
    return chain.role == "prior" and meaning.direction is not None and meaning.aspect == "level"


def _hand_on(chain: Chain, figure: Figure, name: Naming, meaning: Meaning) -> None:
    """Put into the chain what the figure hands on: a name of its own begins anew."""
    priced = figure.kind == "amount" and meaning.aspect == "per_unit"
    chain.priced = meaning.subject if priced and _is_counted(meaning, chain) else None
    if priced and meaning.subject in PRICES and chain.sort in COUNTED:
        chain.priced = chain.subject
    if name.carried and chain.mover:
        chain.subject = chain.mover
    goes_on = name.carried or (name.deed and counted_as(figure, chain))
    together = chain.together or ""
    if together and name.subject and not name.carried and name.subject not in together:
        chain.together = None
    first = not name.subject and bool(meaning.subject) and not chain.subject
    if not first and (not name.subject or (goes_on and chain.subject)):
        if figure.kind == "amount" and meaning.subject == chain.subject:
            chain.sort, chain.unit = figure.kind, figure.unit
        chain.role = meaning.role or (None if _comes_from_prior(chain, meaning) else chain.role)
        return
    chain.subject, chain.sort, chain.unit = meaning.subject, figure.kind, figure.unit
    if figure.kind in COUNTED and meaning.subject:
        counter = (figure.unit_text or "").lstrip("万亿")
        chain.counters = ((counter, meaning.subject), *chain.counters)
    if first:
        chain.role = meaning.role
        return
    chain.moving = False
    if meaning.subject:
        chain.known = ((figure.unit, meaning.subject), *chain.known)
    chain.aspect, chain.scope = meaning.aspect, meaning.scope
    chain.role = meaning.role or (chain.role if figure.kind == "rate" else None)

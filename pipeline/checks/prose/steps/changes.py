"""An old number, a new one, and what a text says of the step between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

from ...case import Case, remembered
from ..parts.behind_lists import fits_step, meant
from ..parts.parallel import deed
from ..parts.stocks import came
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention
from ..reading.words import Pattern, Words, relations
from .events import around
from .set_against import AGAINST, is_set_against, set_against
from .steps import is_year_after, steps

_SIZES = frozenset({"amount", "count", "measure", "rate", "score"})
_NO_SIZE = frozenset({"growth", "change", "rank"})
_FROM = re.compile("[由从]|[较比](?=上年|去年)")
_AT_FIRST = re.compile("年[初末底]|期初")
_LED = 12
_FEW = r"[^,;。、\d]"
_YEAR = re.compile("^(?:相[比较]于?|对比|[与较比在同的]|全年|(?:上一?|[去今本当]|\\d{4})年度?)+")
_OLD_ROLES = frozenset({"prior", "target", "budget_initial"})
_NO_RESULT = _OLD_ROLES | {"plan"}
_STOPS = ",;。:、("


@dataclass(frozen=True, slots=True)
class Change:
    """A step from ``old`` to ``new``.

    ``steps`` say its size behind them, as a change, a growth rate or percentage points.
    ``rises`` is what the words between the two say; null where they say nothing, and
    ``unmarked`` where they do so by a word for any change (变为).
    """

    line: Line
    old: Mention
    new: Mention
    steps: tuple[Mention, ...]
    rises: bool | None = None
    unmarked: bool = False


@remembered
def changes(case: Case) -> tuple[Change, ...]:
    """Every step of the report whose two ends stand in one sentence."""
    found = (change for line in related_lines(case) for change in _changes(line))
    return tuple(change for told in found for change in _meant(case, told))


def _meant(case: Case, told: Change) -> Iterator[Change]:
    """The step with its whole where it is told behind a list of parts; nothing if unsure."""
    if told.old.start < told.new.end:
        yield told
        return
    fits = partial(_fits, case, told)
    new = meant(told.line, told.new, told.old.start).chosen(fits)
    if new is told.new:
        yield told
    elif new:
        behind = tuple(step for step in told.steps if step.start > told.old.start)
        yield replace(told, new=new, steps=behind)


def _fits(case: Case, told: Change, new: Mention) -> bool:
    return any(fits_step(case, told.old, new, step) for step in told.steps)


def _changes(line: Line) -> Iterator[Change]:
    led, compared, began = (line.says(word) for word in (_FROM, AGAINST, _AT_FIRST))
    for old in line.mentions:
        if is_size(old):
            new, rises = _reached(line, old) if led else (None, None)
            unmarked = new is not None and rises is None
            if new is None and _is_old(line, old):
                new = _compared(line, old)
            if new is None:
                new = _year_after(line, old) or (_at_the_end(line, old) if began else None)
                new = new or around(line, old) or (set_against(line, old) if compared else None)
            if new:
                yield Change(line, old, new, tuple(steps(line, old, new)), rises, unmarked)


def _is_old(line: Line, mention: Mention) -> bool:
    """Whether a number is what there was, by its role or the words before it (比年初的)."""
    if mention.figure.role in _OLD_ROLES:
        return True
    return relations().words.than.search(_led(line, mention)) is not None


def _led(line: Line, mention: Mention) -> str:
    """What leads to a number, and to the bracket that it alone begins: 较上年(88.2%)."""
    if mention.lead or not line.text.endswith("(", 0, mention.start):
        return mention.lead
    return line.text[max(0, mention.start - _LED) : mention.start - 1]


def is_size(mention: Mention) -> bool:
    """Whether it says how much there is, in all or for each, or at what rate."""
    figure = mention.figure
    return figure.kind in _SIZES and figure.value is not None and figure.aspect not in _NO_SIZE


def _reached(line: Line, old: Mention) -> tuple[Mention | None, bool | None]:
    """The number that an old one came to: 由15个增加到30个."""
    if not _FROM.search(line.text, max(0, old.start - 16), old.start):
        return None, None
    _, end = line.sentence_of(old.start)
    new = next((m for m in line.within(old.end, end) if is_size(m)), None)
    if new is None or old.unit_kind != new.unit_kind:
        return None, None
    between = line.text[old.end : new.start]
    words = relations().words
    for rises, verb in ((True, words.rises), (False, words.falls), (None, words.varies)):
        if _way(verb.pattern).fullmatch(between) or _step_behind(line, old, new, verb):
            return new, rises
    return None, None


def _step_behind(line: Line, old: Mention, new: Mention, verb: Pattern) -> bool:
    """Whether the word for the step stands behind both: 由88%到94%的提升."""
    between, behind = line.text[old.end : new.start], line.text[new.end : new.end + _LED]
    return between in ("到", "至") and behind.startswith("的") and bool(verb.match(behind, 1))


@cache
def _way(verb: str) -> Pattern:
    """The words from an old number to the new one: 增加到, 下降为."""
    return re.compile(
        rf"{_FEW}{{0,6}}?(?:{verb})了?[到至为成]{_FEW}{{0,3}}(?:\d{{1,4}}[年月]{_FEW}{{0,3}})?"
    )


def _compared(line: Line, old: Mention) -> Mention | None:
    """The number that is set against an old one: 214亿元，比上年的200亿元."""
    start, _ = line.sentence_of(old.start)
    before = [
        mention
        for mention in line.within(start, old.start)
        if is_size(mention) and mention.unit_kind == old.unit_kind and _is_beside(mention, old)
        if mention.figure.role not in _NO_RESULT and not mention.is_base
        if not (is_left(line, mention) or is_set_against(mention))
    ]
    new = before[-1] if before else None
    if new is None or ";" in line.text[new.end : old.start]:
        return None
    told = meant(line, new, old.start).numbers
    fits = (m.figure for m in told if m.figure.subject == old.figure.subject)
    return new if any(old.figure.scope in (None, figure.scope) for figure in fits) else None


def is_left(line: Line, mention: Mention) -> bool:
    """Whether a number without a word of its own is how much more: 超目标30万人次6万人次."""
    return not mention.lead and mention.start > 0 and line.text[mention.start - 1] not in _STOPS


def _is_beside(new: Mention, old: Mention) -> bool:
    """Whether both stand in one bracket, or the old one in brackets behind: (上年98.2%)."""
    alone = old.figure.role == "prior" or not old.lead
    return new.depth == old.depth or (alone and new.depth < old.depth)


def _year_after(line: Line, old: Mention) -> Mention | None:
    """The number of the next year beside an old one: 2022年520万人次，2021年400万人次."""
    if old.figure.period_start is None or old.figure.period_start.year + 1 not in line.years:
        return None
    start, end = line.sentence_of(old.start)
    sizes = [m for m in line.within(start, end) if is_size(m)]
    at = sizes.index(old)
    later = [m for m in sizes if old.unit_kind == m.unit_kind and is_year_after(old, m)]
    alike = [new for new in later if old.figure.subject == new.figure.subject]
    beside = [new for new in alike if new in sizes[max(0, at - 1) : at + 2]]
    named = alike if old.figure.subject and len(alike) == 1 else []
    behind = [new for new in later if new in sizes[at + 1 : at + 2] and _is_named_after(old, new)]
    return next(iter(beside or named or behind), None)


def _is_named_after(old: Mention, new: Mention) -> bool:
    """Whether last year's deed is told of again, cut short: 上年改造巷道30条，今年改造36条."""
    before, now = (_YEAR.sub("", deed(mention)) for mention in (old, new))
    return old.figure.role in (None, "prior") and (not before or before.startswith(now))


def _at_the_end(line: Line, old: Mention) -> Mention | None:
    """What there is at the end, told next to what there was: 年初3200人，年末3360人."""
    words = relations().words
    new = _behind_moves(line, old) if words.begins.search(old.lead) else None
    if new is None or not words.ends.search(new.lead):
        return None
    moved = _way_to(words).sub("", words.ends.sub("", new.lead))
    called = relations().names.lead_in.sub("", moved)
    if not set(called) <= set(old.label):
        return None
    alike = old.unit_kind == new.unit_kind and is_size(new) and old.depth == new.depth
    return new if alike and not re.search("[;。]", line.text[old.end : new.start]) else None


def _behind_moves(line: Line, old: Mention) -> Mention | None:
    """The number behind those that tell what came to an old one and what went."""
    _, end = line.sentence_of(old.start)
    told = line.within(old.end, end)
    return next((m for m in told if m.unit_kind != old.unit_kind or came(m) is None), None)


@cache
def _way_to(words: Words) -> Pattern:
    """Words that lead to a new number alone: 提升至."""
    return re.compile(f"(?:{words.rises.pattern}|{words.falls.pattern})了?[到至为]")

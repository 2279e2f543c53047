"""P09: the rate of all parts together lies between those of the parts told before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim
from ..reading.compared_words import compared_words
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention, total_of
from ..reading.terms import name, term
from .bases import between

_ASPECTS = frozenset({None, "level", "completion", "execution"})
_FEWEST = 2


def overall_rate(case: Case) -> Iterator[Finding]:
    """P09: 三个片区的到位率依次为97.2%、96.5%、98.1%，合计为97.0%."""
    wanted = compared_words().overall.any
    for line in lines_with(case, "rate") if case.holds(wanted) else ():
        several = len(line.placed) > _FEWEST and line.says(wanted)
        for sentence in line.by_sentence if several else ():
            for at, whole in enumerate(sentence):
                parts = _parts(line, sentence[:at], whole) if _is_rate(whole) else ()
                if parts and _can_be_judged(whole, parts):
                    yield _told(case, whole, parts)


def _is_rate(mention: Mention) -> bool:
    """Whether it is a rate as it is: no share, growth or goal."""
    figure = mention.figure
    level = figure.kind == "rate" and figure.aspect in _ASPECTS and figure.role in (None, "actual")
    return level and figure.comparator == "eq" and figure.value is not None


def _parts(line: Line, before: Sequence[Mention], whole: Mention) -> Sequence[Mention]:
    """The rates whose whole this one is; none where that is not sure."""
    count = before[-1] if before and _counts(line, before[-1], whole) else None
    ahead = [m for m in before if m is not count]
    parts = _listed(line, ahead) if count is None else _so_many(ahead, count)
    if len(parts) < _FEWEST or any(m.unit_kind != whole.unit_kind for m in parts):
        return ()
    start, _ = line.sentence_of(whole.start)
    if compared_words().overall.other.search(line.text, start, whole.start):
        return ()
    if compared_words().overall.idle.sub("", whole.lead) not in line.text[start : parts[0].start]:
        return ()
    return parts if count or _is_of_all(line, parts, whole) else ()


def _counts(line: Line, count: Mention, whole: Mention) -> bool:
    """Whether a number right before a rate says of how many things it is: 三片综合."""
    words, between_them = compared_words().overall, line.text[count.start : whole.start]
    kinds = count.figure.kind == "count" and line.text[count.start - 1] in ",;、:"
    named = (words.total, words.mean, words.general)
    told = any(word.search(between_them) for word in named)
    return kinds and told and "," not in between_them


def _so_many(before: Sequence[Mention], count: Mention) -> list[Mention]:
    """All rates told before, if they are as many as that."""
    rates = [m for m in before if m.figure.kind == "rate"]
    fitting = len(rates) == count.value and all(_is_rate(m) for m in rates)
    return rates if fitting else []


def _listed(line: Line, before: Sequence[Mention]) -> list[Mention]:
    """The last rates before, told one after another as those of several things."""
    words = compared_words().overall
    run = list(before[-1:])
    for earlier, later in reversed(list(pairwise(before))):
        if not words.list.fullmatch(line.text, earlier.end, later.start):
            break
        run.insert(0, earlier)
    start = line.clause_of(run[0])[0] if run else 0
    told = run and words.each.search(line.text[start : run[0].start])
    return run if told and all(_is_rate(m) for m in run) else []


def _is_of_all(line: Line, parts: Sequence[Mention], whole: Mention) -> bool:
    """Whether a rate is told as that of all the listed, or of a place that they divide."""
    words = compared_words().overall
    lead = line.text[parts[-1].end : whole.start]
    if words.total.search(lead):
        return True
    place, general = words.place.search(lead), words.general.search(lead)
    if words.mean.search(lead) and not (place or general):
        return True
    start, _ = line.sentence_of(whole.start)
    told = [m for m in line.within(start, parts[0].start) if m.figure.kind == "count"]
    ahead = [line.text[start : m.start] for m in told if m.value == len(parts)]
    if place:
        return any(place[0] in text and words.divided.search(text) for text in ahead)
    return bool(general and ahead)


def _can_be_judged(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether it is no sum of the parts: those of all are less than one."""
    return whole.value <= max(m.value for m in parts) or total_of(parts) > 1


def _told(case: Case, whole: Mention, parts: Sequence[Mention]) -> Finding:
    ordered = sorted(parts, key=lambda mention: mention.value)
    least, most = term(case, ordered[0]), term(case, ordered[-1])
    claim = Claim("P09", case.report, f"{name(whole)}的总体比率介于各分项之间")
    return between(claim, least, term(case, whole), most)


CHECKS = (Check("P09", overall_rate),)

"""P06 and P07: increments whose base is not in the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ...terms import Term
from ..parts.behind_lists import Meant, meant
from ..reading.lines import Line, numbered_lines, related_lines_of
from ..reading.mentions import Mention
from ..reading.terms import name, term
from ..reading.words import relations
from .changes import is_left, is_size
from .set_against import is_set_against

_YEAR_BEGIN = re.compile("年初|批复|原预算|年初预算")
_AFTERWARDS = re.compile("(?:调整|追加|调增|调减|压减)(?:以|之)?后")
"""Begins the sentence behind that of the first budget: 年中追加60万元，调整后."""
_ADJUSTED = re.compile("预算(?:的)?(?:调整|追加|调增|调减)(?:率|比例|幅度)")
_YEAR_BEFORE = re.compile("上年|去年|同期|同比")
_OF_YEAR_BEFORE = re.compile("(?<![比较于与同])(?:上一?年度?|去年)")
_MOST = 4
"""Paragraphs that tell of one budget and its changes."""
_SHORTEST = 2
"""Fewer characters name nothing: 来 of 一年来增加."""
_PARTS = frozenset({"其中", "中央"})
_MOVED = frozenset({"up", "down"})


def increment_and_rate(case: Case) -> Iterator[Finding]:
    """P06: an increment and the growth rate beside it are against one base."""
    for line in related_lines_of(case, "change"):
        for told, step in _incremented(line):
            rate = _rate_beside(line, step)
            found = [_rated(case, new, step, rate) for new in told.numbers if rate]
            yield from told.told_by(found)


def _rated(case: Case, new: Mention, step: Mention, rate: Mention) -> Finding:
    claim = Claim("P06", case.report, f"{name(new)}的增减额与增减幅")
    return equation(claim, _growth(case, new, step, rate), term(case, rate))


def _growth(case: Case, new: Mention, step: Mention, rate: Mention) -> Term:
    """The step over what there was before; below zero where the rate is told so (增速-10%)."""
    delta, now = term(case, step), term(case, new)
    if step.value < 0:
        return delta / (now - delta)
    falls = "down" in (step.figure.direction, rate.figure.direction)
    base = now + delta if falls else now - delta
    return now / base - Term.constant(1) if rate.value < 0 else delta / base


def budget_adjustment(case: Case) -> Iterator[Finding]:
    """P07: the budget at the beginning of the year and its changes give the adjusted one."""
    for line in related_lines_of(case, "change"):
        for before, sentence in pairwise(((), *map(_moneys, line.by_sentence))):
            opened = _of_role(sentence, "budget_initial") or not _AFTERWARDS.search(line.text)
            yield from _adjusted(case, sentence if opened else [*before, *sentence])
        for told, step in _incremented(line):
            initial = _of_role(line.within(0, told.numbers[0].start), "budget_initial")
            if len(initial) == 1 and _YEAR_BEGIN.search(step.lead):
                found = [_added(case, initial[0], [step], new) for new in told.numbers]
                yield from told.told_by(found)
    yield from _over_paragraphs(case)


def _moneys(sentence: Sequence[Mention]) -> Sequence[Mention]:
    """The amounts and their changes."""
    told = [m for m in sentence if m.figure.kind == "amount"]
    return [m for m in told if m.is_stated or _is_step(m)]


def adjustment_rate(case: Case) -> Iterator[Finding]:
    """P05: 预算调整率 is the change over the first budget; some changes may not count."""
    for line in related_lines_of(case, "change") if case.holds(_ADJUSTED) else ():
        for rate in line.mentions if line.says(_ADJUSTED) else ():
            if rate.figure.kind == "rate" and _ADJUSTED.search(rate.lead):
                told = line.within(line.sentence_of(rate.start)[0], rate.start)
                yield from _rate_of_adjustment(case, told, rate)


def _rate_of_adjustment(case: Case, told: Sequence[Mention], rate: Mention) -> Iterator[Finding]:
    initial, budget = _of_role(told, "budget_initial"), _of_role(told, "budget")
    if len(initial) == len(budget) == 1:
        ends = sorted((initial[0], budget[0]), key=lambda mention: mention.value)
        changed = term(case, ends[1]) - term(case, ends[0])
        claim = Claim("P05", case.report, "预算调整率与调整前后预算数")
        finding = equation(claim, changed / term(case, initial[0]), term(case, rate))
        if finding.verdict != "fail":
            yield finding


def _over_paragraphs(case: Case) -> Iterator[Finding]:
    """What holds where each of the three has a paragraph of its own, in one section."""
    every = numbered_lines(case) if case.of_role("budget_initial") else ()
    for at, first in enumerate(every):
        opens = _of_role(first.mentions, "budget_initial")
        if opens and not _of_role(first.mentions, "budget"):
            beside = [line for line in every[at : at + _MOST] if _are_together(first, line)]
            told = [m for line in beside for m in line.mentions if m.is_stated or _is_step(m)]
            amounts = [m for m in told if m.figure.kind == "amount"]
            found = _adjusted(case, amounts, at_once=False)
            yield from (finding for finding in found if finding.verdict == "ok")


def _are_together(one: Line, other: Line) -> bool:
    return one.passage.section == other.passage.section and other.passage.cell is None


def _adjusted(case: Case, told: Sequence[Mention], *, at_once: bool = True) -> Iterator[Finding]:
    """``at_once``: they stand in one sentence, the first budget before its changes."""
    steps = [m for m in told if _is_step(m) and m.figure.direction in _MOVED]
    initial = _of_role(told, "budget_initial") if steps else []
    budget = _of_role(told, "budget") if initial else []
    between = [m for m in steps if budget and m.start < budget[0].start]
    steps = between if at_once and between else steps
    in_order = not at_once or (initial and budget and initial[0].start < steps[0].start)
    if len(initial) == len(budget) == 1 and in_order:
        yield _added(case, initial[0], steps, budget[0])


def _added(case: Case, old: Mention, steps: Sequence[Mention], new: Mention) -> Finding:
    computed = term(case, old)
    for step in steps:
        change = term(case, step)
        falls = step.figure.direction == "down" and step.value > 0
        computed = computed - change if falls else computed + change
    claim = Claim("P07", case.report, "年初预算数及其增减与调整后预算数", "warning")
    return equation(claim, computed, term(case, new))


def _of_role(told: Sequence[Mention], role: str) -> list[Mention]:
    """Mentions with a role, the first for each value."""
    whole = (m for m in reversed(told) if m.is_stated and not _is_part(m))
    by_value = {m.value: m for m in whole if m.figure.role == role}
    return list(by_value.values())


def _is_part(mention: Mention) -> bool:
    """Whether only some of the money is told: 其中, 省级."""
    scope = mention.figure.scope or ""
    return scope in _PARTS or scope.endswith("级")


def _is_step(mention: Mention) -> bool:
    figure = mention.figure
    return figure.aspect == "change" and figure.value is not None and figure.comparator == "eq"


def _incremented(line: Line) -> Iterator[tuple[Meant, Mention]]:
    """Levels with their increments: 21.35万元，比上年减少3.15万元."""
    for step in line.mentions:
        if not _is_step(step) or step.figure.direction not in _MOVED:
            continue
        start, _ = line.sentence_of(step.start)
        before = [
            mention
            for mention in line.within(start, step.start)
            if is_size(mention)
            and not mention.is_base
            and mention.figure.role != "prior"
            and mention.depth <= step.depth
            and mention.unit_kind == step.unit_kind
            and not is_left(line, mention)
        ]
        near = before and ";" not in line.text[before[-1].end : step.start]
        if near and not _is_old(before[-1]):
            told = meant(line, before[-1], step.start)
            if any(_is_told_of(line, step, new) for new in told.numbers):
                yield told, step


def _is_old(level: Mention) -> bool:
    """Whether a level is what the increment was added to: 上年完工20处, 比对照田420公斤."""
    return is_set_against(level) or _OF_YEAR_BEFORE.search(level.lead) is not None


def _is_told_of(line: Line, step: Mention, new: Mention) -> bool:
    """Whether a step has the subject of its level, or of what that completes a part of."""
    bases = (m for m in line.within(new.end, step.start) if m.is_base)
    named = {m.figure.subject for m in (new, *bases)}
    return step.figure.subject in named or len(step.figure.subject or "") < _SHORTEST


def _rate_beside(line: Line, step: Mention) -> Mention | None:
    """The growth rate right behind an increment, against the same base."""
    rate = line.behind(step.end)
    if rate is None or rate.figure.aspect != "growth" or rate.figure.kind != "rate":
        return None
    between = line.text[step.end : rate.start].strip()
    if _YEAR_BEFORE.search(step.lead):
        between = between.replace("同比", "")
    return rate if relations().words.same_base.fullmatch(between) else None


CHECKS = (
    Check("P05", adjustment_rate),
    Check("P06", increment_and_rate),
    Check("P07", budget_adjustment),
)

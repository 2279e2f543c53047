"""P04 and P03: rates called after what was done of what was to be done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache

from .....schemas.finding import Finding
from ...case import Case, remembered
from ...check import Check
from ..parts.behind_lists import meant
from ..reading.lines import Line, lines_with, numbered_lines, related_lines
from ..reading.mentions import Mention
from ..reading.names import is_specific
from ..reading.words import relations
from .quotients import Quotient, fits, tested
from .rated import has_base
from .shares import share

_RATE = re.compile(r"(?:率|度|比|比例|比重|完成)(?:分别)?$")
_DONE = re.compile("完成|已|实际")
_QUOTED_GOAL = re.compile('[”"』」]的?[^,;。\\d]{0,6}?(?:目标|任务|计划)')
_GOAL_WORDS = re.compile("年度|全年|任务|目标|计划|指标|数?[为是]")
_OF_PLAN = re.compile("占(?:全年|年度|年初|本年)*(?:计划|任务|目标)[数量值]?的$")
_COMPLETED = frozenset({"completion", "share"})
_TARGETS = frozenset({"target", "plan"})
_SHORTEST_NAME = 4
_STEM = 2
_REMEMBERED = 1024
_SPENDING = re.compile("执行|支付|支出|使用|进度")
_TIMELY = re.compile("及时|按时|按期|时限|限时|时效")


def completion(case: Case) -> Iterator[Finding]:
    """P04: a completion rate is the result over its target, in the sentence or by name."""
    for line in lines_with(case, "rate", "multiple"):
        for rate in () if line.aspects.isdisjoint(_COMPLETED) else line.mentions:
            if _is_completion(rate) and not has_base(line, rate) and not _is_share(case, rate):
                yield from _against_goal(case, line, rate)


def _is_share(case: Case, rate: Mention) -> bool:
    """Whether P03 tells of the share of a plan: 占任务数的98%."""
    return rate.figure.aspect == "share" and case.report.figure_id(rate.index) in _shares(case)


@remembered
def _shares(case: Case) -> frozenset[str]:
    """The ids of the figures that shares are told of."""
    return frozenset(figure_id for found in share(case) for figure_id in found.figure_ids)


def _is_completion(rate: Mention) -> bool:
    """Whether a rate tells of completion, or of the share of a plan that was done."""
    figure, planned = rate.figure, _OF_PLAN.search(rate.lead)
    completed = figure.aspect == "completion" or (figure.aspect == "share" and planned)
    return bool(completed) and figure.kind in ("rate", "multiple")


def named_rate(case: Case) -> Iterator[Finding]:
    """P03: a rate called after a deed is what was done over all there was to do."""
    for line in related_lines(case):
        for rate in line.mentions if "rate" in line.kinds else ():
            if _is_plain(rate) and rate.figure.comparator in ("eq", "approx"):
                yield from _of_deed(case, line, rate)


def _is_plain(rate: Mention) -> bool:
    """Whether it is no share, growth or completion; rates of spending have a check of their own."""
    figure = rate.figure
    executed = figure.aspect == "execution" and not _SPENDING.search(figure.subject or "")
    return figure.kind == "rate" and (executed or figure.aspect in (None, "level"))


@remembered
def _levels(case: Case) -> Mapping[Hashable, Sequence[tuple[Line, Mention]]]:
    """All levels that the report tells, by their kind of unit."""
    found: defaultdict[Hashable, list[tuple[Line, Mention]]] = defaultdict(list)
    for line in numbered_lines(case):
        for mention in line.mentions:
            if mention.is_level:
                found[mention.unit_kind].append((line, mention))
    return found


def _goals_of(case: Case, result: Mention) -> list[Mention]:
    """The numbers that the same was to reach, told in different places."""
    alike = _levels(case).get(result.unit_kind, ())
    return [m for line, m in alike if _is_goal_of(m, result) and is_goal(line, m)]


def _against_goal(case: Case, line: Line, rate: Mention) -> Iterator[Finding]:
    if relations().words.sum.search(rate.lead):
        return
    told = [m for m in _before(line, rate) if not _is_passing(m)]
    beside = [m for m in told if is_goal(line, m)]
    results = [m for m in told if m not in beside] or beside[1:]
    beside = [m for m in beside if m not in results]
    done = [m for m in results if m.figure.role != "prior"][-1:]
    for meant_by in [meant(line, result, rate.start) for result in done]:
        goals = [_goals_for(case, beside, result) for result in meant_by.numbers]
        quotients = [
            Quotient(rate, result, goal)
            for result, told in zip(meant_by.numbers, goals, strict=True)
            for goal in told or (*_told_of_all(case, [result]), *_goals_like(case, result))
            if goal.unit_kind == result.unit_kind
        ]
        alike = len({goal.value for goal in goals[0]}) == 1
        sure = meant_by.sure and alike and not _are_apart(goals[0][0], meant_by.numbers[0])
        yield from tested(case, "P04", quotients, sure=sure)


def _goals_like(case: Case, result: Mention) -> list[Mention]:
    """What something of nearly the same name was to reach: 养护工程 and 农村公路养护工程."""
    alike = _levels(case).get(result.unit_kind, ())
    named = [(line, m) for line, m in alike if _is_like(m.figure.subject, result.figure.subject)]
    return [m for line, m in named if is_goal(line, m)]


def _is_like(one: str | None, other: str | None) -> bool:
    shorter, longer = sorted((one or "", other or ""), key=len)
    return len(shorter) >= _SHORTEST_NAME and shorter in longer


def _goals_for(case: Case, beside: Sequence[Mention], result: Mention) -> list[Mention]:
    """What a result was to reach, in its sentence or else by name."""
    fitting = [m for m in beside if m.unit_kind == result.unit_kind]
    return fitting or _goals_of(case, result)


def is_goal(line: Line, mention: Mention) -> bool:
    """Whether a level is to be reached, by its role, the word before it or the one behind.

    What was reached on the way (的目标6月末已实现90家) is no goal. Under a heading of results
    every number is one for which nothing else is said: there the words alone tell.
    """
    start, _ = line.clause_of(mention)
    before, role, words = line.text[start : mention.start], mention.figure.role, relations().words
    if role in _TARGETS:
        return words.unplanned.search(before) is None
    planned = words.goal.search(before) is not None and not _DONE.search(before)
    if role == "actual":
        return planned and not words.by_plan.search(before)
    quoted = _QUOTED_GOAL.match(line.text, mention.end) is not None
    return role is None and (planned or quoted)


def _is_passing(mention: Mention) -> bool:
    """Whether it was the result of a part of the year (6月底12公里)."""
    return relations().words.passing.search(mention.lead) is not None


def _are_apart(goal: Mention, result: Mention) -> bool:
    """Whether the result is called by nothing that the goal is told with (旧房, 棚屋)."""
    one, other = goal.figure.subject or "", result.figure.subject or ""
    named = [relations().names.generic.sub("", name) for name in (one, other)]
    return all(named) and not set(named[1]) & set(f"{one}{goal.lead}")


def _is_goal_of(goal: Mention, result: Mention) -> bool:
    """Whether both speak of one thing by name."""
    one, other = goal.figure, result.figure
    if one.subject == other.subject and len(one.subject or "") >= _SHORTEST_NAME:
        return True
    deed = _deed(goal.lead)
    return len(deed) >= _SHORTEST_NAME and deed == _deed(result.lead)


@lru_cache(_REMEMBERED)
def _deed(lead: str) -> str:
    """What is done, of the words that lead to a number."""
    return relations().names.lead_in.sub("", _GOAL_WORDS.sub("", lead))


def _of_deed(case: Case, line: Line, rate: Mention) -> Iterator[Finding]:
    done = _clause_before(line, rate)
    if not done:
        return
    every = _told_before(line, rate, done)
    called = len(done) == 1 and _is_called_after(line, rate, done[0])
    elsewhere = _told_of_all(case, done) if called and len(every) == 1 else []
    quotients = [
        Quotient(rate, part, whole, _is_negated(part, rate))
        for part in reversed(done)
        for whole in elsewhere or every
        if (elsewhere or whole.start < part.start)
        and whole.unit_kind == part.unit_kind
        and whole.value >= part.value
    ]
    wholes = {quotient.whole.value for quotient in quotients}
    rule = "P04" if (rate.figure.subject or "").endswith(("完成率", "完成比")) else "P03"
    sure = called and not elsewhere and len(wholes) == 1
    yield from tested(
        case, rule, quotients, sure=sure and not _is_of_earlier(case, line, rate, done[0])
    )


def _is_of_earlier(case: Case, line: Line, rate: Mention, part: Mention) -> bool:
    """Whether a sentence before told what it is of: 培训80人。取证76人…；就业72人，就业率90%."""
    start, _ = line.sentence_of(rate.start)
    earlier = (m for m in line.within(0, start) if m.is_stated and m.unit_kind == part.unit_kind)
    return any(fits(case, Quotient(rate, part, whole)) for whole in earlier)


def _told_before(line: Line, rate: Mention, done: Sequence[Mention]) -> list[Mention]:
    """The levels before a rate in its sentence; behind its last semicolon, if there are others."""
    start, _ = line.sentence_of(rate.start)
    every = [m for m in line.within(start, rate.start) if m.is_stated]
    parted = line.text.rfind(";", start, rate.start)
    near = [m for m in every if m.start > parted]
    alike = {part.unit_kind for part in done}
    return near if any(m.unit_kind in alike and m not in done for m in near) else every


def _told_of_all(case: Case, parts: Sequence[Mention]) -> list[Mention]:
    """Numbers of the things that the one part counts, wherever the report tells them."""
    names = {part.figure.subject for part in parts if is_specific(part.figure.subject)}
    return [
        mention
        for line in (numbered_lines(case) if names else ())
        for mention in line.stated
        if mention.figure.subject in names and mention not in parts
    ]


def _is_negated(part: Mention, rate: Mention) -> bool:
    """Whether the part counts what was not done, and the rate what was."""
    denied = re.search("[不未]", part.label)
    return bool(denied) and not re.search("[不未]", rate.figure.subject or "")


def _before(line: Line, rate: Mention) -> list[Mention]:
    """The levels before a rate, in its sentence up to the last semicolon."""
    start, _ = line.sentence_of(rate.start)
    start = max(start, line.text.rfind(";", start, rate.start) + 1)
    return [m for m in line.within(start, rate.start) if m.is_level]


def _clause_before(line: Line, rate: Mention) -> list[Mention]:
    """The levels in the clause right before the one of the rate."""
    own = line.text.rfind(",", 0, rate.start)
    start = max(line.text.rfind(stop, 0, own) for stop in ",;。:") + 1 if own > 0 else 0
    return [m for m in line.within(start, max(own, 0)) if m.is_stated]


def _is_called_after(line: Line, rate: Mention, part: Mention) -> bool:
    """Whether the rate has its name from the deed that the part counts (回收率, 收回)."""
    subject = rate.figure.subject or ""
    start = max(line.text.rfind(stop, 0, part.start) for stop in ",;。:") + 1
    clause = line.text[start : line.text.rfind(",", 0, rate.start)]
    if _TIMELY.search(subject) and not _TIMELY.search(clause):
        return False
    stem = subject[-_STEM - 1 : -1]
    if _RATE.search(subject) is None:
        return False
    if len(stem) == _STEM and stem in clause:
        return True
    return any(word.search(subject) and deed.search(clause) for deed, word in relations().rates)


CHECKS = (Check("P04", completion), Check("P03", named_rate))

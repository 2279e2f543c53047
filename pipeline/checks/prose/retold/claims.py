"""X06: a task is told as missed only where it is missed, and as fulfilled only if it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, remark
from ...wording import pattern
from ..ratios.completion import is_goal
from ..reading.compared_words import compared_words
from ..reading.lines import Line, lines, related_lines
from ..reading.mentions import Mention
from ..reading.terms import name, term
from ..steps.exceeded import TIMES, is_good

_AIM = re.compile("任务|目标|指标|计划")
"""One of these is named by every such claim."""
_SHORTEST = 2
_NEAR = 40
"""Characters from a result to the words that sum it up."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was to be done and what was, told in one sentence."""

    line: Line
    goal: Mention
    result: Mention


def told_otherwise(case: Case) -> Iterator[Finding]:
    """X06: 修路任务18公里，实际19公里 against 修路任务未能如数完成, and the reverse."""
    words = compared_words().claims
    prose = [line for line in lines(case) if line.passage.cell is None and _AIM.search(line.text)]
    for wanted, missed in ((words.missed, True), (words.reached, False)):
        for line in prose:
            for claim in wanted.finditer(line.text):
                found = _concerned(case, line, claim)
                values = {(one.goal.value, one.result.value) for one in found}
                if len(values) == 1 and _contradicts(found[0], missed=missed):
                    yield _told(case, line, claim, found[0])


def _outcome(line: Line, goal: Mention) -> Outcome | None:
    """A goal with the result right behind it; null where more of it may not be better."""
    if not (_is_measured(goal) and is_goal(line, goal)):
        return None
    result = line.behind(goal.end)
    _, end = line.sentence_of(goal.start)
    near = (
        result is not None and result.end <= end and ";" not in line.text[goal.end : result.start]
    )
    if result is None or not near or result.unit_kind != goal.unit_kind:
        return None
    done = not is_goal(line, result) and result.figure.role != "prior"
    fewer = pattern("less_is_better").search(line.text, line.clause_of(goal)[0], result.end)
    known = done and not fewer and _is_measured(result) and result.figure.comparator == "eq"
    return Outcome(line, goal, result) if known else None


def _is_measured(mention: Mention) -> bool:
    """Whether more of it is more of what was to be done."""
    figure = mention.figure
    told = figure.value is not None and figure.comparator in ("eq", "ge")
    counted = mention.is_level and figure.kind in ("count", "measure")
    return told and figure.unit not in TIMES and (counted or is_good(mention))


def _concerned(case: Case, line: Line, claim: re.Match[str]) -> list[Outcome]:
    """The outcomes that a claim can be of: by name anywhere, without one in its sentence."""
    what = _what(line, claim)
    if what is None:
        return []
    if len(what) >= _SHORTEST:
        named = (other for other in related_lines(case) if what in other.text)
        told = (_outcome(other, goal) for other in named for goal in other.mentions)
        return [one for one in told if one and what in _told_with(one)]
    start, _ = line.sentence_of(claim.start())
    beside = (_outcome(line, goal) for goal in line.within(start, claim.start()))
    return [one for one in beside if one and 0 <= claim.start() - one.result.end <= _NEAR]


def _told_with(outcome: Outcome) -> str:
    """The words of a goal's clause and on to its result."""
    start, _ = outcome.line.clause_of(outcome.goal)
    return outcome.line.text[start : outcome.result.end]


def _what(line: Line, claim: re.Match[str]) -> str | None:
    """What a claim says was done; empty where it has no name, null where it is of some of it."""
    words = compared_words().claims
    start = max(line.text.rfind(stop, 0, claim.start()) for stop in ",;。:\n") + 1
    behind = words.behind.match(line.text, claim.end())
    before = words.before.search(line.text[start : claim.start()])
    found, end = behind or before, behind.end() if behind else claim.end()
    if found is None or words.open.search(line.text, start, end):
        return None
    told = words.idle.sub("", found["what"])
    return told or words.idle.sub("", "" if before else line.text[start : claim.start()])


def _contradicts(outcome: Outcome, *, missed: bool) -> bool:
    reached = outcome.result.value >= outcome.goal.value
    return reached if missed else not reached


def _told(case: Case, line: Line, claim: re.Match[str], outcome: Outcome) -> Finding:
    result, goal = term(case, outcome.result), term(case, outcome.goal)
    ends = outcome.result.value, outcome.goal.value
    sign = "<" if ends[0] < ends[1] else ">" if ends[0] > ends[1] else "="
    statement = f"{result.text()} {sign} {goal.text()}，“{claim[0]}”"
    quotes = [source.quote for source in (result + goal).sources]
    quotes.append(case.quoted(line.passage, *claim.span()))
    matter = f"{name(outcome.result)}的完成情况与所述不符：{statement}"
    return remark(Claim("X06", case.report, matter), "fail", statement, quotes, [claim[0]])


CHECKS = (Check("X06", told_otherwise),)

"""S06 and S01 in sentences: 综合得分94.2分。决策（20分）得19分，过程（20分）得18.2分."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .....schemas.figure import Role
from .....schemas.finding import Finding
from ...case import Case, remembered
from ...check import Check
from ...proof import Claim, equation
from ...terms import Term, total
from ...wording import pattern
from ..parts.families import are_complementary
from ..parts.sums import every_partition, is_judged
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention, total_of
from ..reading.terms import term
from ..reading.words import relations

_FEWEST = 3
_SMALLEST_GROUP = 5
"""No group of indicators (满意度, 执行率) carries fewer points: one left out shows."""


@dataclass(frozen=True, slots=True)
class _Scored:
    """The total of a passage and its groups' scores and weights; no weights where none are told."""

    total: Mention
    scores: tuple[Mention, ...]
    weights: tuple[Mention, ...]


def told_scores(case: Case) -> Iterator[Finding]:
    """S06: the scores that a passage tells group by group add to its total.

    What does not fit is raised where no group can be missing: the weights are complete, or
    too little is missing for a group, or the groups have more than all.
    """
    for scored in _all_scored(case):
        claim = Claim("S06", case.report, "正文所述各部分得分之和与总分")
        finding = equation(claim, _sum(case, scored.scores), term(case, scored.total))
        full = scored.weights and total_of(scored.weights) == case.profile.full_score
        missing = scored.total.value - total_of(scored.scores)
        if finding.verdict != "fail" or full or missing < _SMALLEST_GROUP:
            yield finding


def told_weights(case: Case) -> Iterator[Finding]:
    """S01: the weights that a passage tells group by group add to the full score."""
    for scored in _all_scored(case):
        claim = Claim("S01", case.report, "正文所述各部分分值之和与满分")
        missing = case.profile.full_score - total_of(scored.weights)
        if scored.weights and missing < _SMALLEST_GROUP:
            full = Term.constant(case.profile.full_score)
            yield equation(claim, _sum(case, scored.weights), full)


@remembered
def _all_scored(case: Case) -> tuple[_Scored, ...]:
    """The passages that tell scores by groups, but for those that P01 adds up."""
    lines = (line for line in related_lines(case) if "score" in line.kinds)
    every = (_scored(case, line) for line in lines if line.passage.cell is None)
    told = [found for found in every if found]
    partitions = every_partition(case) if told else ()
    summed = {found.wholes[0].index for found in partitions if is_judged(found)}
    return tuple(found for found in told if found.total.index not in summed)


def _scored(case: Case, line: Line) -> _Scored | None:
    """The groups of a passage with one total; null where they are no clear list."""
    told = [m for m in line.mentions if m.figure.kind == "score" and m.figure.comparator == "eq"]
    totals = [m for m in told if _is_total(m)]
    groups = [m for m in told if m not in totals and m.value != case.profile.full_score]
    weights, scores = _parted(groups, case.profile.full_score)
    if len(totals) != 1 or len(scores) < _FEWEST or len(weights) not in (0, len(scores)):
        return None
    after = totals[0].end if totals[0].end <= scores[0].start else 0
    in_turn = _are_all(weights, scores, case.profile.full_score)
    if _is_nested(line, groups) or not (in_turn or are_complementary(_names(line, scores, after))):
        return None
    return _Scored(totals[0], scores, weights)


def _parted(
    groups: Sequence[Mention], full: int
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Weights and scores; what adds up to the full score ahead of as many scores is weights."""
    roles = dict(zip((m.index for m in groups), _roles(groups), strict=True))
    scores = tuple(m for m in groups if roles[m.index] == "score")
    weights = tuple(m for m in groups if roles[m.index] == "weight")
    points = tuple(m for m in groups if roles[m.index] is None)
    return points if not weights and _are_all(points, scores, full) else weights, scores


def _are_all(weights: Sequence[Mention], scores: Sequence[Mention], full: int) -> bool:
    """Whether all weights are told, and then as many scores: 分值为15分、25分…，得分为14分、…."""
    told = bool(weights) and len(weights) == len(scores)
    return told and weights[-1].end <= scores[0].start and total_of(weights) == full


def _is_total(mention: Mention) -> bool:
    subject = mention.figure.subject or ""
    called = pattern("total_score").search(subject) or relations().words.sum.search(mention.lead)
    part = pattern("part_of_score").search(subject)
    return mention.figure.role == "score" and bool(called) and not part


def _roles(groups: Sequence[Mention]) -> Iterator[Role | None]:
    """The role of each; the later ones of 得分为：决策19分、过程18分 have that of the first."""
    role: Role | None = None
    for mention in groups:
        role = mention.figure.role or role
        yield role


def _is_nested(line: Line, groups: Sequence[Mention]) -> bool:
    """Whether a group is told with its own parts, or points are told that were lost."""
    between = line.text[groups[0].end : groups[-1].start]
    return bool(relations().words.parts.search(between)) or "扣" in between


def _names(line: Line, scores: Sequence[Mention], after: int) -> list[str]:
    """What is said ahead of each score, from the one before it on: 决策指标满分20分，得."""
    starts = [after, *(mention.end for mention in scores)]
    return [line.text[start : m.start] for start, m in zip(starts, scores, strict=False)]


def _sum(case: Case, mentions: Sequence[Mention]) -> Term:
    return total([term(case, mention) for mention in mentions])


CHECKS = (Check("S06", told_scores), Check("S01", told_weights))

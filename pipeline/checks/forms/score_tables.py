"""S06, S01 and X03 for a table of groups (决策, 过程, 产出) that stands in a report of prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ....extractors.text.headings import is_sum
from ....schemas.finding import Finding
from ..case import Case, remembered
from ..check import Check
from ..facts import projects
from ..proof import Claim, equation, same
from ..terms import Term, total
from .results import total_scores_told

_FEWEST = 3
_SLIP = Fraction(1, 10)
"""By so much weights may miss the full score and still be meant to make it up."""


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Scores and weights of groups, a group a row, and those of the row that adds them up."""

    names: tuple[str, ...]
    scores: tuple[Term, ...]
    weights: tuple[Term, ...]
    total_score: Term
    total_weight: Term


def groups_to_total(case: Case) -> Iterator[Finding]:
    """S06: the scores of all groups add to the score of the last row."""
    for one in score_tables(case):
        claim = Claim("S06", case.report, "得分表各部分得分之和与合计")
        yield equation(claim, total(one.scores), one.total_score)


def groups_to_full_score(case: Case) -> Iterator[Finding]:
    """S01: the weights of all groups add to the full score."""
    for one in score_tables(case):
        claim = Claim("S01", case.report, "得分表各部分分值之和与满分")
        yield equation(claim, total(one.weights), one.total_weight)


def total_told(case: Case) -> Iterator[Finding]:
    """X03: the total score told in sentences is the one of the only such table."""
    tables = score_tables(case)
    if len(tables) == 1 and not any(one.indicators for one in projects(case)):
        for term in total_scores_told(case, tables[0].total_score):
            claim = Claim("X03", case.report, "正文所述总分与得分表合计")
            yield same(claim, tables[0].total_score, term)


@remembered
def score_tables(case: Case) -> tuple[ScoreTable, ...]:
    """The tables whose every row has a weight and a score, which together make up all points.

    So a table with rows of two levels, or of several projects, is none of them.
    """
    taken = {row.indicator.block for facts in projects(case) for row in facts.indicators}
    blocks = dict.fromkeys(at for at, row in case.rows if row is not None and at not in taken)
    tables = (_read(case, block) for block in blocks)
    return tuple(one for one in tables if one and _is_complete(case, one))


def _read(case: Case, block: int) -> ScoreTable | None:
    rows = sorted(row for row in case.numbered_rows(block) if row is not None)
    sums = [_is_sum_row(case, block, row) for row in rows] if len(rows) > _FEWEST else []
    if sums.count(True) != 1 or not sums[-1]:
        return None
    pairs = [(_cell(case, block, row, "weight"), _cell(case, block, row, "score")) for row in rows]
    stated = [(weight, score) for weight, score in pairs if weight and score]
    if len(stated) != len(rows):
        return None
    weights, scores = zip(*stated, strict=True)
    names = tuple(_name(case, block, row) for row in rows[:-1])
    return ScoreTable(names, scores[:-1], weights[:-1], scores[-1], weights[-1])


def _is_complete(case: Case, one: ScoreTable) -> bool:
    """Whether the rows are all of one report's groups: a slip apart, they make up all points."""
    full = case.profile.full_score
    summed = total(one.weights).number.value
    if summed is None or one.total_weight.number.value != full:
        return False
    return abs(summed - full) < full * _SLIP


def _is_sum_row(case: Case, block: int, row: int) -> bool:
    figures = (case.report.figures[index] for index in case.rows[block, row])
    return any(is_sum(figure.subject or "") for figure in figures)


def _name(case: Case, block: int, row: int) -> str:
    """What a row is called; empty where its numbers are of no one thing."""
    subjects = {case.report.figures[index].subject for index in case.rows[block, row]}
    return (subjects.pop() or "") if len(subjects) == 1 else ""


def _cell(case: Case, block: int, row: int, role: str) -> Term | None:
    """The only score of a row in a role; null where it has none or two."""
    figures = case.report.figures
    found = [
        index
        for index in case.rows[block, row]
        if figures[index].kind == "score" and figures[index].role == role
    ]
    return case.term(found[0]).exactly() if len(found) == 1 else None


CHECKS = (
    Check("S06", groups_to_total),
    Check("S01", groups_to_full_score),
    Check("X03", total_told),
)

"""F03 in sentences: 执行率99%，预算执行满分10分，得9.9分."""

from __future__ import annotations

from collections.abc import Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...number import Number
from ...proof import Claim, equation
from ...terms import Term
from ...wording import pattern
from ..reading.lines import lines_with
from ..reading.mentions import Mention
from ..reading.terms import name, term
from .full_marks import scores_with_marks


def execution_scores(case: Case) -> Iterator[Finding]:
    """F03: the score of execution is its full marks times the one rate that the text tells.

    Whole points that do not fit may be those of a step (执行率95%以上得满分): no alarm.
    """
    told = [
        (weight, score)
        for line in lines_with(case, "score")
        if line.passage.cell is None and "执行" in line.text
        for weight, score in scores_with_marks(line)
        if pattern("execution_points").search(name(weight))
    ]
    rate = _rate(case) if told else None
    if rate is None:
        return
    for weight, score in told:
        claim = Claim("F03", case.report, "正文所述执行率得分与分值乘执行率")
        stated = Term.of(term(case, score).sources[0])
        finding = equation(claim, term(case, weight) * rate, stated)
        if finding.verdict != "fail" or _is_proportional(weight, score):
            yield finding


def _rate(case: Case) -> Term | None:
    """The execution rate of all the money, at most one; null where several are told."""
    figures = case.report.figures
    told = [
        index
        for index in case.of_kind("rate")
        if figures[index].aspect == "execution"
        and figures[index].place.row is None
        and pattern("whole_rate").fullmatch(figures[index].subject or "")
    ]
    if len({figures[index].value for index in told}) != 1:
        return None
    rate = case.term(told[0])
    over = (rate.number.value or 0) > 1
    return Term.constant(1) if over else rate.means(rate.number.at_most(Number.exact(1)))


def _is_proportional(weight: Mention, score: Mention) -> bool:
    """Whether parts of a point tell that the score was computed from the rate."""
    return bool(score.figure.decimals) and score.value != weight.value


CHECKS = (Check("F03", execution_scores),)

"""S07, S17 to S21: totals, grades and how a form is built."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ....schemas.finding import Finding
from ....schemas.report import Grade
from ..case import Case
from ..check import Check
from ..facts import ProjectFacts, anywhere, projects
from ..proof import Claim, equation, remark
from ..tables.totals import list_totals
from ..terms import Term, plain, total
from .execution import undisputed_rate


def grade_of_score(case: Case) -> Iterator[Finding]:
    """S07: the grade is the one of the total score; a boundary belongs to the better grade."""
    graded = list(_graded(case))
    report = case.report
    if not graded and report.score is not None and report.grade:
        score = anywhere(case, report.score, "score")
        graded = [("", score, report.grade)] if score else []
    for name, score, grade in graded:
        earned = _grade(case, score.number.value or Fraction(0))
        sign = "" if earned == grade else f"，应为{earned}"
        line = f"{score.text()} {grade}{sign}"
        of = f"{name}的" if name else ""
        matter = f"{of}等级与得分{'相符' if earned == grade else '不符'}：{line}"
        quotes = [source.quote for source in score.sources]
        verdict = "ok" if earned == grade else "fail"
        yield remark(Claim("S07", report, matter), verdict, line, quotes, [name])


def _graded(case: Case) -> Iterator[tuple[str, Term, Grade]]:
    """The projects with a score and a grade, by name."""
    for facts in projects(case):
        score, grade = facts.total_score, facts.project.grade
        if score and grade and score.number.value is not None:
            yield facts.called, score, grade


def capped_by_execution(case: Case) -> Iterator[Finding]:
    """S17: where the profile caps the total under an execution rate, it is kept."""
    for facts in projects(case):
        score, rate = facts.total_score, facts.total and undisputed_rate(facts.total)
        told = rate and rate.number.value
        if rate and told is not None and score and score.number.value is not None:
            caps = [cap for below, cap in case.profile.caps.items() if told < below]
            if caps and score.number.value > min(caps):
                statement = f"执行率 {rate.text()}，{score.text()} > {min(caps)}"
                matter = f"执行率{rate.text()}的项目总分不得高于{min(caps)}分"
                quotes = [source.quote for source in (rate + score).sources]
                claim = Claim("S17", case.report, matter)
                yield remark(claim, "fail", statement, quotes, [facts.called])


def score_against_execution(case: Case) -> Iterator[Finding]:
    """S18: the rows score far better than the execution of the money."""
    for facts in projects(case):
        weights, scores = _sum(facts, "weight"), _sum(facts, "score")
        line = facts.total
        if weights and scores and line and line.weight and line.score and line.weight.number.value:
            rows = Fraction(scores) / Fraction(weights)
            money = (line.score / line.weight).number.value
            if rows and money is not None and (rows - money) / rows > Fraction(1, 5):
                statement = f"{plain(rows * 100, 1)}% > {plain(money * 100, 1)}%"
                matter = f"{facts.called}指标得分率与预算执行得分率相差较大：{statement}"
                quotes = [source.quote for source in (line.score / line.weight).sources]
                claim = Claim("S18", case.report, matter)
                yield remark(claim, "fail", statement, quotes, [facts.called])


def heavy_indicator(case: Case) -> Iterator[Finding]:
    """S19: no single indicator carries more than half of all points."""
    for facts in projects(case):
        for row in facts.indicators:
            weight = row.weight.number.value if row.weight else None
            if row.weight and weight is not None and weight > case.profile.heavy_indicator:
                statement = f"{row.weight.text()} > {case.profile.heavy_indicator}"
                matter = f"{row.indicator.name}一项占{row.weight.text()}分，指标设置不完整"
                quotes = [source.quote for source in row.weight.sources]
                claim = Claim("S19", case.report, matter)
                yield remark(claim, "fail", statement, quotes, [row.indicator.name])


def all_full_marks(case: Case) -> Iterator[Finding]:
    """S20: every row has full marks while not all of the money was spent."""
    for facts in projects(case):
        pairs = [(row.score, row.weight) for row in facts.indicators]
        full = len(pairs) > 1 and all(
            score and weight and score.number.value == weight.number.value
            for score, weight in pairs
        )
        rate = facts.total and undisputed_rate(facts.total)
        if full and rate and rate.number.value is not None and rate.number.value < 1:
            matter = f"{facts.called}各项指标全部满分，而执行率为{rate.text()}"
            quotes = [source.quote for source in rate.sources]
            statement = f"{len(pairs)}项全部满分，执行率 {rate.text()}"
            claim = Claim("S20", case.report, matter)
            yield remark(claim, "fail", statement, quotes, [facts.called])


def weighted_roll_up(case: Case) -> Iterator[Finding]:
    """S21: a summary's score is the mean of its projects', weighted by their money."""
    for listed in list_totals(case):
        rows = [facts for facts in listed.projects if facts.total_score and facts.total]
        if listed.score and len(rows) == len(listed.projects):
            money = [facts.total.budget for facts in rows if facts.total and facts.total.budget]
            scores = [facts.total_score for facts in rows if facts.total_score]
            if len(money) == len(scores) > 1:
                yield from _rolled_up(case, scores, money, listed.score)


def _rolled_up(
    case: Case, scores: list[Term], money: list[Term], stated: Term
) -> Iterator[Finding]:
    weighted = total([one * two for one, two in zip(scores, money, strict=True)]) / total(money)
    finding = equation(Claim("S21", case.report, "按资金加权的总得分与总得分"), weighted, stated)
    if finding.verdict != "fail":
        yield finding


def _grade(case: Case, score: Fraction) -> Grade:
    earned: list[tuple[int, Grade]] = [
        (least, grade) for grade, least in case.profile.grades.items() if score >= least
    ]
    return max(earned)[1] if earned else "差"


def _sum(facts: ProjectFacts, role: str) -> Fraction | None:
    terms = [row.weight if role == "weight" else row.score for row in facts.indicators]
    values = [term.number.value for term in terms if term and term.number.value is not None]
    return sum(values, Fraction(0)) if values and len(values) == len(terms) else None


CHECKS = (
    Check("S07", grade_of_score),
    Check("S17", capped_by_execution),
    Check("S18", score_against_execution),
    Check("S19", heavy_indicator),
    Check("S20", all_full_marks),
    Check("S21", weighted_roll_up),
)

"""X03, X05 to X07, S14, S15: results, scores and grades told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....schemas.document import Place
from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..facts import IndicatorRow, ProjectFacts, projects
from ..proof import Claim, bound, remark, same
from ..terms import Term
from ..told import is_of_year
from ..wording import pattern
from . import row_slips, told_rows
from .scores import met, rows

_STATED = frozenset({"eq", "approx"})
"""How a score is told; 不高于89分 is none."""

_FULL_MARKS = 100

_NAMELESS = re.compile("(?:实际)?(?:得分|评分)为?")
_ALL = frozenset({None, Decimal(1)})
"""Aims of an execution rate that say no more than the fund table: none, or all of it."""


def total_score_told(case: Case) -> Iterator[Finding]:
    """X03: the total score told elsewhere is the one of the form.

    Two columns of one row (自评分, 复核分) are two facts, and so is a review told in words.
    """
    scored = [one for one in projects(case) if one.project.source == "form" and one.total_score]
    if len(scored) == 1 and scored[0].total_score:
        total = scored[0].total_score
        for term in total_scores_told(case, total):
            yield same(Claim("X03", case.report, "另处所述总分与表中总分"), total, term)


def total_scores_told(case: Case, total: Term) -> Iterator[Term]:
    """The total scores that stand elsewhere than ``total``, by the one who wrote it."""
    own = {(place.block, place.row) for place in _places(total)}
    for index in case.of_role("score"):
        figure = case.report.figures[index]
        at = figure.place.block, figure.place.row
        whole = _is_total_score(figure) and not _is_of_points(case, index)
        whole = whole and not _is_of_a_level(case, figure)
        if at not in own and whole and is_of_year(case, figure):
            yield case.term(index).exactly()


def grade_told(case: Case) -> Iterator[Finding]:
    """X03: the grade told in the text is the one of the form."""
    forms = [one for one in projects(case) if one.project.source == "form" and one.project.grade]
    told = [one for one in projects(case) if one.project.source == "prose" and one.project.grade]
    if len(forms) != 1 or len(told) > 1:
        return
    form = forms[0].project.grade
    text = told[0].project.grade if told else case.report.grade
    terms = [one.total_score for one in (*told, forms[0]) if one.total_score]
    quotes = [source.quote for term in terms for source in term.sources]
    if quotes and (told or form != text):
        verdict = "ok" if form == text else "fail"
        line = f"{text} {'=' if form == text else '≠'} {form}"
        matter = f"正文所述等级与表中等级{'相符' if form == text else '不符'}：{line}"
        yield remark(Claim("X03", case.report, matter), verdict, line, quotes, ["grade"])


def reason_agrees(case: Case) -> Iterator[Finding]:
    """X06: a reason speaks of a missed target only where it is missed, of success only if not."""
    for row in (row for row in rows(case) if row.indicator.reason):
        reason = row.indicator.reason or ""
        missed = pattern("missed_target").search(reason)
        full = row.score and row.weight and row.score.number.value == row.weight.number.value
        if missed and met(row) and full and row.target and row.actual:
            line = f"{row.target.text()}，{row.actual.text()}，“{missed[0]}”"
            matter = f"{row.indicator.name}已完成指标值，偏差原因却称“{missed[0]}”"
            quotes = [source.quote for source in (row.target + row.actual).sources]
            claim = Claim("X06", case.report, matter)
            yield remark(claim, "fail", line, quotes, [row.indicator.name])
        done = pattern("claims_success").fullmatch("".join(reason.split()))
        if done and met(row) is False and row.target and row.actual:
            yield _claimed(case, row, row.actual, row.target)


def _claimed(case: Case, row: IndicatorRow, actual: Term, target: Term) -> Finding:
    """A row whose reason says that all was done, though its target is missed."""
    most = row.indicator.comparator in {"le", "under"}
    line = f"{actual.text()} {'>' if most else '<'} {target.text()}，“{row.indicator.reason}”"
    matter = f"{row.indicator.name}未完成指标值，偏差原因却称“{row.indicator.reason}”"
    quotes = [source.quote for source in (actual + target).sources]
    return remark(Claim("X06", case.report, matter), "fail", line, quotes, [row.indicator.name])


def execution_scored_twice(case: Case) -> Iterator[Finding]:
    """X07: the score of execution in the indicator table is the one in the fund table.

    An indicator with an aim of its own (≥95%) is scored by that.
    """
    for facts in projects(case):
        score = facts.total and facts.total.score
        blocks = {row.indicator.block for row in facts.indicators}
        aimed = {_row(row) for row in facts.indicators if row.indicator.target_value not in _ALL}
        for index in case.of_role("score") if score else ():
            figure = case.report.figures[index]
            at = figure.place.block, figure.place.row
            named = at[0] in blocks and pattern("whole_rate").fullmatch(figure.subject or "")
            if score and named and at not in aimed and not _is_same(score, case, index):
                claim = Claim("X07", case.report, "两表所列预算执行率得分")
                yield same(claim, score, case.term(index).exactly())


def _row(row: IndicatorRow) -> tuple[int, int]:
    return row.indicator.block, row.indicator.row


def cost_of_all(case: Case) -> Iterator[Finding]:
    """S15: the total cost among the indicators is the money spent, within the budget."""
    for facts in projects(case):
        line = facts.total
        for row in facts.indicators:
            if line and pattern("whole_cost").fullmatch(row.indicator.name):
                yield from _cost(case, facts, row)


def _cost(case: Case, facts: ProjectFacts, row: IndicatorRow) -> Iterator[Finding]:
    line = facts.total
    if line and line.executed and row.actual and row.indicator.actual_unit == "CNY":
        claim = Claim("S15", case.report, f"{row.indicator.name}与全年执行数")
        yield same(claim, line.executed, row.actual)
    if line and line.budget and row.target and row.indicator.target_unit == "CNY":
        claim = Claim("S15", case.report, f"{row.indicator.name}的指标值与全年预算数")
        initial = line.budget_initial
        budget = max((one for one in (line.budget, initial) if one), key=_value)
        yield bound(claim, row.target.exactly(), budget)


def _value(term: Term) -> float:
    return float(term.number.value or 0)


def _places(term: Term) -> list[Place]:
    return [source.quote.place for source in term.sources]


def _is_total_score(figure: Figure) -> bool:
    subject = figure.subject or ""
    is_score = figure.kind == "score" and figure.role == "score" and figure.comparator in _STATED
    if not (is_score and pattern("total_score").search(subject)):
        return False
    others = (pattern("part_of_score"), pattern("reviewed_score"))
    return not any(other.search(subject) for other in others)


def _is_of_points(case: Case, index: int) -> bool:
    """Whether the score is that of fewer points, told before it: 执行率10分中的得分9.4分."""
    points = case.report.figures[max(index - 1, 0)]
    before, found = (case.passage_at(case.report.figures[at].place) for at in (index - 1, index))
    if points.kind != "score" or points.value is None or points.value >= _FULL_MARKS:
        return False
    if before is None or found is None or before[0] is not found[0]:
        return False
    behind = before[1] + len(points.text)
    return pattern("of_these_points").fullmatch(found[0].folded, behind, found[1]) is not None


def _is_of_a_level(case: Case, figure: Figure) -> bool:
    """Whether a nameless score (得分34分) stands under the heading of some indicators."""
    found = case.passage_at(figure.place)
    if found is None or found[0].section is None or not _NAMELESS.fullmatch(figure.subject or ""):
        return False
    return case.report.sections[found[0].section].kind == "indicators"


def _is_same(term: Term, case: Case, index: int) -> bool:
    return term.sources[0].figure_id == case.report.figure_id(index)


CHECKS = (
    Check("X03", total_score_told),
    Check("X03", grade_told),
    *told_rows.CHECKS,
    *row_slips.CHECKS,
    Check("X06", reason_agrees),
    Check("X07", execution_scored_twice),
    Check("S15", cost_of_all),
)

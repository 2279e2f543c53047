"""X03, X05, X06, X07, S14, S15: results, scores and grades told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...schemas.document import Place
from ...schemas.figure import Figure
from ...schemas.finding import Finding
from .case import Case, remembered
from .check import Check
from .facts import IndicatorRow, ProjectFacts, projects
from .number import judge_same
from .proof import Claim, bound, remark, same
from .prose.stated import Stated, statements
from .scores import met, rows
from .terms import Term
from .told import is_of_year, is_settled, is_told
from .wording import pattern

_SHORTEST_SUBJECT = 4
"""Shorter ones must be the whole name but for its last word: 植树 of 植树数量."""
_STATED = frozenset({"eq", "approx"})
"""How a score is told; 不高于89分 is none."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A row with what it can be called by, and the units that it is told in."""

    row: IndicatorRow
    bare: str
    whole: str
    units: frozenset[str | None]

    @classmethod
    def of(cls, row: IndicatorRow) -> _Named:
        one = row.indicator
        bare, whole = pattern("quantity").sub("", one.name), one.name.removesuffix("数")
        return cls(row, bare, whole, frozenset((one.actual_unit, one.target_unit)))


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
    for index, figure in enumerate(case.report.figures):
        at = figure.place.block, figure.place.row
        if _is_total_score(figure) and at not in own and is_of_year(case, figure):
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


def results_told(case: Case) -> Iterator[Finding]:
    """X05: a result told in a sentence is the one of the indicator table."""
    return (finding for finding in _told(case) if finding.rule == "X05")


def goals_told(case: Case) -> Iterator[Finding]:
    """S14: a number in the cells of goal and result is the one of the indicator table."""
    return (finding for finding in _told(case) if finding.rule == "S14")


@remembered
def _told(case: Case) -> tuple[Finding, ...]:
    """What is told of each row.

    A subject belongs to a row when the row's name holds all its characters and the unit is
    the same; where it could belong to two rows it is left, and so is one of several values
    unless it bears the row's whole name.
    """
    named = [_Named.of(row) for row in rows(case) if row.actual or row.target]
    stated = {one.mention.index: one for one in statements(case)} if named else {}
    told: dict[tuple[int, str], list[int]] = {}
    for index, figure in enumerate(case.report.figures if named else ()):
        found = _row_of(case, figure, named, stated.get(index))
        role = figure.role or "actual"
        if found is not None and role in {"actual", "target"}:
            told.setdefault((found, role), []).append(index)
    return tuple(
        finding
        for (at, role), indices in told.items()
        for finding in _told_of_row(case, named[at].row, role, indices)
    )


def reason_agrees(case: Case) -> Iterator[Finding]:
    """X06: a reason does not speak of a missed target where the target is met."""
    for row in rows(case):
        reason = row.indicator.reason or ""
        missed = pattern("missed_target").search(reason)
        full = row.score and row.weight and row.score.number.value == row.weight.number.value
        if missed and met(row) and full and row.target and row.actual:
            line = f"{row.target.text()}，{row.actual.text()}，“{missed[0]}”"
            matter = f"{row.indicator.name}已完成指标值，偏差原因却称“{missed[0]}”"
            quotes = [source.quote for source in (row.target + row.actual).sources]
            claim = Claim("X06", case.report, matter)
            yield remark(claim, "fail", line, quotes, [row.indicator.name])


def execution_scored_twice(case: Case) -> Iterator[Finding]:
    """X07: the score of execution in the indicator table is the one in the fund table."""
    for facts in projects(case):
        line = facts.total
        blocks = {row.indicator.block for row in facts.indicators}
        for index, figure in enumerate(case.report.figures):
            in_table = figure.place.block in blocks and figure.role == "score"
            named = pattern("whole_rate").fullmatch(figure.subject or "")
            if line and line.score and in_table and named and not _is_same(line.score, case, index):
                claim = Claim("X07", case.report, "两表所列预算执行率得分")
                yield same(claim, line.score, case.term(index).exactly())


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
    other = pattern("part_of_score").search(subject) or pattern("reviewed_score").search(subject)
    return bool(is_score and not other and pattern("total_score").search(subject))


def _row_of(
    case: Case, figure: Figure, named: Sequence[_Named], stated: Stated | None
) -> int | None:
    subject = figure.subject or ""
    if figure.aspect not in {"level", "share", None} or not subject or figure.kind == "score":
        return None
    if not figure.unit or (figure.scope and figure.scope not in {"其中", "新增"}):
        return None
    called = stated.called if stated and not stated.narrowed else ""
    fits = [at for at, one in enumerate(named) if _is_of(figure, one, subject, called)]
    one_row = len(fits) == 1 and is_told(case, figure) and is_settled(case, figure)
    return fits[0] if one_row else None


def _is_of(figure: Figure, named: _Named, subject: str, called: str) -> bool:
    """Whether a figure is of a row: by its subject, or by all the words that lead to it."""
    if figure.unit not in named.units:
        return False
    worded = len(named.whole) >= _SHORTEST_SUBJECT and called.startswith((named.bare, named.whole))
    if not worded:
        name = f"{named.row.indicator.name}{figure.scope or ''}"
        short = len(subject) < _SHORTEST_SUBJECT and subject != named.bare
        if short or any(subject.count(char) > name.count(char) for char in subject):
            return False
    own = (term.sources[0].quote.place for term in (named.row.target, named.row.actual) if term)
    return figure.place not in own


def _told_of_row(case: Case, row: IndicatorRow, role: str, indices: list[int]) -> Iterator[Finding]:
    stated = row.actual if role == "actual" else row.target
    terms = [case.term(index) for index in indices]
    if stated is None:
        return
    agree = [term for term in terms if _agrees(term, row)]
    values = {term.number.value for term in terms}
    if not agree and len(values) > 1:
        return
    named = [case.term(index) for index in indices if _names(case.report.figures[index], row)]
    others = [term for term in named if not _agrees(term, row)]
    for term in [*agree, *others] if agree else terms:
        goal = term.sources[0].quote.place.row is not None
        matter = f"另处所述{row.indicator.name}与指标表"
        claim = Claim("S14" if goal else "X05", case.report, matter)
        yield same(claim, _like(term, row, stated), term)


def _names(figure: Figure, row: IndicatorRow) -> bool:
    """Whether a figure is told under the whole name of a row: then it is of no other thing."""
    return figure.subject == row.indicator.name and figure.scope is None


def _agrees(term: Term, row: IndicatorRow) -> bool:
    known = [one for one in (row.actual, row.target) if one]
    return any(judge_same(_plain(one).number, term.number) != "fail" for one in known)


def _like(term: Term, row: IndicatorRow, stated: Term) -> Term:
    """The target where the sentence repeats it, else what is stated for its role."""
    for one in (stated, row.actual, row.target):
        if one and judge_same(_plain(one).number, term.number) != "fail":
            return _plain(one)
    return _plain(stated)


def _plain(term: Term) -> Term:
    """A target without its comparator: sentences repeat the digits alone."""
    return term.exactly() if term.number.rounded.is_bounded is False else term


def _is_same(term: Term, case: Case, index: int) -> bool:
    return term.sources[0].figure_id == case.report.figure_id(index)


CHECKS = (
    Check("X03", total_score_told),
    Check("X03", grade_told),
    Check("X05", results_told),
    Check("S14", goals_told),
    Check("X06", reason_agrees),
    Check("X07", execution_scored_twice),
    Check("S15", cost_of_all),
)

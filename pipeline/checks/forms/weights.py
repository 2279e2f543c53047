"""S01, S02, S06: weights add to 100, levels to their own, and scores to the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ....schemas.document import Cell, Place
from ....schemas.finding import Finding
from ..case import Case, remembered
from ..check import Check
from ..facts import IndicatorRow, ProjectFacts, projects
from ..number import judge
from ..proof import Claim, equation
from ..terms import Term, total
from ..wording import pattern

_FAR = Fraction(4, 5)
"""Of less than so much of the full score no total is meant."""

_Level = tuple[Term, list[IndicatorRow]]
"""A printed weight, and the rows that its cell stands beside."""


def weights_to_hundred(case: Case) -> Iterator[Finding]:
    """S01: the weights of all rows and of execution add to the full score.

    Silent where a row has no weight, where only the weight of execution is not printed, and
    for some indicators taken out of a form.
    """
    for facts, levels in _by_project(case):
        weights = _all([row.weight for row in facts.indicators])
        if weights:
            full, execution = _full(case, facts), _execution(case, facts, "weight")
            summed = total([*execution, *weights])
            sums = (summed, total(weights)) if execution else (summed,)
            fits = (one for one in sums if judge(one.number, full.number) != "fail")
            found = next(fits, summed)
            rest = case.profile.full_score - case.profile.execution_weight
            if execution or not (summed.number.value == rest or _is_excerpt(facts, summed, full)):
                claim = Claim("S01", case.report, f"{_of(facts)}各项分值之和与满分")
                yield equation(claim, _by_level(levels, execution, found, full), full)


def printed_total_of_weights(case: Case) -> Iterator[Finding]:
    """S01: where the rows make up the full score, their printed total is no other number."""
    for facts in projects(case):
        weights, printed = _all([row.weight for row in facts.indicators]), facts.total_weight
        if weights and printed:
            whole = total([*_execution(case, facts, "weight"), *weights])
            full = case.profile.full_score
            is_other = printed.number.value not in (full, total(weights).number.value)
            if whole.number.value == full and is_other:
                claim = Claim("S01", case.report, f"{_of(facts)}各项分值之和与合计分值")
                yield equation(claim, whole, printed)


def level_weights(case: Case) -> Iterator[Finding]:
    """S02: the weights under a printed level weight (产出指标（50分）) add up to it."""
    for facts, levels in _by_project(case):
        for level, rows in levels:
            weights = _all([row.weight for row in rows])
            if weights:
                claim = Claim("S02", case.report, f"{_of(facts)}下级指标分值之和与上级指标分值")
                yield equation(claim, total(weights), level)
        if not levels:
            yield from _usual_levels(case, facts)


def _usual_levels(case: Case, facts: ProjectFacts) -> Iterator[Finding]:
    """Unprinted level weights are compared with the usual ones, which none is bound to."""
    for kind, usual in case.profile.level_weights.items():
        rows = [row for row in facts.indicators if row.indicator.level1_kind == kind]
        weights = _all([row.weight for row in rows])
        if weights and total(weights).number.value == usual:
            matter = f"{_of(facts)}{rows[0].indicator.level1}分值之和与通用分值"
            yield equation(Claim("S02", case.report, matter), total(weights), Term.constant(usual))


def total_of_scores(case: Case) -> Iterator[Finding]:
    """S06: the total score is the sum of the scores of execution and of all rows."""
    for facts in projects(case):
        scores = _all([row.score for row in facts.indicators])
        if scores and facts.total_score:
            stated, execution = facts.total_score, _execution(case, facts, "score")
            sums = [total([*execution, *scores]), *([total(scores)] if execution else [])]
            held = (one for one in sums if judge(one.number, stated.number) != "fail")
            found = next(held, None)
            if found or _knows_execution(case, facts):
                claim = Claim("S06", case.report, f"{_of(facts)}各项得分之和与总分")
                yield equation(claim, found or sums[0], stated)


def _all(terms: list[Term | None]) -> list[Term]:
    """The terms, if every row has one."""
    stated = [term for term in terms if term]
    return stated if len(stated) == len(terms) else []


def _execution(case: Case, facts: ProjectFacts, role: str) -> list[Term]:
    """The weight or score of execution: of the fund table, else of a row among the indicators."""
    lines = [line.weight if role == "weight" else line.score for line in facts.funds]
    stated = [term for term in lines if term]
    return stated[:1] or list(_execution_row(case, facts, role))[:1]


def _execution_row(case: Case, facts: ProjectFacts, role: str) -> Iterator[Term]:
    blocks = {row.indicator.block for row in facts.indicators}
    own = {row.indicator.row for row in facts.indicators}
    for index in case.of_role(role):
        figure = case.report.figures[index]
        beside = figure.place.block in blocks and figure.place.row not in own
        named = beside and pattern("whole_rate").fullmatch(figure.subject or "")
        if named and figure.kind == "score":
            yield case.term(index).exactly()


def _knows_execution(case: Case, facts: ProjectFacts) -> bool:
    """Whether the score of execution is printed, or the rows alone make up all points."""
    weights = _all([row.weight for row in facts.indicators])
    whole = bool(weights) and total(weights).number.value == case.profile.full_score
    return whole or bool(_execution(case, facts, "score"))


def _full(case: Case, facts: ProjectFacts) -> Term:
    """The printed total of the weights where it is the full score, else the full score."""
    full = Term.constant(case.profile.full_score)
    printed = facts.total_weight
    return printed if printed and printed.number.value == full.number.value else full


def _is_excerpt(facts: ProjectFacts, summed: Term, full: Term) -> bool:
    """Whether the rows are some of a form's: far from the full score, and with no total."""
    most, value = full.number.value, summed.number.value
    small = most is not None and value is not None and value < most * _FAR
    return facts.total_weight is None and small


def _by_level(levels: Sequence[_Level], execution: Sequence[Term], found: Term, full: Term) -> Term:
    """The sum by printed level weights where they say the same, which is shorter to check."""
    adding_up = [level for level, rows in levels if _adds_up(level, rows)]
    if not adding_up or judge(found.number, full.number) == "fail":
        return found
    grouped = total([*execution, *adding_up])
    return grouped if grouped.number.value == found.number.value else found


def _adds_up(level: Term, rows: list[IndicatorRow]) -> bool:
    weights = _all([row.weight for row in rows])
    return bool(weights) and total(weights).number.value == level.number.value


@remembered
def _by_project(case: Case) -> tuple[tuple[ProjectFacts, tuple[_Level, ...]], ...]:
    """Every project with the weights of its levels."""
    return tuple((facts, tuple(_levels(case, facts))) for facts in projects(case))


def _levels(case: Case, facts: ProjectFacts) -> Iterator[_Level]:
    """The printed weights of a project's levels."""
    own = {row.weight.sources[0].figure_id for row in facts.indicators if row.weight}
    for block in dict.fromkeys(row.indicator.block for row in facts.indicators):
        for index in case.of_role("weight"):
            place = case.report.figures[index].place
            in_table = place.block == block and place.row is not None
            if in_table and case.report.figure_id(index) not in own:
                rows = _beside(case, facts, place)
                if rows:
                    yield case.term(index).exactly(), rows


def _beside(case: Case, facts: ProjectFacts, place: Place) -> list[IndicatorRow]:
    """The indicators of a level's cell, if their weights are printed to its right."""
    span = _span(case, place)
    inside = [row for row in facts.indicators if row.indicator.block == place.block]
    beside = [row for row in inside if row.indicator.row in span]
    columns = [row.weight.sources[0].quote.place.column or 0 for row in beside if row.weight]
    return beside if all((place.column or 0) < column for column in columns) else []


def _span(case: Case, place: Place) -> range:
    """The rows of a level: its merged cell, or down to the next filled cell of the column.

    Where the level is printed again in every row, only its first row has it. A heading that
    is repeated on the next page ends nothing.
    """
    lattice = [line[place.column or 0] for line in case.lattice(place.block)]
    if not lattice or place.row is None:
        return range(0)
    cell, own = lattice[place.row], _text(lattice[place.row])
    above = lattice[place.row - 1] if place.row > 0 else cell
    if above is not cell and _text(above) == own:
        return range(0)
    under_heading = cell is not None and not cell.is_header
    above_it = lattice[: place.row] if under_heading else []
    headings = {_text(cell) for cell in above_it if cell and cell.is_header}
    passed = {"", own, *headings}
    later = range(place.row, len(lattice))
    end = next((row for row in later if _text(lattice[row]) not in passed), len(lattice))
    return range(place.row, end)


def _text(cell: Cell | None) -> str:
    return cell.text.strip() if cell else ""


def _of(facts: ProjectFacts) -> str:
    return f"{facts.called}的" if facts.called else ""


CHECKS = (
    Check("S01", weights_to_hundred),
    Check("S01", printed_total_of_weights),
    Check("S02", level_weights),
    Check("S06", total_of_scores),
)

"""C05, C09, C10, F15, S13: reports of consecutive years, and goals with their results."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal

from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ..case import Case
from ..facts import IndicatorRow, ProjectFacts, projects
from ..proof import Claim, remark, same
from ..terms import Term
from ..wording import pattern
from .project_pairs import ProjectPair, over_years, project_pairs
from .together import AcrossCheck, consecutive, same_matter, subject_of, unit_keys

_SOFT = Decimal("0.8")


def carried_over(cases: Sequence[Case]) -> Iterator[Finding]:
    """F15: what is carried over into a year is what the year before left.

    What a list of projects says of the year before is asked only where no form tells it.
    """
    pairs = list(over_years(cases))
    in_forms = {id(pair.theirs) for pair in pairs if pair.mine.project.source == "form"}
    for pair in pairs:
        in_form = pair.mine.project.source == "form"
        left, carried = _left(pair), _carried(pair.theirs)
        if left and carried and (in_form or id(pair.theirs) not in in_forms):
            claim = Claim("F15", pair.other.report, f"{pair.mine.called}的上年结转与上年结余")
            if carried.number.value and left.number.value:
                yield same(claim, left, carried)


def told_balances(cases: Sequence[Case]) -> Iterator[Finding]:
    """F15: what a report's sentences say was carried over is what the year before's say is left."""
    for earlier, later in consecutive(cases, unit_keys):
        if same_matter(earlier, later):
            left, carried = (_balance(case, earlier.report.year) for case in (earlier, later))
            if left and carried:
                matter = f"{later.report.unit}的上年结转与上年结余"
                yield same(Claim("F15", later.report, matter), left, carried)


def prior_values(cases: Sequence[Case]) -> Iterator[Finding]:
    """C05: last year's value as told this year is the one that last year's report told."""
    for earlier, later in consecutive(cases, unit_keys):
        told = _told_of_its_year(earlier) if same_matter(earlier, later) else {}
        for index, figure in enumerate(later.report.figures):
            is_prior = _is_of(figure, earlier.report.year) and figure.role != "target"
            at = told.get(subject_of(figure)) if is_prior and figure.subject else None
            if at is not None and earlier.report.figures[at].unit == figure.unit:
                claim = Claim("C05", later.report, f"{figure.subject}的上年数与上年报告")
                yield same(claim, earlier.term(at), later.term(index))


def soft_targets(cases: Sequence[Case]) -> Iterator[Finding]:
    """C09: a target well below last year's result."""
    for case, before, now in _indicators_over_years(cases):
        told = now.target is not None and before.actual is not None
        same_unit = told and before.indicator.actual_unit == now.indicator.target_unit
        if same_unit and _is_soft(before, now):
            line = f"{now.indicator.target_text} < 80% × {before.indicator.actual_text}"
            yield _drift("C09", case, now, "指标值低于上年完成值的80%", line, before)


def changed_units(cases: Sequence[Case]) -> Iterator[Finding]:
    """C10: an indicator counted in another unit than last year."""
    for case, before, now in _indicators_over_years(cases):
        units = before.indicator.actual_unit, now.indicator.target_unit
        if all(units) and units[0] != units[1]:
            line = f"{before.indicator.actual_text} / {now.indicator.target_text}"
            yield _drift("C10", case, now, "单位与上年不同", line, before)


def approved_targets(cases: Sequence[Case]) -> Iterator[Finding]:
    """S13: targets are those of the approved table of goals, where that is given too."""
    for pair in project_pairs(cases):
        of_goals, of_results = _is_goal_table(pair.one), _is_goal_table(pair.other)
        same_year = pair.one.report.year == pair.other.report.year
        if same_year and of_goals != of_results:
            turned = pair if of_goals else pair.turned()
            for approved, row in turned.rows:
                if approved.target and row.target:
                    name = row.indicator.name
                    claim = Claim("S13", turned.other.report, f"{name}的指标值与绩效目标表")
                    yield same(claim, approved.target.exactly(), row.target.exactly())


def _indicators_over_years(
    cases: Sequence[Case],
) -> Iterator[tuple[Case, IndicatorRow, IndicatorRow]]:
    """The later report with an indicator of last year and of its own, once for each."""
    seen: set[Hashable] = set()
    for pair in over_years(cases):
        for before, now in pair.rows:
            told = pair.other.report.year, pair.theirs.project.unit, now.indicator.name
            values = now.indicator.target_text, before.indicator.actual_text
            if (told, values) not in seen:
                seen.add((told, values))
                yield pair.other, before, now


def _left(pair: ProjectPair) -> Term | None:
    """What was not spent of the first report's budget."""
    budget, _ = pair.amounts("budget")
    executed, _ = pair.amounts("executed")
    return budget - executed if budget and executed else None


def _carried(facts: ProjectFacts) -> Term | None:
    lines = [line for line in facts.funds if line.fund.source == "carryover"]
    return lines[0].budget or lines[0].budget_initial if len(lines) == 1 else None


def _balance(case: Case, year: int | None) -> Term | None:
    """What is told to be left at the end of a year; null where places tell several values."""
    found = {
        figure.value: index
        for index, figure in enumerate(case.report.figures)
        if figure.kind == "amount"
        and figure.aspect == "level"
        and figure.comparator == "eq"
        and figure.place.row is None
        and figure.period_end is not None
        and figure.period_end.year == year
        and pattern("balance_alone").fullmatch(figure.subject or "")
    }
    return case.term(next(iter(found.values()))) if len(found) == 1 else None


def _told_of_its_year(case: Case) -> dict[Hashable, int]:
    """The levels that a report tells of its own year, where all places tell one value."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures):
        if _is_level(figure) and not _is_of(figure, (case.report.year or 0) - 1):
            found[subject_of(figure)].append(index)
    figures = case.report.figures
    return {
        subject: indices[-1]
        for subject, indices in found.items()
        if len({figures[index].value for index in indices}) == 1
    }


def _is_level(figure: Figure) -> bool:
    return figure.aspect == "level" and figure.role in {"actual", None} and bool(figure.subject)


def _is_of(figure: Figure, year: int | None) -> bool:
    """Whether a figure is told of the year before the report's, by its words or its period."""
    start, end = figure.period_start, figure.period_end
    whole = bool(start and end and start.year == end.year == year)
    return figure.role == "prior" or (whole and figure.aspect == "level")


def _is_soft(before: IndicatorRow, now: IndicatorRow) -> bool:
    actual, target = before.indicator.actual_value, now.indicator.target_value
    rising = now.indicator.comparator in {"ge", "eq"}
    return bool(actual and target is not None and rising and target < _SOFT * actual)


def _drift(
    rule: str, later: Case, row: IndicatorRow, what: str, line: str, before: IndicatorRow
) -> Finding:
    terms = [term for term in (row.target, before.actual) if term]
    quotes = [source.quote for term in terms for source in term.sources]
    matter = f"{row.indicator.name}的{what}：{line}"
    return remark(Claim(rule, later.report, matter), "fail", line, quotes, [row.indicator.name])


def _is_goal_table(case: Case) -> bool:
    """Whether its indicators have targets and no results at all."""
    found = [row for facts in projects(case) for row in facts.indicators]
    return bool(found) and not any(row.indicator.actual_text for row in found)


ACROSS = (
    AcrossCheck("C05", prior_values),
    AcrossCheck("C09", soft_targets),
    AcrossCheck("C10", changed_units),
    AcrossCheck("F15", carried_over),
    AcrossCheck("F15", told_balances),
    AcrossCheck("S13", approved_targets),
)

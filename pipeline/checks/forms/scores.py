"""S03, S04, S05, S08, S09: the score of a row against its weight, target and result."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from ....schemas.finding import Finding, Severity
from ..case import Case, remembered
from ..check import Check
from ..facts import IndicatorRow, projects
from ..number import judge, judge_at_most
from ..profile import shown_percent
from ..proof import Claim, bound, equation, remark
from ..reasons import lacks_reason, tells_reason
from ..terms import Term
from ..wording import pattern

_REMEMBERED = 1024
_BOUNDS = {"ge", "over", "le", "under"}


def score_within_weight(case: Case) -> Iterator[Finding]:
    """S03: a score is neither below zero nor above its weight."""
    for row in rows(case):
        if row.score and row.weight:
            claim = Claim("S03", case.report, f"{row.indicator.name}的得分与分值")
            if (row.score.number.value or 0) < 0:
                yield bound(claim, Term.constant(0), row.score)
            if judge_at_most(row.score.number, row.weight.number) == "fail":
                yield bound(claim, row.score, row.weight)


def quantitative_score(case: Case) -> Iterator[Finding]:
    """S04: a met target gets the full weight, a missed one in proportion to what was done.

    Full marks for a missed target are the fault; another score than the proportional one
    is alarmed only where the profile is certain that proportion is the rule.
    """
    for row in rows(case):
        done = done_of(row) if row.weight and row.score else None
        if row.weight and row.score and done:
            if met(row):
                yield from _met(case, row, row.weight, row.score)
            else:
                part, whole = done
                yield _missed(case, row.weight * (part / whole), row.score, row)


def qualitative_score(case: Case) -> Iterator[Finding]:
    """S05: the score of a tier (达成预期指标) lies in the tier's share of the weight."""
    for row in rows(case):
        tier = _tier(case, row)
        if tier and row.weight and row.score and row.weight.number.value:
            share = (row.score / row.weight).number.value or Fraction(0)
            low, high = map(Fraction, case.profile.tiers[tier])
            verdict = "ok" if low <= share <= high else "fail"
            line = f"{row.score.text()} ÷ {row.weight.text()} = {float(share * 100):.1f}%"
            matter = (
                f"{row.indicator.name}为“{tier}”，得分应占分值的{low * 100}%至{high * 100}%：{line}"
            )
            quotes = [source.quote for source in (row.score / row.weight).sources]
            yield remark(
                Claim("S05", case.report, matter), verdict, line, quotes, [row.indicator.name]
            )


def deviation_needs_reason(case: Case) -> Iterator[Finding]:
    """S08: less than full marks has a reason, where the form has a column for it.

    So has a missed target, in forms without marks.
    """
    own = {(row.indicator.block, row.indicator.row) for row in rows(case)}
    for row in rows(case):
        blank = not row.indicator.reason and (_lost_points(row) or _missed_unmarked(row))
        asked = blank and lacks_reason(case, row.indicator)
        if asked and not tells_reason(case, "deviation", own):
            yield _unexplained(case, row)


def over_achievement(case: Case) -> Iterator[Finding]:
    """S09: a result far above its target has a reason or loses points."""
    for row in rows(case):
        target, actual = row.target, row.actual
        explained = row.indicator.reason or _lost_points(row)
        if target and actual and not explained and _more_is_better(row):
            done, due = actual.number.value, target.number.value
            ratio = done / due if done is not None and due else None
            if ratio is not None and ratio >= case.profile.over_achievement:
                yield _far_above(case, row.indicator.name, actual / target, ratio)


@remembered
def rows(case: Case) -> tuple[IndicatorRow, ...]:
    """Every indicator row of the report."""
    return tuple([row for facts in projects(case) for row in facts.indicators])


def met(row: IndicatorRow) -> bool | None:
    """Whether the result reaches the target; null where they cannot be compared.

    A target without an operator, of time or cost, may mean either side: below it is met,
    above it nobody can say.
    """
    if not is_comparable(row) or row.target is None or row.actual is None:
        return None
    target, actual = row.target.number.value, row.actual.number.value
    if target is None or actual is None:
        return None
    if row.indicator.comparator in {"le", "under"}:
        return actual <= target
    if less_is_better(row):
        return True if actual <= target else None
    return actual >= target


def less_is_better(row: IndicatorRow) -> bool:
    """Whether the target is one of cost or time, which is not to be passed.

    A rate of what is done in time (发放及时率) is to be reached.
    """
    one = row.indicator
    if one.comparator in {"ge", "over"} or (_is_timely_rate(one.name) and not _costs(one.level2)):
        return False
    return _tells_cost(f"{one.level2 or ''} {one.name}")


def _costs(level2: str | None) -> bool:
    return "成本" in (level2 or "")


@lru_cache(_REMEMBERED)
def _is_timely_rate(name: str) -> bool:
    return pattern("timely_rate").search("".join(name.split())) is not None


@lru_cache(_REMEMBERED)
def _tells_cost(name: str) -> bool:
    return pattern("less_is_better").search(name) is not None


def is_comparable(row: IndicatorRow) -> bool:
    """Whether result and target are numbers of one unit."""
    one = row.indicator
    return one.target_unit == one.actual_unit and one.target_value is not None


def _more_is_better(row: IndicatorRow) -> bool:
    sided = row.indicator.comparator in {"ge", "over", "eq", None}
    return sided and is_comparable(row) and not less_is_better(row)


def done_of(row: IndicatorRow) -> tuple[Term, Term] | None:
    """The result and the target, or the other way round where less is better."""
    done = met(row)
    if done is None or row.target is None or row.actual is None:
        return None
    part, whole = row.actual.exactly(), row.target.exactly()
    if row.indicator.comparator in {"le", "under"}:
        part, whole = whole, part
    if not whole.number.value or (part.number.value or 0) < 0:
        return None
    return part, whole


def _met(case: Case, row: IndicatorRow, weight: Term, score: Term) -> Iterator[Finding]:
    if score.number.value == weight.number.value:
        claim = Claim("S04", case.report, f"{row.indicator.name}完成指标值，得分与分值")
        yield equation(claim, weight, score)


def _missed(case: Case, computed: Term, stated: Term, row: IndicatorRow) -> Finding:
    score = Term.of(stated.sources[0])
    full = not _lost_points(row)
    severity: Severity | None = None if row.indicator.comparator in _BOUNDS else "warning"
    if judge(computed.number, score.number) == "fail" and not full:
        severity = "warning" if case.profile.certain else "info"
    matter = f"{row.indicator.name}未完成指标值，按比例应得分与得分"
    claim = Claim("S04", case.report, matter, severity)
    return equation(claim, computed, stated if full else score)


def _unexplained(case: Case, row: IndicatorRow) -> Finding:
    unmarked = _missed_unmarked(row)
    pair = (row.actual, row.target) if unmarked else (row.score, row.weight)
    terms = [term for term in pair if term]
    less = " > " if unmarked and row.indicator.comparator in {"le", "under"} else " < "
    line = less.join(term.text() for term in terms)
    quotes = [source.quote for term in terms for source in term.sources]
    lost = "未完成指标值" if unmarked else "未得满分"
    claim = Claim("S08", case.report, f"{row.indicator.name}{lost}，未填写偏差原因")
    return remark(claim, "fail", line, quotes, [row.indicator.name])


def _tier(case: Case, row: IndicatorRow) -> str | None:
    text = (row.indicator.actual_text or "").strip()
    return next((tier for tier in case.profile.tiers if text.startswith(tier)), None)


def _lost_points(row: IndicatorRow) -> bool:
    score = row.score.number.value if row.score else None
    weight = row.weight.number.value if row.weight else None
    return score is not None and weight is not None and score < weight


def _missed_unmarked(row: IndicatorRow) -> bool:
    """Whether a target is missed in a form that gives no marks (转移支付)."""
    one = row.indicator
    return one.weight is None and one.score is None and met(row) is False


def _far_above(case: Case, name: str, ratio_term: Term, ratio: Fraction) -> Finding:
    percent = f"{float(ratio * 100):.2f}%"
    threshold = shown_percent(case.profile.over_achievement)
    line = f"{ratio_term.text()} = {percent} > {threshold}"
    matter = f"{name}的完成值为指标值的{percent}，未说明原因"
    quotes = [source.quote for source in ratio_term.sources]
    return remark(Claim("S09", case.report, matter), "fail", line, quotes, [name])


def over_achievement_told(case: Case) -> Iterator[Finding]:
    """S09 in prose: a completion ratio far above 100 % is told without a reason."""
    for index in case.of_kind("rate"):
        figure = case.report.figures[index]
        far = figure.value is not None and figure.value >= case.profile.over_achievement
        if figure.aspect != "completion" or figure.place.row is not None or not far:
            continue
        found = case.passage_at(figure.place)
        if not (found and pattern("reason").search(found[0].folded)):
            term = case.term(index)
            line = f"{term.text()} > {shown_percent(case.profile.over_achievement)}"
            matter = f"{figure.subject or '指标'}完成目标的{term.text()}，目标可能偏低，未说明原因"
            quotes = [source.quote for source in term.sources]
            yield remark(
                Claim("S09", case.report, matter), "fail", line, quotes, [figure.subject or ""]
            )


CHECKS = (
    Check("S03", score_within_weight),
    Check("S04", quantitative_score),
    Check("S05", qualitative_score),
    Check("S08", deviation_needs_reason),
    Check("S09", over_achievement),
    Check("S09", over_achievement_told),
)

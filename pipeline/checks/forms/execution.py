"""F02 to F06, F10 to F12, F14: budget and execution of each line of money."""

from __future__ import annotations

from collections.abc import Iterator

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..facts import FundLine, ProjectFacts, projects
from ..number import Number, judge, judge_at_most
from ..profile import shown_percent
from ..proof import Claim, bound, equation, remark
from ..reasons import reason_beside, tells_reason
from ..terms import Term
from ..wording import pattern
from .funds import sum_of_parts


def execution_rate(case: Case) -> Iterator[Finding]:
    """F02: the execution rate (执行率) is executed over budget; no rate without a budget."""
    for line in _lines(case):
        rate, budget, share = line.rate, line.budget, line.spent_share
        if rate and budget and share:
            finding = equation(_claim(case, "F02", line, "执行率"), share, rate)
            if finding.verdict != "fail" or not _follows(case, line, rate, budget):
                yield finding


def execution_score(case: Case) -> Iterator[Finding]:
    """F03: the score of execution is its weight times the rate, at most the weight."""
    for line in _lines(case):
        if line.weight and line.score and line.rate:
            rate = line.rate.means(line.rate.number.at_most(Number.exact(1)))
            if (line.rate.number.value or 0) > 1:
                rate = Term.constant(1)
            score = _as_computed(line.score)
            yield equation(_claim(case, "F03", line, "执行率得分"), line.weight * rate, score)


def executed_within_budget(case: Case) -> Iterator[Finding]:
    """F04: no more is spent than the budget of the year."""
    for line in _lines(case):
        executed, budget = line.executed, line.budget
        if executed and budget and not _same_place(executed, budget):
            of_all = line.fund.source in {"total", None} or line.fund.line == 1
            if of_all or judge_at_most(executed.number, budget.number) == "fail":
                claim = _claim(case, "F04", line, "全年执行数与全年预算数")
                yield bound(claim, executed, budget)


def budget_adjustment(case: Case) -> Iterator[Finding]:
    """F05: a budget that was changed by more than the profile's share has a reason."""
    for facts in projects(case):
        line = facts.total
        if line and line.budget_initial and line.budget:
            initial, budget = line.budget_initial.number.value, line.budget.number.value
            moved = initial and budget and abs(budget / initial - 1) > case.profile.adjustment
            if moved and not tells_reason(case, "adjustment"):
                yield _adjusted(case, line, line.budget_initial, line.budget)


def balance(case: Case) -> Iterator[Finding]:
    """F06: the balance (结余) is what arrived, or else the budget, less what was executed."""
    for line in _lines(case):
        arrived = _arrived(case, line)
        money = arrived or line.budget
        if money and line.executed:
            for left in _balances(case, line):
                of = "到位数" if arrived else "预算数"
                claim = _claim(case, "F06", line, f"结余与{of}减执行数")
                yield equation(claim, money - line.executed, left)


def low_execution(case: Case) -> Iterator[Finding]:
    """F11: a rate below the profile's threshold has a reason."""
    for facts in projects(case):
        line = facts.total
        rate = line and undisputed_rate(line)
        if line and rate and rate.number.value is not None:
            low = rate.number.value < case.profile.low_execution
            if low and not reason_beside(case, line.fund) and not tells_reason(case, "execution"):
                yield _low(case, facts, line, rate)


def money_without_output(case: Case) -> Iterator[Finding]:
    """F12: hardly any money spent, and all output delivered."""
    for facts in projects(case):
        line, outputs = (
            facts.total,
            [one for one in facts.indicators if _is_output(one.indicator.level1_kind)],
        )
        scores = [(one.score, one.weight) for one in outputs]
        full = scores and all(
            score and weight and score.number.value == weight.number.value
            for score, weight in scores
        )
        rate = undisputed_rate(line) if line and full else None
        if (
            rate
            and rate.number.value is not None
            and rate.number.value < case.profile.idle_execution
        ):
            yield _idle(case, facts, rate)


def legal_values(case: Case) -> Iterator[Finding]:
    """F14: no amount of a fund table and no execution rate is below zero."""
    for line in _lines(case):
        for term in (line.budget_initial, line.budget, line.executed, line.rate):
            if term and term.number.value is not None and term.number.value < 0:
                matter = f"{line.label}的数值不能为负"
                yield bound(Claim("F14", case.report, matter), Term.constant(0), term)


def _lines(case: Case) -> Iterator[FundLine]:
    return (line for facts in projects(case) for line in facts.funds)


def _claim(case: Case, rule: str, line: FundLine, what: str) -> Claim:
    return Claim(rule, case.report, f"{line.label}的{what}")


def undisputed_rate(line: FundLine) -> Term | None:
    """The rate of a line; null where its own amounts contradict it, which F02 tells."""
    rate, share = line.rate, line.spent_share
    if rate is None or share is None:
        return rate
    return rate if judge(share.number, rate.number) != "fail" else None


def _follows(case: Case, line: FundLine, rate: Term, budget: Term) -> bool:
    """Whether the rate is right for the sum of the parts: then the total is the fault, not it."""
    parts = sum_of_parts(case, line, "executed")
    budgets = filter(None, (sum_of_parts(case, line, "budget"), budget))
    amounts = filter(None, (parts, line.executed))
    return any(
        judge((executed / whole).number, rate.number) != "fail"
        for executed in list(amounts)
        for whole in list(budgets)
        if whole.number.value
    )


def _as_computed(score: Term) -> Term:
    """A computed score has half a unit of its last printed digit."""
    return Term.of(score.sources[0])


def _same_place(one: Term, other: Term) -> bool:
    return one.sources[0].quote == other.sources[0].quote


def _adjusted(case: Case, line: FundLine, initial: Term, budget: Term) -> Finding:
    change = budget / initial - Term.constant(1)
    percent = abs((change.number.value or 0) * 100)
    statement = f"{initial.text()} → {budget.text()}（{float(percent):.1f}%）"
    matter = f"{line.label}的全年预算数与年初预算数相差{float(percent):.1f}%，未说明原因"
    quotes = [source.quote for source in change.sources]
    return remark(
        Claim("F05", case.report, matter, "info"), "fail", statement, quotes, [line.label]
    )


def _low(case: Case, facts: ProjectFacts, line: FundLine, rate: Term) -> Finding:
    threshold = shown_percent(case.profile.low_execution)
    matter = f"{facts.called or line.label}的执行率{rate.text()}低于{threshold}，未说明原因"
    quotes = [source.quote for source in rate.sources]
    return remark(
        Claim("F11", case.report, matter),
        "fail",
        f"{rate.text()} < {threshold}",
        quotes,
        [line.label],
    )


def _idle(case: Case, facts: ProjectFacts, rate: Term) -> Finding:
    statement = f"执行率 {rate.text()}，产出指标全部满分"
    matter = f"执行率只有{rate.text()}，产出指标却全部得满分"
    quotes = [source.quote for source in rate.sources]
    return remark(Claim("F12", case.report, matter), "fail", statement, quotes, [facts.called])


def _arrived(case: Case, line: FundLine) -> Term | None:
    """The money of a column of its own (实际到位资金) in the line's row; null without one."""
    for index in case.rows.get((line.fund.block, line.fund.row), ()):
        place = case.report.figures[index].place
        passage = case.passages.get((place.block, place.row, place.column))
        headings = passage.cell.column_headings if passage and passage.cell else ()
        if any(map(pattern("arrived").search, headings)):
            return case.term(index)
    return None


def _balances(case: Case, line: FundLine) -> Iterator[Term]:
    for index in case.rows.get((line.fund.block, line.fund.row), ()):
        figure = case.report.figures[index]
        passage = case.passages.get((figure.place.block, figure.place.row, figure.place.column))
        cell = passage.cell if passage else None
        if figure.kind != "amount" or figure.aspect not in {"level", None}:
            continue
        if (cell and cell.role == "balance") or (
            not cell and pattern("balance").search(figure.subject or "")
        ):
            yield case.term(index)


def _is_output(kind: str | None) -> bool:
    return kind == "output"


CHECKS = (
    Check("F02", execution_rate),
    Check("F03", execution_score),
    Check("F04", executed_within_budget),
    Check("F05", budget_adjustment),
    Check("F06", balance),
    Check("F11", low_execution),
    Check("F12", money_without_output),
    Check("F14", legal_values),
)

"""F02 and F06 in sentences: 资金总额80万元，全年支付76万元，支付进度95%，剩余4万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..execution import told_money
from ..proof import Claim, equation
from ..wording import pattern
from .lines import Line, related_lines
from .mentions import Mention
from .terms import term


@dataclass(frozen=True, slots=True)
class _Spending:
    """What a sentence says was spent, with the rate or the rest that follows it.

    ``totals`` are what it can be of, the nearest first. ``sure``: the sentence has one total
    alone, and speaks of no part of the money.
    """

    totals: tuple[Mention, ...]
    spent: Mention
    rate: Mention | None
    left: Mention | None
    sure: bool


def rates(case: Case) -> Iterator[Finding]:
    """F02: an execution rate is what was spent over the total told before."""
    known = {rate.sources[0].figure_id for *_, rate in told_money(case) if rate}
    claim = Claim("F02", case.report, "正文所述执行率与资金总额、支出数")
    for found in _all_spending(case):
        rate = found.rate
        if rate and case.report.figure_id(rate.index) not in known:
            spent = term(case, found.spent)
            quotients = (
                equation(claim, spent / term(case, whole), term(case, rate))
                for whole in found.totals
                if whole.value
            )
            yield from _settled(found, quotients)


def balances(case: Case) -> Iterator[Finding]:
    """F06: what is left (结余, 剩余) is the total told before less what was spent."""
    claim = Claim("F06", case.report, "正文所述结余与资金总额减支出数")
    for found in _all_spending(case):
        left = found.left
        if left:
            spent = term(case, found.spent)
            rests = (
                equation(claim, term(case, whole) - spent, term(case, left))
                for whole in found.totals
                if whole.value > found.spent.value
            )
            yield from _settled(found, rests)


def _settled(found: _Spending, tested: Iterator[Finding]) -> Iterator[Finding]:
    """The first total that fits; one that does not fit only where it is sure to be meant."""
    findings = list(tested)
    fitting = [one for one in findings if one.verdict != "fail"]
    yield from fitting[:1] or (findings if found.sure else [])


def _all_spending(case: Case) -> Iterator[_Spending]:
    for line in related_lines(case):
        for start, end in line.sentences if line.passage.cell is None else ():
            found = _spending(line, start, line.within(start, end))
            if found:
                yield replace(found, sure=found.sure and _is_base(case, found))


def _is_base(case: Case, found: _Spending) -> bool:
    """Whether the total is the budget that rates are of, or no other budget is told anywhere."""
    total = found.totals[0]
    others = (
        figure
        for figure in case.report.figures
        if figure.kind == "amount" and figure.role in ("budget", "budget_initial")
    )
    alone = all(figure.value == total.value for figure in others)
    return total.value >= found.spent.value and (alone or total.figure.role == "budget")


def _spending(line: Line, start: int, told: Sequence[Mention]) -> _Spending | None:
    amounts = [m for m in told if _is_money(m)]
    spent = next((m for m in amounts if _is(m, "money_spent")), None)
    if spent is None:
        return None
    earlier = [m for m in line.mentions if _is_money(m) and m.end <= spent.start]
    totals = [m for m in reversed(earlier) if _is(m, "money_total")]
    beside = [m for m in amounts if m.end <= spent.start]
    part = pattern("money_part").search(line.text, start, spent.start)
    rate, left = _following(told, spent)
    sure = len(beside) == 1 and beside == totals[:1] and not part
    return _Spending(tuple(beside if sure else totals), spent, rate, left, sure)


def _following(told: Sequence[Mention], spent: Mention) -> tuple[Mention | None, Mention | None]:
    """The rate right after the money spent, and what is left right after either."""
    after = [m for m in told if m.start >= spent.end]
    rate = after[0] if after and _is_rate(after[0]) else None
    rest = after[1:2] if rate else after[:1]
    left = [m for m in rest if _is_money(m) and _is(m, "money_left")]
    return rate, left[0] if left else None


def _is_rate(mention: Mention) -> bool:
    figure = mention.figure
    stated = figure.kind == "rate" and figure.comparator in ("eq", "approx")
    return stated and _is(mention, "money_rate")


def _is_money(mention: Mention) -> bool:
    return mention.figure.kind == "amount" and mention.is_stated and mention.depth == 0


def _is(mention: Mention, name: str) -> bool:
    return pattern(name).search(mention.lead) is not None


CHECKS = (Check("F02", rates), Check("F06", balances))

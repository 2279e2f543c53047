"""F02 and F06 in sentences: 资金总额80万元，全年支付76万元，支付进度95%，剩余4万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from .....schemas.finding import Finding
from ...case import Case, remembered
from ...check import Check
from ...forms.told_execution import told_money
from ...number import judge
from ...proof import Claim, bound, equation
from ...terms import Term
from ...wording import pattern
from ..ratios import shares
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention, total_of
from ..reading.terms import term
from .purse import called, is_budget, is_money, is_rate, is_share, is_told, is_total

_BUDGETS = frozenset({"budget", "budget_initial"})
_NEAR = Decimal("0.1")
_APART = re.compile("[;:。]")


@dataclass(frozen=True, slots=True)
class _Spending:
    """What a sentence says was spent, with the rate or the rest that follows it.

    ``totals`` are what it can be of, the nearest first. ``sure``: the sentence has one total
    alone, and speaks of no part of the money; ``own``: the total stands in the sentence.
    ``whole`` is the one total told in the sentences before, where all that was spent is told.
    """

    line: Line
    totals: tuple[Mention, ...]
    spent: Mention
    rate: Mention | None
    left: Mention | None
    sure: bool
    own: bool = False
    whole: Mention | None = None


def rates(case: Case) -> Iterator[Finding]:
    """F02: an execution rate is what was spent over the total told before."""
    known = {rate.sources[0].figure_id for *_, rate in told_money(case) if rate}
    claim = Claim("F02", case.report, "正文所述执行率与资金总额、支出数")
    for found in _all_spending(case):
        rate = found.rate
        if rate and case.report.figure_id(rate.index) not in known:
            spent = term(case, found.spent)
            quotients = (spent / term(case, whole) for whole in found.totals if whole.value)
            told = _settled(claim, found, quotients, term(case, rate))
            yield from (one for one in told if one.verdict != "fail" or not _known(case, rate))


def _known(case: Case, rate: Mention) -> bool:
    """Whether P03 raises an alarm over the same share already: 占下达资金的96%."""
    raised = (one for check in shares.CHECKS for one in check.found(case) if is_share(rate))
    told = case.report.figure_id(rate.index)
    return any(one.verdict == "fail" and told in one.figure_ids for one in raised)


def within_budget(case: Case) -> Iterator[Finding]:
    """F04: no more is spent on a thing than its budget, told before it."""
    known = {source.figure_id for one in told_money(case) for source in one[1].sources}
    claim = Claim("F04", case.report, "正文所述支出数与预算数")
    for found in _all_spending(case):
        budget = None if _is_topped_up(found) else found.totals[0] if found.own else found.whole
        untold = case.report.figure_id(found.spent.index) not in known
        if untold and budget and is_budget(budget):
            yield bound(claim, term(case, found.spent), term(case, budget))


def _is_topped_up(found: _Spending) -> bool:
    """Whether the text says where more money than the budget came from."""
    return pattern("money_topped").search(found.line.text, found.spent.end) is not None


def balances(case: Case) -> Iterator[Finding]:
    """F06: what is left (结余, 剩余) is the total told before less what was spent."""
    told: set[int] = set()
    claim = Claim("F06", case.report, "正文所述结余与资金总额减支出数")
    for found in _all_spending(case):
        if found.left:
            told.add(found.left.index)
            known = _known_by_rate(case, found)
            yield from _settled(claim, known, _rests(case, known), term(case, found.left))
    for found in _all_spending(case):
        for whole, left in _rest_elsewhere(case, found):
            if left.index not in told:
                told.add(left.index)
                for rest in _rests(case, replace(found, totals=(whole,))):
                    yield equation(claim, rest, term(case, left))


def _known_by_rate(case: Case, found: _Spending) -> _Spending:
    """The spending with its total alone, where the rate that is told says which one it is."""
    if found.rate is None:
        return found
    spent, rate = term(case, found.spent), term(case, found.rate)
    of_rate = [
        whole
        for whole in found.totals
        if whole.value and judge((spent / term(case, whole)).number, rate.number) == "ok"
    ]
    only = len({whole.value for whole in of_rate}) == 1
    return replace(found, totals=tuple(of_rate[:1]), sure=True) if only else found


def _rests(case: Case, found: _Spending) -> Iterator[Term]:
    """What each total leaves of it."""
    spent, most = term(case, found.spent), found.spent.value
    return (term(case, whole) - spent for whole in found.totals if whole.value > most)


def _rest_elsewhere(case: Case, found: _Spending) -> Iterator[tuple[Mention, Mention]]:
    """Money said to be left, or told later in the passage, that is what a total leaves."""
    rests = {whole.value - found.spent.value: whole for whole in reversed(found.totals)}
    for line in lines_with(case, "amount") if rests else ():
        for mention in () if line.values.isdisjoint(rests) else line.stated:
            if mention.value in rests:
                said = is_told(mention, "money_left") or pattern("money_kept").search(mention.tail)
                if said or (line is found.line and mention.start > found.spent.end):
                    yield rests[mention.value], mention


def _settled(
    claim: Claim, found: _Spending, computed: Iterator[Term], stated: Term
) -> Iterator[Finding]:
    """The first total that fits; one that does not fit only where it is sure to be meant."""
    missed: list[Term] = []
    for one in computed:
        if judge(one.number, stated.number) != "fail":
            yield equation(claim, one, stated)
            return
        missed.append(one)
    for one in missed if found.sure else ():
        yield equation(claim, one, stated)


@remembered
def _all_spending(case: Case) -> tuple[_Spending, ...]:
    told = (line for line in lines_with(case, "amount") if line.passage.cell is None)
    every = (
        found
        for line in told
        for sentence, (start, _) in zip(line.by_sentence, line.sentences, strict=True)
        for found in _spendings(line, sentence, start)
    )
    return tuple(_with_totals(case, found) for found in every)


def _with_totals(case: Case, found: _Spending) -> _Spending:
    """The totals of the passage; where it tells none, those told before it in the report."""
    if found.totals:
        whole = found.whole if found.whole and _is_alone(case, found.whole) else None
        if whole and _is_near(found, whole):
            return replace(found, totals=(whole,), sure=True, whole=whole)
        return replace(found, sure=found.sure and _is_base(case, found), whole=whole)
    block = found.line.passage.block
    before = [m for m, line in _all_totals(case) if line.passage.block < block]
    return replace(found, totals=tuple(reversed(before)), sure=False)


@remembered
def _all_totals(case: Case) -> tuple[tuple[Mention, Line], ...]:
    """Every amount of running text that is told as all the money."""
    told = (line for line in lines_with(case, "amount") if line.passage.cell is None)
    every = ((mention, line) for line in told for mention in line.mentions)
    return tuple((m, line) for m, line in every if is_money(m) and is_total(m))


def _is_base(case: Case, found: _Spending) -> bool:
    """Whether the total is the budget that rates are of, or no other budget is told anywhere."""
    total = found.totals[0]
    of_budget = total.figure.role == "budget" or _is_alone(case, total)
    return total.value >= found.spent.value and of_budget


def _is_alone(case: Case, total: Mention) -> bool:
    """Whether no budget of another amount is told anywhere."""
    figures = (figure for figure in case.report.figures if figure.role in _BUDGETS)
    return all(figure.value == total.value for figure in figures if figure.kind == "amount")


def _is_near(found: _Spending, whole: Mention) -> bool:
    """Whether the rate is about that of the whole: a part would hardly come so close to it."""
    if found.rate is None or not 0 < found.spent.value <= whole.value:
        return False
    return abs(found.spent.value / whole.value - found.rate.value) <= _NEAR


def _spendings(line: Line, told: Sequence[Mention], start: int) -> Iterator[_Spending]:
    """What the sentence that begins at an offset says was spent, and what its rate is told of."""
    said = next((m for m in told if is_money(m) and is_told(m, "money_spent")), None)
    rated = _before_rate(line, told)
    if said:
        yield _spending(line, told, start, said, named=True)
    if rated and rated is not said:
        yield _spending(line, told, start, rated, named=is_told(rated, "money_spent"))


def _spending(
    line: Line, told: Sequence[Mention], start: int, spent: Mention, *, named: bool
) -> _Spending:
    """What the sentence tells of the money spent; ``named``: by words for spending."""
    amounts = [m for m in told if is_money(m)]
    earlier = [m for m in line.mentions if is_money(m) and m.end <= spent.start]
    totals = [m for m in reversed(earlier) if is_total(m)]
    beside = [m for m in amounts if m.end <= spent.start]
    part = pattern("money_part").search(line.text, start, spent.start)
    rate, left = _following(told, spent)
    of_one = len(beside) == 1 and beside == totals[:1] and not part
    own = of_one and named
    whole = _whole(line, totals, beside[0].end if of_one else start, spent)
    return _Spending(line, tuple(beside if of_one else totals), spent, rate, left, own, own, whole)


def _before_rate(line: Line, told: Sequence[Mention]) -> Mention | None:
    """The money right before an execution rate, in whatever words: 三项相加76万元，执行率95%."""
    for money, rate in pairwise(told):
        rated = is_money(money) and is_rate(rate)
        beside = rated and not _APART.search(line.text, money.end, rate.start)
        if beside and (not is_total(money) or _is_sum(money, told)):
            return money
    return None


def _is_sum(total: Mention, told: Sequence[Mention]) -> bool:
    """Whether it is what the amounts before it in the sentence add up to."""
    return total_of(m for m in told if is_money(m) and m.end <= total.start) == total.value


def _whole(line: Line, totals: Sequence[Mention], start: int, spent: Mention) -> Mention | None:
    """The one total of the passage, where nothing but a time leads from ``start`` to the money.

    None where money was added to a total, so that more could be spent.
    """
    if not pattern("money_opening").fullmatch(line.text, start, spent.start):
        return None
    wholes = [m for m in totals if not pattern("money_part").search(called(m))]
    more = pattern("money_more").search(line.text, 0, spent.start)
    return wholes[0] if len({m.value for m in wholes}) == 1 and not more else None


def _following(told: Sequence[Mention], spent: Mention) -> tuple[Mention | None, Mention | None]:
    """The rate right after the money spent, and what is left right after either."""
    after = [m for m in told if m.start >= spent.end]
    rate = after[0] if after and (is_rate(after[0]) or is_share(after[0])) else None
    rest = after[1:2] if rate else after[:1]
    left = [m for m in rest if is_money(m) and is_told(m, "money_left")]
    return rate, left[0] if left else None


CHECKS = (Check("F02", rates), Check("F04", within_budget), Check("F06", balances))

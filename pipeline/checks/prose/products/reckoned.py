"""P13: averages of money that are said to be reckoned, of a total and a number told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .....schemas.figure import Role
from .....schemas.finding import Finding
from .....schemas.record import record
from ...case import Case
from ...check import Check
from ...number import judge
from ...proof import Claim, equation
from ...terms import Term
from ..reading.each import EACH, Each, counts, each_beside
from ..reading.lines import Line, lines_with
from ..reading.mentions import PERSONS, Mention
from ..reading.quantities import quantity
from ..reading.terms import name, term
from .means import VISITS

_RECKONED = re.compile("[测计折推核]算")
_MANY_DIGITS = 3


@record
class _Money:
    """Words of an average (``said``), and how its total is called or in what roles it is told."""

    said: re.Pattern[str]
    called: re.Pattern[str]
    roles: frozenset[Role]


_MONEY = (
    _Money(
        re.compile("投资|投入"),
        re.compile("投资|投入|支出"),
        frozenset({"executed", "budget", "plan"}),
    ),
    _Money(
        re.compile("支出|成本|造价|费用?|花费|执行"), re.compile("支出"), frozenset({"executed"})
    ),
    _Money(
        re.compile("下达|补助|补贴|安排|到位|拨付|预算|资金"),
        re.compile("下达|补助|补贴|安排|到位|拨付|预算"),
        frozenset({"budget", "budget_initial"}),
    ),
)
"""按实际支出测算，每公里治理成本; 按下达资金计算，平均每公里补助; 亩均投资."""


def reckoned_mean(case: Case) -> Iterator[Finding]:
    """P13: 按支出计算，亩均投入520元, where spending and land told elsewhere give it."""
    for line in lines_with(case, "amount"):
        for mean in line.mentions if line.passage.cell is None and line.says(EACH) else ():
            each = each_beside(line, mean) if _is_sum(mean) else None
            if each and not each.period and (each.is_mean or _is_reckoned(line, mean)):
                yield from _fitting(case, line, mean, each)


def _is_sum(mean: Mention) -> bool:
    figure = mean.figure
    return figure.kind == "amount" and figure.comparator == "eq" and mean.value > 0


def _is_reckoned(line: Line, mean: Mention) -> bool:
    """Whether its clause, or the one before, says that it was worked out."""
    start, _ = line.sentence_of(mean.start)
    return _RECKONED.search(line.text, start, mean.start) is not None


def _fitting(case: Case, line: Line, mean: Mention, each: Each) -> Iterator[Finding]:
    """The first total and number, of which not both stand in the line, that give the average."""
    numbers = list(_numbers(case, line, each))
    totals = list(_totals(case, line, mean)) if numbers else []
    for number, near in numbers:
        for total, beside in totals:
            computed = term(case, total) / quantity(case, number, each.unit)
            if not (near and beside) and _fits(computed, mean, term(case, mean)):
                yield _proof(case, mean, computed)
                return


def _fits(computed: Term, mean: Mention, stated: Term) -> bool:
    """Whether it is the average, to the last digit where chance would give one so short."""
    digits = sum(char.isdecimal() for char in mean.figure.number_text)
    exact = computed.number.value == stated.number.value
    return exact or (digits >= _MANY_DIGITS and judge(computed.number, stated.number) == "ok")


def _proof(case: Case, mean: Mention, computed: Term) -> Finding:
    claim = Claim("P13", case.report, f"{name(mean)}的平均数与总数、个数")
    return equation(claim, computed, term(case, mean))


def _numbers(case: Case, line: Line, each: Each) -> Iterator[tuple[Mention, bool]]:
    """The numbers of what the average is for each of, those of its line first."""
    told = lines_with(case, "count", "measure")
    for other in sorted(told, key=lambda one: one is not line):
        for mention in other.stated:
            if mention.value and mention.figure.role != "prior" and _counts(mention, each):
                yield mention, other is line


def _counts(mention: Mention, each: Each) -> bool:
    """Whether a number counts or measures what the average is for each of (件 of 案, 万亩)."""
    if mention.figure.unit == VISITS and each.unit in PERSONS:
        return True
    if mention.figure.kind == "measure":
        return (mention.figure.unit_text or "").endswith(each.unit)
    return counts(mention, each.unit)


def _totals(case: Case, line: Line, mean: Mention) -> Iterator[tuple[Mention, bool]]:
    """The amounts that are called as the average is, or told in the role that its words say."""
    start, _ = line.sentence_of(mean.start)
    said = line.text[start : mean.start]
    meant = [one for one in _MONEY if one.said.search(said)]
    for other in lines_with(case, "amount") if meant else ():
        for mention in other.stated:
            if mention.value > mean.value and _is_meant(mention, meant):
                yield mention, other is line


def _is_meant(total: Mention, meant: Sequence[_Money]) -> bool:
    called = f"{total.lead}{total.figure.subject or ''}"
    return any(total.figure.role in one.roles or one.called.search(called) for one in meant)


CHECKS = (Check("P13", reckoned_mean),)

"""P26: prices and standards, times how many, and how many months, give the amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ...terms import Term
from ..reading.each import EACH, Each, counts, each_beside, segment
from ..reading.lines import Line, related_lines
from ..reading.mentions import FOREIGN_ROLES, PERSONS, Mention
from ..reading.quantities import quantity
from ..reading.terms import is_meant, name, term
from ..reading.words import relations

_PRICED = re.compile(f"{EACH.pattern}|单[^,;。\\d]?[价造成售]|元/")
"""One of these leads to every price."""
_UNIT_PRICE = re.compile("单价|均价|单[^,;。\\d]?(?:价格|造价|成本|售价)")
_STANDARD = re.compile("标准|定额|单价")
_STATED = frozenset({"eq", "approx"})
_POSTS = "岗"
_DUE = "应"
_MONTHS = 12
_TIMELY = frozenset({"month", "d"})


@dataclass(frozen=True, slots=True)
class _Priced:
    """A price with its numbers; ``sure``: the amount is said to be just their product.

    ``paid``: it is said to be paid for that, and is their product where it is near.
    ``unit`` is what the price is for: 吨 in 每吨; null for a 单价. ``yearly``: a price for a
    month is paid for all of the year.
    """

    price: Mention
    unit: str | None
    numbers: tuple[Mention, ...]
    amount: Mention
    sure: bool
    paid: bool = False
    yearly: bool = False


def price_and_quantity(case: Case) -> Iterator[Finding]:
    """P26: a price times a number is the amount, where a clause has one of each.

    A product that is told elsewhere in the passage holds too.
    """
    for line in related_lines(case):
        if line.says(_PRICED):
            prices = [m for m in line.mentions if _is_price(line, m)]
            found = [finding for price in prices for finding in _of_price(case, line, price)]
            if any(map(_is_to_the_digit, found)):
                found = [one for price in prices for one in _of_price(case, line, price, set_=True)]
            yield from found


def _is_to_the_digit(finding: Finding) -> bool:
    return finding.verdict == "ok" and finding.expected == finding.stated


def _of_price(case: Case, line: Line, price: Mention, *, set_: bool = False) -> Iterator[Finding]:
    """What is told with a price; one that is ``set_`` as a standard was not rounded.

    Prices are where another of the passage gives its amount to the digit.
    """
    each = each_beside(line, price)
    exact = price.figure.comparator == "eq" and not (each and each.is_mean)
    exact = exact and (set_ or _STANDARD.search(price.lead) is not None)
    tested = [_tested(case, one, exact=exact) for one in _priced(line, price)]
    likely = [*_likely(tested)]
    if not any(finding.verdict != "fail" for finding in likely):
        apart = (_tested(case, one, exact=exact)[0] for one in _told_apart(line, price))
        likely = [finding for finding in apart if finding.verdict == "ok"][:1] or likely
    yield from likely


def _is_price(line: Line, mention: Mention) -> bool:
    figure = mention.figure
    if figure.kind != "amount" or figure.value is None or figure.comparator not in _STATED:
        return False
    return each_beside(line, mention) is not None or _UNIT_PRICE.search(mention.lead) is not None


def _likely(tested: Sequence[tuple[Finding, bool]]) -> Iterator[Finding]:
    """What holds of one of the numbers; else what is surely wrong of the nearest."""
    holding = [finding for finding, _ in tested if finding.verdict != "fail"]
    yield from holding[:1] or [finding for finding, sure in tested[:1] if sure]


def _tested(case: Case, found: _Priced, *, exact: bool) -> tuple[Finding, bool]:
    claim = Claim("P26", case.report, f"{name(found.price)}的单价、数量与金额")
    first, *others = (quantity(case, number, found.unit) for number in found.numbers)
    computed = term(case, found.price, as_printed=exact).uncut() * first
    for other in (*others, *([Term.constant(_MONTHS)] if found.yearly else ())):
        computed = computed * other
    finding = equation(claim, computed, term(case, found.amount))
    return finding, found.sure or (found.paid and _is_near(finding))


def _is_near(finding: Finding) -> bool:
    return is_meant(finding.expected or Decimal(0), finding.stated or Decimal(0))


def _priced(line: Line, price: Mention) -> list[_Priced]:
    """The price with each number that it may be of, the nearest before it first."""
    each, start_end = each_beside(line, price), segment(line, price)
    told = [m for m in line.within(*start_end) if m.is_stated and m is not price]
    timely = bool(each and each.period in _TIMELY)
    times = [m for m in told if timely and each and m.figure.unit == each.period]
    amounts = [m for m in told if _is_amount(m)]
    if each and each.is_mean:
        amounts = [m for m in amounts if m.start > price.end]
    amounts = _without_sum(amounts)
    if len(amounts) != 1 or len(times) > 1:
        return []
    numbers, beside = _numbers(line, price, told, each)
    unit, amount, words = each.unit if each else None, amounts[0], relations().words
    whole = beside and timely is bool(times)
    sure = whole and words.product.fullmatch(amount.lead) is not None
    paid = whole and len(numbers) == 1 and words.paid.fullmatch(amount.lead) is not None
    return [_Priced(price, unit, (number, *times), amount, sure, paid) for number in numbers]


def _told_apart(line: Line, price: Mention) -> Iterator[_Priced]:
    """The price with all numbers, times and amounts of its passage that can be its own."""
    each = each_beside(line, price)
    if each is None:
        return
    timely = each.period in _TIMELY
    times = [(m,) for m in line.stated if timely and m.figure.unit == each.period]
    numbers = [m for m in line.stated if m.figure.kind != "amount" and _is_number(m, each)]
    amounts = [m for m in line.stated if _is_amount(m)]
    for number, amount, time in product(numbers, amounts, [(), *times]):
        for yearly in (False, True) if each.period == "month" and not time else (False,):
            yield _Priced(price, each.unit, (number, *time), amount, sure=False, yearly=yearly)


def _is_amount(mention: Mention) -> bool:
    return mention.figure.kind == "amount" and mention.figure.unit == "CNY"


def _without_sum(amounts: list[Mention]) -> list[Mention]:
    """The amounts without one that sums up several things: 兑现 68万元，合计兑现 114万元."""
    last = amounts[-1:]
    summed = len(amounts) > 1 and relations().words.sum.search(last[0].lead)
    return amounts[:-1] if summed else amounts


def _numbers(
    line: Line, price: Mention, told: Sequence[Mention], each: Each | None
) -> tuple[list[Mention], bool]:
    """The numbers that a price can be of, and whether they stand in its part of the sentence.

    Of several the nearest before the price comes first, where nothing else stands between.
    """
    fitting = [m for m in told if m.figure.kind != "amount" and _is_number(m, each)]
    start, _ = line.sentence_of(price.start)
    earlier = [m for m in line.within(start, price.start) if m.is_stated and _is_number(m, each)]
    beside, fitting = bool(fitting), fitting or (earlier if each else [])
    done = (
        m for m in fitting if m.figure.role not in FOREIGN_ROLES and not m.lead.startswith(_DUE)
    )
    numbers = list({m.value: m for m in done}.values())
    if len(numbers) < 2:
        return numbers, beside
    before = [m for m in line.within(start, price.start) if m.is_stated]
    last = before[-1:] if before and before[-1] in numbers else []
    return last and [*last, *(m for m in reversed(numbers) if m is not last[0])], beside


def _is_number(mention: Mention, each: Each | None) -> bool:
    """Whether a number is of what the price is for; of anything counted for a 单价."""
    unit = each.unit if each else None
    if unit == _POSTS or (unit in PERSONS and mention.figure.unit == "个"):
        named = f"{mention.label}{mention.figure.subject or ''}"
        return mention.figure.kind == "count" and _POSTS in named
    if mention.figure.kind == "measure":
        return unit is not None and (mention.figure.unit_text or "").endswith(unit)
    return mention.figure.kind == "count" and (unit is None or counts(mention, unit))


CHECKS = (Check("P26", price_and_quantity),)

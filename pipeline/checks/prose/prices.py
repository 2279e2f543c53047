"""P26: prices and standards, times how many, and how many months, give the amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ....extractors.figures.units import find_unit
from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..number import Number
from ..proof import Claim, equation
from ..terms import Term
from .averages import counts, segment
from .lines import Line, related_lines
from .mentions import Mention
from .terms import name, term
from .words import relations

_EACH = re.compile(
    r"每(?P<each>公里|千米|平方米|立方米|[^\d,;。每年月日]{1,2}?)(?P<month>每?月)?(?:每?年)?[^\d,;。每]{0,4}$"
    r"|(?P<mean>[人户亩场次件家台套辆村校])均[^\d,;。]{0,4}$"
)
_PRICED = re.compile("每|均|单价")
"""One of these leads to every price."""
_UNIT_PRICE = re.compile("单价|均价")
_OTHER_ROLES = frozenset({"prior", "target", "plan"})
_POSTS = "岗"
_ACRE = Fraction(2000, 3)


@dataclass(frozen=True, slots=True)
class _Priced:
    """A price with its numbers; ``sure``: the amount is said to be just their product.

    ``unit`` is what the price is for: 吨 in 每吨; null for a 单价.
    """

    price: Mention
    unit: str | None
    numbers: tuple[Mention, ...]
    amount: Mention
    sure: bool


def price_and_quantity(case: Case) -> Iterator[Finding]:
    """P26: a price times a number is the amount, where a clause has one of each."""
    for line in related_lines(case):
        for price in line.mentions if line.says(_PRICED) else ():
            stated = price.figure.value is not None and price.figure.comparator in ("eq", "approx")
            if stated and price.figure.kind == "amount":
                yield from _likely([_tested(case, one) for one in _priced(line, price)])


def _likely(tested: Sequence[tuple[Finding, bool]]) -> Iterator[Finding]:
    """What holds of one of the numbers; else what is surely wrong of the nearest."""
    holding = [finding for finding, _ in tested if finding.verdict != "fail"]
    yield from holding[:1] or [finding for finding, sure in tested[:1] if sure]


def _tested(case: Case, found: _Priced) -> tuple[Finding, bool]:
    claim = Claim("P26", case.report, f"{name(found.price)}的单价、数量与金额")
    first, *others = (_quantity(case, number, found.unit) for number in found.numbers)
    product = term(case, found.price).uncut() * first
    for other in others:
        product = product * other
    return equation(claim, product, term(case, found.amount)), found.sure


def _priced(line: Line, price: Mention) -> list[_Priced]:
    """The price with each number that it may be of, the nearest before it first."""
    each, start_end = _EACH.search(price.lead), segment(line, price)
    if not each and not _UNIT_PRICE.search(price.lead):
        return []
    told = [m for m in line.within(*start_end) if m.is_stated and m is not price]
    months = [m for m in told if m.figure.unit == "month"] if each and each["month"] else []
    amounts = [m for m in told if m.figure.kind == "amount" and m.figure.unit == "CNY"]
    if each and each["mean"]:
        amounts = [m for m in amounts if m.start > price.end]
    amounts = _without_sum(amounts)
    if len(amounts) != 1 or len(months) > 1:
        return []
    numbers, beside = _numbers(line, price, told, each)
    sure = beside and relations().words.product.fullmatch(amounts[0].lead) is not None
    monthly = bool(each and each["month"]) and not months
    unit = (each["each"] or each["mean"]) if each else None
    return [
        _Priced(price, unit, (number, *months), amounts[0], sure and not monthly)
        for number in numbers
    ]


def _without_sum(amounts: list[Mention]) -> list[Mention]:
    """The amounts without one that sums up several things: 兑现 68万元，合计兑现 114万元."""
    last = amounts[-1:]
    summed = len(amounts) > 1 and relations().words.sum.search(last[0].lead)
    return amounts[:-1] if summed else amounts


def _numbers(
    line: Line, price: Mention, told: Sequence[Mention], each: re.Match[str] | None
) -> tuple[list[Mention], bool]:
    """The numbers that a price can be of, and whether they stand in its part of the sentence.

    Of several the nearest before the price comes first, where nothing else stands between.
    """
    fitting = [m for m in told if m.figure.kind != "amount" and _is_number(m, each)]
    start, _ = line.sentence_of(price.start)
    earlier = [m for m in line.within(start, price.start) if m.is_stated and _is_number(m, each)]
    beside, fitting = bool(fitting), fitting or (earlier if each else [])
    numbers = list({m.value: m for m in fitting if m.figure.role not in _OTHER_ROLES}.values())
    if len(numbers) < 2:
        return numbers, beside
    before = [m for m in line.within(start, price.start) if m.is_stated]
    last = before[-1:] if before and before[-1] in numbers else []
    return last and [*last, *(m for m in reversed(numbers) if m is not last[0])], beside


def _is_number(mention: Mention, each: re.Match[str] | None) -> bool:
    """Whether a number is of what the price is for; of anything counted for a 单价."""
    unit = (each["each"] or each["mean"]) if each else None
    if unit == _POSTS:
        named = f"{mention.label}{mention.figure.subject or ''}"
        return mention.figure.kind == "count" and _POSTS in named
    if mention.figure.kind == "measure":
        return unit is not None and (mention.figure.unit_text or "").endswith(unit)
    return mention.figure.kind == "count" and (unit is None or counts(mention, unit))


def _quantity(case: Case, mention: Mention, each: str | None) -> Term:
    """How many; what is measured in the unit that the price is for (亩, 吨)."""
    found = term(case, mention)
    unit = find_unit(each or "")
    if mention.figure.kind != "measure" or unit is None:
        return found
    source = found.sources[0]
    size = Number.exact(_size(unit.printed, Fraction(unit.factor)))
    return Term.of(replace(source, number=source.number / size))


def _size(printed: str, factor: Fraction) -> Fraction:
    """A 亩 is 2000/3 square metres; its factor is cut somewhere."""
    return _ACRE if printed.endswith("亩") else factor


CHECKS = (Check("P26", price_and_quantity),)

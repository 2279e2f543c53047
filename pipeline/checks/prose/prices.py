"""P26: prices and standards, times how many, and how many months, give the amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

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
    r"每(?P<each>[^\d,;。每年月日]{1,2}?)(?P<month>每?月)?[^\d,;。每]{0,4}$|(?P<mean>[人户亩场次件家台套辆村校])均[^\d,;。]{0,4}$"
)
_UNIT_PRICE = re.compile("单价|均价")
_OTHER_ROLES = frozenset({"prior", "target", "plan"})
_POSTS = "岗"
_LAND = "亩"
_ACRE = Fraction(2000, 3)
"""Square metres of a 亩."""


@dataclass(frozen=True, slots=True)
class _Priced:
    """A price with its numbers; ``sure``: the amount is said to be just their product."""

    price: Mention
    numbers: tuple[Mention, ...]
    amount: Mention
    sure: bool


def price_and_quantity(case: Case) -> Iterator[Finding]:
    """P26: a price times a number is the amount, where a clause has one of each."""
    for line in related_lines(case):
        for price in line.mentions:
            stated = price.figure.value is not None and price.figure.comparator in ("eq", "approx")
            found = _priced(line, price) if stated and price.figure.kind == "amount" else None
            if found:
                yield from _tested(case, found)


def _tested(case: Case, found: _Priced) -> Iterator[Finding]:
    claim = Claim("P26", case.report, f"{name(found.price)}的单价、数量与金额")
    first, *others = (_quantity(case, number) for number in found.numbers)
    product = term(case, found.price) * first
    for other in others:
        product = product * other
    finding = equation(claim, product, term(case, found.amount))
    if finding.verdict != "fail" or found.sure:
        yield finding


def _priced(line: Line, price: Mention) -> _Priced | None:
    each, start_end = _EACH.search(price.lead), segment(line, price)
    if not each and not _UNIT_PRICE.search(price.lead):
        return None
    told = [m for m in line.within(*start_end) if m.is_stated and m is not price]
    fitting = [m for m in told if m.figure.kind != "amount" and _is_number(m, each)]
    start, _ = line.sentence_of(price.start)
    earlier = [m for m in line.within(start, price.start) if m.is_stated and _is_number(m, each)]
    beside, fitting = bool(fitting), fitting or (earlier if each else [])
    numbers = list({m.value: m for m in fitting if m.figure.role not in _OTHER_ROLES}.values())
    months = [m for m in told if m.figure.unit == "month"] if each and each["month"] else []
    amounts = [m for m in told if m.figure.kind == "amount" and m.figure.unit == "CNY"]
    if each and each["mean"]:
        amounts = [m for m in amounts if m.start > price.end]
    if len(numbers) != 1 or len(amounts) != 1 or len(months) > 1:
        return None
    sure = beside and relations().words.product.fullmatch(amounts[0].lead) is not None
    monthly = bool(each and each["month"]) and not months
    return _Priced(price, (*numbers, *months), amounts[0], sure and not monthly)


def _is_number(mention: Mention, each: re.Match[str] | None) -> bool:
    """Whether a number is of what the price is for; of anything counted for a 单价."""
    unit = (each["each"] or each["mean"]) if each else None
    if unit == _LAND:
        return (mention.figure.unit_text or "").endswith(_LAND)
    if unit == _POSTS:
        named = f"{mention.label}{mention.figure.subject or ''}"
        return mention.figure.kind == "count" and _POSTS in named
    return mention.figure.kind == "count" and (unit is None or counts(mention, unit))


def _quantity(case: Case, mention: Mention) -> Term:
    """How many; land in 亩, as prices of land are."""
    found = term(case, mention)
    if not (mention.figure.unit_text or "").endswith(_LAND):
        return found
    source = found.sources[0]
    return Term.of(replace(source, number=source.number / Number.exact(_ACRE)))


CHECKS = (Check("P26", price_and_quantity),)

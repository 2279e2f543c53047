"""P13 and P26: what one of a thing cost, where another passage tells the money for that thing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ..reading.each import Each, counts, each_of
from ..reading.lines import Line, lines_with
from ..reading.mentions import FOREIGN_ROLES, Mention
from ..reading.names import is_specific
from ..reading.quantities import quantity
from ..reading.terms import name, term

_FEWEST = 4


def mean_apart(case: Case) -> Iterator[Finding]:
    """P13: 亭子15个，平均每个投入2.4万元, where 亭子36万元 stands elsewhere.

    What does not fit is raised where it has the same four digits or more in another order.
    """
    yield from _apart(case, "P13", is_mean=True)


def price_apart(case: Case) -> Iterator[Finding]:
    """P26: what a price and the number before it give, where it is told elsewhere."""
    yield from _apart(case, "P26", is_mean=False)


def _apart(case: Case, rule: str, *, is_mean: bool) -> Iterator[Finding]:
    for line in lines_with(case, "amount"):
        for price in line.mentions if "per_unit" in line.aspects else ():
            each = each_of(price) if _is_told(price) else None
            number = _number(line, price, each) if each and each.is_mean is is_mean else None
            total = _total(case, line, number) if number else None
            if each and number and total:
                yield from _tested(case, rule, price, number, total)


def _is_told(price: Mention) -> bool:
    figure = price.figure
    told = figure.kind == "amount" and figure.aspect == "per_unit" and figure.comparator == "eq"
    return told and price.value > 0 and figure.role not in FOREIGN_ROLES


def _number(line: Line, price: Mention, each: Each) -> Mention | None:
    """The number right before a price, of what it is for, in its part of the sentence."""
    number = line.before(price)
    if number is None or not number.is_stated or not number.value or each.period:
        return None
    if any(stop in line.text[number.end : price.start] for stop in ";。"):
        return None
    measured = number.figure.kind == "measure" and (number.figure.unit_text or "").endswith(
        each.unit
    )
    called = is_specific(number.figure.subject) and number.figure.role not in FOREIGN_ROLES
    return number if called and (measured or counts(number, each.unit)) else None


def _total(case: Case, line: Line, number: Mention) -> Mention | None:
    """The one amount that other passages tell under the name of what is counted."""
    found = {
        m.value: m
        for other in lines_with(case, "amount")
        for m in (other.stated if other is not line and other.passage.cell is None else ())
        if m.figure.kind == "amount" and m.figure.subject == number.figure.subject
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _tested(
    case: Case, rule: str, price: Mention, number: Mention, total: Mention
) -> Iterator[Finding]:
    each = each_of(price)
    of_one = term(case, total) / quantity(case, number, each.unit if each else None)
    claim = Claim(rule, case.report, f"{name(price)}的平均数与总数、个数")
    finding = equation(claim, of_one, term(case, price))
    computed = finding.expected
    slipped = rule == "P13" and computed is not None and _is_reordered(computed, price.value)
    if finding.verdict != "fail" or slipped:
        yield finding


def _is_reordered(one: Decimal, other: Decimal) -> bool:
    """Whether both begin alike and have the same digits, four or more: 36.19 and 39.16."""
    first, second = (value.normalize().as_tuple().digits for value in (one, other))
    same = len(first) >= _FEWEST and sorted(first) == sorted(second)
    return same and first[0] == second[0] and one.adjusted() == other.adjusted()


CHECKS = (Check("P13", mean_apart), Check("P26", price_apart))

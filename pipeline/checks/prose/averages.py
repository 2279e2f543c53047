"""P13 and P26: averages and prices, times how many, give the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..proof import Claim, equation
from .lines import Line, related_lines
from .mentions import PERSONS, Mention
from .terms import name, term

_PER = re.compile(r"每([^\d,;。]{1,2})|([人户亩场次件家台套辆村校])均")
_UNIT_PRICE = re.compile("单价|均价")
_EACH = re.compile(r"每([^\d,;。]{1,2})$")
_SUM = re.compile("共|总|合计")


def average(case: Case) -> Iterator[Finding]:
    """P13: an average is the total over the number, where a sentence has one of each."""
    for line in related_lines(case):
        for mean in line.mentions:
            told = _around(line, mean)
            unit = _counted_in(mean)
            numbers = [m for m in told if unit and _counts(m, unit)]
            totals = [m for m in told if _is_total(m, mean)]
            if len(numbers) == len(totals) == 1 and numbers[0].value:
                claim = Claim("P13", case.report, f"{name(mean)}的平均数与总数、个数")
                quotient = term(case, totals[0]) / term(case, numbers[0])
                yield equation(claim, quotient, term(case, mean))


def price_and_quantity(case: Case) -> Iterator[Finding]:
    """P26: a price times a number is the amount, where a clause has one of each."""
    for line in related_lines(case):
        for price in line.mentions:
            if price.figure.kind == "amount" and price.figure.value is not None:
                yield from _priced(case, line, price)


def _priced(case: Case, line: Line, price: Mention) -> Iterator[Finding]:
    start, end = _segment(line, price)
    told = [m for m in line.within(start, end) if m.is_stated and m is not price]
    each = _EACH.search(price.lead)
    if each or _UNIT_PRICE.search(price.lead):
        numbers = [m for m in told if m.figure.kind == "count"]
        numbers = [m for m in numbers if not each or _counts(m, each[1])]
    else:
        return
    amounts = [m for m in told if m.figure.kind == "amount" and m.figure.unit == "CNY"]
    total = len(amounts) == 1 and _SUM.search(amounts[0].lead)
    if total and len(numbers) == 1:
        claim = Claim("P26", case.report, f"{name(price)}的单价、数量与金额")
        product = term(case, price) * term(case, numbers[0])
        yield equation(claim, product, term(case, amounts[0]))


def _around(line: Line, mean: Mention) -> Sequence[Mention]:
    start, _ = _segment(line, mean)
    before = line.within(start, mean.start)
    return [m for m in before if m.is_stated and m.depth == mean.depth]


def _segment(line: Line, mention: Mention) -> tuple[int, int]:
    """The part of the sentence between semicolons."""
    start, end = line.sentence_of(mention.start)
    start = max(start, line.text.rfind(";", start, mention.start) + 1)
    stop = line.text.find(";", mention.end, end)
    return start, end if stop < 0 else stop


def _counted_in(mean: Mention) -> str | None:
    """What the average is told of: 户 in 户均, 人 in 每人."""
    if mean.figure.aspect != "per_unit" or mean.figure.value is None:
        return None
    match = _PER.search(mean.lead)
    return (match[1] or match[2]) if match else None


def _counts(mention: Mention, unit: str) -> bool:
    one = mention.figure
    alike = one.unit in PERSONS if unit in ("人", "名", "位", "生") else one.unit == unit
    return one.kind == "count" and alike


def _is_total(mention: Mention, mean: Mention) -> bool:
    return mention.figure.kind == mean.figure.kind and mention.figure.unit == mean.figure.unit


CHECKS = (Check("P13", average), Check("P26", price_and_quantity))

"""F13: a product that is written out with its factors: 200元/人·天×30人×5天=30000元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from operator import mul

from ....schemas.finding import Finding
from ....schemas.passage import Passage
from ..case import Case
from ..check import Check
from ..number import Number
from ..proof import Claim, equation
from ..terms import Source, Term

_FACTOR = re.compile(
    r"\s*[)]?\s*[×xX*✕]\s*[(]?\s*"
    r"(?P<digits>\d+(?:\.\d+)?)(?P<scale>[万%]?)(?P<unit>[^\d%×xX*✕=,;。]{0,6}?)(?=\s*[)]?\s*[×xX*✕=])"
)
_RESULT = re.compile(r"\s*[)]?\s*=\s*[(]?\s*")
_SCALES = {"": Fraction(1), "万": Fraction(10_000), "%": Fraction(1, 100)}


def written_products(case: Case) -> Iterator[Finding]:
    """F13: unit price times number (and times) is the amount behind the equals sign.

    The factors are no figures of the report: what they count is told in the formula alone.
    """
    for index, next_index in pairwise(case.of_kind("amount") if "=" in case.text else ()):
        price, amount = case.report.figures[index], case.report.figures[next_index]
        begin, end = case.passage_at(price.place), case.passage_at(amount.place)
        if next_index == index + 1 and begin and end and begin[0] is end[0]:
            start = begin[1] + len(price.text)
            factors = list(_factors(case, begin[0], start, end[1]))
            if factors:
                product = reduce(mul, factors, case.term(index))
                claim = Claim("F13", case.report, "单价与数量之积与金额")
                yield equation(claim, product, case.term(next_index))


def _factors(case: Case, passage: Passage, start: int, end: int) -> Iterator[Term]:
    """The factors between a price and the result, if nothing else stands there."""
    found, at = list[Term](), start
    while match := _FACTOR.match(passage.folded, at, end):
        found.append(_factor(case, passage, match))
        at = match.end()
    if _RESULT.fullmatch(passage.folded, at, end):
        yield from found


def _factor(case: Case, passage: Passage, match: re.Match[str]) -> Term:
    digits, scale = match["digits"], _SCALES[match["scale"]]
    source = Source(
        number=Number.exact(Fraction(digits) * scale),
        printed=digits,
        unit_text=f"{match['scale']}{match['unit'].strip()}",
        scale=scale,
        decimals=len(digits.partition(".")[2]),
        quote=case.quoted(passage, match.start("digits"), match.end("unit")),
        figure_id=None,
        tag=match["unit"].strip(),
    )
    return Term.of(source)


CHECKS = (Check("F13", written_products),)

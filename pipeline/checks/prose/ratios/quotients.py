"""Rates that are one number of the text over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .....schemas.finding import Finding, Verdict
from .....schemas.record import record
from ...case import Case
from ...number import judge
from ...proof import Claim, equation
from ...terms import Term
from ..reading.mentions import Mention
from ..reading.terms import name, term


@record
class Quotient:
    """A rate with the numbers that it can be the quotient of.

    ``of_rest``: it is of all that is not in the part (不合格46批次, 合格率98.1%).
    """

    rate: Mention
    part: Mention
    whole: Mention
    of_rest: bool = False


def tested(
    case: Case, rule: str, quotients: Iterable[Quotient], *, sure: bool
) -> Iterator[Finding]:
    """The first quotient that gives its rate; if ``sure``, the nearest one that does not."""
    possible = [quotient for quotient in quotients if quotient.whole.value]
    fitting = next((quotient for quotient in possible if fits(case, quotient)), None)
    told = fitting or (possible[0] if possible and sure else None)
    if told:
        claim = Claim(rule, case.report, f"{name(told.rate)}的比率与前后数")
        yield equation(claim, _computed(case, told), term(case, told.rate))


def fits(case: Case, quotient: Quotient) -> bool:
    """Whether the quotient gives its rate."""
    return judged(case, quotient) != "fail"


def judged(case: Case, quotient: Quotient) -> Verdict:
    """How well the quotient gives its rate."""
    if not quotient.whole.value:
        return "fail"
    return judge(_computed(case, quotient).number, term(case, quotient.rate).number)


def _computed(case: Case, quotient: Quotient) -> Term:
    share = term(case, quotient.part) / term(case, quotient.whole)
    return Term.constant(1) - share if quotient.of_rest else share

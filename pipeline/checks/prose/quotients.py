"""Rates that are one number of the text over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ....schemas.finding import Finding
from ..case import Case
from ..proof import Claim, equation
from ..terms import Term
from .mentions import Mention
from .terms import name, term


@dataclass(frozen=True, slots=True)
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
    first: Finding | None = None
    for quotient in quotients:
        finding = _finding(case, rule, quotient)
        if finding and finding.verdict != "fail":
            yield finding
            return
        first = first or finding
    if first and sure:
        yield first


def fits(case: Case, quotient: Quotient) -> bool:
    """Whether the quotient gives its rate."""
    finding = _finding(case, "P03", quotient)
    return finding is not None and finding.verdict != "fail"


def _finding(case: Case, rule: str, quotient: Quotient) -> Finding | None:
    if not quotient.whole.value:
        return None
    part, whole = term(case, quotient.part), term(case, quotient.whole)
    claim = Claim(rule, case.report, f"{name(quotient.rate)}的比率与前后数")
    share = part / whole
    computed = Term.constant(1) - share if quotient.of_rest else share
    return equation(claim, computed, term(case, quotient.rate))

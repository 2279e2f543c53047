"""Rates that are one number of the text over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ....schemas.finding import Finding
from ..case import Case
from ..proof import Claim, equation
from .lines import Mention
from .terms import name, term


@dataclass(frozen=True, slots=True)
class Quotient:
    """A rate with the numbers that it can be the quotient of."""

    rate: Mention
    part: Mention
    whole: Mention


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


def _finding(case: Case, rule: str, quotient: Quotient) -> Finding | None:
    if not quotient.whole.value:
        return None
    part, whole = term(case, quotient.part), term(case, quotient.whole)
    claim = Claim(rule, case.report, f"{name(quotient.rate)}的比率与前后数")
    return equation(claim, part / whole, term(case, quotient.rate))

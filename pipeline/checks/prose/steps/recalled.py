"""P05, P06, P07: steps from last year's number, where the new one stands further off.

对比上年的3000人次，净增600人次，增幅20%: the rate is the increment over the old number. The
new number is sought among those told before; that it fits proves that it is meant. What does
not fit is raised only for a rate behind the one number of its name in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .....schemas.finding import Finding
from ...case import Case, remembered
from ...check import Check
from ...proof import Claim, equation
from ...terms import Term
from ..reading.above import above
from ..reading.compared_words import compared_words
from ..reading.lines import Line, related_lines_of
from ..reading.mentions import FOREIGN_ROLES, Mention
from ..reading.names import holds, may_be_same
from ..reading.terms import name, term
from .changes import changes, is_size

_ONE = Term.constant(1)


@dataclass(frozen=True, slots=True)
class Recalled:
    """Last year's number with what is told of the step from it; one of the two at least."""

    line: Line
    old: Mention
    amount: Mention | None
    rate: Mention | None

    @property
    def falls(self) -> bool:
        """Whether the step leads down."""
        return any(step and step.figure.direction == "down" for step in (self.amount, self.rate))


def rate_of_step(case: Case) -> Iterator[Finding]:
    """P06: a step's rate is the step over what there was."""
    for told in _recalled(case):
        if told.amount and told.rate:
            claim = Claim("P06", case.report, f"{name(told.rate)}的增减额、上年数与增减幅")
            step, old = term(case, told.amount), term(case, told.old)
            signed = told.rate.value < 0 < told.amount.value
            computed = (old - step) / old - _ONE if signed else step / old
            yield equation(claim, computed, term(case, told.rate))


def size_of_step(case: Case) -> Iterator[Finding]:
    """P07: the new number less the old one is the step."""
    for told in _recalled(case):
        if told.amount:
            tested = [_difference(case, told, told.amount, new) for new in _new(case, told)]
            yield from _first_fitting(tested)


def growth_rate(case: Case) -> Iterator[Finding]:
    """P05: the new number over the old one, less one, is the growth rate."""
    for told in _recalled(case):
        if told.rate:
            tested = [_growth(case, told, told.rate, new) for new in _new(case, told)]
            sure = [] if told.amount else _beside(told)
            wrong = [_growth(case, told, told.rate, new) for new in sure if len(sure) == 1]
            yield from _first_fitting(tested) or wrong


@remembered
def _recalled(case: Case) -> tuple[Recalled, ...]:
    """All such numbers whose new one is not told beside them."""
    if not case.holds(compared_words().recalled.prior):
        return ()
    known = {change.old.index for change in changes(case) if change.steps}
    told = (line for line in related_lines_of(case, "change", "growth"))
    found = ((line, old) for line in told for old in line.mentions if _is_old(old))
    steps = (_with_steps(line, old) for line, old in found if old.index not in known)
    return tuple(one for one in steps if one.amount or one.rate)


def _is_old(mention: Mention) -> bool:
    return is_size(mention) and compared_words().recalled.prior.search(mention.lead) is not None


def _with_steps(line: Line, old: Mention) -> Recalled:
    """An old number with the step and the rate right behind it."""
    words = compared_words().recalled
    amount = _next(line, old, words.step)
    if amount and (amount.unit_kind != old.unit_kind or amount.figure.aspect != "change"):
        amount = None
    rate = _next(line, amount or old, words.rate)
    if rate and (rate.figure.kind != "rate" or rate.figure.aspect != "growth"):
        rate = None
    return Recalled(line, old, amount, rate)


def _next(line: Line, mention: Mention, lead: re.Pattern[str]) -> Mention | None:
    """The exact number behind another, where only these words stand between the two."""
    found = line.behind(mention.end)
    if found is None or found.figure.comparator != "eq" or found.figure.value is None:
        return None
    return found if lead.fullmatch(line.text, mention.end, found.start) else None


def _new(case: Case, told: Recalled) -> Iterator[Mention]:
    """Numbers that the old one can be set against, the nearest first."""
    before = reversed(told.line.within(0, told.old.start))
    for new in (*before, *(mention for _, mention in above(case, told.line))):
        beside = told.line.before(told.old) is new
        known = beside or told.amount or holds(told.old.figure.subject, new.figure.subject)
        if _can_be_new(told, new) and known:
            yield new


def _beside(told: Recalled) -> list[Mention]:
    """The levels before the old number in its sentence, if all are of its name."""
    start, _ = told.line.sentence_of(told.old.start)
    before = told.line.within(start, told.old.start)
    levels = [new for new in before if new.is_level and _can_be_new(told, new)]
    subject = told.old.figure.subject
    return levels if all(may_be_same(new.figure.subject, subject) for new in levels) else []


def _can_be_new(told: Recalled, new: Mention) -> bool:
    foreign = new.figure.role in FOREIGN_ROLES or _is_old(new)
    return is_size(new) and new.unit_kind == told.old.unit_kind and not foreign


def _first_fitting(tested: Sequence[Finding]) -> list[Finding]:
    """What holds for the nearest number for which it does."""
    return [finding for finding in tested if finding.verdict != "fail"][:1]


def _difference(case: Case, told: Recalled, amount: Mention, new: Mention) -> Finding:
    before, now = term(case, told.old), term(case, new)
    claim = Claim("P07", case.report, f"{name(new)}的增减额与前后数")
    return equation(claim, before - now if told.falls else now - before, term(case, amount))


def _growth(case: Case, told: Recalled, rate: Mention, new: Mention) -> Finding:
    quotient = term(case, new) / term(case, told.old)
    claim = Claim("P05", case.report, f"{name(new)}的增减幅与前后数")
    computed = _ONE - quotient if told.falls and rate.value > 0 else quotient - _ONE
    return equation(claim, computed, term(case, rate))


CHECKS = (
    Check("P05", growth_rate),
    Check("P06", rate_of_step),
    Check("P07", size_of_step),
)

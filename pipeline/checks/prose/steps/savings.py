"""P07 and P03: what was saved of a price or cut from a bill, and the rate of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .....schemas.finding import Finding
from ...case import Case, remembered
from ...check import Check
from ...proof import Claim, equation
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention
from ..reading.terms import name, term
from .changes import changes

_FROM = re.compile("预算|控制价|限价|送审|概算|估算|报审|申报|评估价|标的")
_TO = re.compile("中标|成交|合同|采购金额|审定|核定|结算|决算|签约|竞得")
_SAVED = re.compile("节约|节省|节支|节资|审减|核减|净审减|下浮")
_PAIR = 2
_MOST = 5
"""How many amounts before a saving are looked at, the nearest first."""


@dataclass(frozen=True, slots=True)
class _Saving:
    """Amounts before and after, and what was saved or cut.

    ``sure``: the sentence tells no other amount before.
    """

    before: Mention
    after: Mention
    saved: Mention
    sure: bool


def saved_amounts(case: Case) -> Iterator[Finding]:
    """P07: 采购预算 90万元，中标金额 84万元，节约 6万元."""
    known = {step.index for change in changes(case) for step in change.steps}
    for one in [one for _, one in _savings(case) if one.saved.index not in known]:
        claim = Claim("P07", case.report, f"{name(one.saved)}与前后金额之差")
        difference = term(case, one.before) - term(case, one.after)
        finding = equation(claim, difference, term(case, one.saved))
        if finding.verdict != "fail" or one.sure:
            yield finding


def saving_rates(case: Case) -> Iterator[Finding]:
    """P03: the rate (节约率, 审减率) right behind is the saving over the amount before."""
    for line, one in _savings(case):
        rate = line.behind(one.saved.end)
        if rate and rate.figure.kind == "rate" and _SAVED.search(rate.lead):
            claim = Claim("P03", case.report, f"{name(one.saved)}的比率")
            share = term(case, one.saved) / term(case, one.before)
            finding = equation(claim, share, term(case, rate))
            if finding.verdict != "fail" or one.sure:
                yield finding


@remembered
def _savings(case: Case) -> tuple[tuple[Line, _Saving], ...]:
    telling = (line for line in related_lines(case) if line.says(_SAVED))
    every = ((line, _saving(line, saved)) for line in telling for saved in line.mentions)
    return tuple((line, found) for line, found in every if found)


def _saving(line: Line, saved: Mention) -> _Saving | None:
    """The saving with the last amounts of its sentence that are told as before and after."""
    if not _SAVED.search(saved.lead):
        return None
    start, _ = line.sentence_of(saved.start)
    told = [m for m in line.within(start, saved.start) if _is_money(m)][-_MOST:]
    before = next((m for m in reversed(told) if _FROM.search(m.lead)), None)
    after = next((m for m in reversed(told) if _TO.search(m.lead) and m is not before), None)
    if before is None or after is None or not _is_money(saved):
        return None
    stated = before.value > after.value
    return _Saving(before, after, saved, len(told) == _PAIR) if stated else None


def _is_money(mention: Mention) -> bool:
    figure = mention.figure
    return figure.kind == "amount" and figure.comparator == "eq" and bool(figure.value)


CHECKS = (Check("P07", saved_amounts), Check("P03", saving_rates))

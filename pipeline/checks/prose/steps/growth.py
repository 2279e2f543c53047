"""P05, P07, P19, P22: what a text says of the step from an old number to a new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .....schemas.figure import Kind
from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...number import judge
from ...proof import Claim, bound, equation
from ...terms import Term
from ..reading.mentions import Mention
from ..reading.terms import name, term
from .changes import Change, changes, is_size

_ONE = Term.constant(1)
_STATED = frozenset({"eq", "approx"})


def growth_rate(case: Case) -> Iterator[Finding]:
    """P05: a growth rate is the new number over the old one, less one."""
    for change, step in _steps(case, "rate"):
        if change.new.figure.kind != "rate":
            computed = _growth(case, change, step)
            yield equation(_claim(case, "P05", change, "增减幅"), computed, term(case, step))


def step_size(case: Case) -> Iterator[Finding]:
    """P07: the new number less the old one is the change that is told."""
    for change, step in _steps(case, "amount", "count", "measure", "score"):
        if step.figure.kind == change.new.figure.kind:
            claim = _claim(case, "P07", change, "增减额")
            yield from _unless_of_another(case, change, step, claim)


def points_and_percent(case: Case) -> Iterator[Finding]:
    """P19: percentage points are the difference of two rates, per cent their quotient."""
    for change, step in _steps(case, "points", "rate"):
        if change.new.figure.kind == "rate":
            claim = _claim(case, "P19", change, "升降")
            if step.figure.kind == "points":
                yield from _unless_of_another(case, change, step, claim)
            else:
                difference, stated = _difference(case, change, step), term(case, step)
                yield _percent(claim, _growth(case, change, step), difference, stated)


def direction(case: Case) -> Iterator[Finding]:
    """P22: what is said to rise does not fall."""
    for change in changes(case):
        if change.rises is not None:
            old, new = term(case, change.old), term(case, change.new)
            smaller, larger = (old, new) if change.rises else (new, old)
            yield bound(_claim(case, "P22", change, "升降方向"), smaller, larger)


def _unless_of_another(
    case: Case, change: Change, step: Mention, claim: Claim
) -> Iterator[Finding]:
    """What the step says of the two; nothing where it fits another number told before them.

    合格率98%，其中甲类96%，高于目标95%3个百分点: the step is of the first.
    """
    finding = equation(claim, _difference(case, change, step), term(case, step))
    start, _ = change.line.sentence_of(change.old.start)
    others = [
        replace(change, new=other)
        for other in change.line.within(start, change.old.start)
        if other is not change.new and _can_be_new(change, other)
    ]
    if finding.verdict == "fail" and any(_fits(case, other, step) for other in others):
        return
    yield finding


def _can_be_new(change: Change, other: Mention) -> bool:
    figure = other.figure
    result = figure.role in (None, "actual") and figure.comparator in _STATED
    return result and is_size(other) and other.unit_kind == change.new.unit_kind


def _fits(case: Case, change: Change, step: Mention) -> bool:
    computed = _difference(case, change, step).number
    return judge(computed, term(case, step).number) != "fail"


def _percent(claim: Claim, growth: Term, difference: Term, stated: Term) -> Finding:
    """A percentage between two rates; one that is meant in points is a slip of words."""
    slip = judge(difference.number, stated.number) != "fail"
    finding = equation(claim, growth, stated)
    return replace(finding, severity="info") if slip and finding.verdict == "fail" else finding


def _steps(case: Case, *kinds: Kind) -> Iterator[tuple[Change, Mention]]:
    for change in changes(case):
        old, new = change.old.figure, change.new.figure
        if new.comparator in _STATED and (old.comparator in _STATED or old.role == "target"):
            yield from ((change, step) for step in change.steps if step.figure.kind in kinds)


def _growth(case: Case, change: Change, step: Mention) -> Term:
    quotient = term(case, change.new) / term(case, change.old)
    return _ONE - quotient if _falls(change, step) else quotient - _ONE


def _difference(case: Case, change: Change, step: Mention) -> Term:
    is_standard = change.old.figure.role == "target"
    old, new = term(case, change.old, as_printed=is_standard), term(case, change.new)
    return old - new if _falls(change, step) else new - old


def _falls(change: Change, step: Mention) -> bool:
    """Whether a step leads down; by the numbers themselves where no word says so.

    What rises where a number varies (埋深由12米变为11米，回升1米) may be another's height. A step
    below zero (增速-10%) has its sign already.
    """
    told = step.figure.direction
    if (step.figure.value or 0) < 0:
        return False
    if change.unmarked:
        return change.new.value < change.old.value
    if told in ("up", "down"):
        return told == "down"
    return change.new.value < change.old.value


def _claim(case: Case, rule: str, change: Change, matter: str) -> Claim:
    return Claim(rule, case.report, f"{name(change.new)}的{matter}与前后数")


CHECKS = (
    Check("P05", growth_rate),
    Check("P07", step_size),
    Check("P19", points_and_percent),
    Check("P22", direction),
)

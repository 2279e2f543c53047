"""The P family: what numbers in running text say of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from .lists import abbreviations, apposed, enumerations, listing, relisted
from .money import execution_scores, full_marks, scored, spending
from .parts import (
    bases,
    composition,
    itemised,
    overall,
    staff,
    stocks,
    sublists,
    subsets,
    sums,
    whole_shares,
)
from .products import (
    averages,
    bounds,
    by_project,
    durations,
    frequencies,
    least,
    prices,
    reckoned,
    spent_apart,
)
from .ratios import budgeted, completion, formulas, portions, proportions, rated, shares
from .retold import claims, digits, everyone, facts, notations, signers, vague, wrong_units
from .steps import (
    differences,
    exceeded,
    gaps,
    growth,
    increments,
    magnitudes,
    multiples,
    recalled,
    savings,
    shortfalls,
)


def _unless_disputed(check: Check) -> Check:
    """The check without fails that follow from a number which another place contradicts."""

    def run(case: Case) -> Iterator[Finding]:
        disputed, found = facts.disputed(case), check.run(case)
        return filter(partial(_stands, disputed), found) if disputed else found

    return replace(check, run=run)


def _stands(disputed: frozenset[str], finding: Finding) -> bool:
    return finding.verdict != "fail" or disputed.isdisjoint(finding.figure_ids)


CHECKS: tuple[Check, ...] = (
    *map(
        _unless_disputed,
        (
            *sums.CHECKS,
            *itemised.CHECKS,
            *subsets.CHECKS,
            *by_project.CHECKS,
            *scored.CHECKS,
            *full_marks.CHECKS,
            *execution_scores.CHECKS,
            *spending.CHECKS,
            *stocks.CHECKS,
            *staff.CHECKS,
            *bases.CHECKS,
            *overall.CHECKS,
            *rated.CHECKS,
            *budgeted.CHECKS,
            *shares.CHECKS,
            *whole_shares.CHECKS,
            *portions.CHECKS,
            *formulas.CHECKS,
            *proportions.CHECKS,
            *completion.CHECKS,
            *growth.CHECKS,
            *increments.CHECKS,
            *recalled.CHECKS,
            *gaps.CHECKS,
            *differences.CHECKS,
            *shortfalls.CHECKS,
            *exceeded.CHECKS,
            *multiples.CHECKS,
            *averages.CHECKS,
            *frequencies.CHECKS,
            *prices.CHECKS,
            *reckoned.CHECKS,
            *spent_apart.CHECKS,
            *savings.CHECKS,
            *composition.CHECKS,
            *bounds.CHECKS,
            *least.CHECKS,
        ),
    ),
    *listing.CHECKS,
    *apposed.CHECKS,
    *relisted.CHECKS,
    *enumerations.CHECKS,
    *sublists.CHECKS,
    *abbreviations.CHECKS,
    *facts.CHECKS,
    *everyone.CHECKS,
    *claims.CHECKS,
    *vague.CHECKS,
    *wrong_units.CHECKS,
    *notations.CHECKS,
    *magnitudes.CHECKS,
    *durations.CHECKS,
    *signers.CHECKS,
    *digits.CHECKS,
)
"""Every check of running text, in the order in which findings are told."""

ACROSS = (*signers.ACROSS, *magnitudes.ACROSS)
"""Every such check over several reports."""

"""The P family: what numbers in running text say of each other."""

from __future__ import annotations

from ..check import Check
from . import (
    abbreviations,
    averages,
    bases,
    bounds,
    completion,
    composition,
    enumerations,
    facts,
    growth,
    increments,
    listing,
    multiples,
    shares,
    staff,
    sums,
)

CHECKS: tuple[Check, ...] = (
    *facts.CHECKS,
    *sums.CHECKS,
    *staff.CHECKS,
    *bases.CHECKS,
    *shares.CHECKS,
    *completion.CHECKS,
    *growth.CHECKS,
    *increments.CHECKS,
    *multiples.CHECKS,
    *averages.CHECKS,
    *composition.CHECKS,
    *bounds.CHECKS,
    *listing.CHECKS,
    *enumerations.CHECKS,
    *abbreviations.CHECKS,
)
"""Every check of running text, in the order in which findings are told."""

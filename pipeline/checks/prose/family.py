"""The P family: what numbers in running text say of each other."""

from __future__ import annotations

from ..check import Check
from . import bases, completion, growth, increments, shares, staff, sums

CHECKS: tuple[Check, ...] = (*sums.CHECKS, *bases.CHECKS, *staff.CHECKS, *growth.CHECKS, *increments.CHECKS, *shares.CHECKS, *completion.CHECKS)
"""Every check of running text, in the order in which findings are told."""

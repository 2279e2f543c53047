"""The P family: what numbers in running text say of each other."""

from __future__ import annotations

from ..check import Check
from . import sums

CHECKS: tuple[Check, ...] = (*sums.CHECKS,)
"""Every check of running text, in the order in which findings are told."""

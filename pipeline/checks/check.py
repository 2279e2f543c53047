"""A check: an audit rule's id and the function that tests it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...schemas.finding import Finding
from .case import Case


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """An audit rule as it runs over one report; ``rule`` is its id in ``data/rules.toml``.

    The function yields a finding for every relation that it tested, those that hold too,
    and nothing where the report does not say enough.
    """

    rule: str
    run: Callable[[Case], Iterator[Finding]]

    def found(self, case: Case) -> tuple[Finding, ...]:
        """What it finds in a report; found once, however many ask."""
        known = case.known.get(self)
        if known is None:
            known = case.known[self] = tuple(self.run(case))
        return known

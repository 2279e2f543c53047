"""How many of what: of the whole audit, of a report, of a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...schemas.finding import Severity, Verdict
from .model import Relation


@dataclass(frozen=True, slots=True)
class Tally:
    """Relations by what came of them; doubts by their severity."""

    doubts: Counter[Severity]
    verdicts: Counter[Verdict]

    @classmethod
    def of(cls, relations: Iterable[Relation]) -> Tally:
        """Count the relations."""
        findings = [relation.finding for relation in relations]
        return cls(
            Counter(each.severity for each in findings if each.verdict == "fail"),
            Counter(each.verdict for each in findings),
        )

    @property
    def tested(self) -> int:
        """How many relations were tested, those that cannot be compared among them."""
        return self.verdicts.total()

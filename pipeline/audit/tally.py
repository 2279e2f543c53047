"""How many of what: of the whole audit, of a report, of a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...schemas.finding import DispositionStatus, Severity, Verdict
from .model import Audit, Relation


@dataclass(frozen=True, slots=True)
class Tally:
    """Relations by what came of them; doubts that stand by their severity.

    ``dispositions`` are all doubts of which a reviewer has said something, by what it was.
    """

    doubts: Counter[Severity]
    verdicts: Counter[Verdict]
    dispositions: Counter[DispositionStatus]

    @classmethod
    def of(cls, relations: Iterable[Relation]) -> Tally:
        """Count the relations."""
        relations = tuple(relations)
        doubts = [each for each in relations if each.is_doubt]
        return cls(
            Counter(each.finding.severity for each in doubts if not each.is_settled),
            Counter(each.finding.verdict for each in relations),
            Counter(each.disposition.status for each in doubts if each.disposition),
        )

    @classmethod
    def of_audit(cls, audit: Audit) -> Tally:
        """Count all relations of an audit, those that it does not list among them."""
        tally = cls.of(audit.relations)
        tally.verdicts.update(audit.unlisted.verdicts)
        return tally

    @property
    def tested(self) -> int:
        """How many relations were tested, those that cannot be compared among them."""
        return self.verdicts.total()

"""The auditor's columns of the working paper, and what stood in them when it was written."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import cast

from ....schemas.finding import Disposition, DispositionStatus
from ..model import Relation

DOUBTS = "疑点"
STATUS, NOTE, REVIEWER, KEY, WRITTEN = "处理", "处理说明", "复核人", "稳定键", "写出时的处理"


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in the auditor's columns of one row."""

    status: DispositionStatus = "pending"
    note: str | None = None
    reviewer: str | None = None

    @classmethod
    def of(cls, disposition: Disposition) -> Said:
        """What a disposition puts into the columns."""
        return cls(disposition.status, disposition.note, disposition.reviewer)

    @classmethod
    def from_text(cls, text: str) -> Said:
        """What ``as_text`` was made of; raises ``ValueError`` for any other text."""
        status, note, reviewer = cast(
            "tuple[DispositionStatus, str | None, str | None]", json.loads(text)
        )
        return cls(status, note, reviewer)

    def as_text(self) -> str:
        """All of it in one cell."""
        return json.dumps(astuple(self), ensure_ascii=False)


NOTHING = Said()
"""Nothing was said: 待查 alone."""


def told(relation: Relation) -> Said:
    """What the paper shows of a relation."""
    return Said.of(relation.disposition) if relation.disposition else NOTHING

"""What reviewers said of findings (处理意见), as an account shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...schemas.finding import Disposition, DispositionStatus
from ...schemas.labels import DISPOSITION_STATUSES

SETTLED: frozenset[DispositionStatus] = frozenset({"false_alarm", "explained"})
"""What ends a doubt: it is shown greyed, and not counted among those that stand."""


def latest(dispositions: Iterable[Disposition]) -> Mapping[str, Disposition]:
    """What was said last of each key, of dispositions in the order they were made."""
    return {one.key: one for one in dispositions}


def in_words(disposition: Disposition) -> str:
    """A disposition on one line: 误报，口径不同（张审）."""
    parts = "，".join(filter(None, (DISPOSITION_STATUSES[disposition.status], disposition.note)))
    return f"{parts}（{disposition.reviewer}）" if disposition.reviewer else parts

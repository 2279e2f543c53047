"""What reviewers said of findings (处理意见), as an account shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, cast

from ...schemas.definitions.checks import DISPOSITIONS
from ...schemas.finding import Disposition, DispositionStatus
from ...schemas.labels import DISPOSITION_STATUSES

if TYPE_CHECKING:
    from ..archive.view import View

SETTLED: frozenset[DispositionStatus] = frozenset({"false_alarm", "explained"})
"""What ends a doubt: it is shown greyed, and not counted among those that stand."""


def latest(dispositions: Iterable[Disposition]) -> Mapping[str, Disposition]:
    """What was said last of each key, of dispositions in the order they were made."""
    return {one.key: one for one in dispositions}


def made(view: View) -> Iterator[Disposition]:
    """Everything that was said, in the order it was."""
    for row in view.rows(DISPOSITIONS.name):
        yield Disposition(
            cast(str, row["key"]),
            cast(DispositionStatus, row["status"]),
            cast("str | None", row["note"]),
            cast("str | None", row["reviewer"]),
            cast(datetime, row["at"]),
        )


def in_words(disposition: Disposition) -> str:
    """A disposition on one line: 误报，口径不同（张审）."""
    parts = "，".join(filter(None, (DISPOSITION_STATUSES[disposition.status], disposition.note)))
    return f"{parts}（{disposition.reviewer}）" if disposition.reviewer else parts

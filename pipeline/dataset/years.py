"""Which evaluated year (评价年度) a row belongs to, for the partitions of the dataset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from ..archive.view import View
from ..rows import Row


@dataclass(frozen=True, slots=True)
class Years:
    """The year of every report, of its projects, and of a document by its first report."""

    by_id: Mapping[str, int | None]

    @classmethod
    def of(cls, view: View) -> Years:
        """The years that the archive knows."""
        by_id: dict[str, int | None] = {}
        for row in view.rows("reports"):
            year = cast("int | None", row["year"])
            by_id[cast(str, row["report_id"])] = year
            by_id.setdefault(cast(str, row["doc_id"]), year)
        for row in view.rows("projects"):
            by_id[cast(str, row["project_id"])] = by_id[cast(str, row["report_id"])]
        return cls(by_id)

    def year_of(self, row: Row) -> int | None:
        """The year of the report that the row is of; null where that is not known."""
        for name in ("report_id", "project_id", "doc_id"):
            if owner := row.get(name):
                return self.by_id.get(cast(str, owner))
        return None

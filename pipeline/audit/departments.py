"""Lists of a department that name no unit: whose projects stand in them, by their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from ..checks.between_reports.project_names import project_name
from ..checks.units import SharedName, Units
from ..rows import Row

_Under = dict[SharedName, set[str]]


@dataclass(frozen=True, slots=True)
class Departments:
    """What the lists of departments have in common with the reports of units under them.

    ``told`` are lists (``report_id``) and units of whose projects they tell; ``shared`` are
    names of projects that several bodies of a department have, so that a list does not tell
    whose it means.
    """

    told: frozenset[tuple[str, str]]
    shared: frozenset[SharedName]

    @classmethod
    def of(cls, reports: Mapping[str, Row], projects: Iterable[Row], units: Units) -> Departments:
        """Of all reports of an archive, by ``report_id``, and their projects."""
        found = _Found()
        rows = [row for row in projects if row["name"]]
        counts = Counter(cast(str, row["report_id"]) for row in rows)
        for row in rows:
            report_id = cast(str, row["report_id"])
            found.take(row, reports[report_id], units, in_list=counts[report_id] > 1)
        shared = {
            name for name, bodies in found.under.items() if len(bodies) > 1 or name in found.own
        }
        told = {
            (report_id, next(iter(found.under[name])))
            for name, report_ids in found.lists.items()
            if name in found.under and name not in shared
            for report_id in report_ids
        }
        return cls(frozenset(told), frozenset(shared))


@dataclass(slots=True)
class _Found:
    """Names by department: in its lists, in its own reports, and by the units under it."""

    lists: _Under = field(default_factory=lambda: defaultdict[SharedName, set[str]](set))
    under: _Under = field(default_factory=lambda: defaultdict[SharedName, set[str]](set))
    own: set[SharedName] = field(default_factory=set[SharedName])

    def take(self, row: Row, report: Row, units: Units, *, in_list: bool) -> None:
        """Take a project of a report."""
        unit = cast("str | None", row["unit"] or report["unit"])
        body = units.body(unit)
        department = units.body(cast("str | None", row["department"] or report["department"]))
        if body is None:
            return
        year = cast("int | None", report["year"])
        key = project_name(cast(str, row["name"]), year, unit).key
        is_own = body == units.body(cast("str | None", report["unit"]))
        if in_list and row["source"] == "fund_table" and is_own:
            self.lists[body, key].add(cast(str, row["report_id"]))
        else:
            self.own.add((body, key))
        if department is not None and department != body:
            self.under[department, key].add(body)

"""The reports of an archive by their units, without their contents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from ...schemas.errors import UsageError
from ...schemas.report import Report
from ..archive.view import View
from ..checks.units import Units, simplified
from ..entry import DocumentEntry
from ..rows import Row
from .departments import Departments

_NEAREST = 8
"""Units that are told where one is not found."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A report of the archive; ``unit`` is as printed, the department's where it tells none."""

    report_id: str
    doc_id: str
    unit: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Register:
    """Every report by the path and number in its file, every file, and whose names are whose.

    ``beside`` are reports of others that tell of a unit's projects (a department's summary),
    by the name that stands for the unit. ``below`` are, by the department's name, the
    reports of the same years of the units of whose projects its own reports tell.
    """

    reports: tuple[Listed, ...]
    beside: Mapping[str, tuple[Listed, ...]]
    below: Mapping[str, tuple[Listed, ...]]
    entries: Mapping[str, DocumentEntry]
    failed: tuple[DocumentEntry, ...]
    units: Units

    @classmethod
    def of(cls, view: View) -> Register:
        """What an archive holds."""
        documents = list(view.documents())
        entries = {entry.doc_id: entry for entry in documents if entry.doc_id is not None}
        rows = sorted(
            view.rows("reports"),
            key=lambda row: (entries[cast(str, row["doc_id"])].path, row["doc_id"], row["seq"]),
        )
        projects = list(view.rows("projects"))
        named = {(row["report_id"], row["unit"]) for row in projects if row["unit"]}
        names = {name for row in rows for name in (row["unit"], row["department"]) if name}
        names.update(name for _, name in named)
        units = Units.of((cast(str, name) for name in names), view.aliases())
        by_id = {cast(str, row["report_id"]): row for row in rows}
        departments = Departments.of(by_id, projects, units)
        told = cast("set[tuple[str, str]]", named) | departments.told
        reports = tuple(map(_listed, rows))
        units = replace(units, shared=departments.shared)
        return cls(
            reports,
            beside := _beside(reports, told, units),
            _below(reports, beside, units),
            entries,
            tuple(entry for entry in documents if entry.status == "failed"),
            units,
        )

    def by_unit(self) -> dict[str | None, list[Listed]]:
        """The reports of every unit, by the name that stands for it; unknown units come last."""
        found: defaultdict[str | None, list[Listed]] = defaultdict(list)
        for listed in self.reports:
            found[self.units.body(listed.unit)].append(listed)
        return {body: found[body] for body in sorted(found, key=lambda body: (body is None, body))}

    def of_unit(self, name: str) -> list[Listed]:
        """The reports of the unit of that name; raises ``UsageError`` where there are none."""
        by_unit = self.by_unit()
        found = by_unit.get(self.units.body(name))
        if found is None:
            raise UsageError(_unknown(name, filter(None, by_unit)))
        return found

    def check_year(self, year: int) -> None:
        """Raise ``UsageError`` where no report evaluates that year."""
        years = sorted({listed.year for listed in self.reports if listed.year})
        if year not in years:
            told = f"；有的年度：{'、'.join(map(str, years))}" if years else ""
            raise UsageError(f"资料库里没有评价年度为 {year} 年的报告{told}")


def _listed(row: Row) -> Listed:
    return Listed(
        cast(str, row["report_id"]),
        cast(str, row["doc_id"]),
        cast("str | None", row["unit"] or row["department"]),
        cast("int | None", row["year"]),
    )


def _beside(
    reports: Iterable[Listed], told: Collection[tuple[str, str]], units: Units
) -> dict[str, tuple[Listed, ...]]:
    """By unit the reports of others; ``told`` are reports with the units of their projects."""
    bodies: defaultdict[str, set[str | None]] = defaultdict(set)
    for report_id, unit in told:
        bodies[report_id].add(units.body(unit))
    found: defaultdict[str, list[Listed]] = defaultdict(list)
    for listed in reports:
        for body in bodies[listed.report_id] - {units.body(listed.unit), None}:
            found[body or ""].append(listed)
    return {body: tuple(others) for body, others in found.items()}


def _below(
    reports: Iterable[Listed], beside: Mapping[str, Iterable[Listed]], units: Units
) -> dict[str, tuple[Listed, ...]]:
    """By department the reports of the units beside which its own stand."""
    of_unit: defaultdict[tuple[str | None, int | None], list[Listed]] = defaultdict(list)
    for listed in reports:
        of_unit[units.body(listed.unit), listed.year].append(listed)
    found: defaultdict[str, dict[str, Listed]] = defaultdict(dict)
    for body, others in beside.items():
        for other in others:
            told = {one.report_id: one for one in of_unit[body, other.year]}
            found[units.body(other.unit) or ""].update(told)
    return {department: tuple(told.values()) for department, told in found.items()}


def load(view: View, wanted: Collection[Listed]) -> list[Report]:
    """The reports in the order of the register."""
    order = {listed.report_id: at for at, listed in enumerate(wanted)}
    documents = {listed.doc_id for listed in wanted}
    found = [report for report in view.reports(documents) if report.report_id in order]
    return sorted(found, key=lambda report: order[report.report_id])


def parts(wanted: Sequence[Listed], size: int) -> Iterator[Sequence[Listed]]:
    """The reports, so many at a time."""
    return (wanted[at : at + size] for at in range(0, len(wanted), size))


def _unknown(name: str, bodies: Iterable[str]) -> str:
    asked = simplified(name)
    near = [body for body in bodies if _is_near(asked, body)]
    told = f"；相近的有：{'、'.join(near[:_NEAREST])}" if near else ""
    return f"资料库里没有单位“{name}”{told}。heshu units 列出全部单位"


def _is_near(asked: str, body: str) -> bool:
    """Whether one name is the other with some characters left out: 农技站, 县农技推广站."""
    short, long = sorted((asked, body), key=len)
    left = iter(long)
    return bool(short) and all(character in left for character in short)

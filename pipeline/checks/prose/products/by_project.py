"""C01 and P13 where a report tells its projects one by one, each under a heading of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .....schemas.figure import Role
from .....schemas.finding import Finding
from ...case import Case, remembered
from ...check import Check
from ...proof import Claim, equation
from ...terms import Term, total
from ..reading.lines import Line, numbered_lines
from ..reading.mentions import Mention, total_of
from ..reading.terms import is_meant, term
from ..retold.restated import is_slip

_FEWEST = 3
_ROLES: dict[Role, str] = {"budget": "预算数", "executed": "支出数"}


@dataclass(frozen=True, slots=True)
class _Listing:
    """The paragraphs of each of several sections that follow each other at one level."""

    entries: tuple[tuple[Line, ...], ...]
    others: tuple[Line, ...]

    def column(self, role: Role) -> tuple[Mention, ...]:
        """The first number in a role that every entry tells; empty where one tells none."""
        found = [_first(entry, role) for entry in self.entries]
        return tuple(m for m in found if m) if all(found) else ()

    def heads(self, role: Role) -> list[Mention]:
        """The numbers in a role that are told outside of the entries."""
        return [m for line in self.others for m in line.mentions if _is_told(m, role)]


def sums(case: Case) -> Iterator[Finding]:
    """C01: what the projects have, told one by one, is what all of them are said to have.

    What does not fit is raised where another column of the same projects adds up to the
    digit, so that none is left out, or where two digits changed places.
    """
    for listing in _listings(case):
        complete = _is_complete(listing)
        for role, name in _ROLES.items():
            parts, head = listing.column(role), _head(listing, role)
            if parts and head:
                claim = Claim("C01", case.report, f"各项目{name}之和与总数")
                finding = equation(claim, total([term(case, m) for m in parts]), term(case, head))
                slip = is_slip(total_of(parts), head.value)
                if finding.verdict != "fail" or complete or slip:
                    yield finding


def mean_scores(case: Case) -> Iterator[Finding]:
    """P13: the average score is that of the projects' scores, told one by one."""
    for listing in _listings(case):
        scores = listing.column("score")
        means = [m for m in listing.heads("score") if "平均" in m.lead] if scores else []
        for mean in means[:1]:
            claim = Claim("P13", case.report, "各项目得分的平均数")
            added = total([term(case, m) for m in scores])
            finding = equation(claim, added / Term.constant(len(scores)), case.term(mean.index))
            if finding.verdict != "fail" or _is_complete(listing):
                yield finding


def _is_complete(listing: _Listing) -> bool:
    """Whether a column of all entries adds up, to the digit, to what is told of all."""
    columns = ((listing.column(role), _head(listing, role)) for role in _ROLES)
    return any(parts and head and total_of(parts) == head.value for parts, head in columns)


def _head(listing: _Listing, role: Role) -> Mention | None:
    """The one value told of all projects: the sum of the parts, or else near it."""
    added = total_of(listing.column(role))
    heads = {m.value: m for m in reversed(listing.heads(role))}
    near = [m for value, m in heads.items() if is_meant(added, value)]
    return heads.get(added) or (near[0] if len(near) == 1 else None)


def _first(entry: Sequence[Line], role: Role) -> Mention | None:
    return next((m for line in entry for m in line.mentions if _is_told(m, role)), None)


def _is_told(mention: Mention, role: Role) -> bool:
    figure = mention.figure
    return figure.role == role and mention.is_stated and figure.scope is None


@remembered
def _listings(case: Case) -> tuple[_Listing, ...]:
    by_section: dict[int | None, list[Line]] = defaultdict(list)
    for line in numbered_lines(case):
        if line.passage.cell is None:
            by_section[line.passage.section].append(line)
    runs = (run for run in _runs(case) if len(run) >= _FEWEST)
    return tuple(_listing(by_section, run) for run in runs)


def _listing(by_section: dict[int | None, list[Line]], run: Sequence[int]) -> _Listing:
    entries = tuple(tuple(by_section.get(at, ())) for at in run)
    apart = (lines for at, lines in by_section.items() if at not in run)
    return _Listing(entries, tuple(line for lines in apart for line in lines))


def _runs(case: Case) -> Iterator[list[int]]:
    """Sections that follow each other at one level, by their numbers in the report."""
    run: list[int] = []
    for at, section in enumerate(case.report.sections):
        if run and section.level != case.report.sections[run[-1]].level:
            yield run
            run = []
        run.append(at)
    yield run


CHECKS = (Check("C01", sums), Check("P13", mean_scores))

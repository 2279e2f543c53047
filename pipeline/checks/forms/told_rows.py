"""X05, S14: what sentences and the cells of goal and result tell of the rows of indicators."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ..case import Case, remembered
from ..check import Check
from ..facts import IndicatorRow
from ..number import judge_same
from ..proof import Claim, same
from ..prose.retold.stated import Stated, statements
from ..terms import Term
from ..told import is_settled, is_told
from ..wording import pattern
from .scores import rows

_RESULTS = frozenset({"actual", "target"})
_EACH = re.compile("[每均单]|人次成本|标准")
"""In the name of a row whose number is told for each of something."""
_SHORTEST_SUBJECT = 4
"""Shorter ones must be the whole name but for its last word: 植树 of 植树数量."""


@dataclass(slots=True, eq=False)
class _Named:
    """A row with its name, bare of 数量 and the like, and without its last 数."""

    row: IndicatorRow
    bare: str
    whole: str
    characters: frozenset[str]

    @classmethod
    def of(cls, row: IndicatorRow) -> _Named:
        name = row.indicator.name
        bare = pattern("quantity").sub("", name)
        return cls(row, bare, name.removesuffix("数"), frozenset(name))


def results_told(case: Case) -> Iterator[Finding]:
    """X05: a result told in a sentence is the one of the indicator table."""
    return (finding for finding in _told(case) if finding.rule == "X05")


def goals_told(case: Case) -> Iterator[Finding]:
    """S14: a number in the cells of goal and result is the one of the indicator table."""
    return (finding for finding in _told(case) if finding.rule == "S14")


@remembered
def _told(case: Case) -> tuple[Finding, ...]:
    """What is told of each row.

    A subject belongs to a row when the row's name holds all its characters and the unit is
    the same; where it could belong to two rows it is left, and so is one of several values
    unless it bears the row's whole name or stands in the cell of results.
    """
    named = _by_unit(case)
    stated = {one.mention.index: one for one in statements(case)} if named else {}
    told: dict[tuple[_Named, str], list[int]] = {}
    for index, figure in enumerate(case.report.figures if named else ()):
        role = figure.role or "actual"
        rows_of_unit = named.get(figure.unit, ()) if role in _RESULTS else ()
        found = _row_of(case, figure, rows_of_unit, stated.get(index)) if rows_of_unit else None
        if found:
            told.setdefault((found, role), []).append(index)
    return tuple(
        finding
        for (one, role), indices in told.items()
        for finding in _told_of_row(case, one.row, role, indices)
    )


def _by_unit(case: Case) -> Mapping[str | None, Sequence[_Named]]:
    """The rows with numbers, by the units that these are told in."""
    found: defaultdict[str | None, list[_Named]] = defaultdict(list)
    for named in (_Named.of(row) for row in rows(case) if row.actual or row.target):
        one = named.row.indicator
        for unit in {one.actual_unit, one.target_unit} - {None, ""}:
            found[unit].append(named)
    return found


def _row_of(
    case: Case, figure: Figure, named: Sequence[_Named], stated: Stated | None
) -> _Named | None:
    if not figure.subject or figure.aspect not in {"level", "share", "per_unit", None}:
        return None
    if figure.aspect == "per_unit":
        named = [one for one in named if _EACH.search(one.row.indicator.name)]
    if figure.scope not in {"其中", "新增", "", None} or figure.kind == "score":
        return None
    if not is_told(case, figure):
        return None
    called = stated.called if stated and not stated.narrowed else ""
    fits = [one for one in named if _is_of(figure, one, figure.subject, called)]
    return fits[0] if len(fits) == 1 and is_settled(case, figure) else None


def _is_of(figure: Figure, named: _Named, subject: str, called: str) -> bool:
    """Whether a figure is of a row: by its subject, or by all the words that lead to it."""
    worded = len(named.whole) >= _SHORTEST_SUBJECT and called.startswith((named.bare, named.whole))
    if not worded:
        short = len(subject) < _SHORTEST_SUBJECT and subject != named.bare
        if short or not _holds_all(named, figure.scope or "", subject):
            return False
    own = (term.sources[0].quote.place for term in (named.row.target, named.row.actual) if term)
    return figure.place not in own


def _holds_all(named: _Named, scope: str, subject: str) -> bool:
    """Whether a name, with a scope, holds every character of a subject as often as that does."""
    own = set(subject)
    if not own.difference(scope) <= named.characters:
        return False
    name = f"{named.row.indicator.name}{scope}"
    return all(subject.count(char) <= name.count(char) for char in own)


def _told_of_row(case: Case, row: IndicatorRow, role: str, indices: list[int]) -> Iterator[Finding]:
    stated = row.actual if role == "actual" else row.target
    terms = [case.term(index) for index in indices]
    if stated is None:
        return
    agree = [term for term in terms if _agrees(term, row)]
    values = {term.number.value for term in terms}
    if not agree and len(values) > 1:
        return
    named = [case.term(index) for index in indices if _names(case.report.figures[index], row)]
    others = [term for term in named if not _agrees(term, row)]
    for term in [*agree, *others] if agree else terms:
        goal = term.sources[0].quote.place.row is not None
        matter = f"另处所述{row.indicator.name}与指标表"
        claim = Claim("S14" if goal else "X05", case.report, matter)
        yield same(claim, _like(term, row, stated), term)


def _names(figure: Figure, row: IndicatorRow) -> bool:
    """Whether a figure is told under the whole name of a row: then it is of no other thing.

    The cell of results speaks of the rows alone; goals may be told before and after a change.
    """
    of_results = figure.place.row is not None and figure.role != "target"
    return (of_results or figure.subject == row.indicator.name) and figure.scope is None


def _agrees(term: Term, row: IndicatorRow) -> bool:
    known = [one for one in (row.actual, row.target) if one]
    return any(judge_same(_plain(one).number, term.number) != "fail" for one in known)


def _like(term: Term, row: IndicatorRow, stated: Term) -> Term:
    """The target where the sentence repeats it, else what is stated for its role."""
    for one in (stated, row.actual, row.target):
        if one and judge_same(_plain(one).number, term.number) != "fail":
            return _plain(one)
    return _plain(stated)


def _plain(term: Term) -> Term:
    """A target without its comparator: sentences repeat the digits alone."""
    return term.exactly() if term.number.rounded.is_bounded is False else term


CHECKS = (Check("X05", results_told), Check("S14", goals_told))

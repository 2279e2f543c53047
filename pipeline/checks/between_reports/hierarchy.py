"""C07: what the counties of a city tell of themselves is no more than the city's whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ..case import Case
from ..proof import Claim, bound
from ..terms import Term
from ..units import places
from .together import AcrossCheck

_ADDED_UP = frozenset({"amount", "count"})
_WHOLES = {1: frozenset({"全市"}), 2: frozenset({"全区", "全县"})}
"""How all of a city is called, whose name is one place, and all of a county, which is two."""
_NOT_ADDED_UP = re.compile("均|最[高低大小多]|累计|标准")


def counties_in_city(cases: Sequence[Case]) -> Iterator[Finding]:
    """C07: in one year, the counties' values of one subject together are at most the city's.

    A county or city that tells several values of a subject is passed over.
    """
    told: defaultdict[Hashable, defaultdict[tuple[str, ...], dict[object, Term]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for case in cases:
        where = places(case.unit or "")[:2]
        for index in _told_of_all(case):
            figure = case.report.figures[index]
            told[_field(case, figure)][where].setdefault(figure.value, case.term(index))
    for by_place in told.values():
        yield from _held(
            cases, {at: next(iter(one.values())) for at, one in by_place.items() if len(one) == 1}
        )


def _held(cases: Sequence[Case], by_place: dict[tuple[str, ...], Term]) -> Iterator[Finding]:
    city = next((term for at, term in by_place.items() if len(at) == 1), None)
    counties = [term for at, term in by_place.items() if len(at) == 2]
    if city and counties:
        total = counties[0]
        for other in counties[1:]:
            total = total + other
        reports = {case.report.report_id: case.report for case in cases}
        report = reports[city.sources[0].quote.report_id]
        matter = f"各县区的{city.sources[0].tag.partition('/')[0]}之和与全市"
        yield bound(Claim("C07", report, matter), total, city)


def _fields(case: Case) -> Iterator[Hashable]:
    return (_field(case, case.report.figures[index]) for index in _told_of_all(case))


def _field(case: Case, figure: Figure) -> Hashable:
    year = figure.period_start.year if figure.period_start else case.report.year
    return figure.subject, figure.kind, figure.unit, year, places(case.unit or "")[0]


def _told_of_all(case: Case) -> Iterator[int]:
    """The figures that are told of all of the city or county whose body reports."""
    scopes = _WHOLES.get(len(places(case.unit or "")[:2]), frozenset())
    for index, figure in enumerate(case.report.figures if scopes else ()):
        if figure.scope in scopes and _can_be_added(figure):
            yield index


def _can_be_added(figure: Figure) -> bool:
    is_level = figure.aspect == "level" and figure.role in {"actual", None}
    stated = figure.kind in _ADDED_UP and figure.value is not None and bool(figure.subject)
    return is_level and stated and not _NOT_ADDED_UP.search(figure.subject or "")


ACROSS = (AcrossCheck("C07", counties_in_city, _fields),)
"""Every check of a city and its counties."""

"""C07: what the counties of a city tell of themselves is no more than the city's whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from ...schemas.figure import Figure
from ...schemas.finding import Finding
from .case import Case
from .proof import Claim, bound
from .terms import Term
from .together import AcrossCheck
from .units import places

_ADDED_UP = frozenset({"amount", "count"})
_WHOLE_CITY, _WHOLE_COUNTY = frozenset({"全市"}), frozenset({"全区", "全县"})
_NOT_ADDED_UP = re.compile("均|最[高低大小多]|累计|标准")


def counties_in_city(cases: Sequence[Case]) -> Iterator[Finding]:
    """C07: in one year, the counties' values of one subject together are at most the city's.

    A county or city that tells several values of a subject is passed over.
    """
    told: defaultdict[Hashable, defaultdict[tuple[str, ...], dict[object, Term]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for case in cases:
        for index, figure in enumerate(case.report.figures):
            where = _place(case, figure)
            if where:
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
    return (_field(case, figure) for figure in case.report.figures if _place(case, figure))


def _field(case: Case, figure: Figure) -> Hashable:
    year = figure.period_start.year if figure.period_start else case.report.year
    return figure.subject, figure.kind, figure.unit, year, places(case.unit or "")[0]


def _place(case: Case, figure: Figure) -> tuple[str, ...]:
    """The city, or the city and the county, of which all a figure tells; empty for others."""
    is_level = figure.aspect == "level" and figure.role in {"actual", None}
    added_up = figure.kind in _ADDED_UP and figure.value is not None and bool(figure.subject)
    scope = figure.scope
    if not (is_level and added_up and scope in _WHOLE_CITY | _WHOLE_COUNTY):
        return ()
    of = places(case.unit or "")[:2]
    whole = (len(of) == 1 and scope in _WHOLE_CITY) or (len(of) == 2 and scope in _WHOLE_COUNTY)
    return of if whole and not _NOT_ADDED_UP.search(figure.subject or "") else ()


ACROSS = (AcrossCheck("C07", counties_in_city, _fields),)
"""Every check of a city and its counties."""

"""P25: what one place tells vaguely (80余, 近5000) holds the number that another tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, remark
from ...terms import Term
from ..reading.identity import periods_fit
from ..reading.terms import name, term
from ..reading.words import relations
from .restated import is_one_thing, is_told_of_all, scopes_fit
from .stated import Stated, measured

_VAGUE = frozenset({"plus", "over", "under"})


def vague_quantities(case: Case) -> Iterator[Finding]:
    """P25: 80余 is 80 up to 90, 近 less and 超 more than the number; one told exactly fits."""
    told = measured(case)
    exact: dict[Hashable, list[Stated]] = defaultdict(list)
    vague = [one for one in told if one.figure.comparator in _VAGUE]
    kinds = {one.mention.unit_kind for one in vague}
    for one in told if vague else ():
        if one.figure.comparator == "eq" and one.mention.unit_kind in kinds:
            exact[_called(one)].append(one)
    for one in vague:
        for other in exact.get(_called(one), ()):
            if _tell_one_thing(case, one, other):
                yield _told(case, one, other)


def _called(one: Stated) -> Hashable:
    """The characters that a number is called by, but for vague ones, and its kind of unit."""
    return frozenset(relations().names.vague.sub("", one.called)), one.mention.unit_kind


def _tell_one_thing(case: Case, one: Stated, other: Stated) -> bool:
    fit = scopes_fit(one.figure, other.figure) and periods_fit(one.figure, other.figure)
    return fit and is_one_thing(case, one, other) and is_told_of_all(case, one, other)


def _told(case: Case, vague: Stated, exact: Stated) -> Finding:
    bounds, number = term(case, vague.mention), term(case, exact.mention)
    low, high = bounds.number.rounded.low, bounds.number.rounded.high
    value, over = number.number.value or 0, vague.figure.comparator == "over"
    fits = (low is None or low < value or (low == value and not over)) and (
        high is None or value < high
    )
    line = f"{number.text()} {'∈' if fits else '∉'} {_interval(bounds, number, over=over)}"
    matter = f"前后所述{name(exact.mention)}的约数与确数{'相符' if fits else '不符'}：{line}"
    claim = Claim("P25", case.report, matter)
    quotes = [source.quote for source in (*bounds.sources, *number.sources)]
    tags = [source.tag for source in number.sources]
    return remark(claim, "ok" if fits else "fail", line, quotes, tags)


def _interval(bounds: Term, number: Term, *, over: bool) -> str:
    """What the vague number can mean, in the unit of the exact one."""
    source, rounded = number.sources[0], bounds.number.rounded
    low = "-∞" if rounded.low is None else source.show(rounded.low, source.decimals)
    high = "∞" if rounded.high is None else source.show(rounded.high, source.decimals)
    return f"{'(' if over or rounded.low is None else '['}{low}, {high})"


CHECKS = (Check("P25", vague_quantities),)

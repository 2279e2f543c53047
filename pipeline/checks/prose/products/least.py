"""P14: at least, or at most, so much for each of so many: 20个村每村不少于3场，共60场以上."""

from __future__ import annotations

from collections.abc import Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, bound
from ..reading.each import Each, counts, each_of
from ..reading.lines import Line, related_lines_of
from ..reading.mentions import FOREIGN_ROLES, Mention
from ..reading.part_words import part_words
from ..reading.terms import name, term
from .means import is_total

_LEAST = frozenset({"ge", "over"})
_MOST = frozenset({"le", "under"})
_PAIR = 2


def least_of_each(case: Case) -> Iterator[Finding]:
    """P14: what all have together is within what each has, times how many there are.

    What each is to have (要求每村不少于3场) may not have been reached, and proves nothing.
    """
    for line in related_lines_of(case, "per_unit"):
        for limit in line.mentions:
            each = each_of(limit) if _is_limit(limit) else None
            whole = line.behind(limit.end) if each else None
            while whole and each and counts(whole, each.unit):
                whole = line.behind(whole.end)
            if each and whole and _is_of_all(line, limit, whole):
                yield from _bounded(case, line, each, limit, whole)


def _is_limit(limit: Mention) -> bool:
    figure = limit.figure
    bounded = figure.comparator in _LEAST | _MOST and figure.value is not None
    return bounded and figure.aspect == "per_unit" and figure.role not in FOREIGN_ROLES


def _bounded(
    case: Case, line: Line, each: Each, limit: Mention, whole: Mention
) -> Iterator[Finding]:
    start, _ = line.sentence_of(limit.start)
    told = [m for m in line.within(start, whole.start) if m.is_stated and counts(m, each.unit)]
    if each.period or len({m.value for m in told}) != 1 or told[0].figure.role in FOREIGN_ROLES:
        return
    claim = Claim("P14", case.report, f"{name(limit)}的个数、限额与总量")
    product = term(case, told[0]) * term(case, limit, as_printed=True)
    total = term(case, whole)
    least = limit.figure.comparator in _LEAST
    yield bound(claim, product, total) if least else bound(claim, total, product)


def _is_of_all(line: Line, limit: Mention, whole: Mention) -> bool:
    """Whether the next number sums up what each had, in a sentence that demands nothing."""
    words, (start, end) = part_words().limits, line.sentence_of(limit.start)
    if not is_total(whole, limit) or whole.start >= end or whole.figure.comparator != "eq":
        return False
    apart = words.demanded.search(line.text, start, end)
    apart = apart or words.some.search(line.text, limit.end, whole.start)
    summed = words.sum.search(whole.lead)
    if summed is None or apart:
        return False
    deed = words.idle.sub("", whole.lead[summed.end() :])
    before = line.text[start : limit.end]
    return not deed or any(deed[at : at + _PAIR] in before for at in range(len(deed) - 1))


CHECKS = (Check("P14", least_of_each),)

"""P16: things that are dealt with one by one are no more than there are.

聘用护林员138名 and 对148名护林员逐人考核 cannot both be. Fewer of them may be those concerned.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..proof import Claim, bound
from .compared_words import compared_words
from .names import bare, is_specific
from .restated import is_near, is_told_of_all
from .stated import Stated, statements
from .terms import name, term


def each_of_them(case: Case) -> Iterator[Finding]:
    """P16: all that are dealt with are at most those that the report says there are."""
    wanted = compared_words().everyone.any
    if not case.holds(wanted) or len(case.report.projects) > 1:
        return
    told = [one for one in statements(case) if one.figure.kind == "count"]
    for each in (one for one in told if one.line.says(wanted)):
        called = _called(each)
        named = [one for one in told if called and _is_named(one, each, called)]
        stocks = [one for one in named if _is_stock(one, each)]
        if stocks and len({one.mention.value for one in named}) == 1:
            yield from _tested(case, each, stocks[0])


def _called(each: Stated) -> str | None:
    """The name of the things of which each is dealt with; null where not all are."""
    words = compared_words().everyone
    found = words.each.match(each.mention.tail)
    if found:
        return found["name"]
    return each.figure.subject if words.all.search(each.mention.lead) else None


def _is_named(one: Stated, each: Stated, called: str) -> bool:
    """Whether a number of another value counts things of that name."""
    alike = one.mention.unit_kind == each.mention.unit_kind
    named = is_specific(called) and bare(one.figure.subject).endswith(bare(called))
    return alike and named and one.mention.value != each.mention.value


def _is_stock(one: Stated, each: Stated) -> bool:
    """Whether it tells, in another sentence, how many there are."""
    apart = one.line is not each.line or one.line.sentence_of(
        one.mention.start
    ) != one.line.sentence_of(each.mention.start)
    return apart and compared_words().everyone.stock.search(one.mention.lead) is not None


def _tested(case: Case, each: Stated, stock: Stated) -> Iterator[Finding]:
    exact = each.figure.comparator == stock.figure.comparator == "eq"
    if exact and is_near(each, stock) and is_told_of_all(case, stock, each):
        claim = Claim("P16", case.report, f"前后所述{name(stock.mention)}")
        finding = bound(claim, term(case, each.mention), term(case, stock.mention))
        if finding.verdict == "fail":
            yield finding


CHECKS = (Check("P16", each_of_them),)

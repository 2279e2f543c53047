"""P16: things that are all dealt with are no more than there are.

聘用护林员138名 and 对148名护林员逐人考核 cannot both be. Fewer of them may be those concerned,
unless two digits only changed places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, bound, same
from ..reading.compared_words import compared_words
from ..reading.names import bare, is_specific
from ..reading.terms import name, term
from .facts import disputed
from .restated import is_near, is_slip, is_told_of_all
from .stated import Stated, statements


@dataclass(frozen=True, slots=True)
class Taken:
    """Things that are taken up by name, all of them or by a ``deed`` that was told before."""

    things: str
    deed: str | None = None


def each_of_them(case: Case) -> Iterator[Finding]:
    """P16: all that are dealt with are at most those that the report says there are."""
    if len(case.report.projects) > 1:
        return
    told = [one for one in statements(case) if one.figure.kind == "count"]
    for each, taken in ((one, _taken(one)) for one in told):
        named = [one for one in told if _is_named(one, each, taken.things)] if taken else []
        stocks = [one for one in named if taken and _is_stock(one, each, taken)]
        if stocks and len({one.mention.value for one in named}) == 1:
            yield from _tested(case, each, stocks[0])


def _taken(each: Stated) -> Taken | None:
    """What a number takes up; null where it tells of new things, or of some."""
    words, mention = compared_words().everyone, each.mention
    subject = each.figure.subject or ""
    deed = words.definite.search(mention.lead)
    if deed and mention.tail.startswith(subject):
        return Taken(subject, deed["deed"] or deed["short"])
    if each.line.says(words.any):
        found = words.each.match(mention.tail)
        if found:
            return Taken(found["name"])
        return Taken(subject) if words.all.search(mention.lead) else None
    return None


def _is_named(one: Stated, each: Stated, things: str) -> bool:
    """Whether a number of another value counts things of that name, or of some of them."""
    alike = one.mention.unit_kind == each.mention.unit_kind
    named = is_specific(things) and bare(things) in bare(one.figure.subject)
    return alike and named and one.mention.value != each.mention.value


def _is_stock(one: Stated, each: Stated, taken: Taken) -> bool:
    """Whether it tells, in another sentence, how many there are or what was done with all."""
    sentences = (stated.line.sentence_of(stated.mention.start) for stated in (one, each))
    if one.line is each.line and len({*sentences}) == 1:
        return False
    if taken.deed:
        return taken.deed in one.mention.lead
    counted = bare(one.figure.subject).endswith(bare(taken.things))
    return counted and bool(compared_words().everyone.stock.search(one.mention.lead))


def _tested(case: Case, each: Stated, stock: Stated) -> Iterator[Finding]:
    exact = each.figure.comparator == stock.figure.comparator == "eq"
    slip = is_slip(each.mention.value, stock.mention.value)
    if exact and (slip or is_near(each, stock)) and is_told_of_all(case, stock, each):
        claim = Claim("P16", case.report, f"前后所述{name(stock.mention)}")
        one, all_told = term(case, each.mention), term(case, stock.mention)
        finding = same(claim, all_told, one) if slip else bound(claim, one, all_told)
        if finding.verdict == "fail" and not disputed(case).issuperset(finding.figure_ids):
            yield finding


CHECKS = (Check("P16", each_of_them),)

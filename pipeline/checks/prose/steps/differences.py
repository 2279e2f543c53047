"""P07: what two amounts differ by: 收回货款480万元，付出货款620万元，差价140万元."""

from __future__ import annotations

from collections.abc import Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ..reading.compared_words import compared_words
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention
from ..reading.terms import is_meant, name, term
from .changes import is_size

_TWO = 2


def difference(case: Case) -> Iterator[Finding]:
    """P07: of two amounts, one that came and one that went, the larger less the smaller."""
    words = compared_words().difference
    for line in lines_with(case, "amount", "measure") if case.holds(words.any) else ():
        for told in line.mentions if line.says(words.any) else ():
            surely = words.surely.search(told.lead) is not None
            if surely or words.perhaps.search(told.lead):
                yield from _tested(case, line, told, surely=surely)


def _tested(case: Case, line: Line, told: Mention, *, surely: bool) -> Iterator[Finding]:
    pair = _pair(line, told)
    if pair and told.figure.comparator == "eq":
        smaller, larger = sorted(pair, key=lambda mention: mention.value)
        claim = Claim("P07", case.report, f"{name(told)}与前述两数之差")
        finding = equation(claim, term(case, larger) - term(case, smaller), term(case, told))
        meant = surely and is_meant(larger.value - smaller.value, told.value)
        if finding.verdict != "fail" or meant:
            yield finding


def _pair(line: Line, told: Mention) -> tuple[Mention, Mention] | None:
    """The last two numbers before, if one is told as what came and the other as what went."""
    start, _ = line.sentence_of(max(0, line.sentence_of(told.start)[0] - 1))
    before = [m for m in line.within(start, told.start) if m.unit_kind == told.unit_kind]
    pair = [m for m in before if is_size(m) and m.depth == told.depth][-_TWO:]
    words = compared_words().difference
    came, went = ([bool(way.search(m.lead)) for m in pair] for way in (words.came, words.went))
    if len(pair) < _TWO or before[-_TWO:] != pair:
        return None
    opposed = (came, went) in (([True, False], [False, True]), ([False, True], [True, False]))
    return (pair[0], pair[1]) if opposed else None


CHECKS = (Check("P07", difference),)

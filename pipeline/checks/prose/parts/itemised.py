"""P01: a sum told first, its items behind it one a clause, a sentence or a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, chain

from .....extractors.text.numerals import read_integer
from .....schemas.finding import Finding
from .....schemas.record import record
from ...case import Case, remembered
from ...check import Check
from ...proof import Claim, equation
from ...terms import total
from ..reading.above import above, line_above
from ..reading.lines import Line, numbered_lines
from ..reading.mentions import FOREIGN_ROLES, Mention, total_of
from ..reading.part_words import part_words
from ..reading.terms import name, term
from .parallel import deed
from .sums import every_partition

_FEWEST = 3
_MOST = 12
_SMALL = 20
"""Counts below this add up by chance too often."""
_NEAR = Decimal("0.2")
_DEED = 2
_STRONG = re.compile("[;。!?\n]")


@record
class _Item:
    """A number, and the line in which it stands."""

    line: Line
    mention: Mention


_Run = tuple[_Item, ...]
"""Items of one unit in following pieces of the text."""
_Sum = tuple[Mention, tuple[Mention, ...]]
"""A whole with its items."""


def itemised(case: Case) -> Iterator[Finding]:
    """P01: items told piece by piece add to a number told before them.

    Where the text announces them (支出如下。), they have to.
    """
    known = {frozenset(part.index for part in found.parts) for found in every_partition(case)}
    for run in chain(_over_clauses(case), _over_paragraphs(case)):
        told = _told(case, run) or _announced(case, run)
        if told and frozenset(item.index for item in told[1]) not in known:
            whole, items = told
            claim = Claim("P01", case.report, f"{name(whole)}的各分项之和与总数")
            yield equation(claim, total([term(case, item) for item in items]), term(case, whole))


def _over_clauses(case: Case) -> Iterator[_Run]:
    """The first number of a unit in each of three clauses or sentences of a paragraph."""
    for line in numbered_lines(case):
        units = [m.unit_kind for m in line.stated] if len(line.placed) >= _FEWEST else []
        if len(units) - len({*units}) >= _FEWEST - 1:
            yield from _runs([_firsts(line, piece) for piece in _pieces(line)])


def _over_paragraphs(case: Case) -> Iterator[_Run]:
    """The first number of a unit in each of three paragraphs."""
    told = (line for line in numbered_lines(case) if line.passage.cell is None)
    yield from _runs([_firsts(line, line.stated) for line in told])


def _pieces(line: Line) -> list[list[Mention]]:
    """The levels of a line between semicolons and stronger stops."""
    ends = [stop.start() for stop in _STRONG.finditer(line.text)]
    pieces: list[list[Mention]] = [[] for _ in range(len(ends) + 1)]
    for mention in line.stated:
        pieces[bisect_left(ends, mention.start)].append(mention)
    return pieces


def _firsts(line: Line, told: Iterable[Mention]) -> Mapping[Hashable, _Item]:
    """The first level of each unit, of what is neither planned nor of another year."""
    firsts: dict[Hashable, _Item] = {}
    for mention in told:
        if mention.figure.role not in FOREIGN_ROLES and _is_summed(mention):
            firsts.setdefault(mention.unit_kind, _Item(line, mention))
    return firsts


def _is_summed(mention: Mention) -> bool:
    return mention.depth == 0 and mention.figure.kind != "score"


def _runs(firsts: Sequence[Mapping[Hashable, _Item]]) -> Iterator[_Run]:
    """Numbers of one unit in so many following pieces, as many as there are."""
    open_runs: dict[Hashable, list[_Item]] = {}
    nothing: Mapping[Hashable, _Item] = {}
    for first in (*firsts, nothing):
        for unit in [unit for unit in open_runs if unit not in first]:
            run = open_runs.pop(unit)
            if _FEWEST <= len(run) <= _MOST:
                yield tuple(run)
        for unit, item in first.items():
            open_runs.setdefault(unit, []).append(item)


def _told(case: Case, run: _Run) -> _Sum | None:
    """The number before some of the items that is exactly their sum."""
    wholes: defaultdict[Decimal, list[Mention]] = defaultdict(list)
    for start in range(len(run) - _FEWEST + 1):
        for whole in _before(case, run, start) if _is_new_line(run, start) else ():
            wholes[whole.value].append(whole)
    for start in range(len(run) - _FEWEST + 1):
        items = tuple(item.mention for item in run[start:])
        if start:
            wholes[run[start - 1].mention.value].append(run[start - 1].mention)
        for end, summed in enumerate(accumulate(m.value for m in items), 1):
            if end >= _FEWEST and not (items[0].figure.kind == "count" and summed < _SMALL):
                every = (*wholes.get(summed, ()), *_elsewhere(case, items[:end], summed))
                whole = next((m for m in every if m.index < items[0].index), None)
                if whole:
                    return whole, items[:end]
    return None


def _is_new_line(run: _Run, start: int) -> bool:
    return not start or run[start].line is not run[start - 1].line


def _before(case: Case, run: _Run, start: int) -> Iterator[Mention]:
    """The levels of the unit in the line before an item, and in the paragraphs above it."""
    line, first = run[start].line, run[start].mention
    beside = (m for m in reversed(line.within(0, first.start)) if m.is_stated)
    for whole in chain(beside, (m for _, m in above(case, line))):
        if whole.unit_kind == first.unit_kind and whole.figure.role not in FOREIGN_ROLES:
            yield whole


def _elsewhere(case: Case, items: Sequence[Mention], summed: Decimal) -> Sequence[Mention]:
    """Amounts anywhere that are the sum of what was spent in one word: 用去32万元, 用去29万元."""
    told = deed(items[0])[-_DEED:] if items[0].figure.kind == "amount" else ""
    if len(told) < _DEED or any(deed(item)[-_DEED:] != told for item in items[1:]):
        return ()
    return _amounts(case).get(summed, ())


@remembered
def _amounts(case: Case) -> Mapping[Decimal, Sequence[Mention]]:
    """All amounts of the running text by their values."""
    found: defaultdict[Decimal, list[Mention]] = defaultdict(list)
    for line in numbered_lines(case):
        for mention in line.stated:
            if mention.figure.kind == "amount" and mention.figure.role not in FOREIGN_ROLES:
                found[mention.value].append(mention)
    return found


def _announced(case: Case, run: _Run) -> _Sum | None:
    """The nearest number before items that words announce, if they come near to it."""
    for start in range(len(run) - _FEWEST + 1):
        match = part_words().items.announced.search(_text_before(case, run[start]))
        items = tuple(item.mention for item in run[start:])
        if match and read_integer(match["number"] or "") in (None, len(items)):
            summed = total_of(items)
            near = (m for m in _before(case, run, start) if _is_near(summed, m.value))
            whole = next(near, None)
            return (whole, items) if whole else None
    return None


def _text_before(case: Case, item: _Item) -> str:
    """What is said before the sentence of an item, or in the paragraph above it."""
    start, _ = item.line.sentence_of(item.mention.start)
    before = line_above(case, item.line) if not start else None
    return before.text if before else item.line.text[:start]


def _is_near(summed: Decimal, whole: Decimal) -> bool:
    return abs(summed - whole) <= whole * _NEAR


CHECKS = (Check("P01", itemised),)

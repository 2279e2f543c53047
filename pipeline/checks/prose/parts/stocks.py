"""P01: what was there, what came and what went make what is there: 214 + 36 - 5 = 245."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ...terms import total
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention, total_of
from ..reading.part_words import part_words
from ..reading.terms import is_meant, name, term
from .partitions import Partition

_COUNTED = frozenset({"count", "measure"})
_ROLES = frozenset({"target", "plan"})
_FEWEST = 3
_NAMING = 2
_AT_FIRST = re.compile("(?:^|(?<=[,;。:]))[^,;。:\\d]{0,4}(?:\\d{4}年)?[^,;。:\\d]{1,6},$")
"""A clause that only says when: 截至上年末，."""
_NO_NAME = re.compile("[\\d年月日末底初共有为到达的了已在仍约全实]")


def stock_partitions(line: Line) -> Iterator[Partition]:
    """What was there and what came, where nothing went."""
    for begin, come, gone, end in _stocks(line):
        if not gone:
            yield Partition(line, (end,), (begin, *come), True, True, opened=False)


def stocks(case: Case) -> Iterator[Finding]:
    """P01: what was there and what came, less what went, is what is there."""
    for line in related_lines(case):
        for begin, come, gone, end in _stocks(line):
            if gone:
                claim = Claim("P01", case.report, f"{name(end)}的年初数、增减数与年末数", "warning")
                computed = total([term(case, mention) for mention in (begin, *come)])
                for mention in gone:
                    computed = computed - term(case, mention)
                yield equation(claim, computed, term(case, end))


def _stocks(
    line: Line,
) -> Iterator[tuple[Mention, Sequence[Mention], Sequence[Mention], Mention]]:
    """What was there, what came, what went and what is there, each told in one sentence."""
    words = part_words().stock
    for told in line.by_sentence if line.says(words.begin) else ():
        levels = [m for m in told if _is_counted(m)]
        begins = [at for at, m in enumerate(levels) if _is_begin(line, m)]
        if begins and len(levels) - begins[0] >= _FEWEST:
            yield from _from_begin(line, levels[begins[0]], levels[begins[0] + 1 :])


def _from_begin(
    line: Line, begin: Mention, told: Sequence[Mention]
) -> Iterator[tuple[Mention, Sequence[Mention], Sequence[Mention], Mention]]:
    words = part_words().stock
    pending = words.pending.search(begin.lead) is not None
    moved: dict[bool, list[Mention]] = {True: [], False: []}
    for mention in told:
        if mention.unit_kind != begin.unit_kind or words.net.search(mention.lead):
            continue
        entered = came(mention, pending=pending)
        if entered is None:
            ends = any(moved.values()) and _is_end(line, begin, mention)
            if ends and _is_meant(line, begin, moved[True], moved[False], mention):
                yield begin, moved[True], moved[False], mention
            return
        moved[entered].append(mention)


def came(mention: Mention, *, pending: bool = False) -> bool | None:
    """Whether these came, by the words before their number, or behind where none are before.

    What fell out by not being let in again (未重新认定) went. Null where nothing or both is said.
    """
    words = part_words().stock
    goes = (words.gone, words.settled) if pending else (words.gone,)
    comes = (words.come, words.arrived) if pending else (words.come,)
    for said in (mention.lead, mention.tail):
        went = any(word.search(said) for word in goes)
        arrived = any(word.search(words.gone.sub("", said)) for word in comes)
        if went != arrived:
            return arrived
        if went or words.end.search(said):
            return None
    return None


def _is_begin(line: Line, mention: Mention) -> bool:
    """Whether the number tells what was there, not what was done by then.

    What was built by then in all (上年末，累计建成) was there.
    """
    words, lead = part_words().stock, mention.lead
    start, _ = line.clause_of(mention)
    at_first = _AT_FIRST.search(line.text, 0, start)
    before = words.begin.search(at_first[0]) if at_first else None
    done = words.done.search(words.pending.sub("", lead))
    if not (before or words.begin.search(lead)) or done:
        return False
    return words.standing.search(lead) is not None or not (before or words.come.search(lead))


def _is_meant(
    line: Line, begin: Mention, come: Sequence[Mention], gone: Sequence[Mention], end: Mention
) -> bool:
    """Whether the end is near to what they make, and nothing went that no number tells."""
    words = part_words().stock
    said = (line.text[begin.end : end.start - len(end.lead)], *(m.label for m in gone))
    every, *told = (len(words.gone.findall(text)) for text in said)
    made = total_of((begin, *come)) - total_of(gone)
    return every <= sum(told) and made > 0 and is_meant(made, end.value)


def _is_end(line: Line, begin: Mention, mention: Mention) -> bool:
    """Whether the number tells what is there, and no part of it was told on the way."""
    between = line.text[begin.end : mention.start]
    ends = part_words().stock.end.search(mention.lead)
    words = part_words().stock
    done = "其中" in between or words.done.search(words.pending.sub("", mention.lead))
    near = ends and not done and mention.depth == begin.depth
    return bool(near) and _are_alike(line, begin, mention)


def _are_alike(line: Line, begin: Mention, end: Mention) -> bool:
    """Whether the end is called by nothing, or by what its sentence began with."""
    words = part_words().stock
    called = words.pending.sub("", words.end.sub("", end.lead))
    rest = _NO_NAME.sub("", words.begin.sub("", called))
    start, _ = line.sentence_of(begin.start)
    before = line.text[start : line.clause_of(end)[0]]
    return len(rest) < _NAMING or rest in before


def _is_counted(mention: Mention) -> bool:
    """Whether it counts things, as they are or as they changed; money has rules of its own."""
    figure = mention.figure
    counted = figure.kind in _COUNTED and figure.aspect in (None, "level", "change")
    told = counted and figure.comparator == "eq" and figure.value is not None
    return told and figure.role not in _ROLES and mention.value > Decimal(0)


CHECKS = (Check("P01", stocks),)

"""P10: lists of like items beside their number: 步道修补、座椅更新、灯具更换四项整治."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....extractors.text.numerals import read_integer
from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..proof import Claim, same
from .items import Items, counted, items
from .lines import Line, lines
from .part_words import part_words
from .terms import written

_COUNTED = re.compile("[二三四五六七八九十两][大项种部方个]")
_END = re.compile("[,;。:!?\n]")
_CLAUSE = re.compile("[^,;。:!?()\n]*$")
_FAR = 1
_FEWEST = 2
_LONG = 3
_TWO = {"两": 2}


def apposed_lists(case: Case) -> Iterator[Finding]:
    """P10: items that are all made alike are as many as the number beside them says."""
    number = part_words().apposed.number
    for line in lines(case) if case.holds(_COUNTED) else ():
        for match in number.finditer(line.text) if line.says(_COUNTED) else ():
            if "、" in line.text:
                yield from _before(case, line, match)
                yield from _behind(case, line, match)


def _before(case: Case, line: Line, match: re.Match[str]) -> Iterator[Finding]:
    """The list that ends in the number."""
    clause = _CLAUSE.search(line.text, 0, match.start())
    if clause and "、" in clause[0] and line.text[match.start() - 1] not in "、第":
        yield from _told(case, line, match, items(line, *clause.span()))


def _behind(case: Case, line: Line, match: re.Match[str]) -> Iterator[Finding]:
    """The list that the number opens, if it ends the sentence."""
    opened = part_words().apposed.opens.match(line.text, match.end())
    end = _END.search(line.text, opened.end()) if opened else None
    if opened and end and end[0] in ";。":
        yield from _told(case, line, match, items(line, opened.end(), end.start()))


def _told(case: Case, line: Line, match: re.Match[str], found: Items) -> Iterator[Finding]:
    if found.least < _FEWEST or line.within(found.start, found.end):
        return
    number = _TWO.get(match["number"]) or read_integer(match["number"]) or 0
    figured = any(m.start == match.start() for m in line.mentions)
    closed = not part_words().apposed.some.search(line.text, found.start, found.end)
    if found.can_be(number):
        shown = closed and not figured
    else:
        shown = closed and _is_near(found, number) and _are_made_alike(found.names)
    if shown:
        count = number if found.can_be(number) else found.least
        stated = written(case, line, match.start(), match.end(), number)
        claim = Claim("P10", case.report, "列举的项目与所述个数")
        yield same(claim, counted(case, line, found, count), stated)


def _is_near(found: Items, number: int) -> bool:
    return found.least == found.most and abs(number - found.least) <= _FAR


def _are_made_alike(names: Sequence[str]) -> bool:
    """Whether the items behind the first are equally long, or all end in one character."""
    first, *others = names
    lengths, ends = {len(one) for one in others}, {one[-1] for one in names}
    if min(lengths) < _LONG or len(first) < min(lengths):
        return False
    return (len(lengths) == 1 and max(lengths) > _LONG) or len(ends) == 1


CHECKS = (Check("P10", apposed_lists),)

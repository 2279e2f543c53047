"""P10: lists of like items beside their number: 步道修补、座椅更新、灯具更换四项整治.

Those beside a number that was read as a figure are of ``listing``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .....extractors.text.numerals import read_integer
from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, same
from ..reading.items import Items, counted, items
from ..reading.lines import Line, lines
from ..reading.part_words import part_words
from ..reading.terms import written

_COUNTED = re.compile("[二三四五六七八九十两][大项种部方个]")
_END = re.compile("[,;。:!?\n]")
_CLAUSE = re.compile("[^,;。:!?()\n]*$")
_FEWEST = 2


def apposed_lists(case: Case) -> Iterator[Finding]:
    """P10: items that are all made alike are as many as the number beside them says."""
    number = part_words().apposed.number
    for line in lines(case) if case.holds(_COUNTED) else ():
        for match in number.finditer(line.text) if line.says(_COUNTED) else ():
            if "、" in line.text and not _is_figure(line, match):
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
    number = read_integer(match["number"]) or 0
    closed = not part_words().apposed.some.search(line.text, found.start, found.end)
    short = match["measure"] != "个"
    if closed and (found.can_be(number) or found.misses(number, short=short)):
        count = number if found.can_be(number) else found.least
        stated = written(case, line, match.start(), match.end(), number)
        claim = Claim("P10", case.report, "列举的项目与所述个数")
        yield same(claim, counted(case, line, found, count), stated)


def _is_figure(line: Line, match: re.Match[str]) -> bool:
    return any(mention.start == match.start() for mention in line.mentions)


CHECKS = (Check("P10", apposed_lists),)

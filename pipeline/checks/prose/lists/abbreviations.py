"""P11: numbers that stand for named members: 省市两级, “三会”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .....extractors.text.numerals import read_integer
from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, same
from ..reading.items import Items, counted, items
from ..reading.lines import Line, lines
from ..reading.terms import written
from ..reading.words import relations

_LEVELS = re.compile("[两二三四五六]级")
_QUOTED = re.compile('[“"]([两二三四五六七八九])([^“”"、,]{1,2})[”"]')
_GOES_ON = re.compile("[、和与部委厅局院校所站司]$")
"""Before a string of levels: it may begin earlier, with a level of another kind (厅市县三级)."""
_REACH = 160


def levels_of_government(case: Case) -> Iterator[Finding]:
    """P11: as many levels are strung together as their number says (省市县三级)."""
    for line in lines(case) if case.holds(_LEVELS) else ():
        for match in _LEVELS.finditer(line.text) if "级" in line.text else ():
            if relations().counted.no_level.match(line.text, match.end()):
                continue
            found = _levels(line.text, match.start())
            if found and found.most > 1:
                finding = _told(case, line, found, match)
                if finding.verdict != "fail" or not _GOES_ON.search(line.text, 0, found.start):
                    yield finding


def quoted_numbers(case: Case) -> Iterator[Finding]:
    """P11: “三会” after three names that end in 会; nothing is said where there are others."""
    for line in lines(case) if case.holds(_QUOTED) else ():
        for match in _QUOTED.finditer(line.text):
            found = _named(line, match)
            if found:
                claim = Claim("P11", case.report, f"{match[0]}与所列名称")
                stated = written(case, line, match.start(), match.end(), found.least)
                yield same(claim, counted(case, line, found, found.least), stated)


@dataclass(frozen=True, slots=True)
class _Levels:
    start: int
    end: int
    least: int
    most: int


def _levels(text: str, end: int) -> _Levels | None:
    """The levels that end at an offset, read backwards; null where there are none."""
    words = relations().counted
    at, least, most = end - (text[end - 1 : end] in '”"'), 0, 0
    while at > 0:
        bare = at - (text[at - 1] in "、和与" and least > 0)
        pair = _ending(words.level_pair, text, bare)
        one = pair or _ending(words.level, text, bare)
        if one is None:
            break
        at, least, most = one, least + 1, most + (2 if pair else 1)
    return _Levels(at, end, least, most) if least else None


def _ending(pattern: re.Pattern[str], text: str, end: int) -> int | None:
    """Where a match begins that ends at an offset; the longest one."""
    starts = range(max(0, end - 7), end)
    return next((start for start in starts if pattern.fullmatch(text, start, end)), None)


def _told(case: Case, line: Line, found: _Levels, match: re.Match[str]) -> Finding:
    number = read_integer(match[0][0]) or 0
    fits = found.least <= number <= found.most
    count = number if fits else found.least if number < found.least else found.most
    claim = Claim("P11", case.report, f"{line.text[found.start : match.end()]}的级数与所列各级")
    stated = written(case, line, match.start(), match.end(), number)
    names = Items(found.start, found.end, ())
    return same(claim, counted(case, line, names, count), stated)


def _named(line: Line, match: re.Match[str]) -> Items | None:
    """A list before the quote with so many names, each ending as the quote does."""
    number, head = read_integer(match[1]), match[2]
    low = max(0, match.start() - _REACH)
    for clause in reversed(list(re.finditer("[^,;。:]+", line.text[low : match.start()]))):
        found = items(line, low + clause.start(), low + clause.end())
        run = _longest_run([one.endswith(head) for one in found.names])
        if run == number:
            return Items(found.start, found.end, found.names[:run])
    return None


def _longest_run(flags: list[bool]) -> int:
    longest = run = 0
    for flag in flags:
        run = run + 1 if flag else 0
        longest = max(longest, run)
    return longest


CHECKS = (Check("P11", levels_of_government), Check("P11", quoted_numbers))

"""P10: 三个方面 is followed by 一是, 二是 and 三是."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .....extractors.text.numerals import read_integer
from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, same
from ..reading.items import Items, counted
from ..reading.lines import Line, lines
from ..reading.mentions import Mention
from ..reading.terms import name, term
from ..reading.words import relations

_DIGIT = "[一二三四五六七八九十]"
_MARK = re.compile(
    rf"(?<!第)(?<!{_DIGIT})({_DIGIT}{{1,2}})(?:是|方面)|(另)一方面|\(({_DIGIT}{{1,2}})\)|第({_DIGIT}),"
)
_FIRST = re.compile(r"一是|一方面|\(一\)|第一,")
"""The mark with which points begin."""
_BEGIN = re.compile("[:,。]?\\s*(?:一是|一方面|\\(一\\)|第一,)")
_NEAR = 60


def enumerated(case: Case) -> Iterator[Finding]:
    """P10: as many points follow as were announced; a list that goes on later is left alone."""
    told = lines(case)
    for at, line in enumerate(told):
        counts = line.placed and "count" in line.kinds and line.says(_FIRST)
        for mention in line.mentions if counts else ():
            exact = mention.figure.kind == "count" and mention.figure.comparator == "eq"
            if exact and (_announces(mention) or _are_points(line, mention)):
                yield from _counted(case, line, mention, told[at + 1 : at + 2])


def _announces(mention: Mention) -> bool:
    kinds = relations().counted.kinds
    return bool(kinds.search(mention.figure.text) or kinds.match(mention.tail))


def _are_points(line: Line, mention: Mention) -> bool:
    """Whether points are announced, and told right behind: 四项措施：一是."""
    points = relations().counted.points.match(mention.tail)
    return points is not None and _BEGIN.match(line.text, mention.end + points.end()) is not None


def _counted(case: Case, line: Line, mention: Mention, after: Sequence[Line]) -> Iterator[Finding]:
    marks = list(_MARK.finditer(line.text, mention.end))
    run = _run(marks)
    goes_on = any(_first(next_line) == len(run) + 1 for next_line in after)
    if len(run) > 1 and run[0].start() - mention.end <= _NEAR and not goes_on:
        found = Items(run[0].start(), run[-1].end(), ())
        claim = Claim("P10", case.report, f"列出的{name(mention)}与个数", "warning")
        yield same(claim, counted(case, line, found, len(run)), term(case, mention))


def _run(marks: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The marks from 一 on, as long as they count up."""
    run: list[re.Match[str]] = []
    for mark in marks:
        number = _number(mark)
        if number == len(run) + 1:
            run.append(mark)
        elif number == 1:
            break
    return run


def _first(line: Line) -> int | None:
    """The number of the mark with which a line begins."""
    mark = _MARK.match(line.text.lstrip())
    return _number(mark) if mark and not mark[2] else None


def _number(mark: re.Match[str]) -> int | None:
    return 2 if mark[2] else read_integer(mark[1] or mark[3] or mark[4])


CHECKS = (Check("P10", enumerated),)

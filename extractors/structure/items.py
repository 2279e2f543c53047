"""Numbered and styled lines, and the runs of siblings that they form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...schemas.record import record
from .lines import Flow, Line
from .marks import Mark, MarkStyle, is_list_mark

FINAL = "。;:.,、"
"""Folded punctuation that may end a heading's line and is no part of its title."""

HIGH: frozenset[MarkStyle] = frozenset({"part", "division", "chinese", "paren_chinese"})
"""Styles that number headings; the others number headings and lists alike."""

_STOP = re.compile(r"[。;!?\n]")
_LEAD_END = re.compile(r"[。:;!?\n]| {2,}")
_SENTENCE = re.compile(
    r"了|已|^(?:我|该|本|全年|截[至止]|通过|根据|按照|为|从|在|由)|\d(?!.*(?:情况|目标|安排|执行|预算|决算|工作|方面)$)"
)
"""What an opening phrase has that is a sentence of the text rather than its heading."""

_INTRODUCTION = re.compile(r"(?::| {2}).{4,}(?:,|。$)")
"""A colon or a gap with a clause behind it: what stands before it heads the line."""

_TOLD = re.compile(r"\d[\d.]* ?(?!年)[^\W\d_%][^,]*,|%[^,]*,|,.*\d(?![\d.]*年)")
"""Clauses with numbers: a sentence though no stop ends it."""

_LONGEST_HIGH, _LONGEST_DEEP, _LONGEST_STYLED = 50, 40, 60
_LONGEST_LEAD_HIGH, _LONGEST_LEAD_DEEP = 30, 25


@record
class Item:
    """A line at ``at`` of the flow that begins with a number mark or has a heading's style.

    ``mark`` is null where only its style makes a heading of it; ``rest`` is the folded line
    behind it, from ``start`` on. ``high`` says that its number, or the lack of one, is a
    heading's, ``whole`` that it holds one short phrase and nothing more. ``lead`` is the
    short phrase that opens a longer numbered line, null where there is none. ``depth`` says
    how deep it nests: a style's outline level 1 is as high as 一、.
    """

    at: int
    line: Line
    mark: Mark | None
    start: int
    rest: str
    high: bool
    whole: bool
    lead: str | None
    depth: int

    @property
    def styled(self) -> bool:
        """Whether the file's own styles say that it is a heading."""
        return self.line.paragraph.outline_level is not None


Run = Sequence[Item]
"""Siblings: items of one style that count on, with none of a higher style between."""


def find_items(flow: Flow, places: Iterable[int]) -> Iterator[Item]:
    """The items at these places of the flow, in order."""
    for at in places:
        line = flow[at]
        if isinstance(line, Line) and _may_head(line):
            yield _item(at, line)


def runs_of(items: Sequence[Item]) -> list[Run]:
    """The items parted into runs, by where each run begins."""
    runs: list[list[Item]] = []
    open_runs: dict[str, list[Item]] = {}
    for item in items:
        style = item.mark.style if item.mark else "styled"
        open_runs = {
            name: run
            for name, run in open_runs.items()
            if run[0].depth < item.depth or name == style
        }
        if style not in open_runs or not _counts_on(open_runs[style][-1], item):
            open_runs[style] = []
            runs.append(open_runs[style])
        open_runs[style].append(item)
    return list[Run](runs)


def _item(at: int, line: Line) -> Item:
    mark, level = line.mark, line.paragraph.outline_level
    start = mark.end if mark else 0
    rest = line.folded[start:].strip()
    high = mark is None or mark.style in HIGH
    longest = _LONGEST_HIGH if high else _LONGEST_DEEP
    whole = _is_whole(rest, longest if level is None else _LONGEST_STYLED, high=high)
    depth = mark.depth if mark else (level or 1) + 1
    lead = _lead(rest, high=high) if mark else None
    return Item(at, line, mark, start, rest, high, whole, lead, depth)


def _is_whole(rest: str, longest: int, *, high: bool) -> bool:
    if not 0 < len(rest) <= longest:
        return False
    told = not high and _TOLD.search(rest)
    broken = told or _STOP.search(rest[:-1]) or _INTRODUCTION.search(rest)
    return not broken and not rest.endswith((";", ","))


def _lead(rest: str, *, high: bool) -> str | None:
    stop = _LEAD_END.search(rest)
    longest = _LONGEST_LEAD_HIGH if high else _LONGEST_LEAD_DEEP
    if stop is None or not 2 <= stop.start() <= longest or stop.end() == len(rest):
        return None
    lead = rest[: stop.start()]
    return None if _SENTENCE.search(lead) else lead


def _may_head(line: Line) -> bool:
    """Whether the line has a number mark or a heading's style; a footnote heads nothing."""
    return line.paragraph.type != "footnote" and (line.mark is not None or _is_styled(line))


def _is_styled(line: Line) -> bool:
    paragraph = line.paragraph
    styled = paragraph.outline_level is not None and paragraph.type != "title"
    return styled and not is_list_mark(line.folded)


def _counts_on(before: Item, item: Item) -> bool:
    if before.mark is None or item.mark is None:
        return False
    return before.mark.ordinal < item.mark.ordinal <= before.mark.ordinal + 3

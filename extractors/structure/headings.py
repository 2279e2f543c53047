"""Headings: numbered lines and styled lines, told apart from list items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lines import Flow, Line
from .marks import Mark, is_list_mark, read_mark

_STOP = re.compile(r"[。;!?]")
_LEAD_END = re.compile(r"[。:;!?]")
_FINAL = "。;:：；.,，、"
_LONGEST = {"part": 60, "division": 60, "chinese": 50, "paren_chinese": 46}
_LONGEST_OTHER = 40
_LONGEST_STYLED = 60
_LONGEST_LEAD = {"chinese": 30, "paren_chinese": 30}
_LONGEST_OTHER_LEAD = 25
_DUTIES = re.compile("职责|职能|职权|任务(?:是|有|为|如下)?:?$")
_TOP = frozenset({"part", "division", "chinese"})
_FREE_START = frozenset({"part", "division", "chinese", "paren_chinese"})
"""Styles of headings; a run of the others is only trusted where it begins with 1."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the flow at ``at``: ``title`` as printed, without number and final stop.

    ``run_in`` tells one that is followed by its text in the same line. ``depth`` orders
    headings for nesting, 0 the highest.
    """

    at: int
    number: str | None
    title: str
    level: int
    depth: int
    run_in: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A line that begins with a number mark or has an outline style."""

    at: int
    line: Line
    mark: Mark | None

    @property
    def rest(self) -> str:
        """The folded line after its mark."""
        return self.line.folded[self.mark.end if self.mark else 0 :].strip()

    @property
    def whole(self) -> bool:
        """Whether the line holds one short phrase and nothing more."""
        limit = _LONGEST.get(self.mark.style, _LONGEST_OTHER) if self.mark else _LONGEST_STYLED
        if self.line.paragraph.outline_level is not None:
            limit = _LONGEST_STYLED
        rest = self.rest
        return (
            0 < len(rest) <= limit and not _STOP.search(rest[:-1]) and not rest.endswith((";", ","))
        )

    @property
    def lead(self) -> str | None:
        """The short phrase that opens a longer line; null where it has none."""
        stop = _LEAD_END.search(self.rest)
        limit = _LONGEST_LEAD.get(self.mark.style, _LONGEST_OTHER_LEAD) if self.mark else 0
        short = stop is not None and 2 <= stop.start() <= limit and stop.end() < len(self.rest)
        return self.rest[: stop.start()] if stop and short else None

    @property
    def depth(self) -> int:
        """How deep it nests; a style's outline level 1 is as high as 一、."""
        return self.mark.depth if self.mark else (self.line.paragraph.outline_level or 1) + 1


def find_headings(flow: Flow, first: int, end: int) -> tuple[Heading, ...]:
    """The headings of ``flow[first:end]``, in order."""
    items = list(_items(flow, first, end))
    decimal_top = not any(item.mark and item.mark.style in _FREE_START for item in items) and any(
        item.mark and item.mark.style == "decimal" and item.whole for item in items
    )
    found = [
        _heading(item, decimal_top) for run in _runs(items) for item in _headings_of(flow, run, end)
    ]
    return tuple(sorted(found, key=lambda heading: heading.at))


def _items(flow: Flow, first: int, end: int) -> Iterator[Item]:
    for at in range(first, end):
        line = flow[at]
        if not isinstance(line, Line) or line.paragraph.type == "footnote":
            continue
        mark = read_mark(line.folded)
        if mark or _is_styled(line):
            yield Item(at, line, mark)


def _is_styled(line: Line) -> bool:
    paragraph = line.paragraph
    styled = paragraph.outline_level is not None and paragraph.type != "title"
    return styled and not is_list_mark(line.folded)


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    """Siblings together: marks of one style that count on, until a higher one comes."""
    runs: list[list[Item]] = []
    open_runs: dict[str, list[Item]] = {}
    for item in items:
        style = item.mark.style if item.mark else "styled"
        open_runs = {
            name: run
            for name, run in open_runs.items()
            if run[0].depth < item.depth or name == style
        }
        run = open_runs.get(style)
        if run is None or not _counts_on(run[-1], item):
            run = list[Item]()
            runs.append(run)
            open_runs[style] = run
        run.append(item)
    return runs


def _counts_on(before: Item, item: Item) -> bool:
    if before.mark is None or item.mark is None:
        return False
    return before.mark.ordinal < item.mark.ordinal <= before.mark.ordinal + 3


def _headings_of(flow: Flow, run: Sequence[Item], end: int) -> Iterator[Item]:
    """The members of a run that are headings."""
    if _is_list(flow, run, end):
        yield from (item for item in run if item.line.paragraph.outline_level and item.whole)
        return
    leads = all(item.whole or item.lead for item in run)
    for item in run:
        if item.whole or (item.mark and item.lead and (leads or item.mark.style in _FREE_START)):
            yield item


def _is_list(flow: Flow, run: Sequence[Item], end: int) -> bool:
    """Whether the run enumerates sentences or names instead of heading what follows."""
    mark = run[0].mark
    if mark is None or mark.style in {"part", "division"}:
        return False
    if mark.style not in _FREE_START and (mark.ordinal != 1 or _short_and_lone(run, end)):
        return run[0].line.paragraph.outline_level is None
    return _adjacent(run) and _reads_as_list(flow, run)


def _short_and_lone(run: Sequence[Item], end: int) -> bool:
    """Whether a run of one has neither text after it nor a sentence of its own."""
    if len(run) > 1:
        return False
    return run[0].lead is not None or run[0].at + 1 >= end


def _adjacent(run: Sequence[Item]) -> bool:
    """Whether most members follow each other with nothing between."""
    gaps = [after.at - item.at > 1 for item, after in pairwise(run)]
    return bool(gaps) and 2 * sum(gaps) < len(gaps)


def _reads_as_list(flow: Flow, run: Sequence[Item]) -> bool:
    introduced = _introduced(flow, run[0].at)
    long = [item for item in run if not item.whole]
    if long:
        return introduced or not all(item.lead for item in long)
    top = run[0].mark is not None and run[0].mark.style in _TOP
    return not top and (introduced or _unlike_headings(run))


def _unlike_headings(run: Sequence[Item]) -> bool:
    """Short items side by side: a list where they end like sentences or are of a deep style."""
    deep = run[0].mark is not None and run[0].mark.style not in _FREE_START
    return deep or any(item.rest.endswith(tuple(_FINAL)) for item in run)


def _introduced(flow: Flow, at: int) -> bool:
    """Whether the line before opens a list (主要职责是：) or heads one (主要职责)."""
    before = flow[at - 1] if at else None
    if not isinstance(before, Line):
        return False
    return before.bare.endswith(":") or bool(_DUTIES.search(before.bare) and len(before.bare) < 30)


def _heading(item: Item, decimal_top: bool) -> Heading:
    line = item.line
    start = item.mark.end if item.mark else 0
    title = item.rest if item.whole else item.lead or item.rest
    begin = line.folded.index(title, start)
    level, depth = _level(item, decimal_top)
    return Heading(
        at=item.at,
        number=line.text[:start].strip() or None,
        title=line.text[begin : begin + len(title)].strip().rstrip(_FINAL).strip(),
        level=level,
        depth=depth,
        run_in=not item.whole,
    )


def _level(item: Item, decimal_top: bool) -> tuple[int, int]:
    """Level and depth; where 1. and 1.1 are the highest numbers, 1. is level 1."""
    if item.mark is None:
        return item.line.paragraph.outline_level or 1, item.depth
    if decimal_top and item.mark.style in {"arabic", "decimal"}:
        return item.mark.level - 2, item.mark.depth
    return item.mark.level, item.mark.depth

"""Headings: numbered lines and styled lines, told apart from list items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .items import FINAL, Item, Run, find_items, runs_of
from .lines import Flow, Line
from .marks import MarkStyle

_DUTIES = re.compile("(?:职责|职能|职权|任务)(?:是|有|为|如下)?:?$")
_LONGEST_INTRODUCTION = 30
_TOP: frozenset[MarkStyle] = frozenset({"part", "division", "chinese"})
_STOPS = "。;:，、,.；："


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


def find_headings(flow: Flow, places: Sequence[int]) -> tuple[Heading, ...]:
    """The headings at these places of the flow, in order."""
    items = list(find_items(flow, places))
    end = places[-1] + 1 if places else 0
    decimal = _numbers_by_decimals(items)
    found = [
        _heading(item, decimal) for run in runs_of(items) for item in _headings_of(flow, run, end)
    ]
    return tuple(sorted(found, key=lambda heading: heading.at))


def _numbers_by_decimals(items: list[Item]) -> bool:
    """Whether 1. and 1.1 are the highest numbers in use."""
    styles = {item.mark.style for item in items if item.mark and item.whole}
    return "decimal" in styles and styles <= {"decimal", "arabic", "paren_arabic"}


def _headings_of(flow: Flow, run: Run, end: int) -> Iterator[Item]:
    """The members of a run that are headings."""
    if _is_list(flow, run, end):
        yield from (item for item in run if item.styled and item.whole)
        return
    all_lead = all(item.whole or item.lead for item in run)
    for item in run:
        if item.whole or (item.lead and (all_lead or item.high)):
            yield item


def _is_list(flow: Flow, run: Run, end: int) -> bool:
    """Whether the run enumerates sentences or names instead of heading what follows."""
    mark = run[0].mark
    if mark is None or mark.style in {"part", "division"}:
        return False
    if not run[0].high and (mark.ordinal != 1 or _alone(run, end)):
        return True
    return _adjacent(run) and _reads_as_list(flow, run)


def _alone(run: Run, end: int) -> bool:
    """Whether a run of one has nothing to head, or is a sentence with a short opening."""
    return len(run) == 1 and (run[0].lead is not None or run[0].at + 1 >= end)


def _adjacent(run: Run) -> bool:
    """Whether most members follow each other with nothing between."""
    gaps = [after.at - item.at > 1 for item, after in pairwise(run)]
    return bool(gaps) and 2 * sum(gaps) < len(gaps)


def _reads_as_list(flow: Flow, run: Run) -> bool:
    """Whether members side by side are sentences, or names introduced as such."""
    introduced = _introduced(flow, run[0].at)
    long = [item for item in run if not item.whole]
    if long:
        return introduced or not all(item.lead for item in long)
    top = run[0].mark is not None and run[0].mark.style in _TOP
    ends = any(item.rest.endswith(tuple(FINAL)) for item in run)
    return not top and (introduced or not run[0].high or ends)


def _introduced(flow: Flow, at: int) -> bool:
    """Whether the line before opens a list (主要职责是：) or heads one (主要职责)."""
    before = flow[at - 1] if at else None
    if not isinstance(before, Line):
        return False
    short = len(before.bare) <= _LONGEST_INTRODUCTION
    return before.bare.endswith(":") or (short and _DUTIES.search(before.bare) is not None)


def _heading(item: Item, decimal: bool) -> Heading:
    text = item.rest if item.whole else item.lead or item.rest
    begin = item.line.folded.index(text, item.start)
    title = item.line.text[begin : begin + len(text)]
    level, depth = _level(item, decimal)
    return Heading(
        at=item.at,
        number=item.line.text[: item.start].strip() or None,
        title=title.strip().rstrip(_STOPS).strip(),
        level=level,
        depth=depth,
        run_in=not item.whole,
    )


def _level(item: Item, decimal: bool) -> tuple[int, int]:
    """Level and depth; where 1. and 1.1 are the highest numbers, 1. is level 1."""
    if item.mark is None:
        return item.line.paragraph.outline_level or 1, item.depth
    higher = 2 if decimal and item.mark.style in {"arabic", "decimal"} else 0
    return item.mark.level - higher, item.mark.depth

"""Several reports in one file: where each begins and ends, and where its text ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from .grouping import Group, group_titles, top_mark
from .lines import Flow, Grid, Line
from .project_names import project_in_title
from .title_lines import is_annex_mark, is_subtitle
from .titles import Title, find_titles

_REACH = 5


@dataclass(frozen=True)
class Part:
    """A report's stretch of the flow, ``first`` to ``end`` (exclusive).

    ``titles`` are its own (a cover's and the one over the text); ``annexes`` those of forms
    printed behind its text. ``body_end`` is where its text ends and annexes begin.
    """

    first: int
    end: int
    body_end: int
    titles: tuple[Title, ...]
    annexes: tuple[Title, ...] = ()

    @cached_property
    def title(self) -> Title | None:
        """The fullest of its titles, first of those that name a project; null without any."""
        return max(self.titles, key=_fullness, default=None)

    @property
    def text_begin(self) -> int:
        """Where the text after its first title begins."""
        return self.titles[0].end if self.titles else self.first

    @property
    def text(self) -> list[int]:
        """The places of its text, titles left out."""
        titled = {at for title in self.titles for at in range(title.at, title.end)}
        return [at for at in range(self.text_begin, self.body_end) if at not in titled]


def split(flow: Flow) -> tuple[Part, ...]:
    """The reports of the flow; at least one, if it holds anything."""
    titles = find_titles(flow)
    groups = group_titles(flow, [title for title in titles if title.wording.form != "signature"])
    bounds = [0, *(_begin(flow, group.own[0].at) for group in groups[1:]), len(flow)]
    signatures = [title.at for title in titles if title.wording.form == "signature"]
    return tuple(
        _part(flow, group, first, end, signatures)
        for group, (first, end) in zip(groups, pairwise(bounds), strict=True)
    )


def subtitles(flow: Flow, titles: Sequence[Title]) -> list[Line]:
    """The lines under titles that hold their year."""
    following = (flow[title.end] for title in titles if title.end < len(flow))
    return [line for line in following if isinstance(line, Line) and is_subtitle(line)]


def _fullness(title: Title) -> tuple[bool, int]:
    return project_in_title(title.text) is not None, len(title.bare)


def _begin(flow: Flow, at: int) -> int:
    """The place of a title, or of the annex mark over it."""
    while at and isinstance(before := flow[at - 1], Line) and is_annex_mark(before):
        at -= 1
    return at


def _part(flow: Flow, group: Group, first: int, end: int, signatures: Sequence[int]) -> Part:
    behind = [*(title.at for title in group.annexes), *signatures]
    starts = (_begin(flow, at) for at in behind if first <= at < end)
    marks = (at for at in range(first, end) if _opens_annexes(flow, at))
    ends = (at for at in (*starts, *marks) if not _text_goes_on(flow, at, end))
    body_end = min(ends, default=end)
    return Part(first, end, body_end, tuple(group.own), tuple(group.annexes))


def _text_goes_on(flow: Flow, first: int, end: int) -> bool:
    """Whether the numbering of the text goes on behind a form that stands within it."""
    return any(mark and mark.ordinal > 1 for mark in map(top_mark, flow[first:end]))


def _opens_annexes(flow: Flow, at: int) -> bool:
    """Whether an annex mark stands here with a table soon after it."""
    line = flow[at]
    if not at or not isinstance(line, Line) or not is_annex_mark(line):
        return False
    return any(isinstance(element, Grid) for element in flow[at : at + _REACH])

"""Several reports in one file: where each begins and ends, and what is appended to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lines import Flow, Grid, Line
from .marks import read_mark
from .phrases import ends_sentence, has_clauses
from .titles import Title, find_titles, is_annex_mark, is_subtitle

_SENTENCE = 30
_PLAIN_TITLE = re.compile(
    r"20\d\d年?度?.*(?:决算|预算|报告|说明|总结|方案|情况|公开|通知|材料)(?:\([^()]*\))?$"
)
_TOP_STYLES = frozenset({"part", "chinese"})


@dataclass(frozen=True, slots=True)
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

    @property
    def title(self) -> Title | None:
        """The fullest of its titles; null where it has none."""
        return max(self.titles, key=lambda title: len(title.bare), default=None)

    @property
    def text_begin(self) -> int:
        """Where the text after the last title begins."""
        return self.titles[-1].end if self.titles else self.first


def split(flow: Flow) -> tuple[Part, ...]:
    """The reports of the flow; at least one, if it holds anything."""
    titles = find_titles(flow)
    groups = _groups(flow, [title for title in titles if title.form != "signature"])
    if not groups:
        title = _plain_title(flow)
        groups = [_Group([title] if title else [], [])]
    bounds = [0, *(_begin(flow, group.own[0].at) for group in groups[1:]), len(flow)]
    signatures = [title.at for title in titles if title.form == "signature"]
    return tuple(
        _part(flow, group, first, end, signatures)
        for group, (first, end) in zip(groups, pairwise(bounds), strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Group:
    own: list[Title]
    annexes: list[Title]

    @property
    def prose(self) -> bool:
        return any(title.form == "report" for title in self.own)


def _groups(flow: Flow, titles: Sequence[Title]) -> list[_Group]:
    groups: list[_Group] = []
    for title in titles:
        group = groups[-1] if groups else None
        if group is None and title.form == "form" and _has_text(flow, 0, title.at):
            own = _plain_title(flow)
            groups.append(_Group([own] if own else [], [title]))
        elif group is None:
            groups.append(_Group([title], []))
        elif title.form == "form" and (group.prose or group.annexes):
            group.annexes.append(title)
        elif not _has_body(flow, group, title.at):
            group.own.append(title)
        elif title.form == "form" or _begins_anew(flow, title):
            groups.append(_Group([title], []))
    return groups


def _has_body(flow: Flow, group: _Group, end: int) -> bool:
    """Whether more than a cover stands between a group's last title and ``flow[end]``."""
    begin = (group.annexes or group.own)[-1].end if group.own or group.annexes else 0
    tables = any(isinstance(element, Grid) for element in flow[begin:end])
    return (tables and not group.prose) or _has_text(flow, begin, end)


def _has_text(flow: Flow, first: int, end: int) -> bool:
    """Whether a heading or a sentence stands there."""
    lines = (element for element in flow[first:end] if isinstance(element, Line))
    return any(
        (len(line.bare) >= _SENTENCE and ends_sentence(line)) or _is_top(line) for line in lines
    )


def _is_top(line: Line) -> bool:
    mark = read_mark(line.folded)
    return mark is not None and mark.style in _TOP_STYLES


def _begins_anew(flow: Flow, title: Title) -> bool:
    """Whether the numbering starts again after the title, or a text without numbers follows."""
    for element in flow[title.end :]:
        mark = read_mark(element.folded) if isinstance(element, Line) else None
        if mark and mark.style in _TOP_STYLES:
            return mark.ordinal == 1
    return _has_text(flow, title.end, len(flow))


def _begin(flow: Flow, at: int) -> int:
    """The place of a title, or of the annex mark over it."""
    while at and isinstance(before := flow[at - 1], Line) and is_annex_mark(before):
        at -= 1
    return at


def _plain_title(flow: Flow) -> Title | None:
    """The first line as the title of a file of another kind, where it looks like one."""
    for at, element in enumerate(flow[:4]):
        if not isinstance(element, Line) or is_annex_mark(element):
            continue
        styled = element.paragraph.centred or element.paragraph.type == "title"
        short = len(element.bare) <= 50 and not ends_sentence(element) and len(flow) > 1
        fits = short and (styled or _PLAIN_TITLE.search(element.bare)) and not has_clauses(element)
        return Title(at, at + 1, element.text, "report", weak=True) if fits else None
    return None


def _part(flow: Flow, group: _Group, first: int, end: int, signatures: Sequence[int]) -> Part:
    behind = [at for at in signatures if first <= at < end]
    forms = [title.at for title in group.annexes if not _text_goes_on(flow, title.end, end)]
    starts = [_begin(flow, at) for at in behind[:1] + forms[:1]]
    body_end = min(starts, default=end)
    loose = next((at for at in range(first, body_end) if _opens_annexes(flow, at, body_end)), None)
    own = tuple(group.own)
    return Part(first, end, body_end if loose is None else loose, own, tuple(group.annexes))


def _text_goes_on(flow: Flow, first: int, end: int) -> bool:
    """Whether the numbering of the text goes on behind a form that stands within it."""
    marks = (read_mark(e.folded) for e in flow[first:end] if isinstance(e, Line))
    return any(mark and mark.style in _TOP_STYLES and mark.ordinal > 1 for mark in marks)


def _opens_annexes(flow: Flow, at: int, end: int) -> bool:
    """Whether an annex mark stands here with a table soon after it, behind the text."""
    line = flow[at]
    if not isinstance(line, Line) or not is_annex_mark(line) or _text_goes_on(flow, at, end):
        return False
    return at > 0 and any(isinstance(element, Grid) for element in flow[at : at + 5])


def subtitles(flow: Flow, titles: Sequence[Title]) -> list[Line]:
    """The lines under titles that hold their year."""
    following = (flow[title.end] for title in titles if title.end < len(flow))
    return [line for line in following if isinstance(line, Line) and is_subtitle(line)]

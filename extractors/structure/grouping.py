"""Which titles belong together: a cover's and the text's, a report's and its annexes'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .lines import Element, Flow, Grid, Line
from .marks import Mark, MarkStyle
from .phrases import ends_sentence, has_clauses
from .project_names import project_in_title
from .title_lines import is_annex_mark
from .title_words import Wording
from .titles import Title

_SENTENCE = 30
_TOP_STYLES: frozenset[MarkStyle] = frozenset({"part", "chinese"})
_PART_OF_REPORT = re.compile(r"(?:[(]?(?:摘要|正文|全文|简本|公开稿)[)]?)+$")
_PLAIN_TITLE = re.compile(
    r"20\d\d年?度?.*(?:决算|预算|报告|说明|总结|方案|情况|公开|通知|材料)(?:\([^()]*\))?$"
)
_LONGEST_PLAIN = 50
_INDEX = re.compile(
    "索[引取]号|信息(?:索引|分类)|发布机构|公开目录|组配分类|文件名称[:：]?$|统一登记号|发文单位"
)


@dataclass(frozen=True, slots=True)
class Group:
    """The titles of one report: its own, and those of forms printed with its text."""

    own: list[Title] = field(default_factory=list[Title])
    annexes: list[Title] = field(default_factory=list[Title])

    @property
    def is_prose(self) -> bool:
        """Whether one of its own titles heads a text."""
        return any(title.wording.form == "report" for title in self.own)

    @property
    def last(self) -> int:
        """Where its last title ends; 0 where it has none."""
        return max((title.end for title in (*self.own, *self.annexes)), default=0)


def group_titles(flow: Flow, titles: Sequence[Title]) -> list[Group]:
    """The groups in order, one a report; a text without a title gets one of its own."""
    groups: list[Group] = []
    for title in titles:
        if not groups:
            groups.append(_before(flow, title))
        _place(flow, groups, title)
    return groups or [Group(plain_title(flow))]


def top_mark(element: Element) -> Mark | None:
    """The mark of a line that begins a part or a 一、 of a text; else null."""
    mark = element.mark if isinstance(element, Line) else None
    return mark if mark and mark.style in _TOP_STYLES else None


def plain_title(flow: Flow) -> list[Title]:
    """The first line as the title of a file of another kind, where it looks like one."""
    lines = (at for at, e in enumerate(flow[:4]) if isinstance(e, Line) and not is_annex_mark(e))
    at = next(lines, None)
    line = flow[at] if at is not None else None
    if at is None or not isinstance(line, Line) or len(flow) < 2:
        return []
    styled = line.paragraph.centred or line.paragraph.type == "title"
    short = len(line.bare) <= _LONGEST_PLAIN and not ends_sentence(line) and not has_clauses(line)
    named = styled or _PLAIN_TITLE.search(line.bare)
    fits = short and named and line.mark is None
    return [Title(at, at + 1, line.text, Wording("report", weak=True))] if fits else []


def _before(flow: Flow, title: Title) -> Group:
    """The group of a text that stands before the first title; empty where none does."""
    holds = _has_text if title.wording.form == "form" else _has_top
    return Group(plain_title(flow)) if holds(flow, 0, title.at) else Group()


def _place(flow: Flow, groups: list[Group], title: Title) -> None:
    """Put the title into the last group, or into a new one; leave it out if it heads nothing."""
    group = groups[-1]
    if not _has_body(flow, group, title.at):
        group.own.append(title)
    elif title.wording.form == "form":
        if group.is_prose or group.annexes or not group.own:
            group.annexes.append(title)
        else:
            groups.append(Group([title]))
    elif _is_repeated(group, title):
        group.own.append(title)
    elif _begins_anew(flow, group, title):
        groups.append(Group([title]))


def _is_repeated(group: Group, title: Title) -> bool:
    """Whether the title comes again over another part of its report (摘要, 正文)."""
    name = _PART_OF_REPORT.sub("", title.bare)
    same = any(_PART_OF_REPORT.sub("", own.bare) == name for own in group.own)
    return same and project_in_title(title.text) is not None


def _has_body(flow: Flow, group: Group, end: int) -> bool:
    """Whether more than a cover stands between a group's last title and ``flow[end]``."""
    if group.annexes:
        return True
    grids = (element for element in flow[group.last : end] if isinstance(element, Grid))
    tables = any(not _is_index(grid) for grid in grids)
    return (tables and not group.is_prose) or _has_text(flow, group.last, end)


def _is_index(grid: Grid) -> bool:
    """Whether it is the table that a site puts over a text: 索引号, 发布机构, 公开目录."""
    first = grid.table.cells[0].text if grid.table.cells else ""
    return bool(_INDEX.match("".join(first.split())))


def _has_text(flow: Flow, first: int, end: int) -> bool:
    """Whether a heading or a sentence stands there."""
    lines = (element for element in flow[first:end] if isinstance(element, Line))
    return _has_top(flow, first, end) or any(
        len(line.bare) >= _SENTENCE and ends_sentence(line) for line in lines
    )


def _has_top(flow: Flow, first: int, end: int) -> bool:
    return any(map(top_mark, flow[first:end]))


def _begins_anew(flow: Flow, group: Group, title: Title) -> bool:
    """Whether the numbering starts again after the title, or neither text has numbers."""
    mark = next(filter(None, map(top_mark, flow[title.end :])), None)
    if mark:
        return mark.ordinal == 1
    numbered = _has_top(flow, group.last, title.at)
    return not numbered and _has_text(flow, title.end, len(flow))

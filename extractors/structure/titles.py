"""Titles: of reports, of forms, of signature tables; on one line, on several, or inside a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ...schemas.document import Table
from ..text.headings import squeeze
from .lines import Flow, Grid, Line
from .phrases import tidy
from .title_lines import (
    LONGEST,
    goes_on_below,
    is_title_styled,
    may_be_title,
    without_annex_mark,
)
from .title_words import Wording, title_wording, without_bracket

_MOST_LINES = 4
_REACH = 7
_TAIL = re.compile(
    r"^告?书?$|(?:报告书?|表|人员|名单|情况说明|情况|总结|材料|说明|结果|汇报|公开|公示|的函)(?:正文|摘要)?$"
)
_REMARK = re.compile(r"\([^()]*\)")
"""A line in brackets ends what stands over it (共3个项目) and begins no title."""


@dataclass(frozen=True)
class Title:
    """A title at ``at`` to ``end`` (exclusive) of the flow; ``text`` is its lines joined.

    ``end`` is ``at`` for a title that stands inside the table there.
    """

    at: int
    end: int
    text: str
    wording: Wording

    @cached_property
    def bare(self) -> str:
        """The folded title without blanks."""
        return squeeze(self.text)


def find_titles(flow: Flow) -> tuple[Title, ...]:
    """Every title in the flow, in order."""
    found: list[Title] = []
    for at, element in enumerate(flow):
        floor = found[-1].end if found else 0
        if isinstance(element, Grid):
            title = _inside(element.table, at)
        else:
            title = _over(flow, at, element, floor)
        if title:
            found.append(title)
    return tuple(found)


def _over(flow: Flow, at: int, line: Line, floor: int) -> Title | None:
    """The title that ends with this line; its other lines stand from ``floor`` on."""
    if not may_be_title(line) or not _TAIL.search(without_bracket(line.bare)):
        return None
    lines = _lines(flow, at, line, floor)
    text = tidy("".join(part.text for part in lines))
    title = without_annex_mark(text)
    wording = title_wording(title)
    first = at - len(lines) + 1
    if wording is None or (title != text and _comes_again(flow, at, title)):
        return None
    placed = not wording.weak or first == 0 or is_title_styled(line)
    heads = wording.form != "form" or _stands_over_table(flow, at)
    return Title(first, at + 1, title, wording) if placed and heads else None


def _lines(flow: Flow, at: int, last: Line, floor: int) -> list[Line]:
    """The title's last line with the lines over it that belong to it."""
    lines = [last]
    top = at < _MOST_LINES and not any(isinstance(element, Grid) for element in flow[:at])
    for element in reversed(flow[max(floor, at - _MOST_LINES + 1) : at]):
        if not isinstance(element, Line) or not goes_on_below(element, lines[0], top=top):
            break
        lines.insert(0, element)
    while len(lines) > 1 and _REMARK.fullmatch(lines[0].bare):
        del lines[0]
    return lines


def _comes_again(flow: Flow, at: int, title: str) -> bool:
    """Whether the name of an annex is only announced, its title coming in the next lines."""
    following = (element for element in flow[at + 1 : at + 4] if isinstance(element, Line))
    return any(line.bare.endswith(squeeze(title)) for line in following)


def _stands_over_table(flow: Flow, at: int) -> bool:
    """Whether a table follows, with nothing but short lines before it."""
    for element in flow[at + 1 : at + 1 + _REACH]:
        if isinstance(element, Grid):
            return True
        if len(element.bare) > LONGEST or element.mark:
            return False
    return False


def _inside(table: Table, at: int) -> Title | None:
    """The title in a table's first row, which it fills alone."""
    first = [cell for cell in table.cells if cell.row == 0 and cell.text.strip()]
    if len(first) != 1 or first[0].column_span < table.columns or table.columns < 2:
        return None
    text = tidy(first[0].text)
    wording = title_wording(text)
    known = wording is not None and wording.form != "report" and len(text) <= LONGEST
    return Title(at, at, text, wording) if wording and known else None

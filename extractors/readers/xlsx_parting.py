"""Where one table of a sheet ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .xlsx_rows import Row

_TITLE = re.compile(
    r"(?:表|清单|台账|明细|汇总|一览)(?:[（(][^（）()]*[）)])?$"
    r"|附[件表]\s*[0-9一二三四五六七八九十]{0,3}[：:]?$"
)
"""What tables are called: 项目支出绩效自评表（2023年度）, 资金明细; or the mark over it, 附件2."""
_FORM_HEAD = re.compile(r"(?:项目|单位|部门)(?:支出)?名称|主管部门|(?:预算|实施|填报)单位")
_NUMBER = re.compile(r"[-+]?[0-9][0-9,.]*\s*[%％]?")
_LONGEST_TITLE = 50
_MOST_LINES = 6
"""Between a table and the next one's headings."""


def part(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The first row and the one after the last of every table with the lines around it.

    A table begins where lines of text follow an empty row, and without one where a title
    stands over headings that begin anew.
    """
    bodies = _bodies(rows)
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or _begins(rows, bodies, start, at):
            yield start, at
            start = at


def _bodies(rows: Sequence[Row]) -> list[int]:
    """For every row the first one from it on that is no line of text."""
    bodies = [len(rows)] * (len(rows) + 1)
    for at in reversed(range(len(rows))):
        passed = rows[at].is_line or rows[at].is_blank
        bodies[at] = bodies[at + 1] if passed else at
    return bodies


def _begins(rows: Sequence[Row], bodies: Sequence[int], start: int, at: int) -> bool:
    if not rows[at].is_line:
        return False
    if rows[at - 1].is_blank:
        return True
    above, below = bodies[start], bodies[at]
    begins_lines = _may_head(rows[at]) and not _may_head(rows[at - 1])
    if not begins_lines or above >= at or below == len(rows) or not _has_headings(rows[below]):
        return False
    again = rows[above].texts == rows[below].texts
    return any(_is_title(row, again=again) for row in rows[at : min(below, at + _MOST_LINES)])


def _may_head(row: Row) -> bool:
    """Whether a line can be the upper part of a title."""
    return row.is_line and not row.is_remark and len(row.texts[0]) <= _LONGEST_TITLE


def _is_title(row: Row, *, again: bool) -> bool:
    """Whether a line is a table's title.

    One that is merged over the columns, or stands in the first; where the headings come
    ``again`` as they were, whatever it says.
    """
    placed = row.is_wide or row.filled[0].column == 0
    return _may_head(row) and placed and (again or _TITLE.search(row.texts[0]) is not None)


def _has_headings(row: Row) -> bool:
    """Whether headings stand in a row, or the first label of a form: no number among them."""
    texts = row.texts
    words = len(texts) > 1 and not any(_NUMBER.fullmatch(text) for text in texts)
    return words or any(_FORM_HEAD.fullmatch(text) for text in texts[:1])

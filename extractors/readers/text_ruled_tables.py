"""Tables drawn with characters: Markdown, ASCII and box-drawing lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...schemas.document import Cell, Table
from .text_grid import FoundTable
from .text_width import display_width

_BAR = re.compile("[|｜│┃║]")
_RULE = re.compile(
    r"[\s|｜+:：=_\-—\u2500-\u257f]*[\-—=\u2500-\u257f]{2,}[\s|｜+:：=_\-—\u2500-\u257f]*"
)
_WRAPPED_WORD = re.compile("[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class _Row:
    """The texts between the bars of a line, and where on the line the bars stand."""

    texts: tuple[str, ...]
    bars: tuple[int, ...]


def find_ruled_table(lines: Sequence[str], at: int) -> FoundTable | None:
    """A table whose cells stand between bars; rules between lines may set off its rows.

    Where every row has rules above and below, several lines between two rules are one row.
    """
    sections: list[list[_Row]] = [[]]
    while at < len(lines):
        line = lines[at]
        if _RULE.fullmatch(line) and (sections[-1] or len(sections) > 1 or _is_followed(lines, at)):
            sections.append([])
        elif len(_BAR.findall(line)) > 1:
            sections[-1].append(_row(line))
        else:
            break
        at += 1
    filled = [section for section in sections if section]
    rows = (
        [_joined(section) for section in filled]
        if len(filled) > 2
        else [row for section in filled for row in section]
    )
    if sum(len(row.texts) > 1 for row in rows) < 2:
        return None
    return FoundTable(_table(rows), at)


def _is_followed(lines: Sequence[str], at: int) -> bool:
    """Whether the rule at the head of a table has its first row under it."""
    return at + 1 < len(lines) and len(_BAR.findall(lines[at + 1])) > 1


def _row(line: str) -> _Row:
    line = line.strip()
    bars = [0, *(match.start() for match in _BAR.finditer(line)), len(line)]
    texts = _BAR.split(line)
    if not texts[0].strip():
        texts, bars = texts[1:], bars[1:]
    if not texts[-1].strip():
        texts, bars = texts[:-1], bars[:-1]
    return _Row(
        tuple(text.strip() for text in texts), tuple(display_width(line[:at]) for at in bars)
    )


def _joined(section: list[_Row]) -> _Row:
    """One row out of several lines that have the same bars; else the first of them."""
    first, *others = section
    texts = list(first.texts)
    for other in others:
        for at, text in enumerate(other.texts[: len(texts)]):
            texts[at] = _join(texts[at], text)
    return _Row(tuple(texts), first.bars)


def _join(before: str, after: str) -> str:
    """Wrapped text in one piece, with a space only between Latin words."""
    if before and after and _WRAPPED_WORD.match(before[-1]) and _WRAPPED_WORD.match(after[0]):
        return f"{before} {after}"
    return before + after


def _table(rows: list[_Row]) -> Table:
    columns = max(len(row.texts) for row in rows)
    widest = next(row for row in rows if len(row.texts) == columns)
    cells: list[Cell] = []
    for at, row in enumerate(rows):
        edges = _edges(row, widest.bars)
        for text, start, end in zip(row.texts, edges, edges[1:], strict=False):
            cells.append(Cell(at, start, text, column_span=end - start))
    return Table(len(rows), columns, tuple(cells))


def _edges(row: _Row, bars: tuple[int, ...]) -> list[int]:
    """The grid columns at which the row's cells begin, and where its last one ends.

    Bars under the widest row's bars tell which columns a cell spans; else the last cell
    spans the rest.
    """
    if len(row.bars) < len(bars) and set(row.bars) <= set(bars):
        return [bars.index(bar) for bar in row.bars]
    return [*range(len(row.texts)), len(bars) - 1]

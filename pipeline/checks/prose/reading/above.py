"""What the paragraphs right above a line tell, in the same section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from ...case import Case, remembered
from .lines import Line, lines
from .mentions import FOREIGN_ROLES, Mention

_NEAR = 3


def above(case: Case, line: Line) -> Iterator[tuple[Line, Mention]]:
    """The levels told in the last paragraphs before a line, the nearest first."""
    told, at = lines(case), _orders(case)[line]
    for other in reversed(told[max(0, at - _NEAR) : at]):
        if _section(case, other) != _section(case, line):
            return
        for mention in reversed(other.stated):
            if mention.figure.role not in FOREIGN_ROLES:
                yield other, mention


def line_above(case: Case, line: Line) -> Line | None:
    """The paragraph right before a line; null for the first."""
    at = _orders(case)[line]
    return lines(case)[at - 1] if at else None


@remembered
def _orders(case: Case) -> Mapping[Line, int]:
    return {line: at for at, line in enumerate(lines(case))}


def _section(case: Case, line: Line) -> int:
    return bisect_right(_starts(case), line.passage.block)


@remembered
def _starts(case: Case) -> Sequence[int]:
    """The blocks with which sections begin."""
    return sorted({section.first_block for section in case.report.sections})

"""A whole in one sentence, its parts in parallel clauses of the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading.lines import Line
from ..reading.mentions import Mention
from ..reading.names import may_be_same
from ..reading.words import relations
from .families import are_everything
from .partitions import Partition

_SHARED = 2
_CLAUSE = re.compile("[^;]+")


def parallel_partitions(line: Line) -> Iterator[Partition]:
    """Wholes with two or more parts told by the same words in the sentence after them."""
    wanted = relations().words.whole
    told = zip(line.by_sentence, line.sentences[1:], strict=False) if line.says(wanted) else ()
    for here, following in told:
        for whole in here:
            if whole.is_stated and wanted.search(whole.label):
                parts = tuple(_parts(line, whole, following))
                if len(parts) > 1 and not _pile_up(parts):
                    complete = are_everything([part.label for part in parts])
                    yield Partition(line, (whole,), parts, exclusive=True, complete=complete)


def _parts(line: Line, whole: Mention, sentence: tuple[int, int]) -> Iterator[Mention]:
    """The first level of every clause that is told as the whole is."""
    for clause in _CLAUSE.finditer(line.text, *sentence):
        alike = (m for m in line.within(*clause.span()) if _is_part(whole, m))
        yield from [part for part in [next(alike, None)] if part]


def _is_part(whole: Mention, part: Mention) -> bool:
    one, other = whole.figure, part.figure
    return (
        part.is_stated
        and whole.unit_kind == part.unit_kind
        and other.scope in (None, one.scope)
        and other.role not in ("target", "prior")
        and _within(part, whole)
        and may_be_same(one.subject, other.subject)
        and _end_alike(deed(whole), deed(part))
        and _end_alike(whole.tail, part.tail, empty=True)
    )


def deed(mention: Mention) -> str:
    """What is said before a number, without words that only lead to it (约, 达到)."""
    lead = mention.lead
    trailing = [m for m in relations().words.filler.finditer(lead) if m.end() == len(lead)]
    return lead[: trailing[0].start()] if trailing else lead


def _end_alike(one: str, other: str, *, empty: bool = False) -> bool:
    if not one and not other:
        return empty
    return min(len(one), len(other)) >= _SHARED and one[-_SHARED:] == other[-_SHARED:]


def _within(part: Mention, whole: Mention) -> bool:
    """Whether the part's period, where both are known, lies in the whole's."""
    one, other = part.figure, whole.figure
    if not (one.period_start and one.period_end and other.period_start and other.period_end):
        return True
    return other.period_start <= one.period_start and one.period_end <= other.period_end


def _pile_up(parts: tuple[Mention, ...]) -> bool:
    """Whether later parts take in earlier ones: 一季度, 上半年, 全年."""
    starts = {part.figure.period_start for part in parts}
    ends = {part.figure.period_end for part in parts}
    return len(starts) == 1 < len(ends)

"""Parts first, then their sum: 甲10万元、乙20万元，合计30万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..reading.lines import Line
from ..reading.mentions import Mention, total_of
from ..reading.words import relations
from .families import are_complementary, share_a_head
from .partitions import Partition, stop_strength

_TOTALS = frozenset({"共", "总额", "总数", "总量"})


def summed_partitions(line: Line) -> Iterator[Partition]:
    """Numbers that are said to be the sum of those before them in the sentence."""
    summed = line.says(relations().words.sum)
    for whole in line.stated:
        if whole.lead in _TOTALS or (summed and _is_sum(whole)):
            parts = _parts(line, whole)
            fitting = _fitting(parts, whole)
            if fitting:
                yield Partition(line, (whole,), fitting, exclusive=True, complete=True)
            elif len(parts) > 1 and _are_one_list(line, parts):
                yield Partition(line, (whole,), parts, exclusive=True, complete=True)


def _is_sum(whole: Mention) -> bool:
    """Whether 合计 or the like leads right to the number."""
    lead, words = whole.lead, relations().words
    rests = (lead[match.end() :] for match in words.sum.finditer(lead))
    return any(not rest or words.filler.fullmatch(rest) for rest in rests)


def _parts(line: Line, whole: Mention) -> tuple[Mention, ...]:
    start, _ = line.sentence_of(whole.start)
    return tuple(
        mention
        for mention in line.within(start, whole.start)
        if mention.is_stated
        and mention.depth == whole.depth
        and mention.unit_kind == whole.unit_kind
    )


def _fitting(parts: Sequence[Mention], whole: Mention) -> tuple[Mention, ...]:
    """The last parts, two or more, that add to the whole exactly."""
    for first in range(len(parts) - 1):
        if total_of(parts[first:]) == whole.value:
            return tuple(parts[first:])
    return ()


def _are_one_list(line: Line, parts: Sequence[Mention]) -> bool:
    """Whether all parts are of one kind and parted alike, or parted by no stop at all."""
    labels = [part.label for part in parts]
    names = [part.figure.subject or "" for part in parts]
    stops = {stop_strength(line.text[one.end : other.start]) for one, other in pairwise(parts)}
    same_role = len({part.figure.role for part in parts} - {None}) <= 1
    of_one_kind = are_complementary(labels) or share_a_head(names)
    return same_role and len(stops) == 1 and (of_one_kind or stops == {0})

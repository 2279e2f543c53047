"""Things by how far they are: 标段 18个，完工 11个，在建 5个，未开工 2个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ..reading.lines import Line
from ..reading.mentions import Mention, total_of
from ..reading.words import relations
from .partitions import Partition

_INTAKE = re.compile("新[收增立受接]|收案|立案")
"""What came in this year is not all that was to be done: there are the cases of the year before."""


def progress_partitions(line: Line) -> Iterator[Partition]:
    """What is done, going on and not begun, with the number of all before it.

    What is done and what is not make up all there is, be there a semicolon or a full stop.
    """
    told = line.stated if line.says(relations().words.open) else ()
    levels = [m for m in told if m.depth == 0]
    for first, last in _runs([_stage(mention) for mention in levels]):
        parts = levels[first:last]
        before = [m for m in levels[:first] if _stage(m) is None]
        wholes = before[-1:] if _may_be_of(line, before[-1:], parts) else _fitting(before, parts)
        if wholes:
            yield Partition(line, tuple(wholes), tuple(parts), exclusive=True, complete=True)


def _runs(stages: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """From where to where things are told by stages, each once, with what is not done."""
    at = 0
    for staged, run in groupby(stages, key=lambda stage: stage is not None):
        told = list(run)
        done_and_not = {"done", "open"} <= {*told}
        if staged and done_and_not and len({*told}) == len(told):
            yield at, at + len(told)
        at += len(told)


def _stage(mention: Mention) -> str | None:
    """How far those are whom the words around a number tell; null where they do not."""
    words, said = relations().words, mention.label
    if words.open.search(said):
        return "open"
    if words.going.search(said):
        return "going"
    return "done" if words.done.search(said) else None


def _fitting(before: Sequence[Mention], parts: Sequence[Mention]) -> list[Mention]:
    """The nearest number before that is exactly the sum, where others stand between."""
    total = total_of(parts)
    unit = parts[0].unit_kind
    fitting = [m for m in reversed(before) if m.value == total and m.unit_kind == unit]
    return fitting[:1] if all(part.unit_kind == unit for part in parts) else []


def _may_be_of(line: Line, before: Sequence[Mention], parts: Sequence[Mention]) -> bool:
    """Whether the parts follow the last number, no more than a sentence apart, in its unit."""
    if not before or _INTAKE.search(before[-1].lead):
        return False
    whole, following = before[-1], [*before, *parts]
    near = all(
        line.text.count("。", one.end, other.start) <= 1 for one, other in pairwise(following)
    )
    alike = all(part.unit_kind == whole.unit_kind for part in parts)
    return near and alike and whole.value >= max(part.value for part in parts)

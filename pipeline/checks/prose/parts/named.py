"""Wholes that name their parts: 进出口 is 出口 and 进口."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..reading.lines import Line
from ..reading.mentions import Mention
from ..reading.words import Family, Pattern, relations
from .partitions import Partition


def named_partitions(line: Line) -> Iterator[Partition]:
    """Wholes whose parts, all of them, follow in the line; complete if of one scope."""
    for family in relations().wholes if line.says(relations().any_whole) else ():
        for whole in line.stated:
            parts = _parts(line.stated, family, whole)
            if parts:
                same = all(
                    part.figure.scope in (None, "其中", whole.figure.scope) for part in parts
                )
                yield Partition(line, (whole,), parts, exclusive=same, complete=same)


def _parts(stated: Sequence[Mention], family: Family, whole: Mention) -> tuple[Mention, ...]:
    if family.whole is None or not _says(whole, family.whole):
        return ()
    after = [
        mention
        for mention in stated
        if mention.start >= whole.end
        and mention.unit_kind == whole.unit_kind
        and not _says(mention, family.whole)
    ]
    found = [_first(after, member) for member in family.members]
    return tuple(sorted((m for m in found if m), key=lambda m: m.start)) if all(found) else ()


def _first(mentions: list[Mention], member: Pattern) -> Mention | None:
    return next((m for m in mentions if _says(m, member)), None)


def _says(mention: Mention, pattern: Pattern) -> bool:
    return bool(pattern.search(mention.label))

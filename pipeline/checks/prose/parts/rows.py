"""Rows of kinds right behind the number of all: 全年办展50场，书画18场，摄影15场，非遗17场."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ..reading.lines import Line
from ..reading.mentions import PERSONS, Mention, total_of
from ..reading.part_words import part_words
from ..reading.words import relations
from .partitions import Partition

_FEWEST = 3
_LONGEST = 8
_HEAD = 2
_HARDLY_MORE = Decimal("1.05")
_OVERLAPPING = PERSONS | {"人次", "户", "户次", "家"}
"""People, households and firms are easily of two kinds."""
_END = re.compile("[。;!?\n]|$")
_APART = re.compile("[比较]|同[比期]|其中|累计|硬化|智慧|绿色|生态|[新另已未应增减剩余]|上年|去年")


def row_partitions(line: Line) -> Iterator[Partition]:
    """Three kinds or more, told alike up to the end of the sentence, that make up a little more.

    Less may leave out some; what makes up the number exactly is found by others.
    """
    if len(line.stated) <= _FEWEST:
        return
    sentences = zip(line.by_sentence, (*line.by_sentence[1:], ()), strict=True)
    for (told, following), (_, end) in zip(sentences, line.sentences, strict=True):
        for whole, parts, start in ((told[:1], told[1:], None), (told, following, end)):
            if len(whole) == 1 and _are_row(line, whole[0], parts, start):
                yield Partition(line, (whole[0],), parts, exclusive=True, complete=False)


def _are_row(line: Line, whole: Mention, parts: Sequence[Mention], start: int | None) -> bool:
    """Whether the parts are a row, behind the number of all or from a sentence's ``start`` on."""
    if len(parts) < _FEWEST or not _are_kinds(whole, parts):
        return False
    summed = relations().words.whole.search(whole.lead) is not None
    if start is None:
        begun = summed and line.text[whole.end : parts[0].start] == f",{parts[0].lead}"
    else:
        begun = line.text[start : parts[0].start].strip() == parts[0].lead
    parted = {_separator(line, one, other) for one, other in pairwise(parts)}
    ended = _END.match(line.text, parts[-1].end)
    return begun and ended is not None and len(parted) == 1 and None not in parted


def _separator(line: Line, one: Mention, other: Mention) -> str | None:
    """The mark between two parts; null where more than a mark and a name stands there."""
    between = line.text[one.end : other.start]
    return between[:1] if between[1:].strip() == other.lead else None


def _are_kinds(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether all are of one unit, have names of their own and come to hardly more than all.

    What is called like all that was counted may overlap (国内游客, 过夜游客), but for money.
    """
    alike = all(m.is_stated and m.unit_kind == whole.unit_kind and m.lead for m in parts)
    if not (alike and whole.is_stated) or whole.figure.unit in _OVERLAPPING:
        return False
    if not whole.value < total_of(parts) <= whole.value * _HARDLY_MORE:
        return False
    money = whole.figure.kind == "amount"
    head = "\n" if money else (whole.figure.subject or "\n")[-_HEAD:]
    return not any(_is_other(part, head) for part in parts)


def _is_other(part: Mention, head: str) -> bool:
    """Whether a part is called by a trait that cuts across, or like all that was counted."""
    words = part_words()
    crossing = words.kinds.traits, words.jobs.traits, _APART
    crossed = any(trait.search(part.label) for trait in crossing)
    return crossed or head in part.lead or len(part.lead) > _LONGEST

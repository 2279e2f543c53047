"""Wholes that are said to be told by kinds: 各类台站48个：测震台21个、强震台17个."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from .....extractors.text.numerals import read_integer
from ..reading.lines import Line
from ..reading.mentions import Mention, total_of
from ..reading.part_words import part_words

_HARDLY_MORE = Decimal("1.2")
"""Kinds that make up more than this of the whole are told of something else, or overlap."""
_HARDLY_LESS = Decimal("0.9")
"""Kinds of a later sentence that make up less are told of something else."""


def are_all_kinds(line: Line, whole: Mention, parts: Sequence[Mention]) -> bool | None:
    """Whether the parts are all kinds that the words before them announce.

    True where as many follow as were announced, or their names end alike; null where they
    only exclude each other; False where nothing is announced, or they may overlap.
    """
    words, start = part_words().kinds, line.clause_of(whole)[0]
    before = (
        line.text[start : parts[0].start] if len(parts) > 1 and whole.start < parts[0].start else ""
    )
    counted = any(_number(match) == len(parts) for match in words.number.finditer(before))
    if not counted and not words.announced.search(before):
        return False
    ratio = _ratio(whole, parts)
    apart = ratio < _HARDLY_LESS and line.sentence_of(whole.start)[1] <= parts[0].start
    if apart or ratio > _HARDLY_MORE or any(words.traits.search(part.label) for part in parts):
        return False
    if counted:
        return True
    ends = {(part.figure.subject or " ")[-1] for part in parts}
    open_list = "其中" in before or ratio < _HARDLY_LESS
    return True if len(ends) == 1 and not open_list else None


def _ratio(whole: Mention, parts: Sequence[Mention]) -> Decimal:
    total = total_of(parts)
    return total / whole.value if whole.value else _HARDLY_MORE + 1


def _number(match: re.Match[str]) -> int | None:
    return read_integer(match["number"])

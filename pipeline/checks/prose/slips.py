"""Lists that come to hardly more than their whole: they were meant to be it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from .families import share_a_head
from .mentions import Mention
from .part_words import part_words

_FEWEST = 3
_MOST = Decimal("1.1")


def is_slip(whole: Mention, parts: Sequence[Mention], *, closed: bool) -> bool:
    """Whether three or more parts, called by no trait that cuts across, are a little too much.

    They are listed in a form that leaves nothing out (``closed``: behind a colon, in a
    bracket, right behind 共), or are things of one kind (机关支部, 社区支部).
    """
    words = part_words()
    names = [part.figure.subject or "" for part in parts]
    labels = [f"{part.label}{name}" for part, name in zip(parts, names, strict=True)]
    several = len(parts) >= _FEWEST and (closed or share_a_head(names))
    traits = (words.kinds.traits, words.jobs.traits)
    if not several or any(trait.search(label) for trait in traits for label in labels):
        return False
    total = sum([part.value for part in parts], Decimal(0))
    return whole.value < total <= whole.value * _MOST and all(part.lead for part in parts)

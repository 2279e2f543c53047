"""Lists that come to hardly more than their whole: they were meant to be it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from .families import share_a_head
from .mentions import Mention, total_of
from .part_words import part_words

_FEWEST = 3
_MOST = Decimal("1.1")


def is_slip(whole: Mention, parts: Sequence[Mention], *, closed: bool) -> bool:
    """Whether three or more parts, called by no trait that cuts across, are a little too much.

    They are listed in a form that leaves nothing out (``closed``: behind a colon, in a
    bracket, right behind 共), or are things of one kind (机关支部, 社区支部).
    """
    names = [part.figure.subject or "" for part in parts]
    several = len(parts) >= _FEWEST and (closed or share_a_head(names))
    total = total_of(parts) if several else Decimal(0)
    if not whole.value < total <= whole.value * _MOST:
        return False
    words = part_words()
    labels = [f"{part.label}{name}" for part, name in zip(parts, names, strict=True)]
    crossing = words.kinds.traits, words.jobs.traits
    crossed = any(trait.search(label) for trait in crossing for label in labels)
    return not crossed and all(part.lead for part in parts)

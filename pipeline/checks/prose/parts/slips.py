"""Lists that come to hardly more than their whole: they were meant to be it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ..reading.mentions import Mention, total_of
from ..reading.part_words import part_words
from .families import share_a_head

_FEWEST = 3
_MANY = 4
_MOST = Decimal("1.1")
_THING = re.compile(
    "(?:[馆站院所厅室场园库桥路渠槽坝堰井闸池塔亭台厂店房楼道]|广场|中心|(?:计划|工程|研究|建设)(?:类|项目)?)$"
)
"""At the end of a name of which a thing has one: 图书馆, 水闸, 成果转化计划."""


def is_slip(whole: Mention, parts: Sequence[Mention], *, closed: bool) -> bool:
    """Whether three or more parts, called by no trait that cuts across, are a little too much.

    They are listed in a form that leaves nothing out (``closed``: behind a colon, in a
    bracket, right behind 共), are things of one kind (机关支部, 社区支部), or many places and
    works, each of which is one thing (图书馆, 博物馆, 文化站, 门球场).
    """
    names = [part.figure.subject or "" for part in parts]
    several = len(parts) >= _FEWEST and (closed or share_a_head(names))
    several = several or (len(parts) >= _MANY and all(map(_is_thing, parts, names)))
    total = total_of(parts) if several else Decimal(0)
    if not whole.value < total <= whole.value * _MOST:
        return False
    words = part_words()
    labels = [f"{part.label}{name}" for part, name in zip(parts, names, strict=True)]
    crossing = words.kinds.traits, words.jobs.traits
    crossed = any(trait.search(label) for trait in crossing for label in labels)
    return not crossed and all(part.lead for part in parts)


def _is_thing(part: Mention, name: str) -> bool:
    return bool(_THING.search(name) or _THING.search(part.lead))

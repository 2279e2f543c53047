"""Whether two names can mean one thing: 项目总数 and 县级预算项目."""

from __future__ import annotations

import re

_WIDTH = re.compile("全年|全部|年度|实际|当年|本年|总额|总数|总量|数量|总|的|数$|额$")
_SHORTEST = 2


def bare(text: str | None) -> str:
    """A name without words that only say that all of it is meant."""
    return _WIDTH.sub("", text or "")


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two names are one but for such words."""
    return bool(bare(one)) and bare(one) == bare(other)


def may_be_same(one: str | None, other: str | None) -> bool:
    """Whether one name, bare of such words, is the end of the other."""
    shorter, longer = sorted((bare(one), bare(other)), key=len)
    return len(shorter) >= _SHORTEST and longer.endswith(shorter)

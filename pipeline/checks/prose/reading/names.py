"""Whether two names can mean one thing: 项目总数 and 县级预算项目."""

from __future__ import annotations

from functools import lru_cache

from .words import relations

_SHORTEST = 2
_LONG = 5
_REMEMBERED = 4096


@lru_cache(_REMEMBERED)
def bare(text: str | None) -> str:
    """A name without words that only say that all of it is meant."""
    return relations().names.width.sub("", text or "")


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two names are one but for such words."""
    return bool(bare(one)) and bare(one) == bare(other)


def holds(one: str | None, other: str | None) -> bool:
    """Whether one name, bare of such words, stands in the other: 外借 and 外借图书."""
    shorter, longer = sorted((bare(one), bare(other)), key=len)
    return len(shorter) >= _SHORTEST and shorter in longer


def may_be_same(one: str | None, other: str | None) -> bool:
    """Whether one name, bare of such words, is the end of the other."""
    shorter, longer = sorted((bare(one), bare(other)), key=len)
    return len(shorter) >= _SHORTEST and longer.endswith(shorter)


def is_same_long(one: str | None, other: str | None) -> bool:
    """Whether one long name with words of its own stands in the other: 恒温库房 and 恒温库房者."""
    shorter, longer = sorted((bare(one), bare(other)), key=len)
    return len(shorter) >= _LONG and shorter in longer and is_specific(shorter)


@lru_cache(_REMEMBERED)
def is_specific(name: str | None) -> bool:
    """Whether a name has words of its own, beside those that many numbers share."""
    own = relations().names.generic.sub("", bare(name))
    return len(own) >= _SHORTEST

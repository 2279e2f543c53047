"""Whether the parts of a list exclude each other and leave nothing out, by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..reading.words import Family, relations

_HEAD = 2
_AROUND = re.compile(
    r"(?:其中|属于?|系|[为是在])*/?(?:及?以[上下前后]|[初前中后]?期|时期|年间|[人组段类])*的?(?:[共各仅]?[有为达是占]|共)?"
)
"""Words around the name of a class that name nothing themselves: 元代及以前的6处."""
_REMEMBERED = 4096


def are_complementary(labels: Sequence[str]) -> bool:
    """Whether every label names another member of one family (四类桥, 五类桥)."""
    named = [_members(label) for label in labels]
    return any(_are_different(named, family) for family in named[0]) if named else False


def are_likely_all(labels: Sequence[str]) -> bool:
    """Whether they name members of a family that a list hardly leaves others of out."""
    named, families = [_members(label) for label in labels], relations().families
    close = (at for at in named[0] if not families[at].loose) if named else ()
    return any(_are_different(named, family) for family in close)


def are_everything(labels: Sequence[str]) -> bool:
    """Whether the labels name all members of a family (雨水管网, 污水管网; the four quarters)."""
    named, families = [_members(label) for label in labels], relations().families
    whole = (at for at in named[0] if len(families[at].members) == len(labels)) if named else ()
    return len(labels) > 1 and any(_are_different(named, family) for family in whole)


def are_bare(labels: Sequence[str]) -> bool:
    """Whether every label is the name of a class alone: what is of that class was told before."""
    return all(map(_is_bare, labels))


def takes_the_rest(label: str) -> bool:
    """Whether a part is all that is left (其他)."""
    return bool(relations().words.rest.search(label))


def share_a_head(names: Sequence[str]) -> bool:
    """Whether all names end alike: parts of one kind."""
    return all(names) and len({name[-_HEAD:] for name in names}) == 1


def _are_different(named: Sequence[Mapping[int, int]], family: int) -> bool:
    """Whether each names a member of the family, and no two the same."""
    members = {one.get(family) for one in named}
    return len(members) == len(named) and None not in members


@lru_cache(_REMEMBERED)
def _is_bare(label: str) -> bool:
    families = relations().families
    found = (families[at].any.search(label) for at in _members(label))
    rests = (f"{label[: m.start()]}/{label[m.end() :]}".replace(" ", "") for m in found if m)
    return any(_AROUND.fullmatch(rest) for rest in rests)


@lru_cache(_REMEMBERED)
def _members(label: str) -> Mapping[int, int]:
    """The families of which a label names a member, each with the one it names first."""
    return {
        at: _first_member(family, label)
        for at, family in enumerate(relations().families)
        if family.any.search(label)
    }


def _first_member(family: Family, label: str) -> int:
    """The member that the label names first (县级自筹 is of the county)."""
    found = ((member.search(label), at) for at, member in enumerate(family.members))
    return min((match.start(), at) for match, at in found if match)[1]

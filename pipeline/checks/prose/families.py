"""Whether the parts of a list exclude each other and leave nothing out, by their names."""

from __future__ import annotations

from collections.abc import Sequence

from .words import Family, relations

_HEAD = 2


def are_complementary(labels: Sequence[str]) -> bool:
    """Whether every label names another member of one family (四类桥, 五类桥)."""
    return any(_names_members(family, labels) for family in relations().families)


def are_everything(labels: Sequence[str]) -> bool:
    """Whether the labels name all members of a family (雨水管网, 污水管网; the four quarters)."""
    count = len(labels)
    whole = (family for family in relations().families if len(family.members) == count > 1)
    return any(_names_members(family, labels) for family in whole)


def takes_the_rest(label: str) -> bool:
    """Whether a part is all that is left (其他)."""
    return bool(relations().words.rest.search(label))


def share_a_head(names: Sequence[str]) -> bool:
    """Whether all names end alike: parts of one kind."""
    return all(names) and len({name[-_HEAD:] for name in names}) == 1


def _names_members(family: Family, labels: Sequence[str]) -> bool:
    if not all(family.any.search(label) for label in labels):
        return False
    return len({_member(family, label) for label in labels}) == len(labels)


def _member(family: Family, label: str) -> int | None:
    """The member that the label names first (县级自筹 is of the county)."""
    starts = [
        (match.start(), at)
        for at, member in enumerate(family.members)
        if (match := member.search(label))
    ]
    return min(starts)[1] if starts else None

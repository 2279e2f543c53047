"""Which numbers are posts and people of the body itself (人员编制)."""

from __future__ import annotations

from .mentions import PERSONS, Mention
from .partitions import Partition
from .words import Pattern, relations


def is_staff(found: Partition) -> bool:
    """Whether the whole and all parts are posts or people of the body itself."""
    whole = found.wholes[0]
    summed = whole.figure.unit in PERSONS and relations().words.sum.search(whole.lead)
    told = summed or speaks_of_staff(whole)
    return bool(told) and all(speaks_of_staff(mention) for mention in found.parts)


def speaks_of_staff(mention: Mention) -> bool:
    """Whether a count is of posts or people by their standing."""
    return mention.figure.unit in PERSONS and says(mention, relations().staff.any)


def says(mention: Mention, pattern: Pattern) -> bool:
    """Whether a word stands in the mention's own segment."""
    return bool(pattern.search(mention.label))

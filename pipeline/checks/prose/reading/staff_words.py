"""Which numbers are posts and people of the body itself (人员编制)."""

from __future__ import annotations

from .....schemas.report import Report
from ..parts.partitions import Partition
from .mentions import PERSONS, Mention
from .words import Pattern, relations

_OWN = ("我", "本", "全")


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


def counts_staff(mention: Mention) -> bool:
    """Whether it counts people by a word for all people of a body."""
    named = relations().staff.own.fullmatch(mention.figure.subject or "")
    return mention.figure.unit in PERSONS and named is not None


def is_own_staff(report: Report, mention: Mention) -> bool:
    """Whether it tells all people that the reporting unit has: 我局现有职工, 中心现有工作人员."""
    if not counts_staff(mention):
        return False
    told = relations().staff.now.search(mention.lead)
    body = told["body"] if told else None
    return body is not None and (body[:1] in ("", *_OWN) or (report.unit or "").endswith(body))

"""People of a body by what they are there for (法官, 书记员): nobody is counted twice."""

from __future__ import annotations

from collections.abc import Sequence

from ..reading.mentions import PERSONS, Mention
from ..reading.part_words import part_words
from ..reading.words import relations

_FEWEST = 3


def are_jobs(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether all in service are told by three jobs or more, and by nothing that cuts across."""
    if whole.figure.unit not in PERSONS or len(parts) < _FEWEST:
        return False
    words, labels = part_words().jobs, [part.label for part in parts]
    return (
        relations().staff.any.search(whole.label) is not None
        and all(words.names.search(label) for label in labels)
        and not any(words.traits.search(label) for label in labels)
    )


def of_people(wholes: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The wholes that count people, not posts (编制)."""
    posts = relations().staff.posts
    told = tuple(m for m in wholes if not posts.search(f"{m.label}{m.figure.subject}"))
    return told or wholes[:1]

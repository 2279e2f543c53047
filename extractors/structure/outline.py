"""The outline: sections made of headings, each with its kind and where it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...schemas.report import Section, SectionKind
from .headings import Heading
from .lines import Flow
from .section_kinds import section_kind

_AFTERWARDS: frozenset[SectionKind] = frozenset(
    {"problems", "suggestions", "deviation", "use_of_results"}
)
"""Kinds of sections whose subsections are of their kind, whatever they speak of."""


def make_sections(flow: Flow, headings: Sequence[Heading], end: int) -> tuple[Section, ...]:
    """The sections of these headings; the last ones end before ``flow[end]``."""
    kinds: list[SectionKind] = []
    for at, heading in enumerate(headings):
        parent = _parent(headings, at)
        kinds.append(_kind(heading, None if parent is None else kinds[parent]))
    return tuple(
        Section(
            level=heading.level,
            number=heading.number,
            title=heading.title,
            kind=kinds[at],
            first_block=_first(flow, heading.at),
            last_block=_last(flow, _end(headings, at, end)),
        )
        for at, heading in enumerate(headings)
    )


def sections_of_blocks(sections: Sequence[Section]) -> Mapping[int, int]:
    """By block the index of the innermost section that holds it, where one does."""
    return {
        block: at
        for at, section in enumerate(sections)
        for block in range(section.first_block, section.last_block + 1)
    }


def _kind(heading: Heading, parent: SectionKind | None) -> SectionKind:
    """The kind by the heading's words; else its parent's.

    What stands under 存在的问题 is a problem, whatever it is a problem of.
    """
    own = section_kind(heading.title)
    if own is None or (parent in _AFTERWARDS and own not in _AFTERWARDS | {"other"}):
        return parent or own or "other"
    return own


def _parent(headings: Sequence[Heading], at: int) -> int | None:
    above = (i for i in range(at - 1, -1, -1) if headings[i].depth < headings[at].depth)
    return next(above, None)


def _end(headings: Sequence[Heading], at: int, end: int) -> int:
    after = headings[at + 1 :]
    return next((h.at for h in after if h.depth <= headings[at].depth), end)


def _first(flow: Flow, at: int) -> int:
    return flow[at].block


def _last(flow: Flow, end: int) -> int:
    return flow[end - 1].last_block

"""The outline: sections made of headings, each with its kind and where it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...schemas.report import Section, SectionKind
from .chapters import AFTERWARDS, chapter_kinds
from .headings import Heading
from .lines import Flow
from .section_kinds import section_kind


def make_sections(flow: Flow, headings: Sequence[Heading], end: int) -> tuple[Section, ...]:
    """The sections of these headings; the last ones end before ``flow[end]``."""
    kinds = _kinds(headings)
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


def _kinds(headings: Sequence[Heading]) -> list[SectionKind]:
    """The kind of every heading, those of chapters first: their sections go by them."""
    parents = [_parent(headings, at) for at in range(len(headings))]
    chapters = [at for at, parent in enumerate(parents) if parent is None]
    of_chapters = iter(chapter_kinds([headings[at].title for at in chapters]))
    kinds: list[SectionKind] = []
    for heading, parent in zip(headings, parents, strict=True):
        if parent is None:
            chapter = next(of_chapters)
            kinds.append(chapter or "other")
        else:
            kinds.append(_kind(heading, kinds[parent]))
    return kinds


def _kind(heading: Heading, parent: SectionKind) -> SectionKind:
    """The kind by the heading's words; else its parent's.

    What stands under 存在的问题 is a problem, whatever it is a problem of.
    """
    own = section_kind(heading.title)
    if own is None or (parent in AFTERWARDS and own not in AFTERWARDS | {"other"}):
        return parent
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

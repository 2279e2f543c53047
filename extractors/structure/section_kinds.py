"""The kind of a section, by the words of its heading."""

from __future__ import annotations

from functools import lru_cache
from typing import cast, get_args

from ...schemas.report import SectionKind
from ..text.headings import squeeze
from .vocabulary import rules

_REMEMBERED = 2048


@lru_cache(_REMEMBERED)
def section_kind(title: str) -> SectionKind | None:
    """What a section with this heading is about; null where no word of it is known."""
    bare = squeeze(title)
    return next((_kind(rule.name) for rule in rules("sections", "kind") if rule.fits(bare)), None)


def _kind(name: str) -> SectionKind:
    if name not in get_args(SectionKind):
        raise ValueError(f"data/sections.toml: unknown kind {name}")
    return cast("SectionKind", name)

"""What the chapters of a report are about: by their words, else by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...schemas.report import SectionKind
from .section_kinds import section_kind

AFTERWARDS: frozenset[SectionKind] = frozenset(
    {"problems", "suggestions", "deviation", "use_of_results"}
)
"""Kinds of chapters that look back on the results, and ahead."""

_BEFOREHAND: frozenset[SectionKind] = frozenset(
    {"overview", "goal_management", "work_done", "funds"}
)
_JUDGING = AFTERWARDS | {"conclusion"}
_NAMED_FOR_TABLE = "指标"
_FRAMEWORK = re.compile("决策|过程(?!中)")


def chapter_kinds(titles: Sequence[str]) -> list[SectionKind | None]:
    """The kind of every heading that stands in no other; null where words and place say nothing.

    The first chapter tells what the report is of; what stands between the money and the
    judgement, under whatever name (一渠清水润万家), tells what was done.
    """
    by_words = _by_words(titles)
    return [
        kind or _by_place(by_words[:at], by_words[at + 1 :]) for at, kind in enumerate(by_words)
    ]


def _by_words(titles: Sequence[str]) -> list[SectionKind | None]:
    """Outputs and benefits (产出情况) in chapters of their own are what was achieved.

    Beside chapters on the decision and the process, they are indicators as these are.
    """
    kinds: list[SectionKind | None] = [section_kind(title) for title in titles]
    if any(_FRAMEWORK.search(title) for title in titles):
        return kinds
    return [_in_chapter(title, kind) for title, kind in zip(titles, kinds, strict=True)]


def _in_chapter(title: str, kind: SectionKind | None) -> SectionKind | None:
    achieved = kind == "indicators" and _NAMED_FOR_TABLE not in title
    return "goal_completion" if achieved else kind


def _by_place(
    before: Sequence[SectionKind | None], after: Sequence[SectionKind | None]
) -> SectionKind | None:
    judged_later = not _JUDGING.isdisjoint(after)
    if not before:
        return "overview" if judged_later else None
    told = not _BEFOREHAND.isdisjoint(before) or before[0] is None
    return "goal_completion" if told and judged_later and _JUDGING.isdisjoint(before) else None

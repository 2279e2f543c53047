"""What the sections around a figure say of it where its own words do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...schemas.figure import Role
from ...schemas.report import Section, SectionKind
from .chains import Meaning

_RESULTS: frozenset[SectionKind] = frozenset({"goal_completion"})
_GOALS = re.compile("(绩效|年度|总体|阶段性|预期|具体)目标(值|设定)?$")
_TO_COME = re.compile("下一步|下步|打算|(工作|后续)(安排|计划)|建议$|(改进|整改)措施$")


class _Around(NamedTuple):
    """What is told around a block: right around it goals, at any depth steps to come, results."""

    goals: bool
    to_come: bool
    results: bool


class Outline:
    """The sections of a report; what is told around a block is looked up once."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._known: dict[int, _Around] = {}

    def role(self, meaning: Meaning, block: int) -> Role | None:
        """The role that the words give, else the section's: a goal, or, at any depth, a result.

        In a section of goals what is planned is a goal; in one of steps to come, what
        something is raised to (由 3% 提高至 5%) is a plan.
        """
        if meaning.role not in {None, "plan", "actual"}:
            return meaning.role
        around = self._around(block)
        if around.goals and meaning.role != "actual":
            return "target"
        if meaning.role == "actual" and around.to_come:
            return "plan"
        if meaning.role or meaning.aspect != "level":
            return meaning.role
        return "actual" if around.results else None

    def _around(self, block: int) -> _Around:
        if block not in self._known:
            around = [s for s in self._sections if s.first_block <= block <= s.last_block]
            self._known[block] = _Around(
                goals=bool(around and _GOALS.search(around[-1].title)),
                to_come=any(_TO_COME.search(section.title) for section in around),
                results=any(section.kind in _RESULTS for section in around),
            )
        return self._known[block]

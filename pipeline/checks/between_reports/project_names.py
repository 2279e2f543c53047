"""What is left of a project's name when the words are taken off that officials add or drop."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..case import Case
from ..facts import ProjectFacts
from ..units import simplified
from ..wording import pattern

_YEAR = re.compile(r"[(]?(20\d\d)年?度?[)]?")
_LEAST = 3
"""Characters of a name that tells a project: 户厕整改 and not 办公."""
_LEAST_ABBREVIATED = 4
_SAME_START = 2
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class ProjectName:
    """A name as printed but for noise, and its core.

    ``shift`` is how many years before the report's year the one in the name is, 0 where the
    name tells none: in 2023, 2022年水渠项目 is another project than 水渠项目.
    """

    full: str
    core: str
    shift: int

    @property
    def key(self) -> tuple[str, int]:
        """What two names of one project have in common."""
        return self.core, self.shift


@lru_cache(_REMEMBERED)
def project_name(name: str, year: int | None, owner: str | None) -> ProjectName:
    """The name without year, its unit in front (``owner``), and 项目, 专项, 资金 or 经费 behind."""
    full = simplified(name)
    told = _YEAR.search(full)
    core = _YEAR.sub("", full) if told else full
    if owner and len(core) - len(owner) >= _LEAST:
        core = core.removeprefix(owner)
    bare = pattern("project_ending").sub("", core)
    shift = year - int(told[1]) if told and year else 0
    return ProjectName(full, bare if len(bare) >= _LEAST else core, shift)


def named(case: Case, facts: ProjectFacts) -> ProjectName:
    """The name of a report's project; empty where it has none."""
    unit = facts.project.unit or case.report.unit
    return project_name(facts.called, case.report.year, unit)


def is_abbreviated(one: str, other: str) -> bool:
    """Whether one core is the other with some characters left out, its beginning kept."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_ABBREVIATED or short[:_SAME_START] != long[:_SAME_START]:
        return False
    left = iter(long)
    return short != long and all(character in left for character in short)

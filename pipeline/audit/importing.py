"""Bringing auditors' dispositions from working papers to where the next account finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...schemas.finding import Disposition
from ..archive.store import Archive
from .dispositions import latest, made
from .sheets.taking import Taken, take


@dataclass(frozen=True, slots=True)
class Imported:
    """How many dispositions were taken and how many were there already; what is unclear."""

    taken: int
    unchanged: int
    problems: tuple[str, ...]

    def tell(self, say: Callable[[str], None]) -> None:
        """Say the counts, then every row that needs a look."""
        counts = f"导入 {self.taken} 条，未变 {self.unchanged} 条，需看 {len(self.problems)} 条"
        for line in (f"处理意见：{counts}", *self.problems):
            say(line)


def import_dispositions(archive: Archive, papers: Iterable[Path]) -> Imported:
    """Add to the archive what auditors changed in these working papers, in their order.

    What the archive says already is not added again. Earlier dispositions stay; the last
    one counts. Raises ``UsageError`` for a file that is no working paper, before anything
    is added.
    """
    found = [take(paper) for paper in papers]
    with archive.view() as view:
        before = latest(made(view))
    new = _news([one for taken in found for one in taken.dispositions], before)
    archive.dispose(new)
    return _imported(found, len(new))


def standing(papers: Iterable[Path]) -> tuple[Mapping[str, Disposition], Imported]:
    """What working papers say of findings by key, where no archive keeps it."""
    found = [take(paper) for paper in papers]
    said = {key: one for taken in found for key, one in taken.standing.items()}
    return said, _imported(found, sum(len(taken.dispositions) for taken in found))


def _news(told: Iterable[Disposition], before: Mapping[str, Disposition]) -> list[Disposition]:
    """Those that say something else than what was said last of their key."""
    last, new = dict(before), list[Disposition]()
    for one in told:
        earlier = last.get(one.key)
        if earlier is None or replace(earlier, at=one.at) != one:
            new.append(one)
            last[one.key] = one
    return new


def _imported(found: Sequence[Taken], taken: int) -> Imported:
    told = sum(len(one.dispositions) for one in found)
    unchanged = sum(one.unchanged for one in found) + told - taken
    return Imported(taken, unchanged, tuple(line for one in found for line in one.problems))

"""Signature tables at the end of a file, given to the reports whose projects they name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..text.headings import squeeze
from .lines import Flow, Grid, Line
from .signatures import is_signature_table
from .splitting import Part
from .title_words import title_wording

_NOT_NAME = re.compile(r"(?:项目)?(?:支出)?(?:绩效)?(?:自评|评价|评审).*$")
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Region:
    """A signature table with its title and notes, at ``first`` to ``end`` of the flow."""

    first: int
    end: int
    name: str


def find_regions(flow: Flow, parts: Sequence[Part]) -> tuple[Region, ...]:
    """The signature tables of several reports behind the last one's text, each up to the next.

    None where they are of one report, or are one that all reports share.
    """
    if len(parts) < 2:
        return ()
    first, end = parts[-1].body_end, parts[-1].end
    starts = [at for at in range(first, end) if _opens(flow, at)]
    titled = [at for at in starts if at - 1 in starts and isinstance(flow[at - 1], Line)]
    starts = [at for at in starts if at not in titled]
    ends = [*starts[1:], end]
    regions = (Region(at, stop, _name(flow, at)) for at, stop in zip(starts, ends, strict=False))
    return tuple(regions) if len(starts) > 1 else ()


def assign(regions: Sequence[Region], names: Sequence[str]) -> Mapping[int, int]:
    """For every region, by where it begins, its report.

    ``names`` are the reports' projects or titles. A region whose name fits no report takes
    the first that has none, in order.
    """
    owners: dict[int, int] = {}
    for region in regions:
        scores = [_likeness(region.name, name) for name in names]
        likely = max(range(len(names)), key=scores.__getitem__)
        if scores[likely] >= _SURE and likely not in owners.values():
            owners[region.first] = likely
    free = [at for at in range(len(names)) if at not in owners.values()]
    for region in regions:
        if region.first not in owners:
            owners[region.first] = free.pop(0) if free else len(names) - 1
    return owners


def _opens(flow: Flow, at: int) -> bool:
    element = flow[at]
    if isinstance(element, Grid):
        return is_signature_table(element)
    wording = title_wording(element.text)
    return wording is not None and wording.form == "signature"


def _name(flow: Flow, at: int) -> str:
    element = flow[at]
    text = element.text if isinstance(element, Line) else _first_text(element)
    return _NOT_NAME.sub("", squeeze(text))


def _first_text(grid: Grid) -> str:
    return next((cell.text for cell in grid.table.cells if cell.text.strip()), "")


def _likeness(name: str, project: str) -> float:
    """How much of the name stands in one piece in the project's name or title."""
    other = squeeze(project)
    if not name:
        return 0.0
    match = SequenceMatcher(None, name, other, autojunk=False).find_longest_match()
    return match.size / len(name)

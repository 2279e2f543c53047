"""All documents in order that are drawn for planting faults, of every kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .evaluated import evaluation
from .frame import report_with_frame, report_without_cover
from .marked import Planted
from .reports import report_in_prose
from .special import KINDS as RARE
from .tables import form
from .together import goals_and_results, list_of_projects, two_projects, two_years

KINDS: dict[Callable[[int], Planted], int] = {
    report_in_prose: 32,
    report_with_frame: 8,
    report_without_cover: 4,
    form: 12,
    evaluation: 10,
    list_of_projects: 5,
    two_years: 3,
    two_projects: 3,
    goals_and_results: 4,
    **dict.fromkeys(RARE, 4),
}
"""How many of each kind are drawn."""


def drawn_documents() -> Iterator[Planted]:
    """The documents, the same ones every time."""
    for draw, count in KINDS.items():
        for seed in range(count):
            yield draw(seed)

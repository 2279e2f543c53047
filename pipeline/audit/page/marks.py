"""Marks: every figure and every other quote of a text, and the relations that it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ....schemas.document import Document, Paragraph, Place
from ....schemas.figure import Figure
from ..model import Audit, Relation

Spot = tuple[str, int, int | None, int | None]
"""A text of the audit: its document, its block and, in a table, its row and column."""


@dataclass(slots=True)
class Mark:
    """A stretch of text to be marked; ``figure`` is null for a quote that is no figure."""

    number: int
    figure: Figure | None
    relations: list[Relation] = field(default_factory=list[Relation])


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that the same marks cover, and which of these begin and end here."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    mark: Mark
    is_first: bool
    is_last: bool


class Marks:
    """The marks of all documents of an audit, found by text, by figure and by quote."""

    def __init__(self, audit: Audit) -> None:
        self._by_place: dict[tuple[str, Place], Mark] = {}
        self._by_figure: dict[str, Mark] = {}
        self._stretches: defaultdict[Spot, list[_Stretch]] = defaultdict(list)
        self._by_relation: dict[int, tuple[Mark, ...]] = {}
        for report in audit.reports():
            for index, figure in enumerate(report.figures):
                mark = self._mark(report.document, figure.place, figure)
                self._by_figure[report.figure_id(index)] = mark
        for relation in audit.relations:
            self._relate(audit, relation)

    def of_relation(self, relation: Relation) -> tuple[Mark, ...]:
        """What a relation rests on: its quotes in their order, then figures that it leaves out."""
        return self._by_relation[relation.number]

    def segments(self, spot: Spot, length: int) -> Iterator[Segment]:
        """A text of that length cut where marks begin and end, without holes."""
        stretches = self._stretches.get(spot, [])
        cuts = {0, length, *(each.start for each in stretches), *(each.end for each in stretches)}
        edges = sorted(cut for cut in cuts if 0 <= cut <= length)
        for start, end in pairwise(edges):
            over = [each for each in stretches if each.start <= start and end <= each.end]
            yield Segment(
                start,
                end,
                tuple(each.mark for each in over),
                tuple(each.mark for each in over if each.is_first and each.start == start),
                tuple(each.mark for each in over if each.is_last and each.end == end),
            )

    def _relate(self, audit: Audit, relation: Relation) -> None:
        finding = relation.finding
        found = [
            self._mark(audit.document(quote.report_id), quote.place, None)
            for quote in finding.quotes
        ]
        found += [self._by_figure[each] for each in finding.figure_ids]
        marks = {mark.number: mark for mark in found}
        self._by_relation[relation.number] = tuple(marks.values())
        for mark in marks.values():
            mark.relations.append(relation)

    def _mark(self, document: Document, place: Place, figure: Figure | None) -> Mark:
        key = (document.doc_id, replace(place, box=None))
        if key not in self._by_place:
            self._by_place[key] = mark = Mark(len(self._by_place) + 1, figure)
            self._lay_out(document, place, mark)
        return self._by_place[key]

    def _lay_out(self, document: Document, place: Place, mark: Mark) -> None:
        last = place.block if place.end_block is None else place.end_block
        for block in range(place.block, last + 1):
            first, final = block == place.block, block == last
            start = place.start if first else 0
            end = place.end if final else _length(document, block)
            stretch = _Stretch(start, end, mark, first, final)
            self._stretches[document.doc_id, block, place.row, place.column].append(stretch)


def numbers(marks: Iterable[Mark]) -> str:
    """The numbers of the marks, as an attribute holds them."""
    return " ".join(str(mark.number) for mark in marks)


def doubts(marks: Sequence[Mark]) -> list[Relation]:
    """The relations of the marks that do not hold, each once, by number; none that is settled."""
    found = {
        each.number: each
        for mark in marks
        for each in mark.relations
        if each.is_doubt and not each.is_settled
    }
    return [found[number] for number in sorted(found)]


def _length(document: Document, block: int) -> int:
    paragraph = document.blocks[block]
    return len(paragraph.text) if isinstance(paragraph, Paragraph) else 0

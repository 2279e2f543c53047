"""A report under examination: its numbers and texts as sources of proofs, found by place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, wraps
from typing import Any, TypeVar

from ...schemas.document import Cell, Place, Table
from ...schemas.figure import Figure, Kind
from ...schemas.finding import Quote
from ...schemas.passage import Passage
from ...schemas.report import Report
from .number import Number
from .printed import printed
from .profile import Profile, profile_of
from .terms import Source, Term
from .units import EACH_BY_ITSELF, Units

Spot = tuple[int, int | None, int | None]
"""A block, and a row and column of it for a table cell."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A report, the profile it is scored by, and where its figures and passages stand."""

    report: Report
    profile: Profile
    rows: Mapping[tuple[int, int | None], Sequence[int]]
    passages: Mapping[Spot, Passage]
    units: Units
    text: str
    """All passages, folded, each on a line of its own."""
    report_id: str
    terms: dict[int, Term] = field(default_factory=dict[int, Term])
    """The figures that were asked for as terms of a calculation, by their index."""
    lattices: dict[int, list[list[Cell | None]]] = field(
        default_factory=dict[int, list[list[Cell | None]]]
    )
    """The grids of the tables that were asked for, by their block."""
    known: dict[object, Any] = field(default_factory=dict[object, Any])
    """What was read of it and found in it, by the function or the check that did so."""

    @classmethod
    def of(cls, report: Report, profile: str | None = None, units: Units = EACH_BY_ITSELF) -> Case:
        """Index a report; ``profile`` is null for the one that the report speaks of.

        ``units`` says which names are those of one unit. Raises ``KeyError`` for an unknown
        profile.
        """
        rows: dict[tuple[int, int | None], list[int]] = defaultdict(list)
        for index, figure in enumerate(report.figures):
            rows[figure.place.block, figure.place.row].append(index)
        passages = {
            (piece.block, piece.row, piece.column): passage
            for passage in report.passages
            for piece in passage.pieces
        }
        text = "\n".join(passage.folded for passage in report.passages)
        told = profile_of(text, profile)
        return cls(report, told, dict(rows), passages, units, text, report.report_id)

    @property
    def unit(self) -> str | None:
        """The unit that reports, under the name that stands for it; null where it is not known."""
        return _unit(self)

    def holds(self, wanted: re.Pattern[str]) -> bool:
        """Whether a pattern is found in any passage; if so, it is worth looking where."""
        return _in_lines(wanted.pattern, wanted.flags).search(self.text) is not None

    def term(self, index: int) -> Term:
        """The figure with this index as a term of a calculation."""
        if index not in self.terms:
            self.terms[index] = Term.of(self._source(index))
        return self.terms[index]

    def _source(self, index: int) -> Source:
        figure = self.report.figures[index]
        told = printed(figure)
        return Source(
            number=Number.of(figure),
            printed=told.text,
            unit_text=told.unit,
            sign=told.sign,
            scale=told.scale,
            decimals=figure.decimals,
            quote=self.quote(figure.place, figure.text),
            figure_id=self.report.figure_id(index),
            tag=_tag(figure),
        )

    def quote(self, place: Place, text: str) -> Quote:
        """A text of this report and its place."""
        return Quote(self.report_id, place, text)

    def quoted(self, passage: Passage, start: int = 0, end: int | None = None) -> Quote:
        """A part of a passage, whole if no offsets are given."""
        end = len(passage.text) if end is None else end
        return self.quote(passage.place(start, end), passage.text[start:end])

    def find(self, block: int, row: int | None, value: Decimal | None, *kinds: str) -> Term | None:
        """The figure of one of these kinds, roles or aspects that states ``value`` in a row.

        ``score`` is the role, which weights do not have. The first of several. Null where
        the value is unknown or no figure tells it.
        """
        index = next(self._stating(block, row, value, kinds), None)
        return None if index is None else self.term(index)

    def find_all(
        self, block: int, row: int | None, value: Decimal | None, *kinds: str
    ) -> tuple[Term, ...]:
        """All such figures, in reading order."""
        return tuple(self.term(index) for index in self._stating(block, row, value, kinds))

    def nearest(
        self, block: int, row: int | None, value: Decimal | None, *kinds: str
    ) -> Term | None:
        """As ``find``, in any row of the table, the nearest one first, later before earlier."""
        found = self.find(block, row, value, *kinds)
        if found or value is None:
            return found
        rows = self.numbered_rows(block)
        ordered = sorted(rows, key=lambda at: (abs((at or 0) - (row or 0)), -(at or 0)))
        terms = (self.find(block, at, value, *kinds) for at in ordered)
        return next((term for term in terms if term), None)

    def of_kind(self, kind: Kind) -> Sequence[int]:
        """The figures of a kind, by their index, in reading order."""
        return _by_kind(self).get(kind, ())

    def of_role(self, role: str) -> Sequence[int]:
        """The figures in a role, by their index, in reading order."""
        return _by_role(self).get(role, ())

    def numbered_rows(self, block: int) -> Sequence[int | None]:
        """The rows of a table in which figures stand, in reading order."""
        return _rows_of_blocks(self).get(block, ())

    def cells(self, block: int, row: int | None) -> Sequence[Passage]:
        """The passages that stand in a row of a table, from the left."""
        return _cells(self).get((block, row), ())

    def lattice(self, block: int) -> list[list[Cell | None]]:
        """Every grid position of a table with the cell that covers it; empty for a paragraph."""
        if block not in self.lattices:
            table = self.report.document.blocks[block]
            self.lattices[block] = table.lattice() if isinstance(table, Table) else []
        return self.lattices[block]

    def passage_at(self, place: Place) -> tuple[Passage, int] | None:
        """The passage in which a place lies, and the place's offset in it."""
        passage = self.passages.get((place.block, place.row, place.column))
        if passage is None:
            return None
        if len(passage.pieces) == 1:
            piece = passage.pieces[0]
            return passage, place.start - piece.start + piece.offset
        pieces = [piece for piece in passage.pieces if piece.block == place.block]
        piece = max((one for one in pieces if one.start <= place.start), key=lambda one: one.start)
        return passage, place.start - piece.start + piece.offset

    def _stating(
        self, block: int, row: int | None, value: Decimal | None, kinds: tuple[str, ...]
    ) -> Iterator[int]:
        """The figures of a row that state ``value`` in one of these kinds, roles or aspects."""
        for index in self.rows.get((block, row), ()) if value is not None else ():
            figure = self.report.figures[index]
            if figure.value == value and (
                figure.role in kinds
                or figure.aspect in kinds
                or (figure.kind in kinds and figure.kind != "score")
            ):
                yield index


@cache
def _in_lines(pattern: str, flags: int) -> re.Pattern[str]:
    """The same pattern, to which every line is a text of its own."""
    return re.compile(pattern, flags | re.MULTILINE)


def _tag(figure: Figure) -> str:
    parts = (figure.subject, figure.aspect, figure.role, figure.scope)
    return "/".join([part or "" for part in parts])


def remembered(read: Callable[[Case], T]) -> Callable[[Case], T]:
    """Read it of a case once, and keep it with the case."""

    @wraps(read)
    def once(case: Case) -> T:
        known = case.known
        if read not in known:
            known[read] = read(case)
        return known[read]

    return once


@remembered
def _unit(case: Case) -> str | None:
    return case.units.body(case.report.unit)


@remembered
def _by_kind(case: Case) -> Mapping[Kind, Sequence[int]]:
    found: dict[Kind, list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures):
        found[figure.kind].append(index)
    return found


@remembered
def _by_role(case: Case) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures):
        if figure.role:
            found[figure.role].append(index)
    return found


@remembered
def _rows_of_blocks(case: Case) -> Mapping[int, Sequence[int | None]]:
    found: dict[int, list[int | None]] = defaultdict(list)
    for block, row in case.rows:
        found[block].append(row)
    return found


@remembered
def _cells(case: Case) -> Mapping[tuple[int, int | None], Sequence[Passage]]:
    found: dict[tuple[int, int | None], list[Passage]] = defaultdict(list)
    for (block, row, _), passage in case.passages.items():
        found[block, row].append(passage)
    return found

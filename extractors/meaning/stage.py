"""The meaning stage: what every figure of a report measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from ...schemas.document import Place
from ...schemas.figure import Figure
from ...schemas.passage import Passage
from ...schemas.report import Report
from .carried import Chain
from .cells import holds_value, in_column, read_cell, weighted_label
from .chains import Meaning, read_sentence
from .clauses import Clause, clauses
from .period import Calendar, year_period
from .relations import relations
from .sections import Outline
from .sentences import sentences
from .topics import topic
from .words import Mention, Sentence

_OF_THE_YEAR = frozenset({"budget_initial", "budget", "executed", "target", "actual"})

_FIELDS = [field.name for field in fields(Figure)]
_what_was_read = attrgetter(*_FIELDS[: _FIELDS.index("subject")])
"""What the stage before has read of a figure, in the order in which a figure is made.

Subject, aspect, scope, role, direction and period follow.
"""


def understand(report: Report) -> Report:
    """The report with subject, aspect, scope, role, direction and period of its figures."""
    outline, figures = Outline(report.sections), list(report.figures)
    for index, meaning in [*_meanings(report)]:
        figures[index] = _with_meaning(figures[index], meaning, report.year, outline)
    return replace(report, figures=tuple(figures))


def _meanings(report: Report) -> Iterator[tuple[int, Meaning]]:
    """The meaning of every figure that is told by words, with its place among the figures.

    One step is taken over the whole report before the next, for that is a tenth faster.
    """
    prose: list[tuple[Passage, list[Sentence]]] = []
    for passage, mentions in _with_mentions(report):
        alone = _alone(passage, mentions, report.figures)
        if alone:
            yield alone
        else:
            prose.append((passage, [*sentences(passage.folded, mentions)]))
    related = [(passage, [(each, relations(each)) for each in told]) for passage, told in prose]
    parted = [(passage, [clauses(*each) for each in told]) for passage, told in related]
    calendar = Calendar(report.dates, report.year)
    for passage, told in parted:
        yield from _read(passage, told, report.figures, calendar)


def _with_meaning(figure: Figure, meaning: Meaning, year: int | None, outline: Outline) -> Figure:
    """The figure with its meaning, and what section and year say where the words do not."""
    role, period = meaning.role, meaning.period
    if figure.kind != "score":
        role = outline.role(meaning, figure.place.block)
    if period is None and role in _OF_THE_YEAR:
        period = year_period(year)
    days = (period.start, period.end) if period else (None, None)
    told: list[Any] = [*_what_was_read(figure), *meaning[:3], role, meaning.direction, *days]
    return Figure(*told)


def _read(
    passage: Passage,
    told: Sequence[Sequence[Clause]],
    figures: Sequence[Figure],
    calendar: Calendar,
) -> Iterator[tuple[int, Meaning]]:
    """The meaning of every figure of a passage, by the clauses of its sentences."""
    cell = passage.cell
    chain = Chain(topic=None if cell else topic(passage.folded))
    for found in told:
        for number, meaning, after in read_sentence(found, figures, calendar, chain):
            chain = after
            yield number, in_column(meaning, cell) if cell else meaning
        chain = chain.after_sentence()


def _alone(
    passage: Passage, mentions: Sequence[Mention], figures: Sequence[Figure]
) -> tuple[int, Meaning] | None:
    """The meaning of the one number of a cell; null where a sentence is to be read."""
    cell = passage.cell
    if not cell:
        return None
    numbers = [mention.number for mention in mentions if mention.kind == "figure"]
    valued = holds_value(cell)
    if not numbers or (len(numbers) > 1 and valued):
        return None
    figure = figures[numbers[0]]
    squeezed = "".join(passage.text.split())
    label = weighted_label(squeezed, figure)
    if label:
        return numbers[0], Meaning(subject=label, aspect="level", role="weight")
    alone = valued or squeezed == "".join(figure.text.split())
    return (numbers[0], read_cell(cell, passage.text, figure)) if alone else None


def _with_mentions(report: Report) -> Iterator[tuple[Passage, list[Mention]]]:
    """Every passage that holds figures, with its figures and dates in order."""
    finder = _Finder(report.passages)
    found: dict[int, list[Mention]] = defaultdict(list)
    for index, figure in enumerate(report.figures):
        at, start = finder.find(figure.place)
        found[at].append(Mention(start, start + len(figure.text), "figure", index, figure.kind))
    for index, mention in enumerate(report.dates):
        at, start = finder.find(mention.place)
        if at in found:
            found[at].append(Mention(start, start + len(mention.text), "date", index))
    for at, mentions in sorted(found.items()):
        apart = mentions if len(mentions) == 1 else list(_apart(mentions))
        yield report.passages[at], apart


def _apart(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions in order, without those inside an earlier one."""
    end = 0
    for mention in sorted(mentions):
        if mention.start >= end:
            yield mention
            end = mention.end


class _Finder:
    """Finds the passage of a place, and where in the passage it begins."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        pieces: dict[tuple[int, int | None, int | None], list[tuple[int, int, int]]]
        self._pieces = pieces = {}
        for at, passage in enumerate(passages):
            for piece in passage.pieces:
                stands = piece.block, piece.row, piece.column
                pieces.setdefault(stands, []).append((piece.start, at, piece.offset))

    def find(self, place: Place) -> tuple[int, int]:
        pieces = self._pieces[place.block, place.row, place.column]
        if len(pieces) > 1:
            pieces = [max(piece for piece in pieces if piece[0] <= place.start)]
        start, at, offset = pieces[0]
        return at, offset + place.start - start

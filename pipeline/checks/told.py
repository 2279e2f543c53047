"""Which figures are told in sentences, of the evaluated year and as facts."""

from __future__ import annotations

from ...schemas.figure import Figure
from ...schemas.passage import Passage
from .case import Case
from .wording import clause_around, pattern, sentence_around


def is_told(case: Case, figure: Figure) -> bool:
    """Whether a figure stands in a sentence, not in a cell of numbers."""
    if figure.place.row is None:
        return True
    found = case.passage_at(figure.place)
    return found is not None and not _is_number_cell(found[0].folded, figure)


def is_settled(case: Case, figure: Figure) -> bool:
    """Whether it is told as a fact of the whole evaluated year, and not as a bound."""
    return figure.comparator in {"eq", "approx"} and is_of_year(case, figure)


def is_of_year(case: Case, figure: Figure) -> bool:
    """Whether it is told of the whole evaluated year: no plan, no part of the year."""
    year = case.report.year
    if figure.role in {"plan", "prior"}:
        return False
    if year and figure.period_end and figure.period_end.year != year:
        return False
    found = case.passage_at(figure.place)
    if found is None:
        return True
    before, clause = _before(*found), clause_around(*found)
    return not (pattern("part_of_year").search(before) or pattern("other_year").search(clause))


def _before(passage: Passage, offset: int) -> str:
    """The sentence up to an offset: what limits a figure is told ahead of it."""
    sentence = sentence_around(passage, offset)
    return sentence[0][: offset - sentence.start()] if sentence else ""


def _is_number_cell(text: str, figure: Figure) -> bool:
    return len(text.strip()) <= len(figure.text) + 2

"""A report under examination: its numbers as sources of proofs, found by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ...schemas.document import Place
from ...schemas.figure import Figure
from ...schemas.finding import Quote
from ...schemas.report import Report
from .number import Number
from .terms import Source, Term

_PER_CENT_SIGNS = ("%", "％", "‰")


@dataclass(frozen=True, slots=True)
class Case:
    """A report and where its figures stand; every check of one report works on it."""

    report: Report
    rows: Mapping[tuple[int, int | None], tuple[int, ...]]

    @classmethod
    def of(cls, report: Report) -> Case:
        """Index a report's figures by block and table row."""
        rows: dict[tuple[int, int | None], tuple[int, ...]] = {}
        for index, figure in enumerate(report.figures):
            at = (figure.place.block, figure.place.row)
            rows[at] = (*rows.get(at, ()), index)
        return cls(report, rows)

    def source(self, index: int) -> Source:
        """The figure with this index as a number of a proof."""
        figure = self.report.figures[index]
        sign = figure.unit_text if figure.unit_text in _PER_CENT_SIGNS else ""
        return Source(
            number=Number.of(figure),
            printed=f"{figure.number_text}{sign}",
            unit_text="" if sign else figure.unit_text or "",
            scale=_scale(figure),
            decimals=figure.decimals,
            quote=self.quote(figure.place, figure.text),
            figure_id=self.report.figure_id(index),
            tag=_tag(figure),
        )

    def term(self, index: int) -> Term:
        """The figure with this index as a term of a calculation."""
        return Term.of(self.source(index))

    def quote(self, place: Place, text: str) -> Quote:
        """A text of this report and its place."""
        return Quote(self.report.report_id, place, text)

    def find(self, block: int, row: int | None, value: Decimal | None, *kinds: str) -> Term | None:
        """The figure of these kinds, or one with such a role, that states ``value`` in a row.

        Null where the value is unknown or no figure tells it.
        """
        found = self._matching(block, row, value, kinds) if value is not None else iter(())
        index = next(found, None)
        return None if index is None else self.term(index)

    def _matching(
        self, block: int, row: int | None, value: Decimal | None, kinds: tuple[str, ...]
    ) -> Iterator[int]:
        for index in self.rows.get((block, row), ()):
            figure = self.report.figures[index]
            if figure.value == value and {figure.kind, figure.role, figure.aspect} & {*kinds}:
                yield index


def _scale(figure: Figure) -> Fraction:
    """What one printed unit is in the contract's unit, told by value and digits."""
    if figure.unit_text in _PER_CENT_SIGNS:
        return Fraction(1, 1000) if figure.unit_text == "‰" else Fraction(1, 100)
    printed = _digits(figure.number_text)
    if figure.value is not None and printed:
        return Fraction(figure.value) / printed
    width = None if figure.low is None or figure.high is None else figure.high - figure.low
    return Fraction(width) * 10**figure.decimals if width else Fraction(1)


def _digits(text: str) -> Fraction | None:
    plain = text.replace(",", "").replace("，", "").replace(" ", "")
    return Fraction(plain) if plain.replace(".", "", 1).isdecimal() else None


def _tag(figure: Figure) -> str:
    parts = (figure.subject, figure.aspect, figure.role, figure.scope)
    return "/".join(part or "" for part in parts)

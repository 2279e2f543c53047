"""Terms of a proof line: numbers that know how they are printed and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from operator import add

from ...schemas.finding import Quote
from .number import Number


@dataclass(frozen=True, slots=True)
class Source:
    """A number that stands in a report.

    ``printed`` are its digits with the per cent sign, ``unit_text`` any other unit as
    printed, ``scale`` what one printed unit is in the contract's unit. ``tag`` says what
    is measured, never how much or where: it goes into the stable key of a finding.
    ``figure_id`` is null for a fact of a form that no figure was read for. ``sign`` is the
    per cent sign of values that are computed to compare with it.
    """

    number: Number
    printed: str
    unit_text: str
    scale: Fraction
    decimals: int
    quote: Quote
    figure_id: str | None
    tag: str
    sign: str = ""

    def show(self, value: Fraction, decimals: int) -> str:
        """Another value printed the way this one is."""
        digits = plain(value / self.scale, decimals)
        return f"{Decimal(digits):,f}{self.sign}" if "," in self.printed else f"{digits}{self.sign}"


@dataclass(frozen=True, slots=True)
class Term:
    """A number or a calculation, with its text: ``(2 + 3) × 4``.

    Terms are combined by the operators of Python; the text, the intervals and the sources
    are combined with them. ``binding`` is 1 for a sum, 2 for a product, 3 for a number.
    """

    number: Number
    pieces: tuple[str | Source, ...]
    binding: int = 3

    @classmethod
    def of(cls, source: Source) -> Term:
        """A number that stands in a report."""
        return cls(source.number, (source,))

    @classmethod
    def constant(cls, value: int) -> Term:
        """A number of the rule itself, such as the 1 of a growth rate."""
        return cls(Number.exact(value), (str(value),))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The numbers of the report that it is made of, in order."""
        return tuple([piece for piece in self.pieces if isinstance(piece, Source)])

    def exactly(self) -> Term:
        """The same, its digits taken as exact (scores and weights of a form)."""
        return Term(self.number.as_printed(), self.pieces, self.binding)

    def uncut(self) -> Term:
        """The same, its digits never cut off: prices and standards."""
        return Term(self.number.uncut(), self.pieces, self.binding)

    def __add__(self, other: Term) -> Term:
        return self._joined(" + ", other, self.number + other.number, 1, 1)

    def __sub__(self, other: Term) -> Term:
        return self._joined(" - ", other, self.number - other.number, 1, 2)

    def __mul__(self, other: Term) -> Term:
        return self._joined(" × ", other, self.number * other.number, 2, 2)

    def __truediv__(self, other: Term) -> Term:
        return self._joined(" ÷ ", other, self.number / other.number, 2, 3)

    def text(self, with_units: bool = False) -> str:
        """The calculation as anyone would write it."""
        return "".join(
            piece if isinstance(piece, str) else piece.printed + piece.unit_text * with_units
            for piece in self.pieces
        )

    def _joined(self, sign: str, other: Term, number: Number, binding: int, right: int) -> Term:
        left_pieces = self._wrapped(binding)
        return Term(number, (*left_pieces, sign, *other._wrapped(right)), binding)

    def _wrapped(self, binding: int) -> tuple[str | Source, ...]:
        return self.pieces if self.binding >= binding else ("(", *self.pieces, ")")


def total(terms: Sequence[Term]) -> Term:
    """The sum of one or more terms."""
    first, *others = terms
    if not others:
        return first
    number = reduce(add, (term.number for term in terms))
    signed = (piece for term in others for piece in (" + ", *term.pieces))
    return Term(number, (*first.pieces, *signed), 1)


def plain(value: Fraction, decimals: int) -> str:
    """A value in plain digits, rounded half away from zero."""
    whole, part = abs(value.numerator) * 10**decimals, value.denominator
    digits = (2 * whole + part) // (2 * part)
    sign = "-" if value < 0 and digits else ""
    return f"{sign}{Decimal(digits).scaleb(-decimals):f}"

"""Terms of a proof line: numbers that know how they are printed and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from ...schemas.finding import Quote
from ...schemas.record import record
from .number import Number, sum_of


@record
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
        digits = plain(value if self.scale == 1 else value / self.scale, decimals)
        return f"{Decimal(digits):,f}{self.sign}" if "," in self.printed else f"{digits}{self.sign}"


@record
class Term:
    """A number or a calculation, with its text: ``(2 + 3) × 4``.

    Terms are combined by the operators of Python; the text, the intervals and the sources
    are combined with them. ``sources`` are the numbers of the report that it is made of, in
    order. ``binding`` is 1 for a sum, 2 for a product, 3 for a number.
    """

    number: Number
    pieces: tuple[str | Source, ...]
    sources: tuple[Source, ...]
    binding: int = 3

    @classmethod
    def of(cls, source: Source) -> Term:
        """A number that stands in a report."""
        return cls(source.number, (source,), (source,))

    @classmethod
    def constant(cls, value: int, text: str | None = None) -> Term:
        """A number of the rule itself, such as the 1 of a growth rate; ``text`` how to write it."""
        return cls(Number.exact(value), (text or str(value),), ())

    def means(self, number: Number) -> Term:
        """The same text for a number that means otherwise."""
        if number is self.number:
            return self
        return Term(number, self.pieces, self.sources, self.binding)

    def exactly(self) -> Term:
        """The same, its digits taken as exact (scores and weights of a form)."""
        return self.means(self.number.as_printed())

    def uncut(self) -> Term:
        """The same, its digits never cut off: prices and standards."""
        return self.means(self.number.uncut())

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
            [
                piece if isinstance(piece, str) else piece.printed + piece.unit_text * with_units
                for piece in self.pieces
            ]
        )

    def _joined(self, sign: str, other: Term, number: Number, binding: int, right: int) -> Term:
        pieces = (*self._wrapped(binding), sign, *other._wrapped(right))
        return Term(number, pieces, self.sources + other.sources, binding)

    def _wrapped(self, binding: int) -> tuple[str | Source, ...]:
        return self.pieces if self.binding >= binding else ("(", *self.pieces, ")")


def total(terms: Sequence[Term]) -> Term:
    """The sum of one or more terms."""
    first, *others = terms
    if not others:
        return first
    pieces, sources = list(first.pieces), list(first.sources)
    for term in others:
        pieces += (" + ", *term.pieces)
        sources += term.sources
    return Term(sum_of([term.number for term in terms]), tuple(pieces), tuple(sources), 1)


def plain(value: Fraction, decimals: int) -> str:
    """A value in plain digits, rounded half away from zero."""
    numerator, denominator = value.as_integer_ratio()
    digits = (2 * abs(numerator) * 10**decimals + denominator) // (2 * denominator)
    text = f"{digits:0{decimals + 1}}"
    point = len(text) - decimals
    sign = "-" if numerator < 0 and digits else ""
    return f"{sign}{text[:point]}.{text[point:]}" if decimals else f"{sign}{text}"

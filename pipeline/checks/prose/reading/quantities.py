"""How many, in the unit that a price or an average is told for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from .....extractors.figures.units import find_unit
from ...case import Case
from ...number import Number
from ...terms import Term
from .mentions import Mention
from .terms import term

_ACRE = Fraction(2000, 3)


def quantity(case: Case, mention: Mention, each: str | None) -> Term:
    """How many; what is measured in the unit that the price is for (亩, 吨)."""
    found = term(case, mention)
    unit = find_unit(each or "")
    if mention.figure.kind != "measure" or unit is None:
        return found
    source = found.sources[0]
    size = Number.exact(_size(unit.printed, Fraction(unit.factor)))
    return Term.of(replace(source, number=source.number / size))


def _size(printed: str, factor: Fraction) -> Fraction:
    """A 亩 is 2000/3 square metres; its factor is cut somewhere."""
    return _ACRE if printed.endswith("亩") else factor

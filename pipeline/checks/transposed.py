"""Numbers of which two neighbouring digits changed places: 1158 for 1185."""

from __future__ import annotations

from decimal import Decimal

from .prose.retold.restated import digits, is_slip
from .terms import Term

_FEWEST_DIGITS = 3
"""So many digits do not change places by chance."""


def have_changed_places(one: Term, other: Term) -> bool:
    """Whether one number is the other with two digits in each other's place."""
    values = [_decimal(term) for term in (one, other)]
    return values[0] is not None and values[1] is not None and are_transposed(*values)


def are_transposed(one: Decimal | None, other: Decimal | None) -> bool:
    """As ``have_changed_places``, of bare numbers; false where one is not known."""
    if one is None or other is None or min(one, other) <= 0:
        return False
    long = max(len(digits(value)) for value in (one, other)) >= _FEWEST_DIGITS
    return long and is_slip(one, other)


def _decimal(term: Term) -> Decimal | None:
    value = term.number.value
    return None if value is None else Decimal(value.numerator) / value.denominator

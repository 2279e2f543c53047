"""F07 in sentences: 损失214.6万元, and 214.6元 where it is told again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..proof import Claim, same
from .identity import periods_fit
from .names import bare, is_specific
from .restated import scopes_fit
from .stated import Stated, statements
from .terms import name, term

_FEWEST_DIGITS = 3
_LEAST = 1000


def wrong_units(case: Case) -> Iterator[Finding]:
    """F07: one amount has the digits of another of its name, in a unit a thousand times as big."""
    groups: dict[Hashable, list[Stated]] = defaultdict(list)
    for one in statements(case):
        if _is_long_amount(one):
            groups[_called(one)].append(one)
    for alike in groups.values():
        for one, other in combinations(alike, 2):
            if _is_in_another_unit(one, other):
                claim = Claim("F07", case.report, f"前后所述{name(other.mention)}的计量单位")
                yield same(claim, term(case, one.mention), term(case, other.mention))


def _is_long_amount(one: Stated) -> bool:
    digits = sum(char.isdecimal() for char in one.figure.number_text)
    exact = one.figure.kind == "amount" and one.figure.comparator == "eq"
    return exact and digits >= _FEWEST_DIGITS and is_specific(one.figure.subject)


def _called(one: Stated) -> Hashable:
    """The digits and the name: chance gives no two amounts both."""
    return one.figure.number_text.replace(",", ""), bare(one.figure.subject), one.figure.unit


def _is_in_another_unit(one: Stated, other: Stated) -> bool:
    low, high = sorted((one.mention.value, other.mention.value))
    alike = periods_fit(one.figure, other.figure) and scopes_fit(one.figure, other.figure)
    return alike and one.meaning == other.meaning and high >= low * _LEAST


CHECKS = (Check("F07", wrong_units),)

"""A way of writing a figure: its pattern, how it is read, and examples that are its test."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from ...schemas.figure import Comparator, Kind, UnitFrom
from ..text.numerals import MORE, NUMERAL, SPOKEN, Numeral
from .units import any_of, never_units, pattern_of, units

NUMBERS = "-负0123456789" + SPOKEN
"""Where a rule for a number can begin."""
_UNLISTED = (
    "(?!优|良|中|差|是|否|无|有|未|已|达|完|合格|正常)[\u4e00-\u9fff]{1,2}"
    "(?=$|[·•,。;、)]|以[上下内])"
)
"""What a price can be per besides all units: a noun that ends there (28.5元/核·月)."""
_POWER = "(?:10{1,5}[万亿]?|[十百千万]{0,2})"
"""So many of what is counted per: 0.2次/10万公顷, 5批次/千人."""
_PER = f"(?:{_UNLISTED}|{_POWER}(?:{pattern_of('count', 'measure')}|生|学期|季度|季))"
_FRAGMENTS = {
    "number": f"(?P<number>{NUMERAL})",
    "sign": "(?P<sign>-|(?<![减欠担背])负|零下)?",
    "s": r"\s{0,2}",
    "currency": f"(?P<unit>{pattern_of('amount')})",
    "classifier": f"(?P<unit>{pattern_of('count')})",
    "measure": f"(?P<unit>{pattern_of('measure')})",
    "points": f"(?P<unit>{pattern_of('points')})",
    "percent": f"(?P<unit>{pattern_of('rate')})",
    "per": f"(?:/(?P<per>{_PER}(?:[·•.*/]{_PER})?))?",
    "never": f"(?!{any_of(never_units())})",
    "after": rf"(?P<after>{MORE}(?=$|[\s,。;、)的]))?",
    "end": "(?![A-Za-z0-9])",
    "stop": r"(?=$|[\s,。;:、!?()\"“”'|]|的|并列|以[上下内外])",
}
_KINDS: Mapping[str, Kind] = {
    "currency": "amount",
    "classifier": "count",
    "measure": "measure",
    "points": "points",
    "percent": "rate",
}
_UNIT = re.compile(r"(?:\{sign\})?\{number\}(?:\{s\})?(?:\{never\})?\{([a-z]{6,})\}")
_FRAGMENT = re.compile(r"\{([a-z]+)\}")


class Reading(NamedTuple):
    """What a rule read: a numeral in a unit, not yet widened or cut by a comparator.

    ``factor`` is what one of the printed unit is in the contract's unit, magnitudes apart.
    ``exact`` tells a figure without rounding (a plain count, a rank, a fraction in words);
    ``comparator`` is set where the rule itself says it, ``ends`` for a range.
    """

    numeral: Numeral
    unit: str | None
    unit_text: str | None
    number_text: str
    factor: Decimal = Decimal(1)
    exact: bool = False
    unit_from: UnitFrom | None = "text"
    comparator: Comparator | None = None
    ends: tuple[Decimal, Decimal] | None = None

    @property
    def value(self) -> Decimal | None:
        """The value in the contract's unit; null for a range."""
        return None if self.ends else self.numeral.value * self.factor


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of writing a figure.

    ``pattern`` matches the figure's span in folded text at the place where it begins, with
    ``{number}``, ``{classifier}`` and the other fragments of the grammar. ``read`` gives
    null where the match is no figure after all. ``examples`` map a text to the value that
    this rule reads in it, ``low..high`` for a range, null where it must read nothing.
    ``begins`` are the characters at which it can match and ``follows`` those right behind
    its number, empty for any: elsewhere it is passed over. Where the pattern has a unit
    behind the number, ``follows`` is worked out from it.
    """

    name: str
    kind: Kind
    pattern: str
    read: Callable[[re.Match[str]], Reading | None]
    examples: Mapping[str, str | None]
    begins: str = NUMBERS
    follows: str = ""
    regex: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", re.compile(expand(self.pattern)))
        unit = _UNIT.match(self.pattern)
        if unit:
            object.__setattr__(self, "follows", _first_letters(unit[1]))

    def fits(self, first: str, behind: str) -> bool:
        """Whether it can match at ``first``, with ``behind`` the number; empty where unknown."""
        return first in self.begins and (not self.follows or not behind or behind in self.follows)


def _first_letters(fragment: str) -> str:
    """What the units of a fragment of the grammar begin with, magnitudes before them too."""
    kind = _KINDS[fragment]
    return "".join({unit.printed[0] for unit in units().values() if unit.kind == kind})


def expand(pattern: str) -> str:
    """The pattern with the fragments of the grammar filled in."""
    return _FRAGMENT.sub(lambda match: _FRAGMENTS[match[1]], pattern)

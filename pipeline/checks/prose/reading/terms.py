"""Mentions as terms of a proof."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from .....schemas.figure import Figure
from ...case import Case
from ...number import Number
from ...terms import Source, Term
from .lines import Line
from .mentions import Mention

_POINT = Fraction(1, 100)
_TIMES = frozenset({"d", "workday", "month", "a"})
_NEAR = 4
Exact = TypeVar("Exact", Decimal, Fraction)


def term(case: Case, mention: Mention, *, as_printed: bool = False) -> Term:
    """A mention as a term: points as fractions like the rates, scores as printed."""
    found = case.term(mention.index)
    if mention.figure.kind == "points":
        number = found.number * Number.exact(_POINT)
        return Term.of(replace(found.sources[0], number=number, scale=_POINT))
    return found.exactly() if as_printed or _is_exact(mention.figure) else found


def _is_exact(figure: Figure) -> bool:
    """Whether the printed digits are all there is: scores, and whole days, months or years."""
    whole_time = figure.unit in _TIMES and figure.decimals == 0 and figure.comparator == "eq"
    return figure.kind == "score" or whole_time


def written(case: Case, line: Line, start: int, end: int, number: int) -> Term:
    """A number that the text has in a word, where no figure was read: 三级."""
    quote = case.quote(line.passage.place(start, end), line.passage.text[start:end])
    source = Source(Number.exact(number), str(number), "", Fraction(1), 0, quote, None, "list")
    return Term.of(source)


def name(mention: Mention) -> str:
    """What a mention measures, for messages."""
    return mention.figure.subject or mention.figure.text


def is_meant(reckoned: Exact, stated: Exact) -> bool:
    """Whether what is stated is what was reckoned, right or wrong: less than a quarter off."""
    return abs(reckoned - stated) * _NEAR < reckoned

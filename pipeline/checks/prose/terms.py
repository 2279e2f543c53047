"""Mentions as terms of a proof."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ....schemas.figure import Figure
from ..case import Case
from ..number import Number
from ..terms import Source, Term
from .lines import Line
from .mentions import Mention

_POINT = Fraction(1, 100)
_TIMES = frozenset({"d", "workday", "month", "a"})
_MAGNITUDES = {"万": Fraction(10**4), "亿": Fraction(10**8)}


def term(case: Case, mention: Mention, *, as_printed: bool = False) -> Term:
    """A mention as a term: points as fractions like the rates, scores as printed."""
    source = _in_digits(case.source(mention.index), mention)
    if mention.figure.kind == "points":
        number = source.number * Number.exact(_POINT)
        return Term.of(replace(source, number=number, scale=_POINT))
    found = Term.of(source)
    return found.exactly() if as_printed or _is_exact(mention.figure) else found


def _is_exact(figure: Figure) -> bool:
    """Whether the printed digits are all there is: scores, and whole days, months or years."""
    whole_time = figure.unit in _TIMES and figure.decimals == 0 and figure.comparator == "eq"
    return figure.kind == "score" or whole_time


def _in_digits(source: Source, mention: Mention) -> Source:
    """The source with a number in words written in digits, to be checked by hand."""
    if any(char.isdecimal() for char in source.printed) or source.number.value is None:
        return source
    if mention.figure.kind == "rate":
        return replace(source, printed=f"{_digits(source.number.value * 100)}%", unit_text="")
    magnitude = mention.figure.number_text[-1:]
    scale = _MAGNITUDES.get(magnitude, Fraction(1))
    unit = magnitude * (scale > 1) + source.unit_text
    digits = _digits(source.number.value / scale)
    return replace(source, printed=digits, unit_text=unit, scale=scale)


def _digits(value: Fraction) -> str:
    """Plain digits; a value without an end, such as a third, is rounded."""
    return f"{round(Decimal(value.numerator) / value.denominator, 4).normalize():f}"


def written(case: Case, line: Line, start: int, end: int, number: int) -> Term:
    """A number that the text has in a word, where no figure was read: 三级."""
    quote = case.quote(line.passage.place(start, end), line.passage.text[start:end])
    source = Source(Number.exact(number), str(number), "", Fraction(1), 0, quote, None, "list")
    return Term.of(source)


def name(mention: Mention) -> str:
    """What a mention measures, for messages."""
    return mention.figure.subject or mention.figure.text

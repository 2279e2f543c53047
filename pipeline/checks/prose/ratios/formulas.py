"""P03: rates that are worked out in the text: 控制率=在职人数36÷编制数40×100%=90%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...number import Number
from ...proof import Claim, equation
from ...terms import Source, Term
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention
from ..reading.terms import name, term

_WORKED = re.compile(r"(?<=[=:])(?P<worked>[^=;。:\n]{3,160}?)=\s?(?=-?\d+(?:\.\d+)?\s?%)")
_PER_CENT = re.compile(r"[×*xX]\s?100\s?%\s*$")
_TOKEN = re.compile(
    r"(?P<number>\d[\d,_]*(?:\.\d+)?)\s?(?P<unit>[万亿]?元|%|[人个项户件名家次份])?"
    r"|(?P<sign>[+\-×*÷/()\[\]])"
)
_DATED = re.compile(r"\d[年月日号期]|第\d")
_OPENED = {"[": "(", "]": ")", "*": "×", "/": "÷"}


def worked_rates(case: Case) -> Iterator[Finding]:
    """P03: numbers set out with ÷ and × give the rate behind the sign of equality.

    Words between the numbers only name them. What is no whole calculation, or has numbers
    of several units, is passed over.
    """
    for line in lines_with(case, "rate"):
        for found in _WORKED.finditer(line.text) if "=" in line.text else ():
            rate = line.behind(found.end())
            computed = _computed(case, line, *found.span("worked"))
            if computed and rate and rate.start <= found.end() + 1:
                claim = Claim("P03", case.report, f"{name(rate)}的算式与结果")
                yield equation(claim, computed, term(case, rate))


def _computed(case: Case, line: Line, start: int, end: int) -> Term | None:
    """What the calculation comes to; null where it is none, or has no division."""
    end -= len(line.text[start:end]) - len(_PER_CENT.sub("", line.text[start:end]))
    told = line.text[start:end]
    tokens = list(_TOKEN.finditer(line.text, start, end))
    units = {token["unit"] for token in tokens if token["unit"]}
    signs = [_OPENED.get(token["sign"], token["sign"]) for token in tokens if token["sign"]]
    if _DATED.search(told) or len(units) > 1 or "%" in units or "÷" not in signs:
        return None
    parts: list[Term | str] = [
        _written(case, line, token) if token["number"] else _OPENED.get(sign, sign)
        for token in tokens
        for sign in (token["sign"],)
    ]
    value, rest = _sum(parts)
    return value if value and not rest and value.number.value is not None else None


def _written(case: Case, line: Line, token: re.Match[str]) -> Term:
    """A number of the calculation as printed; a whole number of things is exact."""
    start, end = token.span("number")
    printed = token["number"].replace("_", ",")
    digits = printed.replace(",", "")
    value, decimals = Fraction(Decimal(digits)), len(digits.partition(".")[2])
    money = (token["unit"] or "").endswith("元")
    step = Fraction(1, 10**decimals)
    number = Number.printed(value, step) if money or decimals else Number.exact(value)
    quote = case.quote(line.passage.place(start, end), line.passage.text[start:end])
    read = _read(line, start)
    figure_id = case.report.figure_id(read.index) if read else None
    source = Source(
        number,
        printed,
        token["unit"] or "",
        Fraction(1),
        decimals,
        quote,
        figure_id,
        "算式",
    )
    return Term.of(source)


def _read(line: Line, start: int) -> Mention | None:
    found = line.behind(start)
    return found if found and found.start == start else None


_Parsed = tuple[Term | None, list[Term | str]]
"""What was read of a calculation, null where it is none, and what is left of it."""


def _sum(parts: list[Term | str]) -> _Parsed:
    value, rest = _product(parts)
    while value and rest and rest[0] in ("+", "-"):
        other, left = _product(rest[1:])
        value = other and (value + other if rest[0] == "+" else value - other)
        rest = left
    return value, rest


def _product(parts: list[Term | str]) -> _Parsed:
    value, rest = _atom(parts)
    while value and rest and rest[0] in ("×", "÷"):
        other, left = _atom(rest[1:])
        if other and rest[0] == "÷" and not other.number.value:
            return None, left
        value = other and (value * other if rest[0] == "×" else value / other)
        rest = left
    return value, rest


def _atom(parts: list[Term | str]) -> _Parsed:
    if not parts or isinstance(parts[0], Term):
        return (parts[0], parts[1:]) if parts and isinstance(parts[0], Term) else (None, parts)
    if parts[0] != "(":
        return None, parts
    value, rest = _sum(parts[1:])
    return (value, rest[1:]) if rest[:1] == [")"] else (None, rest)


CHECKS = (Check("P03", worked_rates),)

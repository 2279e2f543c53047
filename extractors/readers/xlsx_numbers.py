"""Numbers as a sheet shows them: 0.9863 under 0.00% gives 98.63%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

_TOKEN = re.compile(
    r'"(?P<text>[^"]*)"|[\\!](?P<escaped>.)|[_*].|(?P<general>General|G/通用格式)'
    r"|\[(?P<relation>[<>=]{1,2})(?P<bound>-?[0-9]+(?:\.[0-9]+)?)\]|\[\$(?P<symbol>[^\]-]*)[^\]]*\]|\[[^\]]*\]"
    r"|(?P<digit>[0#?])|(?P<mark>[.,%;])|(?P<odd>E[+-]|/)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_RELATIONS = {
    "<": Decimal.__lt__,
    "<=": Decimal.__le__,
    ">": Decimal.__gt__,
    ">=": Decimal.__ge__,
    "=": Decimal.__eq__,
    "<>": Decimal.__ne__,
}
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
"""Excel holds fifteen digits; what a float says beyond them is noise."""
_LONGEST = 30
"""Decimal places that a format may ask for, as in Excel."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a format: a ``digit`` (0 # ?), a ``mark`` (. , %), or a ``literal``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the up to four parts of a format, between semicolons."""

    tokens: tuple[_Token, ...]
    relation: str | None
    bound: Decimal

    def holds(self, value: Decimal) -> bool:
        """Whether the section's condition ([>=10000]) holds; true where it has none."""
        return self.relation is None or _RELATIONS[self.relation](value, self.bound)


def shown_number(number: float, format_code: str) -> str:
    """The number as its format writes it.

    Fractions and powers of ten, which no form uses, are written out as plain numbers.
    """
    value = _DIGITS.create_decimal(repr(number))
    sections = _sections(format_code)
    if not value.is_finite() or not sections:
        return general(value)
    section, signed = _chosen(sections, value)
    if any(token.kind in ("general", "odd") for token in section.tokens):
        return _around(section, general(value if signed else abs(value)))
    text = _filled(section, abs(value))
    return f"-{text}" if signed and value < 0 and re.search("[1-9]", text) else text


def general(value: Decimal) -> str:
    """A number without a format of its own: neither noise nor trailing zeros nor an exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=256)
def _sections(format_code: str) -> tuple[_Section, ...]:
    sections: list[_Section] = []
    tokens: list[re.Match[str]] = []
    for found in [*_TOKEN.finditer(format_code), None]:
        if found is None or found["mark"] == ";":
            sections.append(_section(tokens))
            tokens = []
        else:
            tokens.append(found)
    return tuple(sections) if format_code and format_code != "@" else ()


def _section(found: list[re.Match[str]]) -> _Section:
    condition = next((one for one in found if one["relation"] in _RELATIONS), None)
    return _Section(
        tuple(token for one in found if (token := _token(one)) is not None),
        None if condition is None else condition["relation"],
        Decimal(0 if condition is None else condition["bound"]),
    )


def _token(found: re.Match[str]) -> _Token | None:
    for kind in ("digit", "mark", "general", "odd"):
        if found[kind]:
            return _Token(kind, found[kind])
    text = found["text"] or found["escaped"] or found["symbol"] or found["plain"]
    return _Token("literal", text) if text else None


def _chosen(sections: tuple[_Section, ...], value: Decimal) -> tuple[_Section, bool]:
    """The section for a value, and whether its minus sign is still to be written."""
    if any(section.relation for section in sections):
        return next((one for one in sections if one.holds(value)), sections[-1]), True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    return sections[2 if value == 0 and len(sections) > 2 else 0], True


def _around(section: _Section, number: str) -> str:
    """The literals of a section with the number where it is called General."""
    parts = (number if one.kind == "general" else one.text for one in section.tokens)
    plain = any(one.kind == "odd" for one in section.tokens)
    return number if plain else "".join(parts).strip()


def _filled(section: _Section, value: Decimal) -> str:
    tokens = section.tokens
    places = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    if not places:
        return "".join(token.text for token in tokens).strip()
    first, last = places[0], places[-1]
    end = last + 1
    while end < len(tokens) and tokens[end] == _Token("mark", ","):
        end += 1
    percents = sum(token == _Token("mark", "%") for token in tokens)
    scaled = value.scaleb(2 * percents - 3 * (end - last - 1))
    before = "".join(token.text for token in tokens[:first])
    after = "".join(token.text for token in tokens[end:])
    return f"{before}{_digits(tokens[first : last + 1], scaled)}{after}".strip()


def _digits(run: tuple[_Token, ...], value: Decimal) -> str:
    point = run.index(_Token("mark", ".")) if _Token("mark", ".") in run else len(run)
    places = [token.text for token in run[point:] if token.kind == "digit"][:_LONGEST]
    rounded = value.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP, _ROOMY)
    whole, _, fraction = f"{rounded:f}".partition(".")
    while fraction and places[len(fraction) - 1] != "0" and fraction.endswith("0"):
        fraction = fraction[:-1]
    written = _whole(run[:point], "" if whole == "0" else whole)
    return f"{written}.{fraction}" if fraction else written


_ROOMY = Context(prec=400)
"""Room for the largest float with all its places."""


def _whole(run: tuple[_Token, ...], digits: str) -> str:
    least = sum(token.text == "0" for token in run)
    padded = digits.rjust(least, "0")
    if _Token("mark", ",") in run:
        return f"{int(padded):,}".rjust(least, "0") if padded else ""
    return "".join(reversed(list(_from_right(run, padded))))


def _from_right(run: tuple[_Token, ...], digits: str) -> Iterator[str]:
    """Digits and the literals between them (0!.0), the last first."""
    left = len(digits)
    for token in reversed(run):
        if token.kind != "digit":
            yield token.text
        elif left:
            left -= 1
            yield digits[left]
    yield digits[:left]

"""How a figure's number stands in a proof line: in digits that anyone can reckon with."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from ...extractors.text.numerals import Numeral, find_numerals, read_numeral
from ...schemas.figure import Figure
from ...schemas.record import record

PER_CENT_SIGNS = {"%": Fraction(1, 100), "％": Fraction(1, 100), "‰": Fraction(1, 1000)}
_PLAIN = re.compile(r"\d[\d,， ]*(?:\.\d+)?[余多来]?")
_DIGIT = re.compile(r"\d")
_MAGNITUDES = {"万": 10**4, "亿": 10**8}
_YUAN_SIGNS = frozenset({"¥", "￥"})
_PLACES = 4
_REMEMBERED = 4096
_ONE = Fraction(1)


@record
class Printed:
    """A number's digits, the unit behind them, and what one such unit is in the contract's.

    ``text`` has the per cent sign in it; ``sign`` is the one of values that are computed to
    compare with it. ``unit`` is any other unit, with 万 or 亿 in front where the number is
    told in them.
    """

    text: str
    unit: str
    scale: Fraction
    sign: str = ""


def printed(figure: Figure) -> Printed:
    """The number as it is printed; in digits where it is told in words or in parts (1亿2千万)."""
    if figure.kind == "rate" or figure.unit_text in PER_CENT_SIGNS:
        return _rate(figure)
    numeral, unit = _numeral(figure.number_text), _unit(figure.unit_text or "")
    if figure.kind == "multiple" and figure.value is not None and numeral:
        return Printed(_digits(Fraction(figure.value)), "", _ONE)
    one_unit = abs(_one_unit(figure, numeral))
    if numeral is None or figure.value is None or _is_plain(figure.number_text):
        return Printed(_signed(figure), unit, one_unit)
    magnitude = figure.number_text.rstrip("余多来")[-1:]
    times = _MAGNITUDES.get(magnitude, 1)
    text = _digits(Fraction(numeral.value) / times) + "余" * numeral.more
    return Printed(text, magnitude * (times > 1) + unit, one_unit * times)


def _signed(figure: Figure) -> str:
    """The digits with the sign of what is below zero, which stands before the number."""
    below = figure.value is not None and figure.value < 0
    return f"-{figure.number_text}" if below else figure.number_text


@lru_cache(_REMEMBERED)
def _is_plain(number: str) -> bool:
    return _PLAIN.fullmatch(number) is not None


def _unit(text: str) -> str:
    """The unit as it is said behind digits: 元 for a ¥ in front and for 元整."""
    return "元" if text in _YUAN_SIGNS else text.removesuffix("整")


def _rate(figure: Figure) -> Printed:
    sign = figure.unit_text or ""
    if sign in PER_CENT_SIGNS:
        return Printed(f"{_signed(figure)}{sign}", "", PER_CENT_SIGNS[sign], sign)
    spelled = _DIGIT.search(figure.text) is None
    told = spelled and figure.value is not None and figure.comparator != "plus"
    text = f"{_digits(Fraction(figure.value or 0) * 100)}%" if told else figure.text
    return Printed(text, "", PER_CENT_SIGNS["%"], "%")


@lru_cache(_REMEMBERED)
def _numeral(text: str) -> Numeral | None:
    """The number that the text tells; of a range the lower one."""
    return read_numeral(text) or next((one[2] for one in find_numerals(text)), None)


def _one_unit(figure: Figure, numeral: Numeral | None) -> Fraction:
    """What one of the numeral's units is: 10000 of 万元; a zero tells it by its last digit."""
    value = figure.low if figure.value is None else figure.value
    if value and numeral and value == numeral.value:
        return _ONE
    if value and numeral:
        return _ratio(value, numeral.value)
    step = (figure.high or 0) - (figure.low or 0)
    return Fraction(step) * 10**figure.decimals if step else _ONE


def _ratio(value: Decimal, digits: Decimal) -> Fraction:
    (numerator, denominator), (times, over) = value.as_integer_ratio(), digits.as_integer_ratio()
    return Fraction(numerator * over, denominator * times)


def _digits(value: Fraction) -> str:
    """Plain digits; a value without an end, such as a third, is rounded."""
    return f"{round(Decimal(value.numerator) / value.denominator, _PLACES).normalize():f}"

"""Figures in table cells: bare numbers in the unit around them, signs in their own column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...schemas.document import Note
from ...schemas.figure import Comparator
from ...schemas.passage import CellContext
from ..text.fold import fold
from ..text.numerals import ARABIC, read_numeral
from .cell_units import MONEY_ROLES, RATE_ROLES, VALUE_ROLES, PrintedUnit, unit_around
from .comparators import comparator_of
from .found import Found
from .reader import read_figures_in, read_whole
from .rule import Reading, Rule
from .units import never_units

_GLYPHS = {"£": "≤", "³": "≥", "═": "="}
"""What fonts without a proper map print for a comparison sign before a number."""

_BARE = re.compile(
    rf"\s*(?P<sign>[≥≧⩾≤≦⩽><=]=?)?\s*(?P<number>-?{ARABIC}[万亿]*)\s*"
    r"(?P<after>[(]含[)]以上|以[上下内]|左右)?\s*"
)
_UNREADABLE_SIGN = re.compile(r"\s*[口□]\s*\d")
_WORD = re.compile(r"[\u4e00-\u9fff]{1,5}")
_FRACTION = Rule("cell_fraction", "rate", "(?!)", lambda _: None, {})
_COUNT = Rule("cell_count", "count", "(?!)", lambda _: None, {})


def read_cell(folded: str, cell: CellContext) -> tuple[Found, ...]:
    """The figures of a cell: its bare number by what stands around, or those in its text."""
    text = _mend_sign(folded) if cell.role in VALUE_ROLES else folded
    bare = _BARE.fullmatch(text)
    if bare is None:
        return _with_operator(read_figures_in(text), cell)
    if cell.is_header or cell.role == "sequence":
        return ()
    unit = unit_around(bare["number"], cell)
    found = _read_bare(text, unit, is_rate=cell.role in RATE_ROLES) if unit else None
    return _with_operator((found,), cell) if found else ()


def cell_notes(folded: str, cell: CellContext, *, read: bool) -> Iterator[Note]:
    """What a cell shows and cannot be understood; ``read`` says that it has figures."""
    bare = _BARE.fullmatch(folded) if cell.role in MONEY_ROLES and not read else None
    if bare and not unit_around(bare["number"], cell):
        yield Note("unit-unknown", f"金额没有单位：{bare['number']}")
    if cell.role in VALUE_ROLES and _UNREADABLE_SIGN.match(folded):
        yield Note("operator-unreadable", f"比较符号无法识别：{folded.strip()}")


def _mend_sign(folded: str) -> str:
    """The cell's text with a comparison sign that a font garbled put right."""
    at = len(folded) - len(folded.lstrip())
    sign = folded[at : at + 1]
    return folded[:at] + _GLYPHS.get(sign, sign) + folded[at + 1 :]


@lru_cache(maxsize=4096)
def _read_bare(text: str, unit: PrintedUnit, *, is_rate: bool) -> Found | None:
    """A cell's number read as if its unit stood behind it."""
    bare = _BARE.fullmatch(text)
    assert bare is not None, text
    number = bare["number"]
    found = read_whole(number + unit.text) or _read_unlisted(number, unit, is_rate=is_rate)
    if found is None:
        return None
    magnitude = number.lstrip("-0123456789., ")
    unit_text = magnitude if unit.unit_from == "text" else unit.text or None
    return found._replace(
        start=bare.start("number"),
        end=bare.end("number"),
        reading=found.reading._replace(unit_text=unit_text, unit_from=unit.unit_from),
        comparator=comparator_of(bare["sign"] or "", bare["after"] or ""),
    )


def _read_unlisted(number: str, unit: PrintedUnit, *, is_rate: bool) -> Found | None:
    """A fraction under a rate's heading, or a unit that only the form's own column knows."""
    numeral = read_numeral(number)
    if numeral is None:
        return None
    if is_rate and not unit.text:
        return Found(0, 0, _FRACTION, Reading(numeral, "1", None, number))
    if unit.text in never_units() or not _WORD.fullmatch(unit.text):
        return None
    exact = not numeral.magnitude
    return Found(0, 0, _COUNT, Reading(numeral, unit.text, unit.text, number, exact=exact))


def _with_operator(figures: tuple[Found, ...], cell: CellContext) -> tuple[Found, ...]:
    """The comparison sign of its own column applied to the target."""
    if not (figures and cell.role in {"target", "target_adjusted"} and cell.row_operator):
        return figures
    operator = comparator_of(fold(cell.row_operator).strip(), "")
    return tuple(_under(operator, figure) for figure in figures)


def _under(operator: Comparator, figure: Found) -> Found:
    """The figure with the operator, unless words around it say another or it is a range."""
    free = figure.comparator == "eq" and figure.reading.ends is None
    return figure._replace(comparator=operator) if free else figure

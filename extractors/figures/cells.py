"""Numbers in table cells: what the heading, the unit column and the caption say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...schemas.document import Note
from ...schemas.figure import Comparator, UnitFrom
from ...schemas.passage import CellContext, ColumnRole
from ..text.fold import fold
from ..text.numerals import ARABIC, read_numeral
from .comparators import comparator_of
from .found import Found
from .reader import read_figures_in
from .rule import Reading, Rule

_MONEY_ROLES: set[ColumnRole] = {"budget_initial", "budget", "executed", "balance"}
_RATE_ROLES: set[ColumnRole] = {"execution_rate", "completion_rate"}
_SCORE_ROLES: set[ColumnRole] = {"weight", "score"}
_VALUE_ROLES: set[ColumnRole] = {"target", "target_adjusted", "actual", "prior"}
_GLYPHS = {"£": "≤", "³": "≥", "═": "="}
"""What fonts without a proper map print for a comparison sign before a number."""

_UNREADABLE = "口□"
_BARE = re.compile(
    rf"\s*(?P<sign>[≥≧⩾≤≦⩽><=]=?)?\s*(?P<number>-?{ARABIC}(?:[万亿]+)?)\s*(?P<after>[(]含[)]以上|以[上下内]|左右)?\s*"
)
_LABEL_UNIT = re.compile(r"[(]([^()]*元)[)]")
_MONEY_HEADING = re.compile(
    "资金|金额|预算|支出|投资|经费|拨款|中央|省级|市级|县级|区级|自筹|合计|总计|小计|到位|结余"
)
_UNKNOWN_UNIT = re.compile(r"[\u4e00-\u9fff]{1,5}")
_NO_UNIT = {"定性", "无", "其他", "文字", "描述"}
_COUNT = Rule("cell_count", "count", "(?!)", lambda _: None, {})

Printed = tuple[str, UnitFrom]


def unmask(folded: str) -> str:
    """The cell's text with comparison signs that a font garbled put right."""
    head = folded.lstrip()[:1]
    if head not in _GLYPHS:
        return folded
    at = folded.index(head)
    return folded[:at] + _GLYPHS[head] + folded[at + 1 :]


def read_cell(folded: str, cell: CellContext) -> tuple[Found, ...]:
    """The figures of a cell: its bare number by what stands around, or those in its text."""
    text = unmask(folded) if cell.role in _VALUE_ROLES else folded
    bare = _BARE.fullmatch(text)
    if bare is None:
        return tuple(_with_operator(read_figures_in(text), cell))
    if cell.is_header or cell.role == "sequence":
        return ()
    found = _read_bare(bare, cell)
    return () if found is None else tuple(_with_operator(iter([found]), cell))


def cell_notes(folded: str, cell: CellContext) -> Iterator[Note]:
    """What a cell shows and cannot be understood."""
    bare = _BARE.fullmatch(folded)
    if bare and cell.role in _MONEY_ROLES and _unit(bare["number"], cell) is None:
        yield Note("unit-unknown", f"金额没有单位：{bare['number']}")
    if cell.role in _VALUE_ROLES and re.match(rf"\s*[{_UNREADABLE}]\s*\d", folded):
        yield Note("operator-unreadable", f"比较符号无法识别：{folded.strip()}")


def _read_bare(bare: re.Match[str], cell: CellContext) -> Found | None:
    """The number read as if its unit stood behind it."""
    printed = _unit(bare["number"], cell)
    if printed is None:
        return None
    unit, unit_from = printed
    figures = list(read_figures_in(bare["number"] + unit))
    figure = figures[0] if len(figures) == 1 else _count(bare["number"], unit, cell)
    if figure is None:
        return None
    unit_text = figure.reading.unit_text if unit_from == "text" else unit
    return replace(
        figure,
        start=bare.start("number"),
        end=bare.end("number"),
        reading=replace(figure.reading, unit_from=unit_from, unit_text=unit_text),
        comparator=comparator_of(bare["sign"] or "", bare["after"] or ""),
    )


def _unit(number: str, cell: CellContext) -> Printed | None:
    """The unit that stands around the number, and where; null where nothing says it."""
    role = cell.role
    if role in _SCORE_ROLES:
        return "分", "column"
    if role in _RATE_ROLES:
        return _rate_unit(number, cell)
    if role in _VALUE_ROLES:
        return _value_unit(cell)
    if role is not None and role not in _MONEY_ROLES:
        return None
    if number[-1] in "万亿":
        return "元", "text"
    return _money_unit(cell)


def _money_unit(cell: CellContext) -> Printed | None:
    if cell.column_unit and cell.column_unit.endswith("元"):
        return cell.column_unit, "column"
    for label in reversed(cell.row_labels):
        found = _LABEL_UNIT.search(fold(label))
        if found:
            return found[1], "row"
    known = cell.role is not None or _MONEY_HEADING.search("".join(cell.column_headings))
    if cell.caption_unit and cell.caption_unit.endswith("元") and known:
        return cell.caption_unit, "caption"
    return None


def _rate_unit(number: str, cell: CellContext) -> Printed | None:
    """% where the heading prints it, or where no fraction can be meant (98.63)."""
    if cell.column_unit in {"%", "‰"}:
        return cell.column_unit, "column"
    numeral = read_numeral(number.lstrip("-"))
    if numeral is None or 1 < numeral.value < 5:
        return None
    return ("%", "header") if numeral.value >= 5 else ("", "header")


def _value_unit(cell: CellContext) -> Printed | None:
    if cell.row_unit and fold(cell.row_unit).strip() not in _NO_UNIT:
        return fold(cell.row_unit).strip(), "row"
    return (cell.column_unit, "column") if cell.column_unit else None


def _count(number: str, unit: str, cell: CellContext) -> Found | None:
    """A number in a unit that no list knows but the form prints in its unit column."""
    numeral = read_numeral(number)
    if numeral is None:
        return None
    if cell.role in _RATE_ROLES and not unit:
        return Found(
            0,
            0,
            replace(_COUNT, name="cell_fraction", kind="rate"),
            Reading(numeral, "1", None, number, unit_from=None),
        )
    if not _UNKNOWN_UNIT.fullmatch(unit):
        return None
    reading = Reading(numeral, unit, unit, number, Decimal(1), exact=not numeral.magnitude)
    return Found(0, 0, _COUNT, reading)


def _with_operator(figures: Iterator[Found], cell: CellContext) -> Iterator[Found]:
    """The comparison sign of its own column applied to the target."""
    operator: Comparator = "eq"
    if cell.role in {"target", "target_adjusted"} and cell.row_operator:
        operator = comparator_of(fold(cell.row_operator).strip(), "")
    for figure in figures:
        free = figure.comparator == "eq" and figure.reading.ends is None
        yield replace(figure, comparator=operator) if free else figure

"""A sheet's XML before any value is read: how large it is, what is merged and what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...schemas.file_errors import TooLarge
from .docx_xml import Element, child, number

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

MAX_CELLS = 200_000
"""No form comes near so many; a sheet of more is a database, or means harm."""

_MAX_COLUMN = 16_384
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Area:
    """A block of cells; rows and columns count from 1, both ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        """How many cells it holds."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@dataclass(frozen=True, slots=True)
class Markup:
    """How a sheet is laid out; rows and columns count from 1.

    ``rows`` and ``columns`` are the last ones that hold a value, 0 in an empty sheet.
    ``unsaved`` are the references (C5) of formulas whose result the file does not hold.
    """

    rows: int
    columns: int
    merges: tuple[Area, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    unsaved: tuple[str, ...]


@dataclass(slots=True)
class _Used:
    """What a walk over the cells has seen so far."""

    rows: int = 0
    columns: int = 0
    unsaved: tuple[str, ...] = ()


def read_markup(sheet: Element, name: str) -> Markup:
    """The layout of a worksheet's root element; ``name`` is the sheet's, for messages.

    Raises TooLarge where the used range holds more than ``MAX_CELLS`` cells.
    """
    used = _used(sheet)
    if used.rows * used.columns > MAX_CELLS:
        raise TooLarge(f"工作表“{name}”有 {used.rows} 行 {used.columns} 列")
    merges = tuple(_merges(sheet, used))
    if sum(area.size for area in merges) > MAX_CELLS:
        raise TooLarge(f"工作表“{name}”的合并单元格相互重叠")
    hidden_rows = frozenset(at for at, row in _rows(sheet) if _is_hidden(row))
    columns = frozenset(_hidden_columns(sheet))
    return Markup(used.rows, used.columns, merges, hidden_rows, columns, used.unsaved)


def position(reference: str | None) -> tuple[int, int] | None:
    """Row and column of a reference (C5); null where it is none."""
    found = _REFERENCE.fullmatch(reference or "")
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _used(sheet: Element) -> _Used:
    used = _Used()
    for row, element in _rows(sheet):
        column = 0
        for cell in element.iterchildren(S + "c"):
            place = position(cell.get("r"))
            column = column + 1 if place is None else place[1]
            if _holds_value(cell):
                used.rows, used.columns = max(used.rows, row), max(used.columns, column)
            elif child(cell, S + "f") is not None and cell.get("t") != "str":
                used.unsaved += (cell.get("r") or f"R{row}C{column}",)
    return used


def _rows(sheet: Element) -> Iterator[tuple[int, Element]]:
    """The rows with their numbers; one that tells none follows the row before it."""
    at = 0
    data = child(sheet, S + "sheetData")
    for row in () if data is None else data.iterchildren(S + "row"):
        at = number(row.get("r")) or at + 1
        yield at, row


def _holds_value(cell: Element) -> bool:
    value = child(cell, S + "v")
    return bool(value is not None and value.text) or child(cell, S + "is") is not None


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") in ("1", "true")


def _hidden_columns(sheet: Element) -> Iterator[int]:
    columns = child(sheet, S + "cols")
    for column in () if columns is None else columns.iterchildren(S + "col"):
        if _is_hidden(column):
            first, last = (number(column.get(end)) or 0 for end in ("min", "max"))
            yield from range(first, min(last, _MAX_COLUMN) + 1)


def _merges(sheet: Element, used: _Used) -> Iterator[Area]:
    """The merged cells, cut off where the used range ends."""
    merges = child(sheet, S + "mergeCells")
    for merge in () if merges is None else merges.iterchildren(S + "mergeCell"):
        first, _, last = (merge.get("ref") or "").partition(":")
        start, end = position(first), position(last)
        if start is not None and end is not None:
            area = Area(*start, min(end[0], used.rows), min(end[1], used.columns))
            if area.bottom >= area.top and area.right >= area.left:
                yield area

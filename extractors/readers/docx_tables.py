"""Where the cells of a Word table stand on its grid, merged cells resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .docx_text import REVISED_AWAY, shown_branch
from .docx_xml import MC, VAL, Element, Properties, W, child, is_on, number, properties_of

_ROW = W + "tr"
_ROW_PROPERTIES = W + "trPr"
_COLUMNS_BEFORE = W + "gridBefore"
_CELL = W + "tc"
_CELL_PROPERTIES = W + "tcPr"
_DELETED = W + "cellDel"
_SPAN = W + "gridSpan"
_MERGED_WITH_LEFT = W + "hMerge"
_MERGED_WITH_ABOVE = W + "vMerge"


_SLIVER = 100
"""Twips. A column narrower than this (1.8 mm) holds no character: it is a crooked ruling line."""
_MAX_COLUMNS = 1024
_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)


@dataclass(slots=True)
class GridCell:
    """A cell on the grid; ``element`` is the ``w:tc`` whose content is shown in it.

    ``end`` is the column just after it; ``continues`` says that it goes on from above.
    """

    element: Element
    row: int
    column: int
    end: int
    continues: bool
    row_span: int = 1

    @property
    def column_span(self) -> int:
        """How many columns it takes."""
        return self.end - self.column


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table in reading order; ``has_hidden_rows``: rows were left out as hidden."""

    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    has_hidden_rows: bool = False
    has_revisions: bool = False


@dataclass(slots=True)
class _Rows:
    rows: list[list[GridCell]] = field(default_factory=list["list[GridCell]"])
    has_hidden: bool = False
    has_revisions: bool = False


def read_grid(table: Element) -> Grid:
    """The grid of a ``w:tbl``; rows deleted by a tracked change and hidden rows are left out."""
    found = _read_rows(table)
    _straighten(found.rows, _widths(table))
    cells = _merge(found.rows)
    columns = max((cell.end for cell in cells), default=0)
    return Grid(len(found.rows), columns, tuple(cells), found.has_hidden, found.has_revisions)


def _read_rows(table: Element) -> _Rows:
    found = _Rows()
    for row in _inside(table, _ROW):
        properties = properties_of(row, _ROW_PROPERTIES)
        hidden = properties.get(W + "hidden")
        if not REVISED_AWAY.isdisjoint(properties):
            found.has_revisions = True
        elif hidden is not None and is_on(hidden):
            found.has_hidden = True
        elif cells := _read_row(row, properties, len(found.rows)):
            found.rows.append(cells)
    return found


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """The rows or cells of a table or row, out of content controls and other wrappers."""
    for inner in parent[:]:
        tag = inner.tag
        if tag == wanted:
            yield inner
        elif tag in _WRAPPERS:
            yield from _inside(inner, wanted)
        elif tag == MC + "AlternateContent":
            branch = shown_branch(inner)
            if branch is not None:
                yield from _inside(branch, wanted)


def _read_row(row: Element, properties: Properties, at: int) -> list[GridCell]:
    column = _span(properties, _COLUMNS_BEFORE, least=0)
    cells: list[GridCell] = []
    for element in _inside(row, _CELL):
        own = properties_of(element, _CELL_PROPERTIES)
        if _DELETED in own:
            continue
        end = min(column + _span(own, _SPAN, least=1), _MAX_COLUMNS)
        if cells and _continues(own, _MERGED_WITH_LEFT):
            cells[-1].end = end
        elif end > column:
            cells.append(GridCell(element, at, column, end, _continues(own, _MERGED_WITH_ABOVE)))
        column = end
    return cells


def _span(properties: Properties, tag: str, *, least: int) -> int:
    span = properties.get(tag)
    return least if span is None else max(number(span.get(VAL)) or least, least)


def _continues(properties: Properties, tag: str) -> bool:
    """Whether a merge mark says that the cell goes on, which it does when it says nothing."""
    mark = properties.get(tag)
    return mark is not None and mark.get(VAL) != "restart"


def _widths(table: Element) -> list[int]:
    columns = child(table, W + "tblGrid")
    if columns is None:
        return []
    return [number(column.get(W + "w")) or 0 for column in columns.iterchildren(W + "gridCol")]


def _straighten(rows: list[list[GridCell]], widths: list[int]) -> None:
    """Number the columns by the edges that cells really have, near edges taken as one."""
    taken = {(cell.column, cell.end) for row in rows for cell in row}
    edges = sorted({0}.union(*taken))
    column_of: dict[int, int] = {}
    column = 0
    for before, edge in zip([None, *edges], edges, strict=False):
        if before is not None and ((before, edge) in taken or not _is_sliver(widths, before, edge)):
            column += 1
        column_of[edge] = column
    for row in rows:
        for cell in row:
            cell.column, cell.end = column_of[cell.column], column_of[cell.end]


def _is_sliver(widths: list[int], start: int, end: int) -> bool:
    return end <= len(widths) and 0 < sum(widths[start:end]) < _SLIVER


def _merge(rows: list[list[GridCell]]) -> list[GridCell]:
    cells: list[GridCell] = []
    above: list[GridCell] = []
    for at, row in enumerate(rows):
        grown = _grow(above, row, at)
        here = [cell for cell in row if not cell.continues or not _is_covered(grown, cell)]
        cells += here
        above = grown + here
    return cells


def _grow(above: list[GridCell], row: list[GridCell], at: int) -> list[GridCell]:
    """The cells of the rows above that go on in this row, made one row longer.

    A cell goes on where the row's continuing cells, one or several, take just its columns.
    """
    ends = {cell.column: cell.end for cell in row if cell.continues}
    grown: list[GridCell] = []
    for cell in above if ends else ():
        edge = cell.column
        while edge in ends and edge < cell.end:
            edge = ends[edge]
        if edge == cell.end:
            cell.row_span = at - cell.row + 1
            grown.append(cell)
    return grown


def _is_covered(grown: list[GridCell], part: GridCell) -> bool:
    return any(cell.column <= part.column and part.end <= cell.end for cell in grown)

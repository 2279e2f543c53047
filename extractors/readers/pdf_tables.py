"""Tables of a PDF: characters put into the lattice, parts joined over pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ...schemas.document import Box, Cell, Table
from .grid import TOLERANCE, Lattice, Slot, cluster, find_lattices, nearest
from .pdf_joining import cell_text
from .pdf_lines import Line, lines_of
from .pdf_page import Glyph, PageContent


@dataclass(frozen=True, slots=True)
class PartCell:
    """A cell of a part: its place on the grid, its side rules, and its printed lines."""

    slot: Slot
    box: Box
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text without white space, for comparison."""
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Part:
    """What one page shows of a table."""

    page: int
    xs: tuple[float, ...]
    rows: int
    top: float
    bottom: float
    cells: tuple[PartCell, ...]

    @property
    def title(self) -> str:
        """The text of a first row that is one cell; empty where the table has no such row."""
        first = self.cells[0]
        return first.text if first.slot.column_span == len(self.xs) - 1 else ""

    def row_texts(self, row: int) -> list[tuple[int, str]]:
        """Columns and texts of the cells that begin in the row."""
        return [(cell.slot.column, cell.text) for cell in self.cells if cell.slot.row == row]


def parts_of(content: PageContent) -> tuple[list[Part], list[Glyph]]:
    """The ruled tables of a page with their characters, and the characters outside them."""
    lattices = find_lattices(content.horizontal, content.vertical)
    if not lattices:
        return [], list(content.glyphs)
    held: list[list[list[Glyph]]] = [[[] for _ in lattice.slots] for lattice in lattices]
    free: list[Glyph] = []
    for glyph in content.glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.middle
        for lattice, slots in zip(lattices, held, strict=True):
            slot = lattice.slot_at(x, y)
            if slot is not None:
                slots[slot].append(glyph)
                break
        else:
            free.append(glyph)
    parts = [
        _part(lattice, slots, content.number) for lattice, slots in zip(lattices, held, strict=True)
    ]
    return [part for part in parts if any(cell.lines for cell in part.cells)], free


def _part(lattice: Lattice, held: Sequence[Sequence[Glyph]], page: int) -> Part:
    cells = tuple(
        PartCell(slot, _box(lattice, slot, page), tuple(lines_of(glyphs, page)))
        for slot, glyphs in zip(lattice.slots, held, strict=True)
    )
    return Part(page, lattice.xs, lattice.rows, lattice.ys[0], lattice.ys[-1], cells)


def _box(lattice: Lattice, slot: Slot, page: int) -> Box:
    right, below = slot.column + slot.column_span, slot.row + slot.row_span
    return Box(
        page,
        round(lattice.xs[slot.column], 2),
        round(lattice.ys[slot.row], 2),
        round(lattice.xs[right], 2),
        round(lattice.ys[below], 2),
    )


def continues(earlier: Part, later: Part) -> bool:
    """The later part, first on its page, goes on with the earlier one: their sides agree."""
    return (
        later.page == earlier.page + 1
        and abs(earlier.xs[0] - later.xs[0]) <= TOLERANCE
        and abs(earlier.xs[-1] - later.xs[-1]) <= TOLERANCE
        and not (later.title and earlier.title and later.title != earlier.title)
    )


def joined_table(parts: Sequence[Part], is_label: Callable[[str], bool]) -> Table:
    """One table of all its parts, its columns the union of theirs.

    Headings repeated on a later page are left out; a cell or a row that the page break
    cuts is made whole again. ``is_label`` tells a heading of a form, for labels cut in two.
    """
    joiner = _Joiner(cluster(x for part in parts for x in part.xs), is_label)
    for part in parts:
        joiner.add(part)
    cells = sorted(joiner.cells, key=lambda cell: (cell.slot.row, cell.slot.column))
    first = parts[0]
    return Table(
        rows=joiner.rows,
        columns=len(joiner.columns) - 1,
        cells=tuple(map(_cell, cells)),
        box=Box(
            first.page,
            round(first.xs[0], 2),
            round(first.top, 2),
            round(first.xs[-1], 2),
            round(first.bottom, 2),
        ),
    )


def _cell(cell: PartCell) -> Cell:
    slot, box = cell.slot, cell.box
    text = cell_text(cell.lines, box.x0, box.x1)
    return Cell(
        slot.row,
        slot.column,
        text.text,
        slot.row_span,
        slot.column_span,
        box=box,
        lines=text.lines,
    )


@dataclass(slots=True)
class _Joiner:
    columns: list[float]
    is_label: Callable[[str], bool]
    rows: int = 0
    cells: list[PartCell] = field(default_factory=list[PartCell])
    head: Part | None = None

    def add(self, part: Part) -> None:
        """Put a part under what is there."""
        placed = [self._placed(cell, part) for cell in part.cells]
        if self.head is None:
            self.head = part
            self._append(placed, part.rows)
            return
        repeated = self._repeated_rows(part)
        placed = [_moved(cell, -repeated) for cell in placed if cell.slot.row >= repeated]
        self._join(placed, part.rows - repeated)

    def _placed(self, cell: PartCell, part: Part) -> PartCell:
        """The cell with its columns counted on the joined table's grid."""
        slot = cell.slot
        left = nearest(self.columns, part.xs[slot.column])
        right = nearest(self.columns, part.xs[slot.column + slot.column_span])
        return replace(cell, slot=replace(slot, column=left, column_span=right - left))

    def _append(self, cells: Sequence[PartCell], rows: int) -> None:
        self.cells += [_moved(cell, self.rows) for cell in cells]
        self.rows += rows

    def _repeated_rows(self, part: Part) -> int:
        """How many rows at the top of a later page repeat the headings of the first."""
        assert self.head is not None
        rows = 0
        while rows < min(part.rows, self.head.rows) - 1:
            texts = part.row_texts(rows)
            named = [text for _, text in texts if text]
            same = [t for _, t in texts] == [t for _, t in self.head.row_texts(rows)]
            if not same or len(named) < 2 or any(map(_is_number, named)):
                break
            rows += 1
        return rows

    def _join(self, cells: Sequence[PartCell], rows: int) -> None:
        open_cells = {
            (cell.slot.column, cell.slot.column_span): at
            for at, cell in enumerate(self.cells)
            if cell.slot.row + cell.slot.row_span == self.rows
        }
        top = [cell for cell in cells if cell.slot.row == 0]
        above = {
            id(cell): open_cells.get((cell.slot.column, cell.slot.column_span)) for cell in top
        }
        if self._is_cut_row(top, [above[id(cell)] for cell in top]):
            for cell in top:
                self._extend(above[id(cell)], cell, rows=cell.slot.row_span - 1)
            self._append([_moved(c, -1) for c in cells if c.slot.row > 0], rows - 1)
            return
        uppers = {
            cell.slot.column: at for cell in top if (at := above[id(cell)]) is not None
        }
        cut = {c.slot.column for c in top if c.slot.column in uppers and self._is_cut_label(
            self.cells[uppers[c.slot.column]].text, c.text)}
        first = min((c.slot.column for c in top if c.lines and c.slot.column not in cut),
                    default=len(self.columns))
        for cell in top:
            column = cell.slot.column
            rest = column in cut or (not cell.lines and column < first)
            if column in uppers and rest and self.cells[uppers[column]].lines:
                self._extend(uppers[column], cell, rows=cell.slot.row_span)
            else:
                self.cells.append(_moved(cell, self.rows))
        self._append([cell for cell in cells if cell.slot.row > 0], rows)

    def _is_cut_row(self, top: Sequence[PartCell], above: Sequence[int | None]) -> bool:
        """The page break runs through a row: its numbers stand above, only text goes on."""
        pairs = [(None if at is None else self.cells[at], cell) for at, cell in zip(above, top)]
        return all(
            upper is not None and (not cell.lines or bool(upper.lines)) for upper, cell in pairs
        ) and any(
            upper is not None and not cell.lines and _is_number(upper.text)
            for upper, cell in pairs
        )

    def _is_cut_label(self, upper: str, lower: str) -> bool:
        """The two texts are one label that the page break cuts (年度 | 总体目标, 效益指标 | （30分）)."""
        if not upper or not lower:
            return False
        bracketed = bool(re.fullmatch("[(（].*[)）]", lower))
        both = self.is_label(upper) and self.is_label(lower)
        return bracketed or (self.is_label(upper + lower) and not both)

    def _extend(self, at: int | None, cell: PartCell, rows: int) -> None:
        if at is None:
            return
        upper = self.cells[at]
        slot = replace(upper.slot, row_span=upper.slot.row_span + rows)
        self.cells[at] = replace(upper, slot=slot, lines=upper.lines + cell.lines)


def _moved(cell: PartCell, rows: int) -> PartCell:
    return replace(cell, slot=replace(cell.slot, row=cell.slot.row + rows))


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d,.％%-]*\d[\d,.％%-]*", text))

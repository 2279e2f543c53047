"""Tables of a PDF: the parts that pages show, joined over the page breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ...schemas.document import Box, Cell, Table
from .grid import Slot, cluster, nearest
from .pdf_joining import breaks_in_cell, cell_text
from .pdf_parts import Part, PartCell


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
            first.xs[0],
            first.top,
            first.xs[-1],
            first.bottom,
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
        if self.head is None:
            self.head = part
            self._append(self._placed(part, 0), part.rows)
            return
        repeated = self._repeated_rows(part)
        self._join(self._placed(part, repeated), part.rows - repeated)

    def _placed(self, part: Part, skipped: int) -> list[PartCell]:
        """The cells under the skipped rows, counted on the joined table's grid."""
        columns = [nearest(self.columns, x) for x in part.xs]
        shift = self.rows - skipped
        if not shift and columns == list(range(len(columns))):
            return [cell for cell in part.cells if cell.slot.row >= skipped]
        cells: list[PartCell] = []
        for cell in part.cells:
            row, column, row_span, column_span = cell.slot
            if row >= skipped:
                left, right = columns[column], columns[column + column_span]
                slot = Slot(row + shift, left, row_span, right - left)
                cells.append(PartCell(slot, cell.box, cell.lines))
        return cells

    def _append(self, cells: Iterable[PartCell], rows: int) -> None:
        self.cells += cells
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
        """Append the cells, those of the first row as rests of what stands above them."""
        pairs = self._pairs([cell for cell in cells if cell.slot.row == self.rows])
        below = [cell for cell in cells if cell.slot.row > self.rows]
        if self._is_cut_row(pairs):
            for cell, at in pairs:
                self._extend(at, cell, rows=cell.slot.row_span - 1)
            self._append([_moved(cell, -1) for cell in below], rows - 1)
            return
        rests = self._rests(pairs)
        for cell, at in rests:
            self._extend(at, cell, rows=cell.slot.row_span)
        kept = {cell.slot.column for cell, _ in pairs} - {cell.slot.column for cell, _ in rests}
        new = [cell for cell, _ in pairs if cell.slot.column in kept]
        self._append([*new, *below], rows)

    def _pairs(self, top: Iterable[PartCell]) -> list[tuple[PartCell, int | None]]:
        """The cells of a row, each with the cell of the same columns that ends above it."""
        ends = {
            (cell.slot.column, cell.slot.column_span): at
            for at, cell in enumerate(self.cells)
            if cell.slot.row + cell.slot.row_span == self.rows
        }
        return [(cell, ends.get((cell.slot.column, cell.slot.column_span))) for cell in top]

    def _rests(self, pairs: Sequence[tuple[PartCell, int | None]]) -> list[tuple[PartCell, int]]:
        """The cells that are the rest of a merged cell above the page break.

        They are empty and stand left of the row's first text, or hold the rest of a label.
        """
        upper = {cell.slot.column: self.cells[at] for cell, at in pairs if at is not None}
        cut = {
            cell.slot.column
            for cell, _ in pairs
            if cell.slot.column in upper
            and self._is_cut_label(upper[cell.slot.column].text, cell.text)
        }
        texts = (c.slot.column for c, _ in pairs if c.lines and c.slot.column not in cut)
        first = min(texts, default=len(self.columns))
        return [
            (cell, at)
            for cell, at in pairs
            if at is not None
            and self.cells[at].lines
            and (cell.slot.column in cut or (not cell.lines and cell.slot.column < first))
        ]

    def _is_cut_row(self, pairs: Sequence[tuple[PartCell, int | None]]) -> bool:
        """The page break runs through a row: its numbers stand above, only text goes on.

        Or all that stands below goes on with a line that is full.
        """
        uppers = [(None if at is None else self.cells[at], cell) for cell, at in pairs]
        whole = all(
            upper and (bool(upper.lines) or not cell.lines) and not _FUND_LINE.match(cell.text)
            for upper, cell in uppers
        )
        if not whole:
            return False
        ended = any(upper and not cell.lines and _is_number(upper.text) for upper, cell in uppers)
        written = [(upper, cell) for upper, cell in uppers if upper and cell.lines]
        goes_on = bool(written) and all(self._goes_on(*pair) for pair in written)
        return ended or goes_on

    def _goes_on(self, upper: PartCell, lower: PartCell) -> bool:
        """The upper cell's last line is full and ends no sentence, and neither is a label.

        Behind a rate another number is that of the next row.
        """
        next_rate = upper.text[-1] in "%％‰" and lower.text[0].isdigit()
        labels = any(self.is_label(cell.text) for cell in (upper, lower))
        if upper.text[-1] in "。；;" or next_rate or labels:
            return False
        return not breaks_in_cell(upper.lines[-1], lower.lines[0], upper.box.x0, upper.box.x1)

    def _is_cut_label(self, upper: str, lower: str) -> bool:
        """The page break cuts one label: 年度 | 总体目标, 效益指标 | （30分）."""
        if not upper or not lower:
            return False
        bracketed = bool(re.fullmatch("[(（].*[)）]", lower))
        both = self.is_label(upper) and self.is_label(lower)
        level = "指标" not in upper and len(lower) <= 3 and (upper + lower).endswith("指标")
        return bracketed or level or (self.is_label(upper + lower) and not both)

    def _extend(self, at: int | None, cell: PartCell, rows: int) -> None:
        if at is None:
            return
        upper = self.cells[at]
        slot = upper.slot._replace(row_span=upper.slot.row_span + rows)
        self.cells[at] = upper._replace(slot=slot, lines=upper.lines + cell.lines)


_FUND_LINE = re.compile(
    "其[他中]|上年|[当本]年|合计|小计|总[计额分]"
    "|(?:中央|[省市县区]级|地方|财政|单位|事业|经营|自筹|社会|政府|专项).*(?:资金|拨款|收入|债券)$"
)
"""A line of a fund table, which is never the rest of the one above."""


def _moved(cell: PartCell, rows: int) -> PartCell:
    return cell._replace(slot=cell.slot._replace(row=cell.slot.row + rows))


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d,.％%-]*\d[\d,.％%-]*", text))

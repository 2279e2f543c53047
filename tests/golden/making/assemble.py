"""A source's printed blocks with their pieces, and its gold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .form_gold import fund_row, indicator_row
from .gold import Collector, Piece
from .layout import GridCell, grid_cells, indented, wrapped
from .relations import relations
from .source import Block, Source

Row = dict[str, Any]
RUNNING = {"paragraph"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as it will stand on paper: blocks one line each, and tables as cells."""

    blocks: tuple[Block, ...]
    tables: tuple[tuple[GridCell, ...], ...]


def printed(source: Source) -> Printed:
    """Wrap and indent where the front matter says so; read the grids."""
    width = int(source.front.get("wrap", 0))
    indent = str(source.front.get("indent", ""))
    blocks: list[Block] = []
    for block in source.blocks:
        if block.kind not in RUNNING:
            blocks.append(block)
            continue
        content = indented(block.content, indent)
        lines = wrapped(content, width) if width else [content]
        blocks += [replace(block, content=line) for line in lines]
    tables = tuple(tuple(grid_cells(block.grid)) for block in blocks if block.kind == "table")
    return Printed(tuple(blocks), tables)


def pieces(source: Source, paper: Printed) -> list[Piece]:
    """Everything with text, in reading order; headers and footers last."""
    out: list[Piece] = []
    last: list[Piece] = []
    tables = iter(enumerate(paper.tables))
    report = 0
    text_file = source.front["format"] == "txt"
    line = 0
    for order, block in enumerate(paper.blocks):
        if block.kind == "report":
            report += 1
            continue
        if block.kind == "table":
            ordinal, cells = next(tables)
            out += [cell_piece(cell, ordinal, order, report) for cell in cells]
            continue
        line += block.kind != "page"
        running = block.kind in {"header", "footer"}
        at = len(paper.blocks) + order if running else order
        place: Row = {"order": (at,), **({"line": line} if text_file else {})}
        piece = Piece(block.content.text, block.content.marks, place, report)
        (last if running else out).append(piece)
    return out + last


def cell_piece(cell: GridCell, ordinal: int, order: int, report: int) -> Piece:
    """The piece of a table cell."""
    place: Row = {"table": ordinal, "row": cell.row, "column": cell.column}
    place["order"] = (order, cell.row, cell.column)
    return Piece(cell.content.text, cell.content.marks, place, report)


def gold(source: Source, paper: Printed) -> Row:
    """The gold of a document, keys as in the development gold."""
    front = source.front
    collector = Collector(int(front["year"]))
    for piece in pieces(source, paper):
        collector.add(piece)
    if collector.forgotten:
        raise ValueError(f"{source.name}: not marked\n" + "\n".join(collector.forgotten))
    out: Row = {"reports": front["reports"]}
    if "projects" in front:
        out["projects"] = front["projects"]
    form = front.get("form", {})
    if "funds" in form:
        out["funds"] = [{"project": 0, **fund_row(f, source.facts)} for f in source.facts.funds]
    if "indicators" in form:
        out["indicators"] = [indicator_row(i, source.facts) for i in source.facts.indicators]
    for key in ("funds", "indicators"):
        out |= {key: front[key]} if key in front else {}
    rows = collector.finish()
    out |= rows
    out["cells"] = [cell_row(c, n) for n, cells in enumerate(paper.tables) for c in cells]
    return out | relations(front)


def cell_row(cell: GridCell, ordinal: int) -> Row:
    """The gold row of a cell."""
    return {
        "table": ordinal,
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "text": cell.content.text,
    }

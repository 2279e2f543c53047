"""The blocks of a page's article in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...schemas.document import Block, Cell, Paragraph, Table
from .html_layout import is_layout
from .html_tables import GridCell, read_grid
from .html_text import ListMarks, collapsed, shown_texts
from .html_tree import Node, Step, is_hidden, is_left_out, name_of, steps

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_WORD_LEVEL = re.compile(r"mso-outline-level\s*:\s*([1-9])")
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "td", "th", "caption"}
    | {"section", "article", "main", "center", "form", "fieldset", "blockquote", "pre", "hr"}
    | {"address", "figure", "figcaption", "body", "menu", *_LEVELS}
)
_LINED = frozenset({"p", *_LEVELS})
"""Elements that are one paragraph, in which <br> is a line feed; elsewhere it ends one."""


@dataclass(slots=True)
class Seen:
    """What the article holds and the blocks do not show."""

    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _NestedTable:
    element: Node
    inside: tuple[int, int]


class _Flow:
    """Reads one article or cell."""

    def __init__(self, seen: Seen) -> None:
        self.has_picture = False
        self._seen = seen
        self._marks = ListMarks()
        self._source: list[str] = []
        self._around: list[Node] = []

    def read(self, root: Node) -> Iterator[Paragraph | Node]:
        """Paragraphs, and the data tables between them as elements."""
        self._around = [root]
        for step in steps(root, self._is_closed):
            name = name_of(step.node)
            if step.kind == "text":
                self._source.append(self._text(step))
            elif name == "br" and step.kind == "open":
                yield from self._break()
            elif name in _BLOCKS:
                yield from self._end()
                yield from self._edge(step)
            elif step.kind == "open":
                self._note(step.node)
        yield from self._end()

    def _edge(self, step: Step) -> Iterator[Node]:
        if step.kind == "open":
            self._note(step.node)
            self._around.append(step.node)
            self._marks.open(step.node)
            if self._is_data(step.node) and not is_left_out(step.node):
                yield step.node
        else:
            self._around.pop()
            self._marks.close(step.node)

    def _note(self, node: Node) -> None:
        if name_of(node) == "img" and not is_left_out(node):
            self.has_picture = True
        elif is_hidden(node) and (node.text or node[:]):
            self._seen.hidden = True

    def _is_closed(self, node: Node) -> bool:
        return is_left_out(node) or self._is_data(node)

    def _is_data(self, node: Node) -> bool:
        return name_of(node) == "table" and not is_layout(node)

    def _text(self, step: Step) -> str:
        if any(name_of(node) == "pre" for node in self._around):
            return step.text.replace("\r\n", "\n").replace("\n", "\n\n")
        return collapsed(step.text)

    def _break(self) -> Iterator[Paragraph]:
        if any(name_of(node) in _LINED for node in self._around):
            self._source.append("\n")
        else:
            yield from self._end()

    def _end(self) -> Iterator[Paragraph]:
        source, self._source = "".join(self._source), []
        for text in shown_texts(source):
            mark = self._marks.take(text)
            yield Paragraph(
                mark + text.lstrip() if mark else text,
                number=mark.strip() if mark.strip().rstrip(".").isdecimal() else None,
                outline_level=_outline_level(self._around),
                centred=_is_centred(self._around),
            )


def _outline_level(around: list[Node]) -> int | None:
    """The level of the heading that the text stands in; Word tells it in a style."""
    for node in reversed(around):
        stated = _WORD_LEVEL.search(node.get("style") or "")
        level = int(stated[1]) if stated else _LEVELS.get(name_of(node))
        if level is not None:
            return level
    return None


def _is_centred(around: list[Node]) -> bool:
    """Whether the innermost element that says how text is set says centred."""
    for node in reversed(around):
        style = "".join((node.get("style") or "").lower().split())
        stated = node.get("align") or style.partition("text-align:")[2].partition(";")[0]
        if name_of(node) == "center":
            return True
        if stated:
            return stated.strip().lower() == "center"
    return False


@dataclass(slots=True)
class BlockReader:
    """Reads an article; ``seen`` tells afterwards what was left out."""

    seen: Seen = field(default_factory=Seen)

    def blocks(self, article: Node) -> Iterator[Block]:
        """The article's paragraphs and tables, nested tables after the outer one."""
        for found in _Flow(self.seen).read(article):
            if isinstance(found, Paragraph):
                yield found
            else:
                yield from self._table(found, None)

    def _table(self, element: Node, inside: tuple[int, int] | None) -> Iterator[Block]:
        yield from self._captions(element)
        grid = read_grid(element)
        nested: list[_NestedTable] = []
        cells = tuple(self._cell(cell, nested) for cell in grid.cells)
        if any(cell.text or cell.has_picture for cell in cells):
            yield Table(grid.rows, grid.columns, cells, inside=inside)
        for table in nested:
            yield from self._table(table.element, table.inside)

    def _captions(self, table: Node) -> Iterator[Block]:
        for caption in table[:]:
            if name_of(caption) == "caption" and not is_left_out(caption):
                found = _Flow(self.seen).read(caption)
                yield from (block for block in found if isinstance(block, Paragraph))

    def _cell(self, cell: GridCell, nested: list[_NestedTable]) -> Cell:
        flow = _Flow(self.seen)
        lines: list[str] = []
        for found in flow.read(cell.element):
            if isinstance(found, Paragraph):
                lines.append(found.text.strip())
            else:
                nested.append(_NestedTable(found, (cell.row, cell.column)))
        return Cell(
            row=cell.row,
            column=cell.column,
            text="\n".join(lines),
            row_span=cell.row_end - cell.row,
            column_span=cell.column_end - cell.column,
            has_picture=flow.has_picture,
        )

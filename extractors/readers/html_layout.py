"""Which tables of a page are data, and which only place text on the page."""

from __future__ import annotations

from collections.abc import Iterator

from .html_tree import Node, is_hidden, name_of

_FEW_CELLS = 6
_MUCH_TEXT = 300
_BLOCKS = ("p", "div", "br")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ROLES = frozenset({"presentation", "none"})


def rows_of(table: Node) -> Iterator[list[Node]]:
    """The shown cells of every shown row, those of nested tables left aside."""
    for row in _inside(table, frozenset({"tr"})):
        cells = list(_inside(row, frozenset({"td", "th"})))
        if cells:
            yield cells


def _inside(parent: Node, wanted: frozenset[str]) -> Iterator[Node]:
    """Elements of these names, through anything but tables (<tbody>, a stray <form>)."""
    waiting = parent[:][::-1]
    while waiting:
        node = waiting.pop()
        name = name_of(node)
        if name == "table" or is_hidden(node):
            continue
        if name in wanted:
            yield node
        else:
            waiting += node[:][::-1]


def is_layout(table: Node) -> bool:
    """Whether a table holds no report table: a single column, or few cells full of text.

    A table that draws its ruling lines, or that Word wrote, is a table unless it has a
    single column.
    """
    if (table.get("role") or "").lower() in _ROLES:
        return True
    rows = list(rows_of(table))
    if all(len(cells) == 1 for cells in rows):
        return True
    if _is_ruled(table):
        return False
    filled = [cell for cells in rows for cell in cells if _text(cell)]
    return len(filled) <= _FEW_CELLS and any(map(_is_page_part, filled))


def _is_ruled(table: Node) -> bool:
    border = (table.get("border") or "0").strip()
    style = (table.get("style") or "").lower()
    word = "Mso" in (table.get("class") or "")
    return word or border not in ("", "0") or ("border" in style and "solid" in style)


def _is_page_part(cell: Node) -> bool:
    """Whether a cell holds a part of the page: a table, headings or paragraphs of text."""
    if next(cell.iter("table", *_HEADINGS), None) is not None:
        return True
    blocks = sum(1 for _ in cell.iter(*_BLOCKS))
    return blocks > 3 and len(_text(cell)) > _MUCH_TEXT


def _text(cell: Node) -> str:
    return "".join((node.text or "") + (node.tail or "") for node in cell.iter()).strip()

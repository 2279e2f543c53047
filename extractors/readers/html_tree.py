"""The tree of a web page: parsed safely, read through one typed face over lxml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, cast

from lxml import etree

from ...schemas.file_errors import TooLarge

MAX_BYTES = 50_000_000
MAX_ELEMENTS = 200_000
MAX_DEPTH = 1000
MAX_TABLE_DEPTH = 16

_TAG = re.compile(r"<[A-Za-z]")
_LEFT_OUT = frozenset(
    {"head", "script", "style", "template", "noscript", "nav", "header", "footer", "aside"}
    | {
        "select",
        "del",
        "button",
        "textarea",
        "input",
        "iframe",
        "object",
        "svg",
        "audio",
        "video",
        "xml",
    }
)
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
_FURNITURE_NAMES = frozenset(
    {"nav", "navbar", "menu", "footer", "foot", "sidebar", "crumb", "crumbs", "breadcrumb"}
    | {"breadcrumbs", "share", "bdsharebuttonbox", "copyright", "pagination", "toolbar"}
)
"""What sites call the parts of a page that are not its article, as a class or an id."""
_OFFICE_MARGINS = frozenset({"header", "footer"})
"""The title that LibreOffice gives the <div> of a page's header or footer."""
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment"
)


class Node(Protocol):
    """An element of a page, as far as the reader uses it."""

    @property
    def tag(self) -> object:
        """The name in small letters; no text for what is no element."""
        ...

    @property
    def text(self) -> str | None:
        """The text before the first child; null where there is none."""
        ...

    @property
    def tail(self) -> str | None:
        """The text after the element, up to the next one; null where there is none."""
        ...

    def get(self, key: str, /) -> str | None:
        """An attribute; null where it is missing."""
        ...

    def set(self, key: str, value: str, /) -> None:
        """Give it an attribute."""
        ...

    def iter(self, *tags: str) -> Iterator[Node]:
        """The element and everything in it, of these names."""
        ...

    def getparent(self) -> Node | None:
        """The element around this one; null for the page."""
        ...

    def __getitem__(self, key: slice, /) -> list[Node]: ...


@dataclass(frozen=True, slots=True)
class Step:
    """One step through a page: an element opens or closes, or (text) text stands in it."""

    kind: Literal["open", "close", "text"]
    node: Node
    text: str = ""


def parse_page(markup: str) -> Node | None:
    """The root of a page; null where there is no element. Nothing is fetched or run.

    Raises TooLarge for more elements, or elements deeper in each other, than any report has.
    """
    if sum(1 for _ in _TAG.finditer(markup)) > MAX_ELEMENTS:
        raise TooLarge(f"网页超过 {MAX_ELEMENTS} 个元素")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    text = markup.replace("\0", "").encode("utf-8", "replace")
    root = cast("Node | None", etree.fromstring(text, parser))
    if root is not None:
        _refuse_depth(root)
    return root


def _refuse_depth(root: Node) -> None:
    """Loops over the levels, because recursion has a limit of its own."""
    level: list[tuple[Node, int]] = [(root, 0)]
    depth = 0
    while level:
        if depth > MAX_DEPTH or max(tables for _, tables in level) > MAX_TABLE_DEPTH:
            raise TooLarge(
                f"网页的元素嵌套超过 {MAX_DEPTH} 层，或表格嵌套超过 {MAX_TABLE_DEPTH} 层"
            )
        depth += 1
        level = [
            (inner, tables + (inner.tag == "table")) for node, tables in level for inner in node[:]
        ]


def steps(root: Node, is_closed: Callable[[Node], bool]) -> Iterator[Step]:
    """What stands in an element, in order; what ``is_closed`` opens and its inside is skipped."""
    if root.text:
        yield Step("text", root, root.text)
    open_nodes = [(root, iter(root[:]))]
    while open_nodes:
        parent, children = open_nodes[-1]
        node = next(children, None)
        if node is not None:
            yield Step("open", node)
            closed = is_closed(node)
            open_nodes.append((node, iter(() if closed else node[:])))
            if node.text and not closed:
                yield Step("text", node, node.text)
            continue
        open_nodes.pop()
        if parent is not root:
            yield Step("close", parent)
            if parent.tail:
                yield Step("text", open_nodes[-1][0], parent.tail)


def name_of(node: Node) -> str:
    """The element's name; empty for what is no element."""
    return node.tag if isinstance(node.tag, str) else ""


def names_given(node: Node) -> frozenset[str]:
    """The element's class names and id, in small letters."""
    return frozenset(f"{node.get('class') or ''} {node.get('id') or ''}".lower().split())


def is_hidden(node: Node) -> bool:
    """Whether the element itself says that it is not shown."""
    if node.get("hidden") is not None:
        return True
    style = node.get("style")
    return style is not None and _HIDDEN.search(style.lower()) is not None


def is_left_out(node: Node) -> bool:
    """Whether the element belongs to the site (navigation, script), is hidden or deleted."""
    name = name_of(node)
    return name not in ("html", "body") and (
        name in _LEFT_OUT
        or (node.get("role") or "").lower() in _FURNITURE_ROLES
        or node.get("title") in _OFFICE_MARGINS
        or not _FURNITURE_NAMES.isdisjoint(names_given(node))
        or is_hidden(node)
    )

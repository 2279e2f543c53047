"""The running text of a page as a browser shows it: blanks, breaks, list marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .html_tree import Node, name_of

_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uffef]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_PARAGRAPH_BREAK = re.compile(r"\n{2,}|\n(?=[\u3000\u2002\u2003]|\xa0{2})")
"""A blank line, or a line that is set in, begins a paragraph however it was typed."""
_SECTION_LINE = re.compile(
    r"\n\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第.{1,3}[章节条])"
)
"""A heading after a line break: a whole article stands in one <p>, a paragraph a line."""
_INVISIBLE = str.maketrans("\xa0", " ", "\ufeff\u200b\u200c\u200d\u00ad")
_OWN_MARK = re.compile(
    r"\s*(?:[（(]?[0-9一二三四五六七八九十]+[）)、．.]|第.{1,4}[章节条]|[①-⑳•●■◆➢·-])"
)
_BULLET = "• "


def shown_texts(source: str) -> list[str]:
    """The paragraphs of a run of source text; line breaks in it are line feeds.

    Source lines that wrap between Chinese characters are joined without a blank. Marks of
    no width are dropped; a no-break blank is a blank.
    """
    source = _AROUND_BREAK.sub("\n", source)
    parts = source.splitlines() if _SECTION_LINE.search(source) else _PARAGRAPH_BREAK.split(source)
    texts = (part.strip(" \n").translate(_INVISIBLE).rstrip() for part in parts)
    return [text for text in texts if text.strip()]


def collapsed(source: str) -> str:
    """A text node outside <pre>: its blanks and line ends as one blank or none."""
    return _BLANKS.sub(" ", _WRAPPED.sub("", source))


@dataclass(slots=True)
class ListMarks:
    """The marks that a browser draws before list items."""

    _next: list[int | None] = field(default_factory=list["int | None"])
    _pending: str | None = None

    def open(self, node: Node) -> None:
        """A list or a list item begins."""
        name = name_of(node)
        if name == "ol":
            self._next.append(_whole(node.get("start")) or 1)
        elif name in ("ul", "menu"):
            self._next.append(None)
        elif name == "li":
            self._pending = self._mark(node)

    def close(self, node: Node) -> None:
        """A list or a list item ends."""
        name = name_of(node)
        if name in ("ol", "ul", "menu") and self._next:
            self._next.pop()
        elif name == "li":
            self._pending = None

    def take(self, text: str) -> str:
        """The mark of the item that this text begins; empty where it brings its own."""
        mark, self._pending = self._pending, None
        return "" if mark is None or _OWN_MARK.match(text) else mark

    def _mark(self, node: Node) -> str:
        if not self._next or (number := self._next[-1]) is None:
            return _BULLET
        stated = _whole(node.get("value"))
        number = number if stated is None else stated
        self._next[-1] = number + 1
        return f"{number}. "


def _whole(text: str | None) -> int | None:
    stated = (text or "").strip()
    return int(stated) if stated.isascii() and stated.isdecimal() and len(stated) < 8 else None

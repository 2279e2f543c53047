"""HTML that is escaped by its type: whatever is not ``Html`` becomes text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

Html = NewType("Html", str)
"""Text that is HTML already; made by this module and by nothing else."""

Content = Html | str | None

_VOID = frozenset({"meta", "input", "br", "hr"})
_REFUSED = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000)), "\ufffd")
"""Control characters and halves of surrogate pairs, which HTML cannot hold."""


def html(value: str) -> Html:
    """A text as HTML, with nothing in it that a browser would act upon."""
    return Html(escape(value.translate(_REFUSED), quote=True))


def joined(parts: Iterable[Html]) -> Html:
    """Pieces of HTML one after the other."""
    return Html("".join(parts))


def element(tag: str, /, *contents: Html, **attributes: str | int | bool | None) -> Html:
    """An element; an attribute that is null or false is left out, one that is true has no value.

    A trailing underscore of an attribute's name is dropped, others become hyphens.
    """
    given = "".join(
        _attribute(key, value)
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    opening = f"<{tag}{given}>"
    return Html(opening if tag in _VOID else f"{opening}{''.join(contents)}</{tag}>")


def words(chinese: str, english: str) -> Html:
    """A label in both languages."""
    return joined((html(chinese), Html(" "), element("small", html(english), lang="en")))


def _attribute(key: str, value: str | int | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{html(str(value))}"'

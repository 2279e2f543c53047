"""The paragraphs and tables of a story, out of whatever wraps them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .docx_text import NOT_SHOWN, REVISED_AWAY, shown_branch
from .docx_xml import MC, VAL, Element, W, descendant

_GALLERY = (W + "sdtPr", W + "docPartObj", W + "docPartGallery")
PARAGRAPH = W + "p"
TABLE = W + "tbl"
EMBEDDED = W + "altChunk"
_KEPT = frozenset({PARAGRAPH, TABLE, EMBEDDED})


class Content(NamedTuple):
    """A paragraph, table or embedded document; ``in_contents``: inside a table of contents."""

    element: Element
    tag: str
    in_contents: bool


def contents(parent: Element, *, in_contents: bool = False) -> Iterator[Content]:
    """What stands in a body, cell, text box or note, content controls and wrappers opened."""
    for inner in parent[:]:
        tag = inner.tag
        if tag in _KEPT:
            yield Content(inner, tag, in_contents)
        elif tag == MC + "AlternateContent":
            branch = shown_branch(inner)
            if branch is not None:
                yield from contents(branch, in_contents=in_contents)
        elif tag not in NOT_SHOWN and tag not in REVISED_AWAY and len(inner):
            yield from contents(inner, in_contents=in_contents or _is_contents(inner))


def _is_contents(control: Element) -> bool:
    gallery = descendant(control, *_GALLERY)
    return gallery is not None and gallery.get(VAL) == "Table of Contents"

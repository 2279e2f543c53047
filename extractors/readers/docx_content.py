"""The paragraphs and tables of a story, out of whatever wraps them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .docx_text import NOT_SHOWN, REVISED_AWAY, shown_branch
from .docx_xml import MC, VAL, Element, W, descendant

_GALLERY = (W + "sdtPr", W + "docPartObj", W + "docPartGallery")
_KEPT = frozenset({W + "p", W + "tbl", W + "altChunk"})


class Content(NamedTuple):
    """A ``w:p``, ``w:tbl`` or ``w:altChunk``; ``in_contents``: inside a table of contents."""

    element: Element
    in_contents: bool


def contents(parent: Element, *, in_contents: bool = False) -> Iterator[Content]:
    """What stands in a body, cell, text box or note, content controls and wrappers opened."""
    for child in parent:
        if child.tag in _KEPT:
            yield Content(child, in_contents)
        elif child.tag == MC + "AlternateContent":
            branch = shown_branch(child)
            if branch is not None:
                yield from contents(branch, in_contents=in_contents)
        elif child.tag not in NOT_SHOWN and child.tag not in REVISED_AWAY and len(child):
            yield from contents(child, in_contents=in_contents or _is_contents(child))


def _is_contents(control: Element) -> bool:
    gallery = descendant(control, *_GALLERY)
    return gallery is not None and gallery.get(VAL) == "Table of Contents"

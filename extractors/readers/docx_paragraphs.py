"""Paragraphs of a Word file: text, automatic number, what their style says."""

from __future__ import annotations

from typing import NamedTuple

from ...schemas.document import Paragraph
from .docx_numbering import Label, Numbering
from .docx_styles import ParagraphStyle, Styles, outline_level
from .docx_text import REVISED_AWAY, Inline, InlineReader
from .docx_xml import Element, PropertyList, W, child, is_on


class FoundParagraph(NamedTuple):
    """A paragraph as read.

    ``text`` is printed, with its automatic number ``label``; it is empty where nothing is,
    or where it is carried over into the next paragraph because the mark between them is
    deleted or hidden. ``inline`` tells what hangs on the paragraph.
    """

    text: str
    inline: Inline
    label: Label | None
    properties: PropertyList
    style: ParagraphStyle

    def block(self, *, in_contents: bool) -> Paragraph:
        """The paragraph as a block; ``in_contents``: it stands inside a table of contents."""
        return Paragraph(
            text=self.text,
            type="toc" if in_contents or self.inline.in_contents else self.style.type,
            number=self.label.text or None if self.label else None,
            outline_level=_outline_level(self.properties, self.style),
            centred=_is_centred(self.properties, self.style),
        )


class ParagraphReader:
    """Reads the paragraphs of a document in their order, which numbers and fields need."""

    def __init__(self, styles: Styles, numbering: Numbering, inline: InlineReader) -> None:
        self._styles = styles
        self._numbering = numbering
        self._inline = inline
        self._carried = ""

    def read(self, element: Element) -> FoundParagraph:
        """The paragraph of a ``w:p``."""
        properties = PropertyList(child(element, W + "pPr"))
        style = self._styles.paragraph(properties.value("pStyle"))
        inline = self._inline.read(element, style)
        label = None
        if _is_joined_to_next(properties, inline):
            self._carried += inline.text
            text = ""
        else:
            label = self._numbering.next(properties.get("numPr"), style)
            text, self._carried = _labelled(self._carried + inline.text, label), ""
        return FoundParagraph(text, inline, label, properties, style)


def _labelled(text: str, label: Label | None) -> str:
    """The text with its number; a number without text is printed, a bullet without is not."""
    if not text.strip():
        return label.text if label is not None and any(map(str.isalnum, label.text)) else ""
    return text if label is None else label.printed + text.lstrip()


def _is_joined_to_next(properties: PropertyList, found: Inline) -> bool:
    """Whether the mark at the paragraph's end is deleted, or hidden by a style separator."""
    mark = properties.get("rPr")
    if mark is None:
        return False
    if any(child(mark, tag) is not None for tag in REVISED_AWAY):
        found.has_revisions = True
        return True
    separator = child(mark, W + "specVanish")
    return separator is not None and is_on(separator)


def _outline_level(properties: PropertyList, style: ParagraphStyle) -> int | None:
    own = properties.value("outlineLvl")
    return style.outline_level if own is None else outline_level(own)


def _is_centred(properties: PropertyList, style: ParagraphStyle) -> bool:
    own = properties.value("jc")
    return style.centred if own is None else own == "center"

"""Paragraphs of a Word file: text, automatic number, what their style says."""

from __future__ import annotations

from typing import NamedTuple

from ...schemas.document import Paragraph
from .docx_numbering import Label, Numbering
from .docx_styles import ParagraphStyle, Styles, outline_level
from .docx_text import REVISED_AWAY, Inline, InlineReader
from .docx_xml import Element, Properties, W, child, is_on, properties_among, value_in

_PROPERTIES = W + "pPr"
_STYLE = W + "pStyle"
_NUMBERING = W + "numPr"
_MARK = W + "rPr"
_OUTLINE_LEVEL = W + "outlineLvl"
_ALIGNMENT = W + "jc"


class FoundParagraph(NamedTuple):
    """A paragraph as read.

    ``text`` is printed, with its automatic number ``label``; it is empty where nothing is,
    or where it is carried over into the next paragraph because the mark between them is
    deleted or hidden. ``inline`` tells what hangs on the paragraph.
    """

    text: str
    inline: Inline
    label: Label | None
    properties: Properties
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
        children = element[:]
        found = properties_among(children, _PROPERTIES)
        style = self._styles.paragraph(value_in(found, _STYLE))
        inline = self._inline.read(children, style)
        label = None
        if _is_joined_to_next(found, inline):
            self._carried += inline.text
            text = ""
        else:
            label = self._numbering.next(found.get(_NUMBERING), style)
            text, self._carried = _labelled(self._carried + inline.text, label), ""
        return FoundParagraph(text, inline, label, found, style)


def _labelled(text: str, label: Label | None) -> str:
    """The text with its number; a number without text is printed, a bullet without is not."""
    if not text.strip():
        return label.text if label is not None and any(map(str.isalnum, label.text)) else ""
    return text if label is None else label.printed + text.lstrip()


def _is_joined_to_next(properties: Properties, inline: Inline) -> bool:
    """Whether the mark at the paragraph's end is deleted, or hidden by a style separator."""
    mark = properties.get(_MARK)
    if mark is None:
        return False
    if any(child(mark, tag) is not None for tag in REVISED_AWAY):
        inline.has_revisions = True
        return True
    separator = child(mark, W + "specVanish")
    return separator is not None and is_on(separator)


def _outline_level(properties: Properties, style: ParagraphStyle) -> int | None:
    own = value_in(properties, _OUTLINE_LEVEL)
    return style.outline_level if own is None else outline_level(own)


def _is_centred(properties: Properties, style: ParagraphStyle) -> bool:
    own = value_in(properties, _ALIGNMENT)
    return style.centred if own is None else own == "center"

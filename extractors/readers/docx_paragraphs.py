"""Paragraphs of a Word file: text, automatic number, what their style says."""

from __future__ import annotations

from dataclasses import dataclass

from ...schemas.document import Paragraph
from .docx_numbering import Label, Numbering
from .docx_styles import ParagraphStyle, Styles, outline_level
from .docx_text import REVISED_AWAY, Inline, InlineReader
from .docx_xml import Element, W, is_on, value


@dataclass(frozen=True, slots=True)
class ParagraphFound:
    """A paragraph with what hangs on it.

    ``paragraph`` is null where nothing is printed, or where the text is carried over into
    the next paragraph because the mark between them is deleted or hidden.
    """

    paragraph: Paragraph | None
    inline: Inline


class ParagraphReader:
    """Reads the paragraphs of a document in their order, which numbers and fields need."""

    def __init__(self, styles: Styles, numbering: Numbering, inline: InlineReader) -> None:
        self._styles = styles
        self._numbering = numbering
        self._inline = inline
        self._carried = ""

    def read(self, element: Element, *, in_contents: bool) -> ParagraphFound:
        """One paragraph; ``in_contents``: it stands inside a table of contents."""
        properties = element.find(W + "pPr")
        style = self._styles.paragraph(None if properties is None else value(properties, "pStyle"))
        found = self._inline.read(element, style)
        if _is_joined_to_next(properties, found):
            self._carried += found.text
            return ParagraphFound(None, found)
        own = None if properties is None else properties.find(W + "numPr")
        label = self._numbering.next(own, style)
        text, self._carried = self._carried + found.text, ""
        text = _labelled(text, label)
        if not text:
            return ParagraphFound(None, found)
        paragraph = Paragraph(
            text=text,
            type="toc" if in_contents or found.in_contents else style.type,
            number=label.text or None if label else None,
            outline_level=_outline_level(properties, style),
            centred=_is_centred(properties, style),
        )
        return ParagraphFound(paragraph, found)


def _labelled(text: str, label: Label | None) -> str:
    """The text with its number; a number without text is printed, a bullet without is not."""
    if not text.strip():
        return label.text if label is not None and any(map(str.isalnum, label.text)) else ""
    return text if label is None else label.printed + text.lstrip()


def _is_joined_to_next(properties: Element | None, found: Inline) -> bool:
    """Whether the mark at the paragraph's end is deleted, or hidden by a style separator."""
    mark = None if properties is None else properties.find(W + "rPr")
    if mark is None:
        return False
    if any(mark.find(tag) is not None for tag in REVISED_AWAY):
        found.has_revisions = True
        return True
    separator = mark.find(W + "specVanish")
    return separator is not None and is_on(separator)


def _outline_level(properties: Element | None, style: ParagraphStyle) -> int | None:
    own = None if properties is None else value(properties, "outlineLvl")
    return style.outline_level if own is None else outline_level(own)


def _is_centred(properties: Element | None, style: ParagraphStyle) -> bool:
    own = None if properties is None else value(properties, "jc")
    return style.centred if own is None else own == "center"

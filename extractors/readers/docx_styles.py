"""What a paragraph's style says about it, through the chain of styles it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...schemas.document import BlockType
from .docx_xml import VAL, Element, W, descendant, is_on, number, value

_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(
    r"(?:toc|目录)\s*(?:[1-9]|heading|标题)|table of figures|图表目录", re.I
)
_TYPE_OF_NAME: tuple[tuple[str, BlockType], ...] = (
    ("title", "title"),
    ("标题", "title"),
    ("caption", "caption"),
    ("题注", "caption"),
)
_MAX_CHAIN = 32


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with what it inherits.

    ``outline_level`` is 1 for the highest, null for body text. ``numbering`` and
    ``numbering_level`` are null where the style has none; ``numbered_by`` is the style of
    the chain that gives the number. ``type`` is what the style's name says the paragraph is.
    """

    type: BlockType = "paragraph"
    outline_level: int | None = None
    centred: bool = False
    hidden: bool = False
    numbering: str | None = None
    numbering_level: int | None = None
    numbered_by: str | None = None


class Styles:
    """The styles of a document by their id; without a styles part every paragraph is plain.

    Styles of tables are none of a paragraph, even of one that names them.
    """

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._hidden_characters: dict[str, bool] = {}
        self._default: str | None = None
        self._all_hidden = False
        if root is not None:
            self._index(root)

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The style of a paragraph; the document's default style where it names none."""
        if style_id not in self._paragraphs:
            known = style_id if style_id in self._elements else self._default
            self._paragraphs[style_id] = self._resolve(known)
        return self._paragraphs[style_id]

    def hides_characters(self, style_id: str) -> bool:
        """Whether a character style hides its text."""
        if style_id not in self._hidden_characters:
            self._hidden_characters[style_id] = _hidden(self._chain(style_id), default=False)
        return self._hidden_characters[style_id]

    def numbering_of(self, style_id: str) -> str | None:
        """The numbering that a numbering style names; null where it names none."""
        element = self._elements.get(style_id)
        return value(descendant(element, W + "pPr", W + "numPr"), "numId")

    def _index(self, root: Element) -> None:
        for element in root.iter(W + "style"):
            style_id, kind = element.get(W + "styleId"), element.get(W + "type")
            if style_id is None or kind == "table":
                continue
            self._elements[style_id] = element
            is_default = element.get(W + "default") in ("1", "true", "on")
            if is_default and kind == "paragraph":
                self._default = style_id
        switch = descendant(root, W + "docDefaults", W + "rPrDefault", W + "rPr", W + "vanish")
        self._all_hidden = switch is not None and is_on(switch)

    def _chain(self, style_id: str | None) -> tuple[tuple[str, Element], ...]:
        """The style and those it is based on, nearest first; a loop is cut."""
        chain: dict[str, Element] = {}
        while style_id in self._elements and style_id not in chain and len(chain) < _MAX_CHAIN:
            chain[style_id] = self._elements[style_id]
            style_id = value(chain[style_id], "basedOn")
        return tuple(chain.items())

    def _resolve(self, style_id: str | None) -> ParagraphStyle:
        chain = self._chain(style_id)
        names = [value(element, "name") or "" for _, element in chain]
        alignment = next(_values(chain, "jc"), None)
        numbered_by, numbering, numbering_level = _numbering(chain)
        return ParagraphStyle(
            type=_block_type(names),
            outline_level=_outline_level(chain, names),
            centred=alignment == "center",
            hidden=_hidden(chain, default=self._all_hidden),
            numbering=numbering,
            numbering_level=numbering_level,
            numbered_by=numbered_by,
        )


Chain = tuple[tuple[str, Element], ...]


def outline_level(text: str | None) -> int | None:
    """The level that ``w:outlineLvl`` names, 1 for the highest; null for body text."""
    level = number(text)
    return level + 1 if level is not None and 0 <= level <= 8 else None


def _values(chain: Chain, name: str) -> Iterator[str]:
    for _, element in chain:
        found = descendant(element, W + "pPr", W + name)
        if found is not None:
            yield found.get(VAL) or ""


def _outline_level(chain: Chain, names: list[str]) -> int | None:
    for (_, element), name in zip(chain, names, strict=True):
        found = descendant(element, W + "pPr", W + "outlineLvl")
        if found is not None:
            return outline_level(found.get(VAL))
        if heading := _HEADING_NAME.fullmatch(name.strip()):
            return int(heading[1])
    return None


def _block_type(names: list[str]) -> BlockType:
    for name in names:
        if (kind := _type_of_name(name)) is not None:
            return kind
    return "paragraph"


def _type_of_name(name: str) -> BlockType | None:
    name = name.strip().casefold()
    if _CONTENTS_NAME.fullmatch(name):
        return "toc"
    return next((kind for known, kind in _TYPE_OF_NAME if name == known), None)


def _hidden(chain: Chain, *, default: bool) -> bool:
    for _, element in chain:
        switch = descendant(element, W + "rPr", W + "vanish")
        if switch is not None:
            return is_on(switch)
    return default


def _numbering(chain: Chain) -> tuple[str | None, str | None, int | None]:
    level: int | None = None
    for style_id, element in chain:
        properties = descendant(element, W + "pPr", W + "numPr")
        if properties is None:
            continue
        if level is None:
            level = number(value(properties, "ilvl"))
        numbering = value(properties, "numId")
        if numbering is not None:
            return style_id, numbering, level
    return None, None, level

"""The numbers that Word draws in front of paragraphs and the text does not hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .docx_number_formats import format_number
from .docx_styles import ParagraphStyle, Styles
from .docx_xml import MC, VAL, Element, W, child, descendant, is_on, number, value

_LEVELS = 9
_PLACEHOLDER = re.compile("%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_BULLET = "•"
_CLOSED_BY_ITSELF = "、，。．：；）】〕〉》」』"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    ``restarts_after`` counts levels from 1: the number starts again after that level or a
    higher one; 0 is never. ``style`` is the paragraph style tied to the level, or null.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restarts_after: int = 0
    suffix: str = "tab"
    legal: bool = False
    hidden: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class NumberingList:
    """A list that paragraphs refer to: ``definition`` names the counters it shares."""

    definition: str
    levels: Mapping[int, Level]
    start_overrides: Mapping[int, int]


@dataclass(slots=True)
class _Counters:
    values: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._lists = _Lists(root, styles)
        self._counters: dict[str, _Counters] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, properties: Element | None, style: ParagraphStyle) -> Label | None:
        """The number of the next paragraph in reading order; null where it has none.

        ``properties`` is the paragraph's own ``w:numPr``, which goes before its style's.
        """
        if properties is None and style.numbering is None:
            return None
        own = value(properties, "numId")
        numbering = style.numbering if own is None else own
        found = None if numbering is None else self._lists.get(numbering)
        if numbering is None or found is None:
            return None
        level = number(value(properties, "ilvl"))
        if level is None:
            level = 0 if own is not None else _level_of_style(found, style)
        if level not in found.levels:
            return None
        self._advance(numbering, found, level)
        return self._label(found, level)

    def _advance(self, numbering: str, found: NumberingList, level: int) -> None:
        counters = self._counters.setdefault(found.definition, _Counters()).values
        definition = found.levels[level]
        override = found.start_overrides.get(level)
        current = counters[level]
        if override is not None and (numbering, level) not in self._started:
            counters[level] = override
        else:
            counters[level] = definition.start if current is None else current + 1
        self._started.add((numbering, level))
        for deeper in range(level + 1, _LEVELS):
            if deeper in found.levels and level < found.levels[deeper].restarts_after:
                counters[deeper] = None

    def _label(self, found: NumberingList, level: int) -> Label | None:
        definition = found.levels[level]
        if definition.hidden:
            return None
        if definition.format == "bullet":
            return Label(_PRIVATE_USE.sub(_BULLET, definition.text), definition.suffix)
        counters = self._counters[found.definition].values

        def spell(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            referred = found.levels.get(at, Level())
            current = counters[at]
            shown = referred.start if current is None else current
            return format_number(shown, "decimal" if definition.legal else referred.format)

        return Label(_PLACEHOLDER.sub(spell, definition.text), definition.suffix)


@dataclass(frozen=True, slots=True)
class Label:
    """An automatic number and what Word puts between it and the text (tab, space, nothing)."""

    text: str
    suffix: str

    @property
    def printed(self) -> str:
        """The number with the gap after it; a mark that closes itself needs none."""
        if not self.text or self.suffix == "nothing" or self.text[-1] in _CLOSED_BY_ITSELF:
            return self.text
        return self.text + " "


def _level_of_style(found: NumberingList, style: ParagraphStyle) -> int:
    """The level tied to the style; else the one that the style itself names."""
    tied = (at for at, level in found.levels.items() if level.style == style.numbered_by)
    return next(tied, style.numbering_level or 0)


class _Lists:
    """The lists of a document, each read when a paragraph refers to it: most are never used."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        definitions = () if root is None else root.iter(W + "abstractNum")
        numbers = () if root is None else root.iter(W + "num")
        self._definitions = {found.get(W + "abstractNumId"): found for found in definitions}
        self._numbers = {found.get(W + "numId"): found for found in numbers}
        self._styles = styles
        self._read: dict[str, NumberingList | None] = {}

    def get(self, numbering: str) -> NumberingList | None:
        """The list with this number; null where there is none, or nothing defines it."""
        if numbering not in self._read:
            self._read[numbering] = self._list(numbering)
        return self._read[numbering]

    def _list(self, numbering: str) -> NumberingList | None:
        element = self._numbers.get(numbering)
        definition = self._definitions.get(value(element, "abstractNumId"))
        if element is None or definition is None:
            return None
        link = value(definition, "numStyleLink")
        linked = self._numbers.get(self._styles.numbering_of(link)) if link else None
        if linked is not None:
            definition = self._definitions.get(value(linked, "abstractNumId"), definition)
        return _read_list(definition, element)


def _read_list(definition: Element, element: Element) -> NumberingList:
    levels = _read_levels(definition)
    starts: dict[int, int] = {}
    for override in element.iter(W + "lvlOverride"):
        levels |= _read_levels(override)
        level = number(override.get(W + "ilvl"))
        start = number(value(override, "startOverride"))
        if level is not None and start is not None:
            starts[level] = start
    return NumberingList(definition.get(W + "abstractNumId") or "", levels, starts)


def _read_levels(parent: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in parent.iter(W + "lvl"):
        at = number(element.get(W + "ilvl"))
        if at is not None and 0 <= at < _LEVELS:
            levels[at] = _read_level(element, at)
    return levels


def _read_level(element: Element, at: int) -> Level:
    restart = number(value(element, "lvlRestart"))
    start = number(value(element, "start"))
    legal = child(element, W + "isLgl")
    hidden = descendant(element, W + "rPr", W + "vanish")
    return Level(
        start=0 if start is None else start,
        format=_format(element),
        text=value(element, "lvlText") or "",
        restarts_after=at if restart is None else min(restart, at),
        suffix=value(element, "suff") or "tab",
        legal=legal is not None and is_on(legal),
        hidden=hidden is not None and is_on(hidden),
        style=value(element, "pStyle"),
    )


def _format(element: Element) -> str:
    """The numbering format; of a custom one the fallback that stands beside it."""
    plain = child(element, W + "numFmt")
    if plain is None:
        plain = descendant(element, MC + "AlternateContent", MC + "Fallback", W + "numFmt")
    return (None if plain is None else plain.get(VAL)) or "decimal"

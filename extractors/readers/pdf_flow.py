"""A PDF's blocks in reading order: paragraphs over line and page breaks, tables over pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ...schemas.document import Block, BlockType, Paragraph
from .pdf_fitting import fitted, on_common_edges
from .pdf_joining import Measure, goes_on, joined, measure_of
from .pdf_lines import Line
from .pdf_parts import Part, continues
from .pdf_tables import joined_table


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as laid out: its free lines and the parts of its tables."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]


def blocks_of(
    sheets: Sequence[Sheet],
    furniture: Sequence[Mapping[int, BlockType]],
    is_label: Callable[[str], bool],
) -> Iterator[Block]:
    """The document's blocks; headers and footers stand where their page begins and ends.

    ``furniture`` tells for every sheet which of its lines are headers and footers.
    """
    flow = _Flow(_measures(sheets, furniture), _pitch(sheets))
    for sheet, kinds in zip(sheets, furniture, strict=True):
        for kind, item in _items(sheet, kinds):
            if kind and isinstance(item, Line):
                flow.aside.append(_paragraph([item], [], type=kind))
            else:
                yield from flow.add(item, is_label)
    yield from flow.finish(is_label)


def _items(
    sheet: Sheet, kinds: Mapping[int, BlockType]
) -> list[tuple[BlockType | None, Line | Part]]:
    """Headers, then lines and tables from the top, then footers."""
    order = {"header": 0, "footer": 2}
    items: list[tuple[BlockType | None, Line | Part]] = [
        *((kinds.get(at), line) for at, line in enumerate(sheet.lines)),
        *((None, part) for part in sheet.parts),
    ]
    return sorted(items, key=lambda item: (order.get(item[0] or "", 1), item[1].top))


def _measures(
    sheets: Sequence[Sheet], furniture: Sequence[Mapping[int, BlockType]]
) -> dict[int, Measure]:
    """The margins of every page, taken from all pages of its width."""
    by_width: dict[int, list[Line]] = {}
    for sheet, kinds in zip(sheets, furniture, strict=True):
        running = (line for at, line in enumerate(sheet.lines) if at not in kinds)
        by_width.setdefault(round(sheet.width), []).extend(running)
    measures = {width: measure_of(lines, width) for width, lines in by_width.items() if lines}
    return {
        sheet.number: measures[round(sheet.width)]
        for sheet in sheets
        if round(sheet.width) in measures
    }


def _pitch(sheets: Sequence[Sheet]) -> float:
    """The usual distance from one line to the next."""
    steps = [
        two.top - one.top
        for sheet in sheets
        for one, two in pairwise(sheet.lines)
        if 0 < two.top - one.top < 4 * one.size
    ]
    return median(steps) if steps else 1000.0


class _Flow:
    """Collects the paragraph or table that is being read; furniture waits until it ends."""

    def __init__(self, measures: Mapping[int, Measure], pitch: float) -> None:
        self.measures = measures
        self.pitch = pitch
        self.lines: list[Line] = []
        self.parts: list[Part] = []
        self.aside: list[Paragraph] = []

    def add(self, item: Line | Part, is_label: Callable[[str], bool]) -> Iterator[Block]:
        if isinstance(item, Part) and self.parts and not self.lines:
            item = fitted(self.parts[-1], item)
        if not self._continued(item):
            yield from self.finish(is_label)
        if isinstance(item, Line):
            self.lines.append(item)
        else:
            self.parts.append(item)

    def finish(self, is_label: Callable[[str], bool]) -> Iterator[Block]:
        """What was being read, as a block, and the furniture that stood in its way."""
        if self.lines:
            measure = self.measures[self.lines[0].page]
            centred = all(measure.centres(line) for line in self.lines)
            yield _paragraph(self.lines, [False] * (len(self.lines) - 1), centred=centred)
        if self.parts:
            yield joined_table(on_common_edges(self.parts), is_label)
        yield from self.aside
        self.lines, self.parts, self.aside = [], [], []

    def _continued(self, item: Line | Part) -> bool:
        if isinstance(item, Part):
            return bool(self.parts) and not self.lines and continues(self.parts[-1], item)
        if not self.lines:
            return False
        previous = self.lines[-1]
        pitch = self.pitch if previous.page == item.page else None
        return goes_on(previous, item, self.measures[item.page], pitch)


def _paragraph(
    lines: Sequence[Line],
    breaks: Sequence[bool],
    *,
    type: BlockType = "paragraph",
    centred: bool = False,
) -> Paragraph:
    text = joined(lines, breaks)
    return Paragraph(text.text, type=type, centred=centred, lines=text.lines)

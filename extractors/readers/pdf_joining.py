"""Whether a printed line ends because the paragraph does, or only because it is full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from string import ascii_letters
from typing import NamedTuple

from ...schemas.document import TextLine
from ..text.fold import fold
from ..text.numbering import NO_UNIT
from .pdf_lines import Line

_TOKEN = re.compile(
    r"[(（《“‘「\[〔【〈]*(?:[A-Za-z0-9.,%％‰:/~-]+|.)(?:/(?:[A-Za-z0-9]+|.))*"
    r"[,.、。，；：！？)）》”’」\]〕】〉%％]*"
)
"""What a line break never cuts: a word or number, a character with its punctuation, 元/人."""

_CARRIED_ON = re.compile(r"[,、。，；：！？)）》”’」\]〕】〉%％]|/.")
"""What no paragraph begins with: a narrow cell has parted it from what stands before."""
_CARRYING_ON = tuple("(（《“‘「[〔【〈")
"""What no paragraph ends with, nor with a slash behind a word."""

_HEADING = (
    r"第?[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,2}[.、)）](?!\d)|附[件表]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=[\u4e00-\u9fff]{2})" + NO_UNIT
)
"""Numbers of headings; 3.2 before a unit is a number, and only white parts it from a word."""
_HEADING_MARK = re.compile(_HEADING)
_ITEM_MARK = re.compile(rf"{_HEADING}|[①-⑳]|[一二三四五六七八九十]是|注\d?[:：]")
_TITLE_ENDS = ("报告", "汇报", "说明", "函")
_SALUTATION = re.compile("^.{2,20}[：:]$")
_SENTENCE_END = "。；：！？;:!?"
_LATIN = frozenset(ascii_letters)


@dataclass(frozen=True, slots=True)
class Measure:
    """The room that lines have: where they begin, and where they must break.

    ``indents`` tells that paragraphs begin with an indent, so that no other line does.
    """

    left: float
    right: float
    indents: bool = False

    @property
    def centre(self) -> float:
        """Half way between the margins."""
        return (self.left + self.right) / 2

    def centres(self, line: Line) -> bool:
        """The line stands in the middle with white at both sides."""
        inset = min(line.x0 - self.left, self.right - line.x1)
        return inset > 2 * line.size and self.imbalance(line) < 1

    def imbalance(self, line: Line) -> float:
        """How far, in characters, the line's middle is from the middle of the margins."""
        return abs((line.x0 + line.x1) / 2 - self.centre) / line.size


def measure_of(lines: Sequence[Line], width: float) -> Measure:
    """The margins that the lines of running text keep to, on pages of this width.

    Where there is little running text, the margins are no wider than pages usually have.
    """
    size = median(line.size for line in lines)
    starts = sorted(line.x0 for line in lines)
    often = max(2, len(lines) // 30)
    ends = starts[often - 1 :]
    left = next((x for x, end in zip(starts, ends, strict=False) if end - x < 2), starts[0])
    furthest = max(line.x1 for line in lines)
    full = [line.x1 for line in lines if line.x1 > furthest - 2.5 * size]
    right = median(full) if len(full) >= _ENOUGH else max(furthest, width - left)
    if len(lines) < _FEW:
        left, right = min(left, _MARGIN * width), max(right, (1 - _MARGIN) * width)
    indented = sum(1.2 < (line.x0 - left) / line.size < 3.2 for line in lines)
    return Measure(left, right, indents=indented * 8 > len(lines))


_ENOUGH, _FEW = 3, 10
_MARGIN = 0.16


def goes_on(previous: Line, line: Line, measure: Measure, pitch: float | None) -> bool:
    """The line continues the paragraph of the one before it.

    ``pitch`` is the usual distance of two lines; null where the lines stand on two pages.
    """
    apart = pitch is not None and line.top - previous.top > 1.7 * max(pitch, line.size)
    headed = previous.text.endswith(_TITLE_ENDS) and (
        _SALUTATION.search(line.text) or starts_item(line.text, heading=True)
    )
    if apart or headed or abs(previous.size - line.size) > 0.15 * line.size:
        return False
    room = (measure.right - previous.x1 - _first_token(line)) / line.size
    ended = previous.text[-1] in _SENTENCE_END
    indent = line.x0 - measure.left
    if indent <= 1.2 * line.size:
        new = ended and (room > _LOOSE or starts_item(line.text, heading=measure.indents))
        started = previous.x0 - measure.left <= _DEEPEST_INDENT * line.size
        return started and room <= _RAGGED and not new
    if room > _LOOSE or ended or starts_item(line.text):
        return False
    if measure.imbalance(line) < _CENTRED and measure.imbalance(previous) < 1:
        return True
    beside = abs(line.x0 - previous.x0) < 0.3 * line.size
    return beside and indent < (measure.right - measure.left) / 3


_CENTRED = 0.4
_DEEPEST_INDENT = 6
"""The deepest first line, in characters; what begins further right is a closing line."""

_LOOSE, _RAGGED = 0.2, 1.6
"""The room, in characters, that a full line may leave: behind a sentence's end, and elsewhere
(a renderer keeps 元/公里 together and breaks earlier)."""


def starts_item(text: str, *, heading: bool = False) -> bool:
    """The text begins with the mark of a list's item or a heading; ``heading``: of a heading."""
    mark = _HEADING_MARK if heading else _ITEM_MARK
    return bool(mark.match(fold(text[:12])))


def _first_token(line: Line) -> float:
    match = _TOKEN.match(line.text)
    return line.edges[match.end() if match else 1] - line.x0


class Joined(NamedTuple):
    """Several printed lines as one text, and where each of them stands in it."""

    text: str
    lines: tuple[TextLine, ...]


_NOTHING = Joined("", ())


def joined(lines: Sequence[Line], breaks: Sequence[bool]) -> Joined:
    """The lines as one text; ``breaks`` tells behind which lines the text itself breaks."""
    text = lines[0].text
    placed = [lines[0].placed(0)]
    for line, broken in zip(lines[1:], breaks, strict=True):
        text += "\n" if broken else _separator(text, line.text)
        placed.append(line.placed(len(text)))
        text += line.text
    return Joined(text, tuple(placed))


def _separator(before: str, after: str) -> str:
    return " " if after[0] in _LATIN and before[-1] in _LATIN else ""


def cell_text(lines: Sequence[Line], left: float, right: float) -> Joined:
    """The text of a cell between two rules: wrapped lines joined, paragraphs broken."""
    if not lines:
        return _NOTHING
    return joined(lines, [breaks_in_cell(a, b, left, right) for a, b in pairwise(lines)])


_PADDING = 5.4
"""What word processors keep free at either side of a cell, in points."""


def breaks_in_cell(previous: Line, line: Line, left: float, right: float) -> bool:
    """A paragraph ends between two lines of a cell, so that the later one begins another."""
    if _CARRIED_ON.match(line.text) or _is_carrying_on(previous.text):
        return False
    padding = min(_PADDING, max(previous.x0 - left, 0.0))
    room = right - left - 2 * padding
    if previous.x1 - previous.x0 + _first_token(line) <= room - 0.25 * line.size:
        return True
    indented = line.x0 - left > padding + 1.5 * line.size and previous.x0 - left < 2 * padding
    return (indented or starts_item(line.text)) and previous.text[-1] in _SENTENCE_END


def _is_carrying_on(text: str) -> bool:
    return text.endswith(_CARRYING_ON) or (text[-1] == "/" and len(text) > 1)

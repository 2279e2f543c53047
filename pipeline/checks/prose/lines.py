"""Lines of running text with the figures that stand in them, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ....schemas.document import Place
from ....schemas.figure import Figure, Kind
from ....schemas.passage import Passage
from ..case import Case, remembered
from ..kept import kept
from .mentions import Mention

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_RATE_OF = re.compile(r"\)?的(?:比例|比重)?(?:为|达|约|近|超)?")
"""Between a number and a rate of it."""
_STOP = re.compile(r"[,;:。!?()\n]")
_EDGE = re.compile(r"[、,;:。!?()\n]")
_IN_NAME = re.compile(
    r"(?<=[\u4e00-\u9fff])\((?!其中|含)[\u4e00-\u9fff]{1,3}\)(?=[\u4e00-\u9fff]{1,3}\d)"
)
"""A bracket inside the name before a number: 因公出国（境）费 2万元."""
_BRACKETS = "()"
_BRACKET = re.compile(f"[{_BRACKETS}]")
_MOST = 120
"""Numbers in one sentence that can still be told apart."""

_Key = tuple[int, int | None, int | None]


@dataclass(frozen=True, eq=False)
class Line:
    """A passage and its mentions; ``text`` is folded, and all offsets count in it.

    Without slots, so that what many checks ask of it is found out once.
    """

    passage: Passage
    text: str
    figures: Sequence[Figure]
    """All figures of the report."""
    placed: tuple[tuple[int, int], ...]
    """The offset and the index of those that stand in the passage."""

    @kept
    def kinds(self) -> frozenset[Kind]:
        """The kinds of its figures."""
        return frozenset(self.figures[index].kind for _, index in self.placed)

    @kept
    def mentions(self) -> tuple[Mention, ...]:
        """Its figures with the words around them, in reading order."""
        return tuple(_mentions(self)) if self.placed else ()

    @kept
    def depths(self) -> tuple[int, ...]:
        """How many brackets are open at every character."""
        return _depths(self.text)

    @kept
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where its sentences begin and end."""
        return tuple(match.span() for match in _SENTENCE.finditer(self.text))

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that stand between two offsets."""
        return tuple([m for m in self.mentions if start <= m.start and m.end <= end])

    def sentence_of(self, offset: int) -> tuple[int, int]:
        """The sentence in which an offset lies."""
        for span in self.sentences:
            if span[0] <= offset < span[1]:
                return span
        return 0, len(self.text)

    def clause_of(self, mention: Mention) -> tuple[int, int]:
        """The clause of a mention, from one comma or stronger stop to the next."""
        behind = bisect_left(self._stops, mention.end)
        ends = (stop for stop in self._stops[behind:] if self.text[stop] not in _BRACKETS)
        starts = (
            stop + 1 for stop in self.stops_before(mention) if self.text[stop] not in _BRACKETS
        )
        return next(starts, 0), next(ends, len(self.text))

    def stops_before(self, mention: Mention) -> Iterator[int]:
        """The commas, stronger stops and brackets before a mention, the nearest first."""
        return reversed(self._stops[: bisect_left(self._stops, mention.start)])

    @kept
    def _stops(self) -> tuple[int, ...]:
        return tuple(stop.start() for stop in _STOP.finditer(self.text))


@remembered
def lines(case: Case) -> tuple[Line, ...]:
    """The passages of a report with their mentions."""
    numbered: dict[_Key, list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures):
        numbered[_key(figure.place)].append(index)
    figures = case.report.figures
    return tuple(
        Line(passage, passage.folded, figures, tuple(_placed(passage, figures, numbered)))
        for passage in case.report.passages
    )


@remembered
def numbered_lines(case: Case) -> tuple[Line, ...]:
    """Those with a number."""
    return tuple(line for line in lines(case) if line.placed)


def lines_with(case: Case, *kinds: Kind) -> Iterator[Line]:
    """Those with a number of one of these kinds."""
    return (line for line in numbered_lines(case) if not line.kinds.isdisjoint(kinds))


@remembered
def related_lines(case: Case) -> tuple[Line, ...]:
    """Those with two numbers or more, which can say something of each other."""
    several = (line for line in numbered_lines(case) if len(line.placed) > 1)
    return tuple(line for line in several if not _is_poured(line))


def _is_poured(line: Line) -> bool:
    """Whether a sentence holds more numbers than prose does: a table poured into one line.

    What its numbers have to do with each other cannot be told, and would be sought for hours.
    """
    return len(line.placed) > _MOST and any(
        len(line.within(*sentence)) > _MOST for sentence in line.sentences
    )


def _mentions(line: Line) -> Iterator[Mention]:
    """The figures at their offsets, each with the words from its neighbours or stops to it."""
    text, figures, placed = line.text, line.figures, line.placed
    starts = [start for start, _ in placed]
    ends = [start + len(figures[index].text) for start, index in placed]
    before, behind = sorted([0, *ends]), [*starts, len(text)]
    inside = {at for name in _IN_NAME.finditer(text) for at in range(*name.span())}
    stops = (edge.start() for edge in _EDGE.finditer(text))
    edges = [-1, *(at for at in stops if at not in inside), len(text)]
    for at, (start, index) in enumerate(placed):
        end = ends[at]
        low = before[bisect_right(before, start) - 1]
        high = behind[bisect_left(behind, end)]
        yield Mention(
            index,
            figures[index],
            start,
            end,
            line.depths[start],
            lead=text[max(low, edges[bisect_left(edges, start) - 1] + 1) : start].strip(),
            tail=text[end : min(high, edges[bisect_left(edges, end)])].strip(),
            is_base=any(
                figures[other].kind in ("rate", "multiple")
                and _RATE_OF.fullmatch(text, end, following)
                for following, other in placed[at + 1 : at + 2]
            ),
        )


def _placed(
    passage: Passage, figures: Sequence[Figure], numbered: Mapping[_Key, Sequence[int]]
) -> list[tuple[int, int]]:
    """The offset of every figure of a passage, with its index, in reading order."""
    found: list[tuple[int, int]] = []
    for at, piece in enumerate(passage.pieces, 1):
        for index in numbered.get((piece.block, piece.row, piece.column), ()):
            offset = piece.offset + figures[index].place.start - piece.start
            last = at == len(passage.pieces)
            end = len(passage.text) if last else passage.pieces[at].offset
            if piece.offset <= offset < end:
                found.append((offset, index))
    return sorted(found)


def _key(place: Place) -> _Key:
    return place.block, place.row, place.column


def _depths(text: str) -> tuple[int, ...]:
    if "(" not in text and ")" not in text:
        return (0,) * len(text)
    depths, depth = list[int](), 0
    for bracket in _BRACKET.finditer(text):
        depths += [depth] * (bracket.start() - len(depths))
        depth = max(0, depth + (1 if bracket[0] == "(" else -1))
        depths.append(depth)
    return (*depths, *([depth] * (len(text) - len(depths))))

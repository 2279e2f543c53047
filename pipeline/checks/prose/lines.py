"""Lines of running text with the figures that stand in them, in reading order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from ....schemas.document import Place
from ....schemas.figure import Figure
from ....schemas.passage import Passage
from ..case import Case, remembered

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_RATE_OF = re.compile(r"\)?的(?:比例|比重)?(?:为|达|约|近|超)?")
"""Between a number and a rate of it."""
_CLAUSE_STOPS = ",;:。!?\n"
_EDGES = "、,;:。!?()\n"
_MEASURABLE = frozenset({"amount", "count", "measure", "score"})
_STATED = frozenset({"eq", "approx", "plus"})
PERSONS = frozenset({"人", "名", "位"})
_BODIES = frozenset({"家", "户"})

_Key = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure where it stands in a line.

    ``depth`` counts the brackets around it. ``is_base``: a rate of it follows right away
    (完成预算84万元的73%), so that the words around are not about it.
    """

    index: int
    figure: Figure
    start: int
    end: int
    depth: int
    is_base: bool = False

    @property
    def is_level(self) -> bool:
        """Whether it says how much there is: no rate, no change, no average, no range."""
        figure = self.figure
        level = figure.aspect in (None, "level") and figure.kind in _MEASURABLE
        return level and figure.value is not None

    @property
    def is_stated(self) -> bool:
        """Whether it is a level that can be added: no threshold such as 20万元以上."""
        return self.is_level and not self.is_base and self.figure.comparator in _STATED

    @property
    def value(self) -> Decimal:
        """The value of a level; zero for a range."""
        return self.figure.value or Decimal(0)


@dataclass(frozen=True, slots=True)
class Line:
    """A passage and its mentions; ``text`` is folded, and all offsets count in it."""

    passage: Passage
    text: str
    mentions: tuple[Mention, ...]
    depths: tuple[int, ...]
    """How many brackets are open at every character."""

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where its sentences begin and end."""
        return (match.span() for match in _SENTENCE.finditer(self.text))

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that stand between two offsets."""
        return tuple(m for m in self.mentions if start <= m.start and m.end <= end)

    def sentence_of(self, offset: int) -> tuple[int, int]:
        """The sentence in which an offset lies."""
        spans = (span for span in self.sentences() if span[0] <= offset < span[1])
        return next(spans, (0, len(self.text)))

    def clause_of(self, mention: Mention) -> tuple[int, int]:
        """The clause of a mention, from one comma or stronger stop to the next."""
        start = max(self.text.rfind(stop, 0, mention.start) for stop in _CLAUSE_STOPS) + 1
        ends = (self.text.find(stop, mention.end) for stop in _CLAUSE_STOPS)
        return start, min((end for end in ends if end >= 0), default=len(self.text))

    def lead(self, mention: Mention) -> str:
        """What stands before a mention in its segment, after any earlier mention."""
        low = max((m.end for m in self.mentions if m.end <= mention.start), default=0)
        at = max(self.text.rfind(edge, low, mention.start) for edge in _EDGES)
        return self.text[max(low, at + 1) : mention.start].strip()

    def tail(self, mention: Mention) -> str:
        """What stands behind a mention in its segment, before any later mention."""
        high = min(
            (m.start for m in self.mentions if m.start >= mention.end), default=len(self.text)
        )
        ends = (self.text.find(edge, mention.end, high) for edge in _EDGES)
        return self.text[mention.end : min((e for e in ends if e >= 0), default=high)].strip()

    def label(self, mention: Mention) -> str:
        """What is said of a mention in its own segment."""
        return f"{self.lead(mention)} {self.tail(mention)}".strip()


@remembered
def lines(case: Case) -> tuple[Line, ...]:
    """The passages of a report with their mentions."""
    numbered: dict[_Key, list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures):
        numbered[_key(figure.place)].append(index)
    return tuple(_line(passage, case.report.figures, numbered) for passage in case.report.passages)


def like_units(one: Figure, other: Figure) -> bool:
    """Whether two figures can be added: the same kind of unit (人 and 名 are one)."""
    return kind_of_unit(one) == kind_of_unit(other)


def kind_of_unit(figure: Figure) -> tuple[str, str | None]:
    """What figures that can be added have in common."""
    for alike in (PERSONS, _BODIES):
        if figure.unit in alike:
            return figure.kind, min(alike)
    return figure.kind, figure.unit


def _line(
    passage: Passage, figures: Sequence[Figure], numbered: Mapping[_Key, Sequence[int]]
) -> Line:
    depths = _depths(passage.folded)
    found: list[Mention] = []
    for offset, index in _placed(passage, figures, numbered):
        figure = figures[index]
        end = offset + len(figure.text)
        found.append(Mention(index, figure, offset, end, depths[offset]))
    ordered = sorted(found, key=lambda m: m.start)
    return Line(passage, passage.folded, tuple(_with_bases(passage.folded, ordered)), depths)


def _with_bases(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    for one, following in zip_longest(mentions, mentions[1:]):
        rated = following and following.figure.kind in ("rate", "multiple")
        end = following.start if following and rated else one.end
        yield replace(one, is_base=True) if _RATE_OF.fullmatch(text, one.end, end) else one


def _placed(
    passage: Passage, figures: Sequence[Figure], numbered: Mapping[_Key, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """The offset of every figure of a passage, with its index."""
    ends = [piece.offset for piece in passage.pieces[1:]] + [len(passage.text)]
    for piece, end in zip(passage.pieces, ends, strict=True):
        for index in numbered.get((piece.block, piece.row, piece.column), ()):
            offset = piece.offset + figures[index].place.start - piece.start
            if piece.offset <= offset < end:
                yield offset, index


def _key(place: Place) -> _Key:
    return place.block, place.row, place.column


def _depths(text: str) -> tuple[int, ...]:
    depth, found = 0, list[int]()
    for char in text:
        depth = max(0, depth + (char == "(") - (char == ")"))
        found.append(depth)
    return tuple(found)

"""Lines of running text with the figures that stand in them, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ....schemas.document import Place
from ....schemas.figure import Figure
from ....schemas.passage import Passage
from ..case import Case, remembered
from .mentions import Mention

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_RATE_OF = re.compile(r"\)?的(?:比例|比重)?(?:为|达|约|近|超)?")
"""Between a number and a rate of it."""
_CLAUSE_STOPS = ",;:。!?\n"
_EDGE = re.compile(r"[、,;:。!?()\n]")
_MOST = 120
"""Numbers in one sentence that can still be told apart."""

_Key = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A passage and its mentions; ``text`` is folded, and all offsets count in it."""

    passage: Passage
    text: str
    mentions: tuple[Mention, ...]
    depths: tuple[int, ...]
    """How many brackets are open at every character."""
    sentences: tuple[tuple[int, int], ...]
    """Where its sentences begin and end."""

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that stand between two offsets."""
        return tuple(m for m in self.mentions if start <= m.start and m.end <= end)

    def sentence_of(self, offset: int) -> tuple[int, int]:
        """The sentence in which an offset lies."""
        spans = (span for span in self.sentences if span[0] <= offset < span[1])
        return next(spans, (0, len(self.text)))

    def clause_of(self, mention: Mention) -> tuple[int, int]:
        """The clause of a mention, from one comma or stronger stop to the next."""
        start = max(self.text.rfind(stop, 0, mention.start) for stop in _CLAUSE_STOPS) + 1
        ends = (self.text.find(stop, mention.end) for stop in _CLAUSE_STOPS)
        return start, min((end for end in ends if end >= 0), default=len(self.text))


@remembered
def lines(case: Case) -> tuple[Line, ...]:
    """The passages of a report with their mentions."""
    numbered: dict[_Key, list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures):
        numbered[_key(figure.place)].append(index)
    return tuple(_line(passage, case.report.figures, numbered) for passage in case.report.passages)


@remembered
def numbered_lines(case: Case) -> tuple[Line, ...]:
    """Those with a number."""
    return tuple(line for line in lines(case) if line.mentions)


@remembered
def related_lines(case: Case) -> tuple[Line, ...]:
    """Those with two numbers or more, which can say something of each other."""
    several = (line for line in numbered_lines(case) if len(line.mentions) > 1)
    return tuple(line for line in several if not _is_poured(line))


def _is_poured(line: Line) -> bool:
    """Whether a sentence holds more numbers than prose does: a table poured into one line.

    What its numbers have to do with each other cannot be told, and would be sought for hours.
    """
    return len(line.mentions) > _MOST and any(
        len(line.within(*sentence)) > _MOST for sentence in line.sentences
    )


def _line(
    passage: Passage, figures: Sequence[Figure], numbered: Mapping[_Key, Sequence[int]]
) -> Line:
    text, depths = passage.folded, _depths(passage.folded)
    placed = sorted(_placed(passage, figures, numbered))
    mentions = tuple(_mentions(text, depths, figures, placed)) if placed else ()
    sentences = tuple(match.span() for match in _SENTENCE.finditer(text))
    return Line(passage, text, mentions, depths, sentences)


def _mentions(
    text: str,
    depths: Sequence[int],
    figures: Sequence[Figure],
    placed: Sequence[tuple[int, int]],
) -> Iterator[Mention]:
    """The figures at their offsets, each with the words from its neighbours or stops to it."""
    spans = [(start, start + len(figures[index].text)) for start, index in placed]
    edges = [edge.start() for edge in _EDGE.finditer(text)]
    for at, (start, end) in enumerate(spans):
        low = max((other for _, other in spans if other <= start), default=0)
        high = min((other for other, _ in spans if other >= end), default=len(text))
        before = edges[bisect_left(edges, low) : bisect_left(edges, start)]
        behind = edges[bisect_left(edges, end) : bisect_left(edges, high)]
        index = placed[at][1]
        yield Mention(
            index,
            figures[index],
            start,
            end,
            depths[start],
            lead=text[before[-1] + 1 if before else low : start].strip(),
            tail=text[end : behind[0] if behind else high].strip(),
            is_base=any(
                figures[other].kind in ("rate", "multiple")
                and _RATE_OF.fullmatch(text, end, following)
                for following, other in placed[at + 1 : at + 2]
            ),
        )


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
    if "(" not in text and ")" not in text:
        return (0,) * len(text)
    depth, found = 0, list[int]()
    for char in text:
        depth = max(0, depth + (char == "(") - (char == ")"))
        found.append(depth)
    return tuple(found)

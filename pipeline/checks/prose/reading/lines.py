"""Lines of running text with the figures that stand in them, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .....schemas.document import Place
from .....schemas.figure import Aspect, Figure, Kind
from .....schemas.passage import Passage, Piece
from ...case import Case, remembered
from ...kept import kept
from .mentions import Mention

_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_RATE_OF = re.compile(r"\)?的(?:比例|比重|比率)?(?:为|达|约|近|超)?")
"""Between a number and a rate of it."""
_STOP = re.compile(r"[,;:。!?()\n]")
_EDGE = re.compile(r"[、,;:。!?()\n]")
_IN_NAME = re.compile(
    r"(?<=[\u4e00-\u9fff])\((?!其中|含)[\u4e00-\u9fff]{1,3}\)(?=[\u4e00-\u9fff]{1,3}\d)"
)
"""A bracket inside the name before a number: 因公出国（境）费 2万元."""
_GROUPED = "_"
_BRACKETS = "()"
_BRACKET = re.compile(f"[{_BRACKETS}]")
_RATES = frozenset({"rate", "multiple"})
_MOST = 120
"""Numbers in one sentence that can still be told apart."""

_Key = tuple[int, int | None, int | None]


@dataclass(eq=False)
class Line:
    """A passage and its mentions; ``text`` is folded, and all offsets count in it.

    Its numbers are printed 2_653 in it for 2,653, so that every comma is a stop.
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
        return frozenset([self.figures[index].kind for _, index in self.placed])

    @kept
    def aspects(self) -> frozenset[Aspect | None]:
        """The aspects of its figures."""
        return frozenset([self.figures[index].aspect for _, index in self.placed])

    @kept
    def values(self) -> frozenset[Decimal | None]:
        """The values of its figures."""
        return frozenset([self.figures[index].value for _, index in self.placed])

    @kept
    def years(self) -> frozenset[int]:
        """The years in which the periods of its figures begin."""
        starts = [self.figures[index].period_start for _, index in self.placed]
        return frozenset([start.year for start in starts if start])

    @kept
    def mentions(self) -> tuple[Mention, ...]:
        """Its figures with the words around them, in reading order."""
        return tuple(_mentions(self)) if self.placed else ()

    @kept
    def stated(self) -> tuple[Mention, ...]:
        """Those of its mentions that tell a level that can be added."""
        return tuple([mention for mention in self.mentions if mention.is_stated])

    @kept
    def has_base(self) -> bool:
        """Whether a rate follows right behind one of its numbers, and is of that."""
        return any(mention.is_base for mention in self.mentions)

    @kept
    def by_sentence(self) -> tuple[tuple[Mention, ...], ...]:
        """The mentions of each of its sentences."""
        return tuple([self.within(*span) for span in self.sentences])

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
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return tuple([m for m in self.mentions[first:last] if m.end <= end])

    def before(self, mention: Mention) -> Mention | None:
        """The last mention that ends where this one begins, or earlier."""
        ahead = self.mentions[: bisect_left(self._starts, mention.start)]
        return next((m for m in reversed(ahead) if m.end <= mention.start), None)

    def behind(self, offset: int) -> Mention | None:
        """The first mention that begins at an offset, or later."""
        at = bisect_left(self._starts, offset)
        return self.mentions[at] if at < len(self.mentions) else None

    def says(self, wanted: re.Pattern[str]) -> bool:
        """Whether a word stands anywhere in it; if not, no mention has it beside itself."""
        word = wanted.pattern
        if word not in self._said:
            self._said[word] = wanted.search(self.text) is not None
        return self._said[word]

    def sentence_of(self, offset: int) -> tuple[int, int]:
        """The sentence in which an offset lies."""
        for span in self.sentences:
            if span[0] <= offset < span[1]:
                return span
        return 0, len(self.text)

    def clause_of(self, mention: Mention) -> tuple[int, int]:
        """The clause of a mention, from one comma or stronger stop to the next."""
        ends = self._clause_ends
        before, behind = bisect_left(ends, mention.start), bisect_left(ends, mention.end)
        return (
            ends[before - 1] + 1 if before else 0,
            ends[behind] if behind < len(ends) else len(self.text),
        )

    def stops_before(self, mention: Mention) -> Iterator[int]:
        """The commas, stronger stops and brackets before a mention, the nearest first."""
        return reversed(self._stops[: bisect_left(self._stops, mention.start)])

    @kept
    def _stops(self) -> tuple[int, ...]:
        return tuple([stop.start() for stop in _STOP.finditer(self.text)])

    @kept
    def _clause_ends(self) -> tuple[int, ...]:
        return tuple([stop for stop in self._stops if self.text[stop] not in _BRACKETS])

    @kept
    def _starts(self) -> tuple[int, ...]:
        return tuple([start for start, _ in self.placed])

    @kept
    def _said(self) -> dict[str, bool]:
        return {}


@remembered
def lines(case: Case) -> tuple[Line, ...]:
    """The passages of a report with their mentions."""
    numbered: dict[_Key, list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures):
        numbered[_key(figure.place)].append(index)
    return tuple([_line(case, passage, numbered) for passage in case.report.passages])


def _line(case: Case, passage: Passage, numbered: Mapping[_Key, Sequence[int]]) -> Line:
    figures = case.report.figures
    placed = _placed(passage, figures, numbered)
    return Line(passage, _without_commas(passage.folded, figures, placed), figures, placed)


def _without_commas(text: str, figures: Sequence[Figure], placed: Sequence[tuple[int, int]]) -> str:
    """The text with another mark for the commas inside its numbers."""
    if "," not in text:
        return text
    for start, index in placed:
        end = start + len(figures[index].text)
        if "," in text[start:end]:
            text = f"{text[:start]}{text[start:end].replace(',', _GROUPED)}{text[end:]}"
    return text


@remembered
def numbered_lines(case: Case) -> tuple[Line, ...]:
    """Those with a number."""
    return tuple(line for line in lines(case) if line.placed)


def lines_with(case: Case, *kinds: Kind) -> Sequence[Line]:
    """Those with a number of one of these kinds."""
    known = _by_kinds(case)
    if kinds not in known:
        known[kinds] = [line for line in numbered_lines(case) if not line.kinds.isdisjoint(kinds)]
    return known[kinds]


@remembered
def _by_kinds(_: Case) -> dict[tuple[Kind, ...], Sequence[Line]]:
    """What ``lines_with`` was asked for."""
    return {}


@remembered
def related_lines(case: Case) -> tuple[Line, ...]:
    """Those with two numbers or more, which can say something of each other."""
    several = (line for line in numbered_lines(case) if len(line.placed) > 1)
    return tuple(line for line in several if not _is_poured(line))


def related_lines_of(case: Case, *aspects: Aspect) -> Iterator[Line]:
    """Those of them with a number of one of these aspects."""
    return (line for line in related_lines(case) if not line.aspects.isdisjoint(aspects))


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
    before, behind, edges = sorted([0, *ends]), [*starts, len(text)], _edges(text)
    for at, (start, index) in enumerate(placed):
        end = ends[at]
        low = max(before[bisect_right(before, start) - 1], edges[bisect_left(edges, start) - 1] + 1)
        high = min(behind[bisect_left(behind, end)], edges[bisect_left(edges, end)])
        lead, tail = text[low:start].strip(), text[end:high].strip()
        based = _is_base(line, at, end)
        yield Mention(index, figures[index], start, end, line.depths[start], lead, tail, based)


def _edges(text: str) -> list[int]:
    """Where segments begin and end: at stops, but not at brackets inside a name."""
    names = _IN_NAME.finditer(text) if "(" in text else ()
    inside = {at for name in names for at in range(*name.span())}
    stops = [edge.start() for edge in _EDGE.finditer(text)]
    return [-1, *(at for at in stops if at not in inside), len(text)]


def _is_base(line: Line, at: int, end: int) -> bool:
    """Whether a rate of the number, which ends at ``end``, follows right away."""
    for following, other in line.placed[at + 1 : at + 2]:
        if line.figures[other].kind in _RATES:
            return _RATE_OF.fullmatch(line.text, end, following) is not None
    return False


def _placed(
    passage: Passage, figures: Sequence[Figure], numbered: Mapping[_Key, Sequence[int]]
) -> tuple[tuple[int, int], ...]:
    """The offset of every figure of a passage, with its index, in reading order."""
    pieces = passage.pieces
    if len(pieces) == 1 and _key(pieces[0]) not in numbered:
        return ()
    found: list[tuple[int, int]] = []
    for at, piece in enumerate(pieces, 1):
        end = len(passage.text) if at == len(pieces) else pieces[at].offset
        for index in numbered.get(_key(piece), ()):
            offset = piece.offset + figures[index].place.start - piece.start
            if piece.offset <= offset < end:
                found.append((offset, index))
    return tuple(sorted(found))


def _key(place: Place | Piece) -> _Key:
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

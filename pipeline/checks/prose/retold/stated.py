"""Numbers of running text as statements of a fact."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache

from .....schemas.figure import Figure
from ...case import Case, remembered
from ...kept import kept
from ..reading.lines import Line, numbered_lines
from ..reading.mentions import Mention
from ..reading.names import bare
from ..reading.words import relations

_TIME = re.compile(
    r"(?:截至|截止|到)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|末|初)?"
    r"(?:年末|年底|目前|我局|我区|我县|我市|共|现有的?|,)*"
)
_NO_LINK = frozenset("的了等个项家户共为达有在和及与约近超已是并新、“”()年月日0123456789.%万亿元 ")
_SHORT = 2
_REMEMBERED = 4096
_NAMING = re.compile("[\u4e00-\u9fffA-Za-z]")


@dataclass(eq=False)
class Stated:
    """A number of running text, in its line; without slots, as ``Line`` is."""

    line: Line
    mention: Mention

    @kept
    def figure(self) -> Figure:
        """What was read of it."""
        return self.mention.figure

    @property
    def label(self) -> str:
        """All that its segment says of it."""
        return self.mention.label

    @kept
    def called(self) -> str:
        """What is said right around it, without words that name nothing."""
        return _called(self.label)

    @kept
    def name(self) -> str:
        """The same without time and lead-in words."""
        return bare(_TIME.sub("", self.label, count=1)).replace(" ", "")

    @kept
    def meaning(self) -> Hashable:
        """What kind of number it is: of which aspect and role, rising or falling, how exact."""
        figure = self.figure
        return figure.aspect, figure.role or "actual", figure.direction, figure.comparator

    @kept
    def clause(self) -> frozenset[str]:
        """The characters of its clause that can link it to another."""
        start, end = self.line.clause_of(self.mention)
        known = frozenset(self.figure.subject or "")
        own = frozenset(self.line.text[start:end]) - _NO_LINK
        return own - known if len(known) <= _SHORT else own

    @kept
    def wording(self) -> frozenset[str]:
        """The characters that it is called by, in whatever order."""
        return _wording(self.label)

    @kept
    def before(self) -> str:
        """Its sentence up to its own clause."""
        start, _ = self.line.sentence_of(self.mention.start)
        return self.line.text[start : self.line.clause_of(self.mention)[0]]

    @kept
    def narrowed(self) -> bool:
        """Whether what its sentence says before may be what it is told of."""
        return bool(relations().names.narrowing.search(self.before))

    @property
    def opens_sentence(self) -> bool:
        """Whether no clause before it in its sentence can say what it is of."""
        start, _ = self.line.sentence_of(self.mention.start)
        return self.line.clause_of(self.mention)[0] <= start


@lru_cache(_REMEMBERED)
def _called(label: str) -> str:
    return relations().names.lead_in.sub("", label)


@lru_cache(_REMEMBERED)
def _wording(label: str) -> frozenset[str]:
    return frozenset(_NAMING.findall(_called(label)))


@remembered
def _named(case: Case) -> tuple[Stated, ...]:
    """The numbers of running text that have a subject."""
    return tuple(
        [
            Stated(line, mention)
            for line in numbered_lines(case)
            if line.passage.cell is None
            for mention in line.mentions
            if mention.figure.subject
        ]
    )


@remembered
def statements(case: Case) -> tuple[Stated, ...]:
    """The numbers of running text but zeros; rates too, where they are no change or share."""
    told = (one for one in _named(case) if one.mention.value)
    return tuple(one for one in told if one.mention.is_stated or _is_rate(one.figure))


@remembered
def measured(case: Case) -> tuple[Stated, ...]:
    """The levels of running text with bounds too, such as 近5000 and 超2万."""
    told = (one for one in _named(case) if one.mention.is_level)
    return tuple(one for one in told if not one.mention.is_base)


def _is_rate(figure: Figure) -> bool:
    stated = figure.kind == "rate" and figure.value is not None and figure.comparator == "eq"
    return stated and figure.aspect in (None, "level")

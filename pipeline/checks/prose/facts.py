"""P16: one fact that is stated in several places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..proof import Claim, bound, same
from .lines import Line, Mention, kind_of_unit, like_units, lines
from .names import bare, is_same, is_specific, may_be_same
from .sizes import size_of
from .terms import name, term

_TIME = re.compile(
    r"(?:截至|截止|到)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|末|初)?"
    r"(?:年末|年底|目前|我局|我区|我县|我市|共|现有的?|,)*"
)
_ALL = re.compile("现有|现共有|全部|总共")
_WHOLE_PLACE = re.compile("[全我本]")
_NUMBERED = re.compile(r"\s*(?:\d+[.、)]|\(\d+\)|[①-⑳]|\([一二三四五六七八九十]+\))")
_NO_LINK = frozenset("的了等个项家户共为达有在和及与约近超已是并新、“”()年月日0123456789.%万亿元 ")
_SHARED = 2
_LONG = 3


@dataclass(frozen=True, slots=True)
class _Stated:
    """A number of running text, in its line."""

    line: Line
    mention: Mention

    @property
    def figure(self) -> Figure:
        return self.mention.figure

    @property
    def name(self) -> str:
        """All that its segment says of the number, but for time and lead-in words."""
        return bare(_TIME.sub("", self.line.label(self.mention), count=1)).replace(" ", "")

    @property
    def clause(self) -> frozenset[str]:
        """The characters of its clause that can link it to another."""
        start, end = self.line.clause_of(self.mention)
        known = frozenset(self.figure.subject or "")
        own = frozenset(self.line.text[start:end]) - _NO_LINK
        return own - known if len(known) <= _SHARED else own


def stated_twice(case: Case) -> Iterator[Finding]:
    """P16: two places that surely tell one fact give one value."""
    for alike in _by_unit(_told(case)):
        linked: set[int] = set()
        for one, other in combinations(alike, 2):
            if _in_one_sentence(one, other):
                continue
            if one.mention.value == other.mention.value:
                if other.mention.index not in linked and _are_linked(one, other):
                    linked.add(other.mention.index)
                    yield _same(case, one, other)
            elif _are_one_fact(one, other) and _has_two_values(alike, one):
                yield _same(case, one, other)


@lru_cache(maxsize=1)
def disputed(case: Case) -> frozenset[str]:
    """The ids of figures that another place contradicts."""
    found = (finding for finding in stated_twice(case) if finding.verdict == "fail")
    return frozenset(figure_id for finding in found for figure_id in finding.figure_ids)


def subset(case: Case) -> Iterator[Finding]:
    """P16: things of some size are no more than all such things."""
    told = _told(case)
    sized = [one for one in told if size_of(one.line, one.mention)]
    for part, whole in product(sized, told):
        if _is_part_of(part, whole):
            claim = Claim("P16", case.report, f"前后所述{name(whole.mention)}的部分与全部")
            yield bound(claim, term(case, part.mention), term(case, whole.mention))


def _by_unit(told: Iterable[_Stated]) -> Iterator[list[_Stated]]:
    """The numbers that can be one fact, by what they can be added to."""
    groups: dict[tuple[str, str | None], list[_Stated]] = defaultdict(list)
    for one in told:
        groups[kind_of_unit(one.figure)].append(one)
    return iter(groups.values())


def _told(case: Case) -> list[_Stated]:
    """The numbers of running text; rates too, where they are no change or share."""
    return [
        _Stated(line, mention)
        for line in lines(case)
        if line.passage.cell is None
        for mention in line.mentions
        if mention.figure.subject and (mention.is_stated or _is_rate(mention.figure))
    ]


def _is_rate(figure: Figure) -> bool:
    stated = figure.kind == "rate" and figure.value is not None and figure.comparator == "eq"
    return stated and figure.aspect in (None, "level")


def _same(case: Case, one: _Stated, other: _Stated) -> Finding:
    claim = Claim("P16", case.report, f"前后所述{name(other.mention)}")
    return same(claim, term(case, one.mention), term(case, other.mention))


def _in_one_sentence(one: _Stated, other: _Stated) -> bool:
    if one.line is not other.line:
        return False
    return one.line.sentence_of(one.mention.start) == one.line.sentence_of(other.mention.start)


def _are_linked(one: _Stated, other: _Stated) -> bool:
    """Whether equal numbers are of one thing: by name, or by name and the words around."""
    subjects = one.figure.subject, other.figure.subject
    if is_same(*subjects) and (one.figure.kind == "amount" or len(bare(subjects[0])) > _LONG):
        return True
    return may_be_same(*subjects) and len(one.clause & other.clause) >= _SHARED


def _are_one_fact(one: _Stated, other: _Stated) -> bool:
    """Whether nothing but the numbers differs, and the name is no name of many things."""
    if one.line is other.line:
        return False
    figures = one.figure, other.figure
    meant = [(f.aspect, f.scope, f.role, f.direction, f.comparator) for f in figures]
    numbered = _NUMBERED.match(one.line.text) and _NUMBERED.match(other.line.text)
    return (
        meant[0] == meant[1]
        and figures[0].comparator == "eq"
        and _periods_fit(*figures)
        and is_same(figures[0].subject, figures[1].subject)
        and one.name == other.name
        and _is_of_all(figures[0])
        and not numbered
    )


def _is_of_all(figure: Figure) -> bool:
    """Whether the number is of a whole place or body, by words of its own: 全县耕地."""
    return bool(_WHOLE_PLACE.match(figure.scope or "")) and is_specific(figure.subject)


def _periods_fit(one: Figure, other: Figure) -> bool:
    periods = {(f.period_start, f.period_end) for f in (one, other)}
    return len(periods) == 1 or (None, None) in periods


def _has_two_values(told: Sequence[_Stated], one: _Stated) -> bool:
    """Whether the report gives no third value under the name: it is no list of many."""
    values = {s.mention.value for s in told if is_same(s.figure.subject, one.figure.subject)}
    return len(values) == _SHARED


def _is_part_of(part: _Stated, whole: _Stated) -> bool:
    """5000平方米以上的楼宇 are some of 现有的楼宇."""
    return (
        part.figure.subject == whole.figure.subject
        and len(part.figure.subject or "") > _LONG
        and like_units(part.figure, whole.figure)
        and size_of(whole.line, whole.mention) is None
        and bool(_ALL.search(whole.line.lead(whole.mention)))
        and _periods_fit(part.figure, whole.figure)
    )


CHECKS = (Check("P16", stated_twice), Check("P16", subset))

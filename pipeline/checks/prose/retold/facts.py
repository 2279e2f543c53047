"""P16: one fact that is stated in several places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product

from .....schemas.finding import Finding
from ...case import Case, remembered
from ...check import Check
from ...forms.money import slipped
from ...proof import Claim, bound, same
from ..parts.sizes import size_of
from ..reading.identity import contradict, periods_fit, traits
from ..reading.names import bare, is_same, may_be_same
from ..reading.terms import name, term
from .stated import Stated, statements
from .wrong_units import wrong_units

_ALL = re.compile("现有|现共有|全部|总共")
_SHARED = 2
_LONG = 3


def stated_twice(case: Case) -> Iterator[Finding]:
    """P16: two places that surely tell one fact give one value; slips of the unit are F07's."""
    units = {frozenset(found.figure_ids) for found in wrong_units(case)}
    for found in _all_stated_twice(case):
        if found.verdict != "fail" or frozenset(found.figure_ids) not in units:
            yield found


@remembered
def _all_stated_twice(case: Case) -> tuple[Finding, ...]:
    groups = _by_unit(statements(case))
    several = (alike for alike in groups if len(alike) > 1)
    return tuple(finding for alike in several for finding in _stated_twice(case, alike))


def _stated_twice(case: Case, alike: Sequence[Stated]) -> Iterator[Finding]:
    linked: set[int] = set()
    for one, other in _likely_pairs(alike):
        if _in_one_sentence(one, other):
            continue
        if one.mention.value == other.mention.value:
            if other.mention.index not in linked and _are_linked(one, other):
                linked.add(other.mention.index)
                yield _same(case, one, other)
        elif one.meaning == other.meaning and contradict(case, alike, one, other):
            yield _same(case, one, other)


@remembered
def disputed(case: Case) -> frozenset[str]:
    """The ids of figures that another place contradicts, in the text or in a table."""
    found = (finding for finding in _all_stated_twice(case) if finding.verdict == "fail")
    twice = frozenset(figure_id for finding in found for figure_id in finding.figure_ids)
    return twice | slipped(case)


def subset(case: Case) -> Iterator[Finding]:
    """P16: things of some size are no more than all such things."""
    told = statements(case)
    sized = [one for one in told if size_of(one.line, one.mention)]
    for part, whole in product(sized, told if sized else ()):
        if _is_part_of(part, whole):
            claim = Claim("P16", case.report, f"前后所述{name(whole.mention)}的部分与全部")
            yield bound(claim, term(case, part.mention), term(case, whole.mention))


def _by_unit(told: Iterable[Stated]) -> Iterator[list[Stated]]:
    """The numbers that can be one fact, by what they can be added to."""
    groups: dict[tuple[str, str | None], list[Stated]] = defaultdict(list)
    for one in told:
        groups[one.mention.unit_kind].append(one)
    return iter(groups.values())


def _likely_pairs(told: Sequence[Stated]) -> list[tuple[Stated, Stated]]:
    """Every two numbers that share a trait, in the order of the text."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for trait in traits(one):
            groups[trait].append(at)
    pairs = {pair for group in groups.values() for pair in combinations(group, 2)}
    return [(told[one], told[other]) for one, other in sorted(pairs)]


def _same(case: Case, one: Stated, other: Stated) -> Finding:
    claim = Claim("P16", case.report, f"前后所述{name(other.mention)}")
    return same(claim, term(case, one.mention), term(case, other.mention))


def _in_one_sentence(one: Stated, other: Stated) -> bool:
    if one.line is not other.line:
        return False
    return one.line.sentence_of(one.mention.start) == one.line.sentence_of(other.mention.start)


def _are_linked(one: Stated, other: Stated) -> bool:
    """Whether equal numbers are of one thing: by name, or by name and the words around."""
    subjects = one.figure.subject, other.figure.subject
    if is_same(*subjects) and (one.figure.kind == "amount" or len(bare(subjects[0])) > _LONG):
        return True
    return may_be_same(*subjects) and len(one.clause & other.clause) >= _SHARED


def _is_part_of(part: Stated, whole: Stated) -> bool:
    """5000平方米以上的楼宇 are some of 现有的楼宇."""
    return (
        part.figure.subject == whole.figure.subject
        and len(part.figure.subject or "") > _LONG
        and part.mention.unit_kind == whole.mention.unit_kind
        and size_of(whole.line, whole.mention) is None
        and bool(_ALL.search(whole.mention.lead))
        and periods_fit(part.figure, whole.figure)
    )


CHECKS = (Check("P16", stated_twice), Check("P16", subset))

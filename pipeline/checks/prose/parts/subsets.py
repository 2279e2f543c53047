"""P02: some of the things that were counted right before: 卫生室90个，配有药柜的卫生室85个."""

from __future__ import annotations

from collections.abc import Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, bound
from ..reading.lines import Line, related_lines
from ..reading.mentions import FOREIGN_ROLES, Mention
from ..reading.part_words import part_words
from ..reading.staff_words import speaks_of_staff
from ..reading.terms import name, term
from .sums import every_partition

_SHORTEST = 2
_FAR = 60
"""Characters between a number and one of some of its things."""


def subset_of_counted(case: Case) -> Iterator[Finding]:
    """P02: what is narrowed by a clause with 的, or came of what was done, is no more than all."""
    told = {
        pair for found in every_partition(case) for pair in _pairs_of(found.wholes, found.parts)
    }
    for line in related_lines(case):
        for whole, part in _neighbours(line):
            if (whole.index, part.index) not in told and _is_some_of(line, whole, part):
                claim = Claim("P02", case.report, f"{name(whole)}的部分与全部")
                yield bound(claim, term(case, part), term(case, whole))


def _pairs_of(wholes: tuple[Mention, ...], parts: tuple[Mention, ...]) -> Iterator[tuple[int, int]]:
    return ((whole.index, part.index) for whole in wholes[:1] for part in parts)


def _neighbours(line: Line) -> Iterator[tuple[Mention, Mention]]:
    """Counts of one unit, near to each other and with none of that unit between them."""
    last: dict[object, Mention] = {}
    for mention in line.stated if "count" in line.kinds else ():
        whole = last.get(mention.unit_kind)
        last[mention.unit_kind] = mention
        near = whole and mention.start - whole.end <= _FAR and whole.depth == mention.depth
        if whole and near and _are_exact(whole, mention):
            yield whole, mention


def _are_exact(*told: Mention) -> bool:
    return all(
        m.figure.kind == "count"
        and m.figure.comparator == "eq"
        and m.figure.role not in FOREIGN_ROLES
        and not speaks_of_staff(m)
        for m in told
    )


def _is_some_of(line: Line, whole: Mention, part: Mention) -> bool:
    between = line.text[whole.end : part.start]
    if part_words().subsets.apart.search(between):
        return False
    return _is_narrowed(whole, part) or _came_of(whole, part)


def _is_narrowed(whole: Mention, part: Mention) -> bool:
    """Whether one has the other's name behind a clause, and the other is told of all there is."""
    words, thing = part_words().subsets, whole.figure.subject or ""
    if len(thing) < _SHORTEST or not part.lead.endswith(f"的{thing}"):
        return False
    all_told = whole.lead.endswith(thing) and words.all.fullmatch(whole.lead[: -len(thing)])
    return all_told is not None and not whole.tail


def _came_of(whole: Mention, part: Mention) -> bool:
    """Whether one can only be among what the other tells was done: 发放问卷, 收回."""
    pairs = part_words().subsets.results
    return any(all_.search(whole.label) and some.fullmatch(part.label) for all_, some in pairs)


CHECKS = (Check("P02", subset_of_counted),)

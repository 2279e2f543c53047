"""Wholes whose parts no word opens: they stand beside them and add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import accumulate, pairwise

from ..reading.lines import Line
from ..reading.mentions import FOREIGN_ROLES, PERSONS, Mention, total_of
from ..reading.names import may_be_same
from ..reading.words import relations
from .families import are_complementary
from .partitions import Partition

_SMALL = 20
"""Counts below this add up by chance too often."""
_TWO = 2


def fitting_partitions(line: Line) -> Iterator[Partition]:
    """Runs of numbers next to a number that is exactly their sum.

    What is added to what was there (加上原有的159家) makes the number told after both, and
    is told where it does not fit too.
    """
    sentences = [_stated(told) for told in line.by_sentence]
    for told, following in pairwise((*sentences, [])):
        groups: dict[Hashable, list[Mention]] = defaultdict(list)
        for mention in (*told, *following):
            groups[mention.unit_kind].append(mention)
        for whole in told:
            group = groups[whole.unit_kind]
            if len(group) <= _TWO:
                continue
            at = group.index(whole)
            for beside in (group[at + 1 :], group[:at][::-1]):
                run = _alike(whole, beside) if len(beside) >= _TWO else []
                parts = _adding_up(whole, run) if len(run) >= _TWO else ()
                if parts:
                    yield Partition(line, (whole,), parts, True, True, opened=False)
        if line.says(relations().words.added):
            yield from _added(line, told)


def _stated(told: Sequence[Mention]) -> list[Mention]:
    """The levels of a sentence; scores have checks of their own."""
    return [m for m in told if m.is_stated and m.figure.kind != "score"]


def _alike(whole: Mention, told: Sequence[Mention]) -> list[Mention]:
    """The numbers of a kind that can be parts, nearest first; people are no parts of posts."""
    foreign, depth = FOREIGN_ROLES - {whole.figure.role or ""}, whole.depth
    told = [m for m in told if m.depth >= depth and m.figure.role not in foreign]
    posts = relations().staff.posts if whole.figure.unit in PERSONS else None
    if posts and posts.search(whole.label):
        return [m for m in told if posts.search(m.label)]
    return told


def _adding_up(whole: Mention, run: Sequence[Mention]) -> tuple[Mention, ...]:
    """The nearest numbers, two or more, that add to the whole, in the order of the text."""
    sums = enumerate(accumulate([part.value for part in run]), 1)
    fitting = next((end for end, told in sums if end >= _TWO and told == whole.value), 0)
    parts = sorted(run[:fitting], key=lambda m: m.start)
    return tuple(parts) if parts and _is_no_chance(whole, parts) else ()


def _is_no_chance(whole: Mention, parts: Sequence[Mention]) -> bool:
    if whole.figure.kind != "count" or whole.value >= _SMALL:
        return True
    named = all(may_be_same(part.figure.subject, whole.figure.subject) for part in parts)
    return named or are_complementary([part.label for part in parts])


def _added(line: Line, told: Sequence[Mention]) -> Iterator[Partition]:
    """新增27家，加上原有的159家，达到186家; or in another order, where it adds up."""
    words = relations().words
    for three in zip(told, told[1:], told[2:], strict=False):
        first, _, last = three
        alike = all(first.unit_kind == m.unit_kind for m in three)
        lead = line.text[line.clause_of(first)[0] : last.start]
        if alike and words.added.search(lead):
            whole = max(three, key=lambda m: m.value)
            parts = tuple(m for m in three if m is not whole)
            in_order = whole is last and words.reached.search(last.lead)
            if in_order or total_of(parts) == whole.value:
                yield Partition(line, (whole,), parts, True, True, opened=False)

"""P28: posts and people of a body (人员编制) by their classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, bound
from ..reading.lines import Line, lines_with, related_lines
from ..reading.mentions import Mention
from ..reading.staff_words import is_staff, says, speaks_of_staff
from ..reading.words import Pattern, relations
from .partitions import Partition
from .sums import adds_up, every_partition, sum_of_parts

_PAIR = 2
_REMEMBERED = 1024
_GOES_ON = re.compile(r"[、,和](?!合计|总计|[共总])(?:另有|还有)?[^、,，;；。()\d]{1,10}\d+[人名]")
"""Behind the last class told, people of no class: 在编 3人、退休 2人、[协管员4人]."""


def staff(case: Case) -> Iterator[Finding]:
    """P28: classes add to posts and to people; people in service do not outnumber posts."""
    sums: dict[int, Mention] = {}
    for found in every_partition(case):
        if is_staff(found) and (adds_up(found) or _leaves_nothing_out(found)):
            sums |= {part.index: found.wholes[0] for part in found.parts if adds_up(found)}
            yield sum_of_parts(case, "P28", found)
    for line in related_lines(case):
        told = _told(line)
        if len(told) > 1:
            yield from _within_posts(case, told, sums)


def people_in_service(case: Case) -> Iterator[Mention]:
    """How many people the body has, wherever the text tells it."""
    for line in lines_with(case, "count"):
        told = _told(line)
        people = _people(told, None) if told else None
        if people:
            yield people


def _leaves_nothing_out(found: Partition) -> bool:
    """Whether several classes are told, and the first is not already the whole."""
    text, end = found.line.text, found.parts[-1].end
    ends_open = relations().words.open_end.match(text, end) or _GOES_ON.match(text, end)
    several = len(found.parts) > 1 and found.parts[0].value != found.wholes[0].value
    return several and not ends_open


def _told(line: Line) -> list[Mention]:
    """The posts and people of the body that a line tells."""
    told = line.stated if line.says(relations().staff.any) else ()
    return [m for m in told if speaks_of_staff(m)]


def _within_posts(
    case: Case, told: list[Mention], sums: Mapping[int, Mention]
) -> Iterator[Finding]:
    """``sums`` are the wholes of what is only a part: 专项编制 of all 编制."""
    words = relations().staff
    yield from _beside(case, told)
    named = {part for mention in told for part in _classes(mention.label)}
    classes = (part for part in words.classes if part in named)
    for part in (None, *classes):
        posts = _only(told, words.posts, part)
        posts = sums.get(posts.index, posts) if posts and part is None else posts
        people = _people(told, part)
        if posts and people and posts.start < people.start:
            claim = Claim("P28", case.report, "在编人数与编制数", "warning")
            yield bound(claim, case.term(people.index), case.term(posts.index))


def _beside(case: Case, told: list[Mention]) -> Iterator[Finding]:
    """The posts of one class and all people, told side by side: 行政编制26名，实有29人."""
    words = relations().staff
    if len(told) == _PAIR and told[0].start < told[1].start:
        classed, plain = _classes(told[0].label), not _classes(told[1].label)
        present = says(told[1], words.all) and not says(told[1], words.posts)
        if says(told[0], words.posts) and classed and plain and present:
            claim = Claim("P28", case.report, "在编人数与编制数", "warning")
            yield bound(claim, case.term(told[1].index), case.term(told[0].index))


def _people(told: list[Mention], part: Pattern | None) -> Mention | None:
    """People in service; all people where nobody who has left is counted with them."""
    words = relations().staff
    people = [m for m in told if not says(m, words.posts) and not says(m, words.left)]
    if part:
        return _only(people, part, part)
    present = _only(people, words.present, None)
    return present or _only(people, words.all, None)


@lru_cache(_REMEMBERED)
def _classes(label: str) -> tuple[Pattern, ...]:
    """The classes of posts and people that a label names."""
    return tuple(part for part in relations().staff.classes if part.search(label))


def _only(told: list[Mention], word: Pattern, part: Pattern | None) -> Mention | None:
    """The one mention with the word, of that class or of none; null if there are several."""
    wanted = (part,) if part else ()
    fitting = [m for m in told if _classes(m.label) == wanted and says(m, word)]
    return fitting[0] if len(fitting) == 1 else None


CHECKS = (Check("P28", staff),)

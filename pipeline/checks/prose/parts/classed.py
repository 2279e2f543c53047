"""A whole and, in another clause, all its classes: 优的项目10个、良的项目1个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..reading.lines import Line
from ..reading.mentions import FOREIGN_ROLES, Mention, total_of
from ..reading.names import may_be_same
from ..reading.part_words import part_words
from ..reading.staff_words import speaks_of_staff
from ..reading.words import relations
from .families import are_bare, are_complementary, are_everything, are_likely_all
from .partitions import Partition, stop_strength

_COMMA = 1
_SEVERAL = 3
_HARDLY_MORE = Decimal("1.25")


def classed_partitions(line: Line) -> Iterator[Partition]:
    """Runs of classes of one thing, with the numbers of that thing before them."""
    for sentence, told in zip(line.sentences, line.by_sentence, strict=True):
        for run in _runs(line, [m for m in told if m.is_stated]):
            parts = _classes(run)
            wholes = _wholes(line, parts) if parts else ()
            labels = [part.label for part in parts]
            everything = are_everything(labels)
            if wholes:
                complete = everything or (None if are_likely_all(labels) else False)
                alone = not relations().words.parts.search(line.text, sentence[0], wholes[0].start)
                yield Partition(line, wholes, tuple(parts), alone, complete if alone else False)
            elif everything:
                beside = _beside(line, sentence, parts)
                yield from (Partition(line, (m,), tuple(parts), True, None) for m in beside)
            elif len(parts) >= _SEVERAL and parts[0].figure.kind != "score" and are_bare(labels):
                before = _told_before(line, parts)
                if before:
                    yield Partition(line, before, tuple(parts), exclusive=True, complete=False)


def _classes(run: Sequence[Mention]) -> Sequence[Mention]:
    """The last numbers of a run, as many as are classes of one family."""
    cuts = (run[first:] for first in range(len(run) - 1))
    fitting = (cut for cut in cuts if are_complementary([part.label for part in cut]))
    return next(fitting, ())


def _runs(line: Line, told: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Numbers of one thing, parted alike and by no more than a comma."""
    run: list[Mention] = []
    for mention in told:
        if run and not _goes_on(line, run[-1], mention):
            if len(run) > 1:
                yield run
            run = []
        run.append(mention)
    if len(run) > 1:
        yield run


def _goes_on(line: Line, one: Mention, other: Mention) -> bool:
    between = line.text[one.end : other.start]
    near = stop_strength(between) <= _COMMA and one.depth == other.depth and "其中" not in between
    if not near or one.unit_kind != other.unit_kind:
        return False
    return one.figure.subject == other.figure.subject or are_complementary([one.label, other.label])


def _wholes(line: Line, run: Sequence[Mention]) -> tuple[Mention, ...]:
    """Numbers of the same thing before the run, nearest first."""
    first = run[0]
    before = [
        mention
        for mention in line.within(0, first.start)
        if mention.is_stated
        and mention.unit_kind == first.unit_kind
        and _may_be_whole(mention, first)
        and not _is_opening(line, mention, run)
        and mention.value >= first.value
    ]
    return tuple(reversed(before))


def _is_opening(line: Line, whole: Mention, run: Sequence[Mention]) -> bool:
    """Whether it is what there was at first, and others came: 年初在建26个，新开工8个，完工10个."""
    words = part_words().stock
    if not words.begin.search(whole.lead):
        return False
    between = line.text[whole.end : run[-1].start]
    return bool(words.come.search(between) or words.arrived.search(between))


def _beside(line: Line, sentence: tuple[int, int], run: Sequence[Mention]) -> list[Mention]:
    """The number right before both classes of a pair (男, 女), whatever it is called.

    Posts (编制) and people in service and retired are told in a row, and are no such thing.
    """
    if speaks_of_staff(run[0]):
        return []
    before = [m for m in line.within(sentence[0], run[0].start) if m.is_stated][-1:]
    return [
        mention
        for mention in before
        if mention.unit_kind == run[0].unit_kind
        and mention.figure.role == run[0].figure.role
        and mention.value >= run[0].value
    ]


def _told_before(line: Line, run: Sequence[Mention]) -> tuple[Mention, ...]:
    """The numbers of the run's sentence and the one before it, that nearest to its sum first.

    Classes that name nothing but themselves are of one of those; none is, where all are far.
    """
    start, _ = line.sentence_of(run[0].start)
    start, _ = line.sentence_of(max(0, start - 1))
    total, foreign = total_of(run), FOREIGN_ROLES - {run[0].figure.role or ""}
    before = [
        mention
        for mention in line.within(start, run[0].start)
        if mention.is_stated
        and mention.unit_kind == run[0].unit_kind
        and mention.figure.role not in foreign
    ]
    nearest = sorted(before, key=lambda mention: abs(mention.value - total))
    return tuple(nearest) if nearest and total <= nearest[0].value * _HARDLY_MORE else ()


def _may_be_whole(whole: Mention, part: Mention) -> bool:
    """Whether names agree, or people and those of one standing are told (现有人员, 在编)."""
    people = relations().staff.people.search(whole.lead)
    alike = may_be_same(whole.figure.subject, part.figure.subject)
    return alike or (people is not None and speaks_of_staff(part))

"""Parts and wholes as a text opens them: 其中, 包括, 按用途分, a colon or a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from ...kept import kept
from ..reading.lines import Line
from ..reading.mentions import Mention, total_of
from ..reading.openers import Opener, openers
from ..reading.part_words import part_words
from ..reading.words import relations
from .families import (
    are_complementary,
    are_everything,
    are_likely_all,
    share_a_head,
    takes_the_rest,
)
from .jobs import are_jobs, of_people
from .kinds import are_all_kinds
from .slips import is_slip

_CANDIDATES = 5
_QUARTERS, _HALVES = 4, 2
_OTHER_ROLES = frozenset({"prior", "target"})
_END = "。!?\n"


@dataclass(eq=False)
class Partition:
    """Parts of a whole in one line, the likeliest whole first among ``wholes``.

    ``exclusive``: nothing is counted in two parts. ``complete``: the parts leave nothing
    out; null where their names make it likely and do not settle it. ``opened``: words tell
    that parts follow, not their sum alone. Without slots, as ``Line`` is.
    """

    line: Line
    wholes: tuple[Mention, ...]
    parts: tuple[Mention, ...]
    exclusive: bool
    complete: bool | None
    opened: bool = True

    @kept
    def total(self) -> Decimal:
        """The sum of the parts."""
        return total_of(self.parts)

    def settled(self, whole: Mention, parts: tuple[Mention, ...]) -> Partition:
        """The same with its likeliest whole, and the parts of that."""
        wholes = (whole, *self.wholes)
        return Partition(
            self.line, wholes, parts, self.exclusive, self.complete, opened=self.opened
        )


def partitions(line: Line) -> Iterator[Partition]:
    """Every list of parts that is opened in the line, with the wholes it can belong to."""
    for opener in openers(line):
        groups: dict[tuple[Mention, ...], list[Mention]] = {}
        for whole in _wholes(line, opener):
            groups.setdefault(_parts(line, opener, whole), []).append(whole)
        for parts, wholes in groups.items():
            if len(parts) > opener.asks_several:
                yield _partition(line, opener, _large(wholes, parts), parts)


def _large(wholes: Sequence[Mention], parts: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those wholes that no one of several parts is greater than; all where none is left."""
    most = max([part.value for part in parts], default=Decimal(0))
    large = [whole for whole in wholes if whole.value >= most] if len(parts) > 1 else []
    return tuple(large or wholes)


def _partition(
    line: Line, opener: Opener, wholes: tuple[Mention, ...], parts: tuple[Mention, ...]
) -> Partition:
    labels, last = [part.label for part in parts], parts[len(parts) - 1]
    family = len(parts) > 1 and are_complementary(labels)
    kinds, jobs = are_all_kinds(line, wholes[0], parts), are_jobs(wholes[0], parts)
    settled = kinds or _divide(line, opener, parts) or _leave_nothing(labels)
    likely = (family and are_likely_all(labels)) or _fill_bracket(line, parts)
    complete = True if settled and len(parts) > 1 else None if likely else False
    words = relations().words
    if words.open_end.match(line.text, last.end) or words.besides.match(line.text, last.end):
        complete = False
    slip = is_slip(wholes[0], parts, closed=opener.closed or _fill_bracket(line, parts))
    money = _are_sums(parts) or (opener.purpose and last.figure.kind == "amount")
    exclusive = bool(complete) or family or jobs or kinds is None or money or slip
    return Partition(line, of_people(wholes) if jobs else wholes, parts, exclusive, complete)


def _divide(line: Line, opener: Opener, parts: Sequence[Mention]) -> bool:
    """Whether the opener says that the parts are all there is."""
    one_each = (opener.divides or opener.each) and _is_one_each(line, opener, parts)
    one_each = one_each or (opener.each and _are_periods(line, opener, parts))
    return one_each or (opener.divides and any(part.label for part in parts))


def _are_periods(line: Line, opener: Opener, parts: Sequence[Mention]) -> bool:
    """Whether bare numbers are as many as the quarters or halves of a year: 每季度分别为."""
    start, _ = line.clause_of(parts[0])
    told = part_words().openers.periods.search(line.text, start, opener.start)
    number = 0 if told is None else _QUARTERS if told["quarter"] else _HALVES
    return len(parts) == number and not any(part.label for part in parts[1:])


def _leave_nothing(labels: Sequence[str]) -> bool:
    return takes_the_rest(labels[-1]) or are_everything(labels)


def _is_one_each(line: Line, opener: Opener, parts: Sequence[Mention]) -> bool:
    """Whether bare numbers after 分别 are as many as the things counted before it (3个镇)."""
    start, _ = line.sentence_of(opener.start)
    before = [m for m in line.within(start, opener.start) if m.is_stated]
    return any(m.value == len(parts) and m.figure.kind == "count" for m in before)


def _fill_bracket(line: Line, parts: Sequence[Mention]) -> bool:
    """Whether the parts are all that a bracket right behind the whole lists."""
    start = line.text.rfind("(", 0, parts[0].start) + 1
    end = line.text.find(")", parts[-1].end)
    inside = line.text[start:end]
    several = len(parts) > 1 and parts[0].depth > 0
    return several and inside.count("、") + 1 == len(parts) and not re.search("[,;:]", inside)


def _are_sums(parts: Sequence[Mention]) -> bool:
    """Whether the parts are money of one purse, which is spent once."""
    names = [part.figure.subject or "" for part in parts]
    purse = relations().words.purse
    return share_a_head(names) and all(purse.search(name) for name in names)


def _wholes(line: Line, opener: Opener) -> list[Mention]:
    """Levels before the opener, nearest first; of the sentence before where it begins one.

    What is only compared to (较上年的 104万元) comes last.
    """
    if opener.whole:
        return [opener.whole]
    start, _ = line.sentence_of(opener.start)
    if _begins_sentence(line, opener, start):
        start, _ = line.sentence_of(max(0, start - 1))
    depth = line.depths[opener.start]
    before = [m for m in line.within(start, opener.start) if m.is_stated and m.depth <= depth]
    nearest = [m for m in before[: -_CANDIDATES - 1 : -1] if not _is_recalled(line, m)]
    return sorted(nearest, key=lambda mention: mention.figure.role == "prior")


def _is_recalled(line: Line, whole: Mention) -> bool:
    """Whether it is last year's, beside a number that is no whole: 人均 1800元，去年 1500元."""
    start, _ = line.sentence_of(whole.start)
    before = line.within(start, whole.start)[-1:] if whole.figure.role == "prior" else ()
    return any(m.unit_kind == whole.unit_kind and not m.is_level for m in before)


def _begins_sentence(line: Line, opener: Opener, start: int) -> bool:
    """Whether nothing but how many kinds there are is told before the parts: 钱从三处来：."""
    kinds = part_words().kinds.number.search(line.text, start, opener.end)
    told = [m for m in line.within(start, opener.start) if m.is_stated]
    alone = kinds is not None and all(m.start == kinds.start() for m in told)
    return alone or not line.text[start : opener.start].strip()


def _parts(line: Line, opener: Opener, whole: Mention) -> tuple[Mention, ...]:
    """The levels of the whole's unit behind the opener, as far as its list goes."""
    depth = line.depths[opener.end - 1]
    found = [
        mention
        for mention in line.within(opener.end, _list_end(line, opener))
        if mention.depth == depth
        and mention.is_stated
        and mention.unit_kind == whole.unit_kind
        and not _is_nested(line, opener, mention)
    ]
    if whole.figure.kind == "score":
        found = [m for m in found if m.figure.role == whole.figure.role] or found
    foreign = _OTHER_ROLES - {whole.figure.role or ""}
    own = [m for m in found if m.figure.role not in foreign] or _tasks(whole, found)
    listed = _filled_up(whole, own, len([*_run(line, own)]))
    return listed if listed and ";" not in line.text[opener.end : listed[0].start] else ()


def _tasks(whole: Mention, found: Sequence[Mention]) -> Sequence[Mention]:
    """Parts that are told as tasks and are what was done: 检测860份，其中省级任务300份、…."""
    tasks = [m for m in found if m.figure.role == "target"]
    return tasks if len(tasks) > 1 and total_of(tasks) == whole.value else ()


def _filled_up(whole: Mention, found: Sequence[Mention], end: int) -> tuple[Mention, ...]:
    """The parts up to an end, with those behind a stronger stop that make the sum the whole."""
    sums = list(accumulate([m.value for m in found]))
    further = [at for at in range(end, len(found)) if sums[at] == whole.value]
    goes_on = end > 1 and sums[end - 1] != whole.value
    return tuple(found[: further[0] + 1 if goes_on and further else end])


def _list_end(line: Line, opener: Opener) -> int:
    depth = line.depths[opener.end - 1]
    for at in range(opener.end, len(line.text)):
        if line.depths[at] < depth or line.text[at] in _END:
            return at
    return len(line.text)


def _is_nested(line: Line, opener: Opener, mention: Mention) -> bool:
    """Whether the part belongs to another 其中 inside the list."""
    depth = line.depths[opener.end - 1]
    inner = list(relations().words.parts.finditer(line.text, opener.end, mention.start))
    last = next((m for m in reversed(inner) if line.depths[m.start()] == depth), None)
    return last is not None and ";" not in line.text[last.end() : mention.start]


def _run(line: Line, found: Sequence[Mention]) -> Iterator[Mention]:
    """The parts up to where a stronger stop, or a word like 另有, ends the list."""
    yield from found[:1]
    first: int | None = None
    for one, other in pairwise(found):
        between = line.text[one.end : other.start]
        strength = stop_strength(between)
        first = strength if first is None else first
        if strength > first or relations().words.aside.search(between):
            return
        yield other


def stop_strength(between: str) -> int:
    """How strongly two numbers are parted: by a semicolon, a comma, or neither."""
    return 2 if ";" in between else 1 if "," in between else 0

"""Shares of running text with the number that each is told for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...case import Case
from ..parts.parallel import deed
from ..reading.again import called_again, named_again
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention

_NEAR = 5
_NAMED = 3
"""Characters before a share that name more than 约占."""
_GOALS = frozenset({"target", "plan"})
_WHOLE_OF = re.compile(r"[^,;。、\d]{1,8}的[^,;。\d]{0,2}")
_EACH = re.compile("分别|各占|依次")
_JOINED = re.compile(r" *(?:[、,]|[和及与]|以及) *(?:占)?")
_BEHIND = re.compile(r",?(?:[即计为达共约有]|达到)+")
_SHARE = re.compile("占(?:比|了|到)?(?:约|近)?$")


@dataclass(frozen=True, slots=True)
class Share:
    """A share with the number that it is the share of a whole for.

    ``behind``: the number follows the share: 占20%，为2.4万剂次. ``doubtful``: something
    else is named before 占 than the number, which may be told of that or not.
    """

    line: Line
    rate: Mention
    part: Mention
    behind: bool = False
    doubtful: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """The sentence in which it stands, by its line's block and its start."""
        return self.line.passage.block, self.line.sentence_of(self.rate.start)[0]


def shares_told(case: Case) -> Iterator[Share]:
    """Every share that a number is told with."""
    for line in lines_with(case, "rate"):
        for rate in line.mentions if "share" in line.aspects else ():
            if rate.figure.aspect == "share" and rate.figure.kind == "rate":
                follower = _follower(line, rate)
                part = follower or _part(line, rate)
                if part:
                    doubtful = _is_doubtful(line, rate, part)
                    yield Share(line, rate, part, follower is not None, doubtful)


def base_of(line: Line, rate: Mention) -> Mention | None:
    """The whole that a share names with its number: 占全市 118个社区的 89%."""
    before = (m for m in reversed(line.within(0, rate.start)) if m.is_level)
    last = next(before, None)
    if last is None or "占" not in last.lead or last.figure.role in _GOALS:
        return None
    return last if _WHOLE_OF.fullmatch(line.text, last.end, rate.start) else None


def _part(line: Line, rate: Mention) -> Mention | None:
    """The last level before the share; not for a share of a number right before it."""
    start, _ = line.sentence_of(rate.start)
    base = base_of(line, rate)
    if base is None and any(_is_near_base(m, rate) for m in line.mentions):
        return None
    before = [m for m in line.within(start, rate.start) if m.is_stated and m is not base]
    again = _paired(line, rate, before) or named_again(rate, before)
    if again:
        return again
    moved = line.before(rate)
    if moved and is_class(line, moved):
        return moved
    near = before and ";" not in line.text[before[-1].end : rate.start]
    return before[-1] if near else None


def _is_doubtful(line: Line, rate: Mention, part: Mention) -> bool:
    """Whether a name of its own, that is none of the number's, stands before 占."""
    called = called_again(rate)
    if called is None or part.start > line.clause_of(rate)[0]:
        return False
    told = f"{part.lead}{part.figure.subject or ''}{part.tail}"
    return called not in told and (len(deed(part)) <= 1 or deed(part) not in called)


def is_class(line: Line, mention: Mention) -> bool:
    """Whether a change is a class of its own by the share behind it: 上升154眼，占44%."""
    figure, rate = mention.figure, line.behind(mention.end)
    moved = figure.aspect == "change" and figure.kind == "count" and figure.comparator == "eq"
    if not moved or rate is None or rate.figure.aspect != "share":
        return False
    return (
        re.fullmatch(",?(?:约|合)?占(?:比|了|到)?(?:约|近)?", line.text[mention.end : rate.start])
        is not None
    )


def _is_near_base(mention: Mention, rate: Mention) -> bool:
    return mention.is_base and mention.end < rate.start <= mention.end + _NEAR


def _paired(line: Line, rate: Mention, before: Sequence[Mention]) -> Mention | None:
    """The number that a share is told for one by one: 甲3条、乙2条，分别占60%、40%."""
    if not line.says(_EACH):
        return None
    run = _run(line, rate)
    told = [m for m in before if m.end <= run[0].start][-len(run) :] if run else []
    alike = len(told) == len(run) > 1 and len({m.unit_kind for m in told}) == 1
    return told[run.index(rate)] if alike else None


def _run(line: Line, rate: Mention) -> list[Mention]:
    """The shares that 分别 opens, among them the one; empty where none does."""
    rates = [m for m in line.mentions if m.figure.kind == "rate"]
    first = last = rates.index(rate)
    while first and _JOINED.fullmatch(line.text, rates[first - 1].end, rates[first].start):
        first -= 1
    while rates[last + 1 :] and _JOINED.fullmatch(
        line.text, rates[last].end, rates[last + 1].start
    ):
        last += 1
    return rates[first : last + 1] if _EACH.search(rates[first].lead) else []


def _follower(line: Line, rate: Mention) -> Mention | None:
    """The number that is told right behind its share, where none is told before it."""
    start, _ = line.clause_of(rate)
    part = line.behind(rate.end)
    if part is None or not part.is_stated or not _SHARE.search(rate.lead):
        return None
    follows = _BEHIND.fullmatch(line.text, rate.end, part.start)
    told = any(m.is_level for m in line.within(start, rate.start))
    return part if follows and not told and start < rate.start - _NAMED else None

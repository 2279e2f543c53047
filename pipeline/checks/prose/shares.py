"""P03: shares of a whole that the text states: 占总支出的41.49%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from .again import named_again
from .lines import Line, lines_with
from .mentions import Mention
from .names import is_same, may_be_same
from .quotients import Quotient, fits, tested
from .sums import adds_up, every_partition
from .words import relations

_NEAR = 5
_TWO = 2
_GOALS = frozenset({"target", "plan"})
_WHOLE_OF = re.compile(r"[^,;。、\d]{1,8}的[^,;。\d]{0,2}")
_AMONG = re.compile(r"[^,;。、()]{0,20}[中里内],?(?:有|共有|仅有|只有)?[^,;。、()]{0,20}")


@dataclass(frozen=True, slots=True)
class _Share:
    """A share with the number that it is the share of a whole for."""

    line: Line
    rate: Mention
    part: Mention

    @property
    def place(self) -> tuple[int, int]:
        """The sentence in which it stands, by its line's block and its start."""
        return self.line.passage.block, self.line.sentence_of(self.rate.start)[0]


def share(case: Case) -> Iterator[Finding]:
    """P03: a share is the part over the whole that it is said to be of."""
    shares = list(_shares(case))
    owners = {
        part.index: found.wholes[:1] if adds_up(found) else found.wholes
        for found in (every_partition(case) if shares else ())
        for part in found.parts
        if found.opened
    }
    agreed: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    left: list[_Share] = []
    for found in shares:
        wholes, sure = _wholes(case, found, owners.get(found.part.index, ()))
        fitting = [whole for whole in wholes if fits(case, Quotient(found.rate, found.part, whole))]
        agreed[found.place].extend(fitting[:1] or (wholes[:1] if sure else ()))
        if sure or fitting:
            yield from _tested(case, found, fitting or wholes)
        else:
            left.append(found)
    for found in left:
        whole = _agreed(agreed[found.place])
        if whole and _whole_named(found.rate) is None:
            yield from _tested(case, found, [whole])
        elif not whole:
            beside = agreed[found.place]
            shared = (one for one in beside if fits(case, Quotient(found.rate, found.part, one)))
            yield from _tested(case, found, [*shared][:1])


def _wholes(case: Case, found: _Share, owners: Sequence[Mention]) -> tuple[Sequence[Mention], bool]:
    """What the number can be a share of, and whether the text leaves one choice alone."""
    base = _base(found.line, found.rate)
    if base and base.unit_kind == found.part.unit_kind:
        return (base,), True
    owned = [whole for whole in owners if may_be_share_of(found.rate, whole)]
    wholes = _among(found) or _named_beside(found) or owned or _only_whole(found)
    if wholes:
        return wholes, len({whole.value for whole in wholes}) == 1
    elsewhere = _named_elsewhere(case, found)
    named = _whole_named(found.rate)
    if named and not _deed(named):
        return _all_money(elsewhere)
    return elsewhere, False


def _tested(case: Case, found: _Share, wholes: Sequence[Mention]) -> Iterator[Finding]:
    quotients = (Quotient(found.rate, found.part, whole) for whole in wholes)
    yield from tested(case, "P03", quotients, sure=True)


def _agreed(wholes: Sequence[Mention]) -> Mention | None:
    """The one whole that other shares of the same sentence, two or more, are of."""
    same = len({whole.value for whole in wholes}) == 1
    return wholes[0] if same and len(wholes) > 1 else None


def may_be_share_of(rate: Mention, whole: Mention) -> bool:
    """Whether the share names no whole, or one that this may be (占调整预算的 is of no income)."""
    named = _whole_named(rate)
    return named is None or may_be_same(whole.figure.subject, named)


def _whole_named(rate: Mention) -> str | None:
    """The whole that is named after 占; what stands before it names the part (省级占27%)."""
    scope, before = rate.figure.scope, rate.lead.partition("占")[0]
    return None if scope in (None, "其中") or scope in before else scope


def _shares(case: Case) -> Iterator[_Share]:
    for line in lines_with(case, "rate"):
        for rate in line.mentions if "share" in line.aspects else ():
            if rate.figure.aspect == "share" and rate.figure.kind == "rate":
                part = _part(line, rate)
                if part:
                    yield _Share(line, rate, part)


def _part(line: Line, rate: Mention) -> Mention | None:
    """The last level before the share; not for a share of a number right before it."""
    start, _ = line.sentence_of(rate.start)
    base = _base(line, rate)
    if base is None and any(_is_near_base(m, rate) for m in line.mentions):
        return None
    before = [m for m in line.within(start, rate.start) if m.is_stated and m is not base]
    again = named_again(rate, before)
    if again:
        return again
    near = before and ";" not in line.text[before[-1].end : rate.start]
    return before[-1] if near else None


def _is_near_base(mention: Mention, rate: Mention) -> bool:
    return mention.is_base and mention.end < rate.start <= mention.end + _NEAR


def _base(line: Line, rate: Mention) -> Mention | None:
    """The whole that a share names with its number: 占全市 118个社区的 89%."""
    before = (m for m in reversed(line.within(0, rate.start)) if m.is_level)
    last = next(before, None)
    if last is None or "占" not in last.lead or last.figure.role in _GOALS:
        return None
    return last if _WHOLE_OF.fullmatch(line.text, last.end, rate.start) else None


def _among(found: _Share) -> tuple[Mention, ...]:
    """The whole among which the part is counted: 40个标段中有6个, 占15%."""
    line, rate, part = found.line, found.rate, found.part
    start, _ = line.sentence_of(rate.start)
    for whole in reversed(line.within(start, rate.start)):
        if whole is part or not (whole.is_stated and whole.unit_kind == part.unit_kind):
            continue
        if whole.end < part.start and _AMONG.fullmatch(line.text, whole.end, part.start):
            return (whole,)
    return ()


def _only_whole(found: _Share) -> tuple[Mention, ...]:
    """The one number before the part, told of all there is: 全县行政村206个，达标村164个."""
    start, _ = found.line.sentence_of(found.rate.start)
    before = [m for m in found.line.within(start, found.rate.start) if m.is_stated]
    alike = len(before) == _TWO and before[1] is found.part and _whole_named(found.rate) is None
    if not alike or before[0].unit_kind != found.part.unit_kind:
        return ()
    words = relations()
    of_all = words.words.whole.search(before[0].lead)
    of_all = of_all or words.names.everywhere.fullmatch(before[0].figure.scope or "")
    return (before[0],) if of_all and before[0].value >= before[1].value else ()


def _named_beside(found: _Share) -> tuple[Mention, ...]:
    """Wholes of the line that have the name after 占."""
    scope = _whole_named(found.rate)
    beside = [m for m in _larger(found, found.line.stated) if m.start < found.rate.start]
    named = tuple(m for m in beside if is_same(m.figure.subject, scope))
    return named or tuple(m for m in beside if scope and _is_told_by(m, scope))


def _named_elsewhere(case: Case, found: _Share) -> tuple[Mention, ...]:
    """Wholes anywhere in the report whose name may be the one after 占, or any in the line."""
    scope = _whole_named(found.rate)
    if scope is None:
        beside = _larger(found, found.line.stated)
        return tuple(m for m in beside if m.start < found.part.start)
    lines = lines_with(case, found.part.figure.kind)
    every = (m for line in lines for m in _larger(found, line.stated))
    return tuple(m for m in every if _may_be_called(m, scope))


def _may_be_called(whole: Mention, scope: str) -> bool:
    """Whether a whole has the name after 占, or was told by its deed (占下达资金, 实际下达)."""
    return _is_told_by(whole, scope) or may_be_same(whole.figure.subject, scope)


def _is_told_by(whole: Mention, scope: str) -> bool:
    """Whether a whole is told by the deed in the name after 占: 下达 of 下达资金."""
    deed = _deed(scope)
    return len(deed) >= _TWO and deed in whole.lead


def _deed(scope: str) -> str:
    """What the name after 占 says beside that it is money: 下达 of 下达资金."""
    return relations().names.money.sub("", scope)


def _all_money(wholes: Sequence[Mention]) -> tuple[Sequence[Mention], bool]:
    """The greatest of the amounts, and whether it is told as all there is (共收到)."""
    most = max((whole.value for whole in wholes), default=None)
    greatest = [whole for whole in wholes if whole.value == most]
    return greatest, any(relations().words.whole.search(whole.lead) for whole in greatest)


def _larger(found: _Share, stated: Sequence[Mention]) -> Iterator[Mention]:
    """The levels that the part can be of."""
    part = found.part
    for mention in stated:
        larger = mention.value >= part.value and mention is not part
        if larger and mention.unit_kind == part.unit_kind:
            yield mention


CHECKS = (Check("P03", share),)

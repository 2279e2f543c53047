"""P03: shares of a whole that the text states: 占总支出的41.49%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ..parts.partitions import Partition
from ..parts.sums import adds_up, every_partition
from ..reading.above import above
from ..reading.lines import lines_with
from ..reading.mentions import FOREIGN_ROLES, Mention
from ..reading.names import bare, is_same, is_specific, may_be_same
from ..reading.part_words import part_words
from ..reading.words import relations
from .quotients import Quotient, fits, tested
from .share_meant import fits_another, larger, made_up, present
from .share_parts import Share, base_of, shares_told
from .share_wholes import is_called, is_quantity_of, is_told_by, is_topic, money_deed, whole_named

_TWO = 2
_MANY = 3
_LONG_NAME = 4
_NUMBER_OF = ("总数", "总量", "数量")
_BUDGETS = frozenset({"budget", "budget_initial"})
_DATED = re.compile("年|同期")
_AMONG = re.compile(r"[^,;。、()]{0,20}[中里内],?(?:有|共有|仅有|只有)?[^,;。、()]{0,20}")


def share(case: Case) -> Iterator[Finding]:
    """P03: a share is the part over the whole that it is said to be of."""
    shares = list(shares_told(case))
    partitions = every_partition(case) if shares else ()
    owners, sums = _owners(partitions), _sums(partitions)
    agreed: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    left: list[Share] = []
    for found in shares:
        index = found.part.index
        wholes, sure = _wholes(case, found, owners.get(index, ()), sums.get(index))
        sure = sure and not found.doubtful
        fitting = [whole for whole in wholes if fits(case, Quotient(found.rate, found.part, whole))]
        agreed[found.place].extend(fitting[:1] or (wholes[:1] if sure else ()))
        if sure or fitting:
            yield from _tested(case, found, fitting or wholes)
        else:
            left.append(found)
    for found in left:
        whole = None if found.doubtful else _agreed(agreed[found.place])
        if whole and whole_named(found.rate) is None:
            yield from _tested(case, found, [whole])
        elif not whole:
            beside = agreed[found.place]
            shared = (one for one in beside if fits(case, Quotient(found.rate, found.part, one)))
            yield from _tested(case, found, [*shared][:1])


def _owners(found: Sequence[Partition]) -> Mapping[int, Sequence[Mention]]:
    """The wholes of every part; of a list that no word opens, if several parts make it up."""
    owners: dict[int, Sequence[Mention]] = {}
    for one in sorted(found, key=lambda one: (not one.opened, -len(one.parts))):
        if one.opened or len(one.parts) >= _MANY:
            for part in one.parts:
                owners.setdefault(part.index, one.wholes[:1] if adds_up(one) else one.wholes)
    return owners


def _sums(found: Sequence[Partition]) -> Mapping[int, Mention]:
    """The whole of every part of three or more that make it up exactly."""
    exact = [one for one in found if len(one.parts) >= _MANY and adds_up(one)]
    return {part.index: one.wholes[0] for one in exact for part in one.parts}


def _wholes(
    case: Case, found: Share, owners: Sequence[Mention], summed: Mention | None
) -> tuple[Sequence[Mention], bool]:
    """What the number can be a share of, and whether the text leaves one choice alone.

    ``summed`` is the number that it and others make up, null where there is none.
    """
    base = base_of(found.line, found.rate)
    if base and base.unit_kind == found.part.unit_kind:
        return (base,), True
    if found.behind:
        wholes = _larger_before(found)
        one = len(wholes) == 1 and whole_named(found.rate) is None
        return wholes, one and _is_of_all(wholes[0])
    owned = [
        whole
        for whole in owners
        if may_be_share_of(found.rate, whole) or is_quantity_of(found.rate, whole.lead)
    ]
    wholes = _among(found) or _named_beside(found) or owned or _only_whole(found)
    if wholes:
        return wholes, len({whole.value for whole in wholes}) == 1
    wholes = _named_above(case, found) or _named_once(case, found)
    if wholes:
        return wholes, True
    wholes = made_up(case, found, summed) or present(found)
    if wholes:
        return wholes, not fits_another(case, found)
    return _elsewhere(case, found)


def _elsewhere(case: Case, found: Share) -> tuple[Sequence[Mention], bool]:
    wholes, named = _named_elsewhere(case, found), whole_named(found.rate)
    all_money = named is not None and not money_deed(named)
    return _all_money(wholes) if all_money else (wholes, False)


def _tested(case: Case, found: Share, wholes: Sequence[Mention]) -> Iterator[Finding]:
    quotients = (Quotient(found.rate, found.part, whole) for whole in wholes)
    yield from tested(case, "P03", quotients, sure=True)


def _agreed(wholes: Sequence[Mention]) -> Mention | None:
    """The one whole that other shares of the same sentence, two or more, are of."""
    same = len({whole.value for whole in wholes}) == 1
    return wholes[0] if same and len(wholes) > 1 else None


def may_be_share_of(rate: Mention, whole: Mention) -> bool:
    """Whether the share names no whole, or one that this may be (占调整预算的 is of no income).

    What is named more narrowly is another: 工业投资 is not all 投资.
    """
    named, subject = bare(whole_named(rate)), bare(whole.figure.subject)
    if not named:
        return True
    narrower = named.removesuffix(subject) if len(named) > len(subject) else ""
    own = relations().names.lead_in.sub("", narrower)
    told = not is_specific(own) or own in f"{whole.lead}{whole.figure.scope or ''}"
    return told and may_be_same(subject, named)


def _among(found: Share) -> tuple[Mention, ...]:
    """The whole among which the part is counted: 40个标段中有6个, 占15%."""
    line, rate, part = found.line, found.rate, found.part
    start, _ = line.sentence_of(rate.start)
    for whole in reversed(line.within(start, rate.start)):
        if whole is part or not (whole.is_stated and whole.unit_kind == part.unit_kind):
            continue
        if whole.end < part.start and _AMONG.fullmatch(line.text, whole.end, part.start):
            return (whole,)
    return ()


def _only_whole(found: Share) -> tuple[Mention, ...]:
    """The one number before the part, told of all there is: 全县行政村206个，达标村164个."""
    start, _ = found.line.sentence_of(found.rate.start)
    before = [m for m in found.line.within(start, found.rate.start) if m.is_stated]
    alike = len(before) == _TWO and before[1] is found.part and whole_named(found.rate) is None
    if not alike or before[0].unit_kind != found.part.unit_kind:
        return ()
    return (before[0],) if _is_of_all(before[0]) and before[0].value >= before[1].value else ()


def _is_of_all(whole: Mention) -> bool:
    """Whether a number is told as all there is: 共, 全县, or a budget."""
    words, figure = relations(), whole.figure
    told = words.words.whole.search(whole.lead) or words.names.everywhere.fullmatch(
        figure.scope or ""
    )
    return told is not None or figure.role in _BUDGETS


def _named_beside(found: Share) -> tuple[Mention, ...]:
    """Wholes of the line that have the name after 占."""
    scope, line = whole_named(found.rate), found.line
    beside = [m for m in larger(found, line.stated) if m.start < found.rate.start]
    named = tuple(m for m in beside if scope and is_topic(line, m, scope))
    named = named or tuple(m for m in beside if is_same(m.figure.subject, scope))
    named = named or tuple(m for m in beside if scope and is_told_by(m, scope))
    return named or tuple(m for m in beside if scope and is_called(line, m, scope))


def _larger_before(found: Share) -> tuple[Mention, ...]:
    """Numbers of the sentence before a share whose own number follows it, nearest first."""
    start, _ = found.line.sentence_of(found.rate.start)
    return tuple(larger(found, found.line.within(start, found.rate.start)[::-1]))


def _named_above(case: Case, found: Share) -> tuple[Mention, ...]:
    """The whole of the paragraph above that the share names, or that is all of the same."""
    scope, subject = whole_named(found.rate), found.part.figure.subject
    if scope is None:
        return ()
    of_all = part_words().shares.all.fullmatch(scope)
    told = {
        mention.value: mention
        for line, mention in above(case, found.line)
        if mention.unit_kind == found.part.unit_kind
        and mention.value >= found.part.value
        and (
            may_be_same(mention.figure.subject, subject)
            if of_all
            else is_called(line, mention, scope)
        )
    }
    return tuple(told.values()) if len(told) == 1 else ()


def _named_once(case: Case, found: Share) -> tuple[Mention, ...]:
    """The one number of the report that has the name after 占, if the name is its own."""
    scope = whole_named(found.rate)
    if scope is None or len(scope) < _LONG_NAME:
        return ()
    told = {
        whole.value: whole
        for line in lines_with(case, found.part.figure.kind)
        for whole in larger(found, line.stated)
        if whole.figure.role not in FOREIGN_ROLES and is_called(line, whole, scope)
    }
    wholes = tuple(told.values())
    return wholes if len(wholes) == 1 and _is_of_year(found.part, wholes[0]) else ()


def _is_of_year(part: Mention, whole: Mention) -> bool:
    """Whether both are told of one year, where the whole's own words tell one."""
    one, other = part.figure.period_end, whole.figure.period_end
    if one is None or other is None or not _DATED.search(whole.label):
        return True
    return one.year == other.year


def _named_elsewhere(case: Case, found: Share) -> tuple[Mention, ...]:
    """Wholes anywhere in the report whose name may be the one after 占, or any in the line."""
    scope = whole_named(found.rate)
    if scope is None:
        beside = larger(found, found.line.stated)
        return tuple(m for m in beside if m.start < found.part.start)
    lines = lines_with(case, found.part.figure.kind)
    every = (m for line in lines for m in larger(found, line.stated))
    return tuple(m for m in every if _may_be_called(m, scope))


def _may_be_called(whole: Mention, scope: str) -> bool:
    """Whether a whole has the name after 占, or was told by its deed (占下达资金, 实际下达).

    The deed may be of what is measured (占完成里程, 完成 86公里), the name end alike (占项目村总数,
    行政村).
    """
    if is_told_by(whole, scope) or may_be_same(whole.figure.subject, scope):
        return True
    done = part_words().shares.quantity.sub("", bare(scope))
    subject = whole.figure.subject or ""
    alike = bool(subject) and scope.endswith(_NUMBER_OF) and subject[-1] == done[-1:]
    return alike or (len(done) >= _TWO and done != bare(scope) and done in whole.lead)


def _all_money(wholes: Sequence[Mention]) -> tuple[Sequence[Mention], bool]:
    """The greatest of the amounts, and whether it is told as all there is (共收到)."""
    most = max((whole.value for whole in wholes), default=None)
    greatest = [whole for whole in wholes if whole.value == most]
    return greatest, any(relations().words.whole.search(whole.lead) for whole in greatest)


CHECKS = (Check("P03", share),)

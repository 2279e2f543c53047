"""Wholes of shares whose name after 占 is not the number's own: 完成面积, 到馆人次."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from ...case import Case
from ..reading.above import above
from ..reading.lines import lines_with
from ..reading.mentions import FOREIGN_ROLES, Mention
from .quotients import Quotient, judged
from .share_parts import Share
from .share_wholes import is_of_those_present, is_quantity_of


def made_up(case: Case, found: Share, whole: Mention | None) -> tuple[Mention, ...]:
    """The sum of all parts, where the name after 占 is how much of that there is."""
    if whole is None:
        return ()
    every = chain(((found.line, m) for m in found.line.stated), above(case, found.line))
    line = next((line for line, mention in every if mention is whole), None)
    told = line.text[slice(*line.sentence_of(whole.start))] if line else ""
    return (whole,) if told and is_quantity_of(found.rate, told) else ()


def present(found: Share) -> tuple[Mention, ...]:
    """The one number of all those whom the part has some of: 占到馆人次的, of 观众 and 观众."""
    line, part = found.line, found.part
    name = part.figure.subject or ""
    if not is_of_those_present(found.rate) or not part.lead.endswith(f"的{name}"):
        return ()
    told = {
        mention.value: mention
        for mention in larger(found, line.within(0, part.start))
        if (mention.figure.subject or "").endswith(name)
        and mention.figure.role not in FOREIGN_ROLES
    }
    return tuple(told.values()) if len(told) == 1 else ()


def fits_another(case: Case, found: Share) -> bool:
    """Whether it is the share of some other number of the report; of another year, exactly."""
    for line in lines_with(case, found.part.figure.kind):
        for whole in larger(found, line.stated):
            verdict = judged(case, Quotient(found.rate, found.part, whole))
            foreign = whole.figure.role in FOREIGN_ROLES
            if verdict == "ok" or (verdict == "rounding" and not foreign):
                return True
    return False


def larger(found: Share, stated: Sequence[Mention]) -> Iterator[Mention]:
    """The levels that the part can be of."""
    part = found.part
    for mention in stated:
        at_least = mention.value >= part.value and mention is not part
        if at_least and mention.unit_kind == part.unit_kind and mention.is_stated:
            yield mention

"""P10: things of which some are named, and all of them in a later list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, same
from ..reading.items import Items, counted, items, most_items
from ..reading.lines import Line, lines, lines_with
from ..reading.mentions import Mention
from ..reading.terms import name, term
from .listing import open_lists

_CLAUSE = re.compile("[^,;。:!?\n]+")
_TAIL = re.compile("等[^、]*$")
_BEGIN = 2
_FEWEST = 3


def listed_again(case: Case) -> Iterator[Finding]:
    """P10: a later list with two of the names, and as many items as were told.

    Lists of other lengths are of other moments; they prove nothing.
    """
    counting = lines_with(case, "count") if "等" in case.text else ()
    opened = [(line, *one) for line in counting for one in open_lists(line)]
    lists = [(line, found) for line in lines(case) for found in _lists(line)] if opened else []
    begins = [{one[:_BEGIN] for one in found.names} for _, found in lists]
    for line, mention, named in opened:
        own = {one[:_BEGIN] for one in named.names}
        for (where, found), begin in zip(lists, begins, strict=True):
            longer = where is not line and found.least > named.least and len(own & begin) >= _BEGIN
            if longer and found.can_be(int(mention.value)):
                yield _told_again(case, mention, where, found)


def _told_again(case: Case, mention: Mention, where: Line, found: Items) -> Finding:
    claim = Claim("P10", case.report, f"另处列举的{name(mention)}与个数")
    return same(claim, counted(case, where, found, int(mention.value)), term(case, mention))


def _lists(line: Line) -> Iterator[Items]:
    """Lists of three or more items that fill a clause."""
    for clause in _CLAUSE.finditer(line.text) if most_items(line.text) >= _FEWEST else ():
        if most_items(clause[0]) < _FEWEST:
            continue
        tail = _TAIL.search(clause[0])
        end = clause.start() + (tail.start() if tail else len(clause[0]))
        found = items(line, clause.start(), end)
        if found.least >= _FEWEST:
            yield found


CHECKS = (Check("P10", listed_again),)

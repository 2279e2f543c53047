"""Things counted by what has become of them: 水位 [上升] 52眼，占 43%；[下降] 24眼."""

from __future__ import annotations

import re

from ...schemas.figure import Figure
from .carried import Chain
from .clauses import Clause
from .direction import DIRECTIONS
from .predicates import SHARE
from .subject import Naming

_COUNT_ITSELF = re.compile("(?:[数量额]|人次|总计|规模)$")
"""Ends of names whose own number moves: 床位数 增加 12张."""


def told_state(clause: Clause, figure: Figure, name: Naming, chain: Chain) -> str | None:
    """What has become of so many of the things counted before; null where a number moved."""
    said = clause.words[clause.predicate : clause.at]
    moved = len(said) == 1 and said[0].kind in DIRECTIONS and len(said[0].text) > 1
    if figure.kind != "count" or not moved:
        return None
    if not name.full:
        return said[0].text if chain.classed == figure.unit else None
    if not _shared_out(clause) or not name.subject or _COUNT_ITSELF.search(name.full):
        return None
    whole = any(unit == figure.unit and thing != name.subject for unit, thing in chain.known)
    return f"{name.subject}{said[0].text}" if whole and not name.carried else None


def _shared_out(clause: Clause) -> bool:
    """Whether the next clause tells the share that they are: 52眼，占 43%."""
    return not SHARE.isdisjoint(clause.words.texts[clause.close + 1 : clause.close + 3])

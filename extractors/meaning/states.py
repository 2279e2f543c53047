"""Things counted by what has become of them: 水位 [上升] 52眼，占 43%；[下降] 24眼."""

from __future__ import annotations

import re

from ...schemas.figure import Figure
from .carried import Chain
from .clauses import Clause
from .direction import DIRECTIONS
from .predicates import SHARE
from .subject import Naming
from .vocabulary import ends_in, vocabulary

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
    if not name.subject or name.carried or not _shared_out(clause) or _is_counted(name.subject):
        return None
    things = [thing for unit, thing in chain.known if unit == figure.unit]
    alike = any(thing[-1] == name.subject[-1] for thing in things)
    return f"{name.subject}{said[0].text}" if things and not alike else None


def _is_counted(name: str) -> bool:
    """Whether the name is itself of things or of a number: 护理人员 增加 12人."""
    names = vocabulary().names
    counted = ends_in(name, names.owners, names.agents, names.bodies, names.generic)
    return counted or bool(_COUNT_ITSELF.search(name))


def _shared_out(clause: Clause) -> bool:
    """Whether the next clause tells the share that they are: 52眼，占 43%."""
    return not SHARE.isdisjoint(clause.words.texts[clause.close + 1 : clause.close + 3])

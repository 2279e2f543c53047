"""Units (单位) under their many spellings: which names in reports are those of one body."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ...schemas.report import Report
from .wording import pattern

_PLACE = re.compile(r"[\u4e00-\u9fff]{2,7}?(?:自治[区州县旗]|[省市区县州盟旗])")
_REMEMBERED = 4096
_REST = 2
"""Characters that a body's name has at least behind its place: 水务局 and not 局."""


def unit_names(reports: Iterable[Report]) -> Iterator[str]:
    """The units that reports name, of their own and of their projects."""
    for report in reports:
        told = (report.unit, report.department, *(project.unit for project in report.projects))
        yield from filter(None, told)


@lru_cache(_REMEMBERED)
def simplified(name: str) -> str:
    """A name without what tells no bodies apart: width of characters, spaces, quotes, 盖章."""
    plain = "".join(unicodedata.normalize("NFKC", name).split())
    return pattern("name_noise").sub("", plain) or plain


SharedName = tuple[str, Hashable]
"""A department, and what names of one project have in common."""


@dataclass(frozen=True, slots=True)
class Units:
    """Which names are those of one body.

    ``bodies`` leads from a simplified name to the one that stands for it. A name that is
    not there stands for itself. ``shared`` are names of projects that several bodies of a
    department have, as far as that is known beyond the reports at hand.
    """

    bodies: Mapping[str, str] = field(default_factory=dict[str, str])
    shared: frozenset[SharedName] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str], aliases: Mapping[str, str] | None = None) -> Units:
        """Match the names that occur together; ``aliases`` (a name, and whose it is) come first.

        青禾区水务局 is 云屏市青禾区水务局 where that is among the names and no other city's
        青禾区 is. A name that is its own alias is matched with no other.
        """
        told = {simplified(name): simplified(unit) for name, unit in (aliases or {}).items()}
        return cls({**_within_larger({simplified(name) for name in names}), **told})

    def body(self, name: str | None) -> str | None:
        """The simplified name that stands for a body; null for none."""
        if name is None:
            return None
        body, passed = simplified(name), set[str]()
        while body not in passed:
            passed.add(body)
            body = self.bodies.get(body, body)
        return body


EACH_BY_ITSELF = Units()
"""No two names are those of one unit, but for how they are printed."""


@lru_cache(_REMEMBERED)
def places(name: str) -> tuple[str, ...]:
    """The places that a simplified name begins with: 云屏市, 青禾区; the last may be a word."""
    found: list[str] = []
    at = 0
    while (place := _PLACE.match(name, at)) and len(name) - place.end() >= _REST:
        found.append(place[0])
        at = place.end()
    return tuple(found)


def _within_larger(names: set[str]) -> dict[str, str]:
    """Names that leave out the city or province before their own place, with the full ones."""
    around = _surroundings(names)
    short: dict[str, str] = {}
    for name in names:
        first = next(iter(places(name)), "")
        larger = around.get(first, set())
        if len(larger) == 1 and not pattern("any_district").fullmatch(first):
            full = next(iter(larger)) + name
            if full in names:
                short[name] = full
    return short


def _surroundings(names: Iterable[str]) -> dict[str, set[str]]:
    """For every place the larger ones right before it, as the names tell them."""
    around: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for larger, place in pairwise(places(name)):
            around[place].add(larger)
    return around

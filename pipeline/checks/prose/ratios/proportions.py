"""P03: two parts of one whole and their proportion: 省级468万元、市级312万元，比例为6∶4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ..parts.partitions import Partition
from ..parts.sums import adds_up, every_partition
from ..reading.lines import Line
from ..reading.mentions import Mention
from ..reading.terms import name, term, written

_TWO = 2
_HALF = Decimal("0.5")
_PROPORTION = re.compile(
    "[,、]?(?:两者|二者|双方|各方)?(?:之|的)?(?:比例?|占比|配比)(?:约)?(?:[为是]|分别为)?"
    "(?P<one>\\d{1,2})[:∶](?P<other>\\d{1,2})(?![\\d.])"
)


def proportion(case: Case) -> Iterator[Finding]:
    """P03: two parts that make up a whole are in the proportion told right behind them."""
    for found in every_partition(case):
        last = found.parts[-1]
        match = _PROPORTION.match(found.line.text, last.end) if len(found.parts) == _TWO else None
        if match and adds_up(found) and int(match["one"]) and int(match["other"]):
            told = zip(found.parts, ("one", "other"), strict=True)
            findings = [_told(case, found, part, match.span(at), match) for part, at in told]
            if _is_near(found, match):
                yield from (one for one in findings if one.verdict != "fail")
            else:
                yield findings[0]


def _is_near(found: Partition, match: re.Match[str]) -> bool:
    """Whether the parts are in the proportion if both its numbers are rounded."""
    one, other = Decimal(match["one"]), Decimal(match["other"])
    share = found.parts[0].value / found.total
    least, most = (one - _HALF) / (one + other), (one + _HALF) / (one + other)
    return least <= share <= most


def _told(
    case: Case, found: Partition, part: Mention, span: tuple[int, int], match: re.Match[str]
) -> Finding:
    line: Line = found.line
    one, other = (written(case, line, *match.span(at), int(match[at])) for at in ("one", "other"))
    own = written(case, line, *span, int(line.text[slice(*span)]))
    claim = Claim("P03", case.report, f"{name(part)}占{name(found.wholes[0])}的比例")
    share = term(case, part) / term(case, found.wholes[0])
    return equation(claim, share, own / (one + other))


CHECKS = (Check("P03", proportion),)

"""S03 in sentences: 产出指标满分30分，得28.6分; no group has more than its full marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .....schemas.figure import Role
from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, bound
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention
from ..reading.terms import name, term

_APART = re.compile("[;。]|加分|附加")
_NAMELESS = re.compile(
    "(?:自评|评价|考核|评审|实际|最终|综合|指标|权重)*"
    "(?:实得|得|评|打|满|扣|总)*(?:分[数值]?)?[共计为是:]*"
)
_COMMA = re.compile("[,、;。]|加分|附加")


def score_within_marks(case: Case) -> Iterator[Finding]:
    """S03: a score is not above the full marks told right beside it."""
    for line in lines_with(case, "score"):
        for weight, score in scores_with_marks(line) if line.passage.cell is None else ():
            claim = Claim("S03", case.report, f"正文所述{name(weight)}的得分与分值")
            yield bound(claim, term(case, score), term(case, weight))


def scores_with_marks(line: Line) -> Iterator[tuple[Mention, Mention]]:
    """Full marks with the score behind them, or in brackets behind their score.

    Marks in brackets have no score beyond a comma, on either side.
    """
    told = [m for m in line.mentions if m.figure.kind == "score"]
    for one, other in pairwise(told):
        stop = _APART if one.depth == other.depth else _COMMA
        if not stop.search(line.text, one.end, other.start) and _is_of_one(one, other):
            if _is(one, "weight") and _is(other, "score"):
                yield one, other
            elif _is(one, "score") and _is(other, "weight") and one.depth < other.depth:
                yield other, one


def _is_of_one(one: Mention, other: Mention) -> bool:
    """Whether the later number names nothing that the first one is not of."""
    return one.figure.subject == other.figure.subject or bool(_NAMELESS.fullmatch(other.lead))


def _is(mention: Mention, role: Role) -> bool:
    return mention.figure.role == role and mention.figure.comparator == "eq" and mention.is_level


CHECKS = (Check("S03", score_within_marks),)

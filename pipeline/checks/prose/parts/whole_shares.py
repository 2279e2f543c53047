"""P20: the shares of everything make up a hundred per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ...terms import Term, total
from ..ratios.share_wholes import whole_named
from ..ratios.shares import may_be_share_of
from ..reading.lines import Line, related_lines_of
from ..reading.mentions import Mention
from ..reading.terms import term
from .families import are_complementary, are_everything, takes_the_rest
from .sums import adds_up, every_partition

_ALL = Decimal(1)
_MANY = 3
_DIVIDED = re.compile(
    "(?:构成|结构|组成|来源|去向|投向|用途|性质|级次)[^,;。:\\d]{0,4}[,:]|按[^,;。:\\d]{1,10}?(?:划分|分类|分)[,:]"
)
"""Opens shares of which none takes in another: 从支出构成看，."""
_OVERLAPPING = re.compile(
    "问题|原因|认为|反映|选择|诉求|希望|建议|了解|渠道|途径|方式|多选|满意|知晓"
)
"""What a person can say several of."""


def shares_of_parts(case: Case) -> Iterator[Finding]:
    """P20: the shares told behind the parts of a whole that add up."""
    for found in every_partition(case):
        rates = [_share_behind(found.line, part) for part in found.parts]
        whole = found.wholes[0]
        shares = [rate for rate in rates if rate and may_be_share_of(rate, whole)]
        surely = found.opened or len(found.parts) >= _MANY
        if surely and adds_up(found) and len(shares) == len(found.parts) > 1:
            yield _summed(case, shares)


def shares_of_classes(case: Case) -> Iterator[Finding]:
    """P20: the shares of all classes of one family: 满意的占82%、不满意的占18%."""
    for line in related_lines_of(case, "share"):
        for told in line.by_sentence:
            shares = [] if any(m.is_stated for m in told) else [m for m in told if _is_share(m)]
            if _divide_all(line, shares):
                yield _summed(case, shares)
                continue
            labels = [share.label for share in shares]
            one_whole = len({share.figure.scope for share in shares}) == 1
            if len(shares) > 1 and one_whole and are_complementary(labels):
                missing = _ALL - sum((share.value for share in shares), Decimal(0))
                if missing <= 0 or are_everything(labels):
                    yield _summed(case, shares)


def _divide_all(line: Line, shares: Sequence[Mention]) -> bool:
    """Whether three shares or more are of all there is, and no less than that where one can lack.

    The last takes what is left (其他), or words before the first say that it is divided.
    """
    if len(shares) < _MANY or any(whole_named(share) for share in shares):
        return False
    start, end = line.sentence_of(shares[0].start)
    if _OVERLAPPING.search(line.text, start, end) or len(line.within(start, end)) > len(shares):
        return False
    if takes_the_rest(shares[-1].lead):
        return True
    missing = _ALL - sum((share.value for share in shares), Decimal(0))
    return missing <= 0 and _DIVIDED.search(line.text, start, shares[0].start) is not None


def _summed(case: Case, shares: Sequence[Mention]) -> Finding:
    claim = Claim("P20", case.report, "各分项占比之和")
    computed = total([term(case, share) for share in shares])
    return equation(claim, computed, Term.constant(1, "100%"))


def _share_behind(line: Line, part: Mention) -> Mention | None:
    """The share that is told right behind a part."""
    rate = line.behind(part.end)
    return rate if rate and _is_share(rate) else None


def _is_share(mention: Mention) -> bool:
    figure = mention.figure
    stated = figure.kind == "rate" and figure.value is not None and figure.comparator == "eq"
    return stated and figure.aspect == "share"


CHECKS = (Check("P20", shares_of_parts), Check("P20", shares_of_classes))

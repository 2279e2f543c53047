"""P14, P15, P17: what cannot be more than something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, bound
from ...terms import total
from ..parts.sizes import size_of
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention
from ..reading.names import may_be_same
from ..reading.terms import name, term
from ..reading.words import relations

_ENDS = 2
_TOTAL = re.compile("^(?:总|合计|共)")
_PEERS = frozenset({"个", "家", "县", "区", "市", "镇", "乡", "街道", "村", "省", "州", "所", "名"})
_STOP = re.compile("[,;。:]")
_RANKING = re.compile(
    "[^,;。:\\d]*(?:排名|排序|排行|名次|考核|评价|评比|评议|评分|测评|考评|竞赛|比赛|[中里内]),"
    "(?![^,;。]*(?:[全在]|系统))[^,;。:\\d]*"
)
"""From those ranked to a rank in the next clause that names no others: 的考核排名，我区列."""
_RANKED = re.compile("[在列居位]")
_EVERYONE = re.compile("[在全本我][国省市县区州旗]?|[在列居位]")


def threshold(case: Case) -> Iterator[Finding]:
    """P14: things of at least a size, all together, are not less than their number times it."""
    for line in related_lines(case):
        for counted in line.stated:
            size = size_of(line, counted)
            whole = line.behind(counted.end) if size and size.figure.comparator == "ge" else None
            if size and whole and _is_total(size, whole):
                claim = Claim("P14", case.report, f"{name(counted)}的个数、下限与总量")
                product = term(case, counted) * term(case, size, as_printed=True)
                yield bound(claim, product, term(case, whole))


def rank(case: Case) -> Iterator[Finding]:
    """P15: a rank is not below the number of those ranked: 在全市9个县区中排名第四."""
    for line in related_lines(case):
        for place in line.mentions if "rank" in line.kinds else ():
            if place.figure.kind == "rank" and place.figure.value is not None:
                peers = _peers(line, place)
                if peers:
                    claim = Claim("P15", case.report, f"{name(place)}的名次与参评个数")
                    number = total([term(case, peer) for peer in peers])
                    yield bound(claim, term(case, place), number)


def stock_and_flow(case: Case) -> Iterator[Finding]:
    """P17: what came new is not more than what is there."""
    for line in related_lines(case):
        for told in line.by_sentence if line.says(relations().words.stock) else ():
            for flow in told if len(told) > 1 else ():
                stock = _stock(told, flow)
                if stock:
                    claim = Claim("P17", case.report, f"{name(stock)}的新增数与总数")
                    yield bound(claim, term(case, flow), term(case, stock))


def _is_total(size: Mention, whole: Mention) -> bool:
    """Whether the next number is all of what the size measures."""
    one, other = size.figure, whole.figure
    same_unit = one.kind == other.kind and one.unit == other.unit
    return whole.is_stated and same_unit and bool(_TOTAL.search(whole.lead))


def _peers(line: Line, place: Mention) -> list[Mention]:
    """The numbers of those ranked before the rank: 在3县6区中; 全市9个县区排名，我县列."""
    peers: list[Mention] = []
    at, apart = place.start, False
    for mention in reversed([m for m in line.mentions if m.end <= place.start]):
        between = line.text[mention.end : at]
        figure = mention.figure
        ranked = figure.kind == "count" and figure.value is not None and figure.unit in _PEERS
        apart = apart or (not peers and _RANKING.fullmatch(between) is not None)
        if not ranked or (_STOP.search(between) and not (apart and not peers)):
            break
        peers.insert(0, mention)
        at = mention.start
    return peers if peers and _are_ranked(line, peers, place, apart=apart) else []


def _are_ranked(line: Line, peers: Sequence[Mention], place: Mention, *, apart: bool) -> bool:
    """Whether the words before and behind the numbers tell of a ranking among them."""
    before = line.text[max(0, peers[0].start - 8) : peers[0].start]
    between = line.text[peers[-1].end : place.start]
    among = re.search("[中里内第]|排|列|居", f"{before}{between}")
    return bool(among and (_EVERYONE if apart else _RANKED).search(before))


def _stock(told: Sequence[Mention], flow: Mention) -> Mention | None:
    """The number of all such things that is told behind a number of new ones."""
    words = relations().words
    if flow.figure.kind == "rate" or flow.figure.value is None:
        return None
    if not words.increment.search(f"{flow.lead}{flow.figure.scope or ''}"):
        return None
    for stock in told:
        behind = stock.is_stated and stock.start > flow.end and words.stock.search(stock.lead)
        alike = flow.unit_kind == stock.unit_kind and stock.figure.scope != "新增"
        if behind and alike and _of_one_kind(flow, stock):
            return stock
    return None


def _of_one_kind(flow: Mention, stock: Mention) -> bool:
    one = flow.figure.subject or ""
    other = relations().words.stock.sub("", stock.figure.subject or "")
    like_ends = one[-_ENDS:] == other[-_ENDS:] and one[:_ENDS] == other[:_ENDS]
    return may_be_same(one, other) or (bool(one) and like_ends)


CHECKS = (Check("P14", threshold), Check("P15", rank), Check("P17", stock_and_flow))

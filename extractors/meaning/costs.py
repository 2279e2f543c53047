"""What each of the counted things costs, what all of them come to, and who is paid."""

from __future__ import annotations

import re

from ...schemas.figure import Figure
from .carried import Chain
from .clauses import Clause
from .vocabulary import NOMINAL, VERBAL, ends_in, vocabulary

SUMS = frozenset({"共计", "合计", "总计", "小计"})
"""A sum of scores goes by this word alone."""
SUMMED = SUMS | {"共", "计", "金额"}
_SUMS_UP = SUMMED | {"合", "折合", "约合", "需", "总价"}
_BESIDE = frozenset({"hedge", "filler", "time", "adverb"})
_AVERAGES = frozenset({"平均", "每年", "每月", "每天", "每日", "每次", "每期"})
COUNTED = frozenset({"count", "measure"})
_AMOUNT = frozenset({"金额"})
PRICES = frozenset({"单价", "均价", "平均单价", "造价", "价格", "平均价格", "单位造价", "单位成本"})
_OTHERS = frozenset({"人", "名", "户", "家", "位", "人次", "户次", "家次", "次", "个", "项"})
"""Classifiers of those who are paid for, or of anything."""
_PAID = frozenset({"拨付", "拨给", "下拨", "下达", "分配", "兑付", "支付", "转拨"})
_PAID_TO = frozenset("省市州县区旗镇乡村")
_PER_TIME = re.compile("每[年月天日次期]$")
"""Behind what each costs: 每人每月."""


def costing(clause: Clause, figure: Figure, chain: Chain) -> str | None:
    """Which thing counted before costs the amount; null where that is not told."""
    if figure.kind != "amount":
        return None
    if _of_all(clause, chain):
        return chain.priced
    return chain.subject if _of_thing(clause, chain) else _priced_each(clause, chain)


def is_paid_to(clause: Clause, name: str) -> bool:
    """Whether the name is of those who got of the money told before: 拨付 [各镇] 25万元."""
    paid = len(clause.lead) > 1 and clause.lead_texts[0] in _PAID
    names = vocabulary().names
    return paid and ends_in(name, names.owners, names.bodies, _PAID_TO)


def _priced_each(clause: Clause, chain: Chain) -> str | None:
    """What was counted and money is for each of: 校车 14辆，平均每辆每年 18万元."""
    if "per" not in clause.lead_kinds or chain.sort not in COUNTED:
        return None
    lead = [
        word.text for word in clause.lead if word.kind not in _BESIDE and word.text not in _AVERAGES
    ]
    per = _PER_TIME.sub("", "".join(lead))
    return next((thing for counter, thing in chain.counters if per == f"每{counter}"), None)


def _of_thing(clause: Clause, chain: Chain) -> bool:
    """Whether money is for the one thing that was counted: 电脑 20台，共计 12万元."""
    said = SUMMED.intersection(clause.lead_texts)
    if not said or chain.sort not in COUNTED:
        return False
    if chain.unit in _OTHERS and said != _AMOUNT:
        return False
    alone = len(chain.known) == 1 or clause.low > clause.opening or said == _AMOUNT
    return alone and _names_nothing(clause)


def _of_all(clause: Clause, chain: Chain) -> bool:
    """Whether money is for all of what has its price told: 每辆 68万元，小计 204万元."""
    return (
        bool(chain.priced) and not _SUMS_UP.isdisjoint(clause.lead_texts) and _names_nothing(clause)
    )


def _names_nothing(clause: Clause) -> bool:
    """Whether no word before the figure names a thing, sums apart."""
    told = zip(clause.lead_texts, clause.lead_kinds, strict=True)
    return not any(kind in NOMINAL | VERBAL and text not in SUMMED for text, kind in told)

"""A budget that no word calls so: money of the whole, of which what was spent is the stated rate.

专项资金共 900万元，由三部分组成 … 支出 855万元，执行率 95%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...schemas.figure import Figure
from ...schemas.report import Report
from .prose_accounts import Account
from .prose_statements import offset_in

_MONEY = re.compile(
    r"(?:^|[,。;:、年日])[^,。;:、\d]{0,14}(?:资金|经费|投入|投资|款项?|专项|盘子)(?:总额|总量|总数|规模)?"
    r"(?:为|有|共有?|共计|合计|总计|计|达|约|人民币)*$"
)
_OF_PART = re.compile("其中|结余|结转|剩余|到位|拨付|支付|支出|使用")


def with_confirmed_budget(account: Account, report: Report) -> Account:
    """The account with the money that its spending and its rate prove to be the budget.

    Unchanged where a budget is stated, or the proof is of no amount or of several.
    """
    stated = account.budget or account.budget_initial
    if account.name or stated or not account.executed or not account.execution_rate:
        return account
    proven = [*_proven(account.executed, account.execution_rate, report)]
    alike = len({figure.value for figure in proven}) == 1
    return replace(account, budget=proven[0]) if alike else account


def _proven(executed: Figure, rate: Figure, report: Report) -> Iterator[Figure]:
    """The amounts told before the spending, in a paragraph, that give the rate."""
    prose = {piece.block: p for p in report.passages if p.cell is None for piece in p.pieces}
    for figure in report.figures:
        passage = prose.get(figure.place.block)
        if figure is executed or figure.place.block > executed.place.block:
            break
        if passage and figure.kind == "amount" and _gives(figure, executed, rate):
            before = passage.folded[: offset_in(passage, figure)]
            told = _MONEY.search(before)
            if told and not _OF_PART.search(told[0]):
                yield figure


def _gives(figure: Figure, executed: Figure, rate: Figure) -> bool:
    """Whether the spending is the stated part of the amount, at the rate's precision."""
    if not figure.value or executed.value is None or rate.low is None or rate.high is None:
        return False
    return rate.low <= executed.value / figure.value <= rate.high

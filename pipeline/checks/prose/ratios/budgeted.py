"""P04: rates of a budget named before: 年初预算60万元，支出决算58.5万元，完成年初预算的97.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...forms import told_execution
from ..money import spending
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention
from ..reading.words import relations
from .quotients import Quotient, tested
from .rated import has_base

_WHICH = "(?P<which>年初|期初|调整|追加)?(?:后的?|全年|年度|当年|本年|部门|单位|财政|收入|支出)*"
_NUMBER = "(?:数|总额|金额|额)?"
_OF_BUDGET = re.compile(
    rf"完成了?(?:的?支出|的?收入)?(?:占|达到?|[为是])?{_WHICH}预算{_NUMBER}的?(?:比例为|比例达)?[约近]?$"
)
_BUDGET = re.compile(
    rf"{_WHICH}预算{_NUMBER}(?:安排|收入|支出)?(?:合计|总计|共计|共)?[为是]?[约近]?$"
)
_SPENT = re.compile(
    "(?:支出|收入|决算|执行|支付|使用|拨付|完成|支出决算|收入决算)"
    "(?:数|总额|金额|资金)?(?:合计|总计|共计|共)?[为是]?了?[约近]?$"
)
_BUDGET_WORD = re.compile("预算")
_SAYING_NOTHING = re.compile(
    "年初|期初|调整|追加|全年|年度|当年|本年|实际|累计|收入|支出|决算|预算|执行|支付|使用|拨付|完成|资金|项目|经费"
    "|部门|单位|财政|合计|总计|共计|总额|金额|[^\u4e00-\u9fff]|[年月日末底数共为是了约近后的至到截止已]"
)
_SIDES = ("收入", "支出")
_PAIR = 2
_REMEMBERED = 1024


def rate_of_budget(case: Case) -> Iterator[Finding]:
    """P04: the rate is what came over the one budget of that name in the clauses before.

    Rates that F02 tests are passed over.
    """
    rates = [(line, rate) for line in lines_with(case, "rate") for rate in _rates(line)]
    known = _tested_elsewhere(case) if rates else frozenset[str]()
    for line, rate in rates:
        pair = _pair(line, rate)
        if pair and case.report.figure_id(rate.index) not in known:
            yield from tested(case, "P04", [Quotient(rate, *pair)], sure=True)


def _tested_elsewhere(case: Case) -> frozenset[str]:
    """The ids of the figures that F02 is about."""
    checks = (*told_execution.CHECKS, *spending.CHECKS)
    found = (one for check in checks if check.rule == "F02" for one in check.found(case))
    return frozenset(figure_id for one in found for figure_id in one.figure_ids)


def _rates(line: Line) -> Iterator[Mention]:
    """The rates of a line that are said to be of a budget."""
    if line.passage.cell is None and line.says(_BUDGET_WORD):
        for mention in line.mentions:
            plain = mention.figure.kind == "rate" and mention.figure.comparator == "eq"
            if plain and _OF_BUDGET.search(mention.lead) and not has_base(line, mention):
                yield mention


def _pair(line: Line, rate: Mention) -> tuple[Mention, Mention] | None:
    """What came and the budget that it is a rate of; null unless each is the only one."""
    start, _ = line.sentence_of(rate.start)
    start = max(start, line.text.rfind(";", start, rate.start) + 1)
    amounts = [m for m in line.within(start, rate.start) if m.figure.kind == "amount"]
    told = [m for m in amounts if m.is_stated]
    of_rate = _OF_BUDGET.search(rate.lead)
    which = of_rate["which"] if of_rate else None
    budgets = [m for m in told if _is_budget(m.lead, which)]
    came = [m for m in told if _SPENT.search(m.lead) and not _BUDGET.search(m.lead)]
    parts = relations().words.parts.search(line.text, start, rate.start)
    alone = len(budgets) == len(came) == 1 and not parts and amounts == told
    if not alone or len(told) > _most(told, which):
        return None
    return (came[0], budgets[0]) if _can_be_of(came[0], budgets[0]) else None


def _can_be_of(came: Mention, budget: Mention) -> bool:
    """Whether no word tells that the two are of different things (收入预算, 支出)."""
    one, other = (_SAYING_NOTHING.sub("", m.lead) for m in (came, budget))
    sides = [{side for side in _SIDES if side in m.lead} for m in (came, budget)]
    apart = sides[0] and sides[1] and sides[0].isdisjoint(sides[1])
    pairs = {"".join(pair) for pair in pairwise(other)}
    alike = not pairs or len(one) < _PAIR or any(pair in one for pair in pairs)
    return alike and not apart and came.depth == budget.depth


def _most(told: list[Mention], which: str | None) -> int:
    """How many amounts may be told: the two, and a budget that the rate is not of."""
    return 2 + sum(bool(which and _BUDGET.search(m.lead) and which not in m.lead) for m in told)


@lru_cache(_REMEMBERED)
def _is_budget(lead: str, which: str | None) -> bool:
    """Whether an amount is the budget of that name; of any, where the rate names none."""
    found = _BUDGET.search(lead)
    return bool(found) and (which is None or which in lead)


CHECKS = (Check("P04", rate_of_budget),)

"""Which side of the measured thing a figure gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from ...schemas.figure import Aspect
from .clauses import Clause
from .direction import changed, moved
from .vocabulary import NOMINAL, vocabulary

_UNIT_PRICE = re.compile(r"(单价|均价|单位成本)$|^[人户亩次场日月年]均")
_OF_AIM = re.compile("(目标|任务|计划|指标)(数|值|量)?的?约?$")
_TENTHS = re.compile("成$|一半$|分之")
_OF_RATE = re.compile("[率度量额比数]$|进度|水平|资金|经费|收入|支出")
_BASIS = frozenset({"per", "per_named"})
_YEAR_ON_YEAR = frozenset({"同比", "环比"})
_BEYOND = frozenset({"高于", "低于", "多于", "少于", "超出", "大于", "小于"})
_DONE = frozenset({"完成", "已完成", "累计完成", "实际完成"})

_Test = Callable[[Clause, str], bool]


def _named(pattern: str) -> _Test:
    """A test of the phrase that the clause gives as the name, measure included."""
    compiled = re.compile(pattern)
    return lambda _, name: bool(compiled.search(name))


def _related(*rules: str) -> _Test:
    listed = frozenset(rules)
    return lambda clause, _: not listed.isdisjoint(clause.relations)


def _said(listed: Set[str]) -> _Test:
    """A test of the words between the name and the figure."""
    return lambda clause, _: not listed.isdisjoint(clause.words.texts[clause.predicate : clause.at])


_RATES: tuple[tuple[Aspect, _Test], ...] = (
    ("share", _related("share", "part")),
    ("level", _related("proportion")),
    ("execution", _related("execution")),
    ("execution", _named("(执行|支出|支付|使用|下达|拨付|兑付)(率|进度|比例)")),
    ("completion", _related("completion")),
    ("completion", _named("完成(率|比|比例|进度|情况)|达成率|完工率|实现率")),
    ("share", _related("ratio")),
    ("growth", _named("增速|增幅|降幅|涨幅|升幅|跌幅|增长率|下降率|增长比例")),
    ("growth", lambda clause, _: moved(clause) or bool(changed(clause))),
    ("growth", _said(_YEAR_ON_YEAR)),
    ("share", _named("占比|比重|占(?:总|全)|比例")),
    ("completion", _said(_DONE)),
    ("share", lambda clause, name: _of_those(clause) or _in_tenths(clause, name)),
)
"""The aspects of a rate; the first whose test holds counts, else it is a level."""


def aspect(clause: Clause, name: str, unit: str | None, *, falls: bool) -> Aspect | None:
    """The aspect of the figure; ``name`` is its own phrase with the measure (零售额增速).

    Null for a multiple that is no growth (是上年的 2倍) and of no goal (是目标的 2倍).
    """
    match clause.figure.sort:
        case "rank":
            return "rank"
        case "points":
            return "change"
        case "multiple":
            return _multiple_aspect(clause)
        case "rate":
            found = _rate_aspect(clause, name)
            return "growth" if falls and found == "level" else found
        case _ if "/" in (unit or "") or _is_average(clause) or _UNIT_PRICE.search(name):
            return "per_unit"
        case _:
            return "change" if moved(clause) or changed(clause) or _beyond(clause) else "level"


def _of_those(clause: Clause) -> bool:
    """Whether so many of those told before are meant: 享受 贴息 的 不足 [1%]."""
    lead = clause.lead
    hedged = len(lead) > 1 and lead[-1].kind == "hedge"
    return hedged and lead[-2].kind == "de"


def _in_tenths(clause: Clause, name: str) -> bool:
    """Whether a rough part of a number of things is told: 女性 超 [六成], not 执行率 超 九成."""
    if not _TENTHS.search(clause.figure.text):
        return False
    before = clause.words[clause.low - 1] if clause.low > clause.opening else None
    name = name or (before.text if before and before.kind in NOMINAL else "")
    return "中" in clause.lead_texts or (bool(name) and not _OF_RATE.search(name))


def _beyond(clause: Clause) -> bool:
    """Whether the figure says by how much another thing is missed: 低于概算 3元, not 低于 3元."""
    if not clause.says(_BEYOND):
        return False
    compared = next(at for at, text in enumerate(clause.lead_texts) if text in _BEYOND)
    between = frozenset(clause.lead_kinds[compared + 1 :])
    return bool(between) and between <= NOMINAL | {"scope", "time"}


def _multiple_aspect(clause: Clause) -> Aspect | None:
    times = "times" in clause.relations
    if times and _OF_AIM.search("".join(clause.lead_texts)):
        return "completion"
    grown = "番" in clause.figure.text or (moved(clause) and not times)
    return "growth" if grown else None


def _rate_aspect(clause: Clause, name: str) -> Aspect:
    for found, holds in _RATES:
        if holds(clause, name):
            return found
    return "level"


def _is_average(clause: Clause) -> bool:
    return not _BASIS.isdisjoint(clause.lead_kinds) or _spent_on_average(clause)


def _spent_on_average(clause: Clause) -> bool:
    """Whether money is what each of them took: 20个站 平均 投入 3万元."""
    if clause.figure.sort != "amount" or "平均" not in clause.lead_texts:
        return False
    behind = clause.lead_texts[clause.lead_texts.index("平均") + 1 :]
    return not vocabulary().names.spending.isdisjoint(behind)

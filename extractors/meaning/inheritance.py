"""Which thing named before a figure without a name of its own is of."""

from __future__ import annotations

import re
from itertools import takewhile

from ...schemas.figure import Figure
from .carried import Chain
from .clauses import Clause
from .costs import COUNTED, SUMMED, SUMS, costing, is_paid_to
from .direction import first_direction
from .role import DEDUCTED
from .subject import Naming, is_label
from .vocabulary import BOUNDS, NOMINAL, VERBAL, ends_in, vocabulary

_SCORED = frozenset({"weight", "score"})
_PEOPLE = frozenset({"户", "人", "名"})
_LASTING = frozenset({"d", "h", "month", "workday", "min", "a"})
"""Units of how long what was counted lasted: 3个标段停工 12天."""
_LASTED = frozenset({"历时", "为期", "耗时"})
_HAS_COME = frozenset({"已", "实际"})
_AIM_ALONE = re.compile(
    "(?:年初|年度|全年|本年|当年)?(?:下达|安排|分配|确定)?的?(?:目标|工作)?(?:任务|目标|计划)[数量]?"
)
"""A goal without the thing that it is set for."""
_OF_ITEM = re.compile("(?:年初|全年|本年|调整|财政拨款)*(?:支出|预算|决算)+[数额]?")
"""Money of the functional item told before: ...住房公积金（项）：[支出决算] 为 9万元."""
_ADDED_UP = SUMMED | {"累计"}
_SIZES = frozenset({"长", "宽", "高", "深", "厚", "长度", "宽度", "高度", "深度", "厚度", "直径"})
_GIVING = frozenset({"下达", "安排", "分配", "确定"})
_REST = frozenset({"其余", "余下", "剩余", "其它"})
_ONLY_TOLD = frozenset({"为", "即", "约为", "合", "计", "约"})
_PLACES = frozenset({"位", "个位次"})
_ALL = frozenset({"均", "都"})
_FREE = frozenset({"rate", "points", "rank", "multiple", "score"})
"""Figures that can be of any subject; others only of one that was counted in their kind."""


def subject_of(
    clause: Clause, figure: Figure, name: Naming, chain: Chain
) -> tuple[str | None, bool]:
    """The subject, and whether it is carried over from an earlier figure."""
    own = _own_subject(clause, figure, name, chain)
    if own:
        return own, False
    if figure.kind == "score" and chain.role == "score":
        total = next((text for text in clause.lead_texts if text in SUMS), None)
        if total:
            return total, False
    if _is_deducted(clause):
        return (chain.subject, True) if chain.role in _SCORED else (None, False)
    paid_for = costing(clause, figure, chain)
    if paid_for:
        return paid_for, True
    return _of_several_or_one(clause, figure, name, chain)


def _of_several_or_one(
    clause: Clause, figure: Figure, name: Naming, chain: Chain
) -> tuple[str | None, bool]:
    """What several things named before are together, or which one of them it is."""
    several = None if chain.told.chief else _several(clause, figure, chain)
    if several:
        return _shared_end(several), False
    if _is_age_group(clause) or (name.full and not name.carried and not is_label(name.full)):
        return None, False
    return _from_before(clause, figure, name, chain)


def _several(clause: Clause, figure: Figure, chain: Chain) -> frozenset[str]:
    """The things of which the figure is the sum, where it is of more than one: 合计 5万元."""
    lead = clause.lead_texts
    if not lead or not _ADDED_UP.issuperset(lead) or figure.kind == "score":
        return frozenset()
    things = frozenset(subject for unit, subject in chain.known if unit == figure.unit)
    return things if len(things) > 1 else frozenset()


def _shared_end(names: frozenset[str]) -> str | None:
    """What the names end in together: 行政编制, 事业编制; null where that is no word."""
    alike = takewhile(lambda ends: len(set(ends)) == 1, zip(*map(reversed, names), strict=False))
    end = "".join(ends[0] for ends in alike)[::-1]
    return end if len(end) > 1 else None


def _is_age_group(clause: Clause) -> bool:
    """Whether the figure only bounds an age: 65岁 以上 老年人."""
    behind = clause.words.texts[clause.at + 1 : clause.at + 2]
    return clause.figure.text.endswith("岁") and not BOUNDS.isdisjoint(behind)


def _is_deducted(clause: Clause) -> bool:
    """Whether points are taken off: 扣 1.5分."""
    return clause.says(DEDUCTED)


def _own_subject(clause: Clause, figure: Figure, name: Naming, chain: Chain) -> str | None:
    """What the clause itself names, with what was named before where it tells a deed of it."""
    if not name.subject or (name.carried and not _scored_anew(clause, figure, name, chain)):
        return None
    if chain.topic and _is_aim(clause, name):
        return chain.topic
    if figure.kind == "amount" and chain.sort == "amount" and is_paid_to(clause, name.full):
        return chain.subject or name.subject
    tells_which = figure.kind in COUNTED and _tells_which(clause, name, part=chain.part)
    which = _counted_before(figure, chain) if tells_which else None
    return which or _done_to(clause, figure, name.subject, chain, deed=name.deed)


def _is_aim(clause: Clause, name: Naming) -> bool:
    """Whether the clause names a goal without its thing: 年初 [下达] 任务 24处."""
    given = name.deed and name.full in _GIVING
    return bool(_AIM_ALONE.fullmatch(name.full)) or (given and clause.says(vocabulary().names.aims))


def _done_to(clause: Clause, figure: Figure, name: str, chain: Chain, *, deed: bool) -> str | None:
    """The name, or what was named before where the clause tells a deed of it: [办结] 52件."""
    lasts = figure.unit in _LASTING
    if deed and chain.subject and counted_as(figure, chain) and not lasts:
        if chain.subject.endswith(name):
            return name
        return f"{name}{chain.subject}"
    by_part = chain.part or "document" in clause.lead_kinds
    if deed and figure.kind == chain.sort == "amount" and (by_part or _done(clause)):
        return chain.subject or name
    if chain.item and figure.kind == "amount" and _OF_ITEM.fullmatch(name):
        return chain.item
    bare = name in vocabulary().names.money
    if name in _SIZES and len(clause.lead) == 1:
        return _size_of(name, chain)
    thing = chain.told.thing if bare else _people_before(clause, figure, name, chain)
    return thing or name


def _size_of(name: str, chain: Chain) -> str:
    """How long or wide what was counted before is: 堤防 1段，[堤防长] 2公里、[堤防宽] 6米."""
    owner = chain.subject or ""
    size = next(filter(owner.endswith, _SIZES), "")
    owner = owner.removesuffix(size)
    counted = any(thing in {owner, chain.subject} for _, thing in chain.counters)
    return f"{owner}{name}" if owner and counted else name


def _tells_which(clause: Clause, name: Naming, *, part: bool) -> bool:
    """Whether the words before a number only say which ones are meant: 在建 5座, 为优的 6个."""
    names = vocabulary().names
    if name.full in names.progress:
        return True
    led = bool(clause.lead) and clause.lead[-1].kind == "de"
    state = name.full.strip('“”"').removeprefix("评为") in names.states
    behind = bool(clause.phrase) and clause.phrase.start > clause.at
    return not name.deed and ((led or state) if part else ((led or behind) and state))


def _done(clause: Clause) -> bool:
    """Whether the clause says what has come of the thing before: 已到位, 已消除."""
    return clause.says(_HAS_COME)


def _people_before(clause: Clause, figure: Figure, name: str, chain: Chain) -> str | None:
    """The people counted before, where this is what was done for them: 已消除风险 [873户]."""
    people = figure.unit in _PEOPLE and _done(clause)
    if not people or ends_in(name, vocabulary().names.owners):
        return None
    return _alike(figure, chain)


def _counted_before(figure: Figure, chain: Chain) -> str | None:
    """What was counted before in the figure's unit, be it in the sentence before.

    Behind the parts of a whole that is the whole: 42个，其中大型 9个、小型 33个；已 完工 [40个].
    """
    if chain.whole and chain.whole[0] == figure.unit and not chain.part:
        return chain.whole[1]
    if counted_as(figure, chain):
        return chain.subject
    earlier = chain.earlier if figure.unit == chain.earlier_unit else None
    return _alike(figure, chain) or earlier


def _alike(figure: Figure, chain: Chain) -> str | None:
    """What was last counted in the figure's unit."""
    return next((subject for unit, subject in chain.known if unit == figure.unit), None)


def _whole_of(figure: Figure, chain: Chain) -> str | None:
    """What 其余 are the rest of: the whole, or what was first counted in the figure's unit."""
    if chain.part and chain.whole and chain.whole[0] == figure.unit:
        return chain.whole[1]
    alike = [subject for unit, subject in chain.known if unit == figure.unit]
    return alike[-1] if alike else None


def _scored_anew(clause: Clause, figure: Figure, name: Naming, chain: Chain) -> bool:
    """Whether 得分 is not that of the points told just before (产出50分，得分46分).

    Nor is 自评 behind money or a rate theirs: 执行率 98%，自评 95分.
    """
    if figure.kind != "score" or _is_deducted(clause):
        return False
    if name.full == "自评":
        return chain.sort != "score"
    return name.full.endswith(("得分", "评分")) and chain.role != "weight"


def _from_before(
    clause: Clause, figure: Figure, name: Naming, chain: Chain
) -> tuple[str | None, bool]:
    """What a figure without a name of its own is of, by the words before its clause."""
    told = _told_before(clause, figure, chain)
    if told:
        return told, False
    if chain.together and clause.says(_ALL):
        return chain.together, True
    if chain.subject and _can_be_of(clause, figure, chain):
        return chain.subject, True
    if chain.earlier and not chain.subject and not name.full and _goes_on(clause, figure, chain):
        return chain.earlier, False
    fund = chain.told.fund if figure.kind == "amount" else None
    alike = _alike(figure, chain) if figure.unit else None
    own = None if name.full.strip('“”"') in vocabulary().names.states else name.subject
    return fund or own or alike or chain.told.head or chain.topic, False


def _told_before(clause: Clause, figure: Figure, chain: Chain) -> str | None:
    """What the clause before says that this figure is of: what lasted, is judged or moved."""
    told = chain.told
    judged = told.judged if figure.kind == "score" else None
    group = told.group if figure.kind == "rate" and not chain.together else None
    rest = clause.says(_REST) and figure.kind in COUNTED
    whole = _whole_of(figure, chain) if rest else None
    chief = told.chief if figure.kind == "amount" else None
    return _of_time(clause, figure, chain) or judged or chain.mover or whole or group or chief


def _of_time(clause: Clause, figure: Figure, chain: Chain) -> str | None:
    """What took so long, or came so much too early or late, by the clause before."""
    if figure.unit not in _LASTING:
        return None
    if clause.says(vocabulary().names.delays):
        return chain.told.dated
    return chain.told.lasted if clause.says(_LASTED) else None


def _goes_on(clause: Clause, figure: Figure, chain: Chain) -> bool:
    """Whether a sentence begins with what became of the last one's figure.

    较上年提高 2分, 已建成 31个.
    """
    if figure.kind in COUNTED and figure.unit == chain.earlier_unit:
        progress = vocabulary().names.progress
        named = (word for word in clause.lead if word.kind in NOMINAL | VERBAL)
        return all(word.text in progress for word in named)
    kinds = clause.lead_kinds
    return bool(first_direction(kinds)) and (NOMINAL | VERBAL).isdisjoint(kinds)


def _can_be_of(clause: Clause, figure: Figure, chain: Chain) -> bool:
    """Whether a figure without a name can be of the thing named before.

    A rate can be of anything, an amount of what was paid before; a count only of what was
    counted in its unit, or where nothing else stands before it (共计 30天).
    """
    if figure.kind in _FREE or figure.kind == chain.sort == "amount":
        return True
    if figure.kind == "amount":
        return _sums_up(clause, chain)
    if figure.unit in _PLACES and first_direction(clause.lead_kinds):
        return True
    naming = NOMINAL if figure.unit in _LASTING else NOMINAL | VERBAL
    named = any(word.kind in naming and word.text != "实际" for word in clause.lead)
    if _of_share(clause, chain):
        return True
    counted = {figure.kind, chain.sort} <= COUNTED
    return counted and (not named or figure.unit == chain.unit)


def _sums_up(clause: Clause, chain: Chain) -> bool:
    """Whether money counted before is told in money: 转移支付资金 3笔，共计 60万元."""
    said = SUMMED.issuperset(clause.lead_texts)
    return said and ends_in(chain.subject or "", vocabulary().names.funds)


def _of_share(clause: Clause, chain: Chain) -> bool:
    """Whether the number only tells how many the share before is: 儿童 占 20%，为 2.43万剂次."""
    shared = chain.sort == "rate" and chain.aspect == "share"
    return shared and bool(clause.lead) and _ONLY_TOLD.issuperset(clause.lead_texts)


def counted_as(figure: Figure, chain: Chain) -> bool:
    """Whether the figure counts in the unit of the one before: 受理案件 57件，办结 52件."""
    return figure.kind in COUNTED and (figure.kind, figure.unit) == (chain.sort, chain.unit)

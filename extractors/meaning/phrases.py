"""The noun phrase that a figure measures, where it stands before it: 完成 [加装电梯] 57部."""

from __future__ import annotations

import re

from .predicates import is_averaged, predicate_start
from .vocabulary import BOUNDS, NOMINAL, VERBAL, ends_in, vocabulary
from .words import Phrase, Sentence

_BEHIND_NUMBER = re.compile(r"[.](?!\d)")
_CAUSES = frozenset({"因", "因为", "由于", "为了"})
_GOVERNED = ("verb", "loose_verb")
"""举办 展览: the second is what is done, not a further deed."""
_MOVES = frozenset({"up", "down"})
_GOVERNING = NOMINAL | VERBAL | {"quantifier"}
_MEANS = frozenset({"人均", "日均", "月均", "年均", "次均", "场均"})
"""Averages that belong to the name of a measure (人均 收入), not of a payment (人均 补助)."""
_SIZES = frozenset({"万元", "百万元", "千万元", "亿元", "十亿元", "百亿元"})
"""A size class behind 过 (过 亿元 企业): no part of the name."""
_BY = frozenset({"按", "按照", "依", "依据", "根据", "凭"})
_GRANTED = frozenset({"下达", "安排", "分配", "批复", "落实", "争取", "筹集", "筹措"})
"""Done with money before it is spent."""
_ENDED = frozenset({"到位", "完毕"})
"""Only say that the deed before them is done: 整改 到位 12条."""
_AFTERWARDS = frozenset({"后", "前", "之后", "之前", "以后", "以前", "时", "期间"})


def before(words: Sentence, low: int, high: int) -> Phrase | None:
    """The phrase that ends nearest before ``high``: 完成 [加装电梯] → 57部."""
    end = high
    high = predicate_start(words, low, high)
    phrase = _named(words, low, high, end)
    return None if phrase and _causes(words, low, phrase, end) else phrase


def _causes(words: Sentence, low: int, phrase: Phrase, end: int) -> bool:
    """Whether the phrase only tells why or who agreed: 因 [暴雨], 因新增 [线路] 追加, 经 [批准]."""
    start = phrase.start
    moved = not _MOVES.isdisjoint(words.kinds[phrase.end : end])
    while moved and start > low and words.kinds[start - 1] in VERBAL | _MOVES:
        start -= 1
    led = words.texts[start - 1] if start > low else ""
    return led in _CAUSES or (led == "经" and moved and words.kinds[phrase.end - 1] in VERBAL)


def _named(words: Sentence, low: int, high: int, end: int) -> Phrase | None:
    """The phrase before the predicate, which runs from ``high`` to ``end``."""
    if high == low or (high < end and words.texts[high] in _AFTERWARDS):
        return None
    if words.kinds[high - 1] in VERBAL:
        return _verbal(words, low, high)
    start = _reach(words, low, high)
    if _comes_to(words, low, start, high):
        high = start - 1
        start = _reach(words, low, high)
    return _trimmed(words, start, high)


def _comes_to(words: Sentence, low: int, start: int, high: int) -> bool:
    """Whether the word only says what someone came to: 困难人员 实现 [就业]."""
    if start - 1 <= low or high - start != 1 or words.texts[start - 1] != "实现":
        return False
    names = vocabulary().names
    deed = not ends_in(words.texts[high - 1], names.heads, names.funds)
    return deed and ends_in(words.texts[start - 2], names.owners)


def _reach(words: Sentence, low: int, high: int) -> int:
    """How far left the name reaches that ends at ``high``."""
    names = vocabulary().names
    head = words.texts[high - 1]
    property_of_deed = ends_in(head, names.heads) and head not in names.funds
    at = high
    while at > low and _belongs(words, low, at - 1, high, property_of_deed):
        at -= 1
    while at < high and words.kinds[at] == "conjunction":
        at += 1
    return _by_rule(words, low, at, high)


def _by_rule(words: Sentence, low: int, start: int, high: int) -> int:
    """Where the name begins behind what tells by which rule it was done: 按 合同 支付 [工程款]."""
    if start > low and words.texts[start - 1] in _BY:
        verbs = (at + 1 for at in range(start + 1, high - 1) if words.kinds[at] in VERBAL)
        return next(verbs, start)
    return start


def _belongs(words: Sentence, low: int, at: int, high: int, property_of_deed: bool) -> bool:
    """Whether the word ``at`` belongs to the name that goes on behind it up to ``high``."""
    kind, names = words.kinds[at], vocabulary().names
    if at + 2 < high and words.texts[at + 1] in names.openers:
        return False
    if kind in NOMINAL or is_averaged(words, low, at) or _raises(words, low, at, high):
        return True
    if kind in VERBAL:
        return _verb_inside(words, low, at, high, property_of_deed)
    return _joins(words, low, at, high)


def _raises(words: Sentence, low: int, at: int, high: int) -> bool:
    """Whether an aim stands inside the name of what serves it: 服务 能力 提升 专项 补助."""
    inside = low < at < high - 1 and words.texts[at] == "提升"
    return inside and words.kinds[at - 1] in NOMINAL and words.kinds[at + 1] in NOMINAL


def _joins(words: Sentence, low: int, at: int, high: int) -> bool:
    """Whether a word that is no name joins two: 科技 计划 项目, 按期 完成率."""
    previous = words.kinds[at - 1] if at > low else ""
    following = words.kinds[at + 1] if at + 1 < high else ""
    match words.kinds[at]:
        case "conjunction":
            return previous in NOMINAL
        case "adverb":
            if at == high - 2 and words.texts[at + 1].endswith("率"):
                return len(words.texts[at]) > 1
            names = vocabulary().names
            owner = at > low and ends_in(words.texts[at - 1], names.bodies, names.generic)
            joined = previous == "name" and following in NOMINAL and not owner
            return joined and words.texts[at] == "计划"
        case "quantifier":
            return bool(following) and following != "quantifier"
        case "per":
            return words.texts[at] in _MEANS and following in NOMINAL
        case _:
            return False


def _verb_inside(words: Sentence, low: int, at: int, high: int, property_of_deed: bool) -> bool:
    """Whether a verb stands inside the name: 污水 处理 设施, 补助 标准, 财政 下达 资金."""
    names = vocabulary().names
    previous = words.kinds[at - 1] if at > low else ""
    if words.kinds[at] == "verb":
        fund = previous in NOMINAL and words.texts[high - 1] in names.funds
        if fund and _governed(words, low, at):
            return True
        return at == high - 2 and (property_of_deed or fund)
    following = words.texts[at + 1]
    if _serves(words, at, high):
        return False
    named = following in names.of_deeds or _named_for(words.texts[at], following)
    if named or previous == "de" or (len(following) == 1 and at == high - 2):
        return True
    if len(words.texts[at]) == 1 and len(following) > 1:
        return property_of_deed and at == high - 2 and following.endswith("率")
    done_by = previous in NOMINAL and ends_in(words.texts[at - 1], names.bodies)
    money = at == high - 2 and words.texts[high - 1] in names.funds
    which = money and words.texts[at] not in names.spending
    return property_of_deed or which or (previous in _GOVERNING and not done_by)


def _named_for(deed: str, head: str) -> bool:
    """Whether a head is named for the deed before it: 采购 管理, 培训 基地, not 改造 基地."""
    names = vocabulary().names
    return head in names.by_deeds or (head in names.sites and deed not in names.making)


def _serves(words: Sentence, at: int, high: int) -> bool:
    """Whether the verb is done for the people named behind it: 免费开放 服务 群众."""
    names = vocabulary().names
    people = ends_in(words.texts[high - 1], names.owners, names.doers)
    return people and words.texts[at] in names.serving


def _governed(words: Sentence, low: int, at: int) -> bool:
    """Whether a verb before the names governs them all: 安排 财政 衔接 [推进] 乡村振兴 资金."""
    while at > low and words.kinds[at - 1] in NOMINAL:
        at -= 1
    return at > low and words.kinds[at - 1] == "verb"


def _verbal(words: Sentence, low: int, high: int) -> Phrase | None:
    """A verb at the end: the head of its name (老旧小区改造) or a deed alone (办结)."""
    names = vocabulary().names
    ended = words.texts[high - 1] in names.delays | _ENDED
    if high - 1 > low and ended and words.kinds[high - 2] in VERBAL:
        return _verbal(words, low, high - 1)
    averaged = high - 1 > low and words.texts[high - 2] == "人均"
    if averaged and words.texts[high - 1] not in names.funds | names.spending:
        return Phrase(high - 2, high)
    start = _reach(words, low, high - 1) if high - 1 > low else high - 1
    if start > low and start < high - 1 and words.texts[start - 1] in _BY:
        return _done_to(words, low, start - 1)
    if start < high - 1 and words.texts[high - 2] == "实际":
        return _actual(words, start, high)
    if start < high - 1 and not ends_in(words.texts[high - 2], names.agents):
        money = words.texts[high - 2] in names.money and words.kinds[high - 1] == "verb"
        aside = words.texts[high - 1] in names.delays or words.texts[high - 1] == "新增"
        aside = aside or (words.texts[high - 1] == "执行" and _is_money(words.texts[high - 2]))
        return _trimmed(words, start, high - 1 if money or aside else high)
    return _paid(words, low, high) or _deed(words, low, high)


def _is_money(text: str) -> bool:
    return ends_in(text, vocabulary().names.funds) or text.endswith(("支出", "收入"))


def _deed(words: Sentence, low: int, high: int) -> Phrase | None:
    """A deed alone (办结), or what is done by a verb before it (举办 展览)."""
    governed = high - 1 > low and (words.kinds[high - 2], words.kinds[high - 1]) == _GOVERNED
    is_deed = governed or words.texts[high - 1] in vocabulary().deeds
    return Phrase(high - 1, high, deed=not governed) if is_deed else None


def _done_to(words: Sentence, low: int, high: int) -> Phrase | None:
    """What is done by a rule is done to: [进度款] 已 按 合同 支付."""
    while high > low and words.kinds[high - 1] in {"adverb", "filler"}:
        high -= 1
    nominal = high > low and words.kinds[high - 1] in NOMINAL
    return _trimmed(words, _reach(words, low, high), high) if nominal else None


def _actual(words: Sentence, start: int, high: int) -> Phrase | None:
    """The name with 实际 and its deed, or without: [经费] 实际支出, 实际 [到位], [实际支出]."""
    deed = words.texts[high - 1]
    spent = deed in vocabulary().names.spending
    if start < high - 2:
        return _trimmed(words, start, high - 2 if spent else high)
    if deed == "到位":
        return Phrase(high - 1, high, deed=True)
    return Phrase(start, high) if spent else None


def _paid(words: Sentence, low: int, high: int) -> Phrase | None:
    """The money that is spent: [项目资金] 累计 支付; not whoever spends it: 各县 共 支出."""
    names = vocabulary().names
    if words.texts[high - 1] not in names.spending | _GRANTED:
        return None
    paid = high - 1
    while paid > low and words.kinds[paid - 1] in {"adverb", "filler"}:
        paid -= 1
    if not low < paid < high - 1 or words.kinds[paid - 1] not in NOMINAL:
        return None
    if not ends_in(words.texts[paid - 1], names.funds, names.of_deeds):
        return None
    return _trimmed(words, _reach(words, low, paid), paid)


def _trimmed(words: Sentence, start: int, end: int) -> Phrase | None:
    """The phrase without verb, owner, doer and number names at its head."""
    names = vocabulary().names
    for at in range(end - 1, start, -1):
        if words.texts[at] in names.wholes or words.kinds[at] == "per_named":
            return Phrase(at, end)
    while end - start > 1 and _foreign(words, start, end):
        start += 1
    empty = start == end or (end - start == 1 and words.texts[start] in BOUNDS)
    return None if empty else Phrase(start, end)


def _only_tells(words: Sentence, start: int, end: int) -> bool:
    """Whether the first word tells of a plan or a size: 规划 建设 [站点], 过 亿元 [企业]."""
    if words.texts[start] == "规划":
        return end - start > 2 and words.kinds[start + 1] in VERBAL
    return words.texts[start] in _SIZES and start > 0 and words.kinds[start - 1] == "hedge"


def _is_number(text: str, rest: str) -> bool:
    """Whether the word is the number of an item: 1. [教育支出]."""
    return text.isdigit() and _BEHIND_NUMBER.match(rest) is not None


def _foreign(words: Sentence, start: int, end: int) -> bool:
    """Whether the first word does not belong to the name that follows."""
    names = vocabulary().names
    word = words[start]
    rest = words.text(start + 1, end)
    if word.kind == "loose_verb":
        led = words[start - 1] if start > 0 else word
        if led.kind == "de":
            return False
        governed = led.kind in {"verb", "quantifier"} and led.text not in names.works
        spent = word.text in names.spending
        paid = spent and ends_in(rest, names.funds)
        whole = (ends_in(rest, names.heads) or rest in names.funds) and not paid
        whole = whole or rest in names.of_deeds or _named_for(word.text, rest)
        return len(rest) > 1 and not governed and not whole
    aside = word.kind == "conjunction" or word.text in BOUNDS or _is_number(word.text, rest)
    if aside or word.text == "." or _only_tells(words, start, end):
        return True
    if word.text in names.doers:
        return rest in names.deeds_measured
    return word.text.strip('“”"').isdigit() and len(word.text) > 2

"""Which words of its clause name what a figure measures."""

from __future__ import annotations

from typing import NamedTuple

from .following import after
from .phrases import before
from .relations import Relations
from .vocabulary import BOUNDS, NOMINAL, VERBAL, ends_in, vocabulary
from .words import Phrase, Sentence

_TOLD_BEFORE = frozenset(
    {"share", "completion", "execution", "ratio", "times", "against", "origin"}
)
"""Relations whose words stand between a figure and its name: X 占全区的 5%."""
_ASIDE = frozenset({"hedge", "adverb"})
_COUNTED = frozenset({"count", "measure"})
_ADDED = 16
"""How many words a bracket inside a name holds at most."""
_STANDARDS = frozenset({"标准", "目标", "要求", "指标", "底线"})
_SPENT_ON = frozenset({"用于", "给予", "予以", "收取", "计提", "发放"})
_PUSHED = frozenset({"将", "把"})
"""Behind whoever did it, before the money that it was done with: 财政局将 5万元资金 拨付."""
_NO_LEAD = NOMINAL | VERBAL | {"conjunction"}
_SHARES = frozenset({"配套", "自筹", "投资", "投入", "拨款", "支出", "结余", "结转"})
"""Ends of names for a part of money, beside those of funds."""
_RULES = frozenset({"标准", "的标准"})
_THERE_ARE = frozenset({"有", "共有", "仍有", "尚有"})


class Bounds(NamedTuple):
    """The clause from ``opening``; of the figure ``at`` are the words ``low`` to ``close``."""

    opening: int
    low: int
    at: int
    close: int


def names_standard(words: Sentence, opening: int, at: int) -> bool:
    """Whether the figure ``at`` is a standard compared with: 比省定 [85%] 标准高 3个百分点."""
    compared = "comparison" in words.kinds[opening:at]
    return compared and at + 1 < len(words) and words.texts[at + 1] in _STANDARDS


def measured(words: Sentence, bounds: Bounds, relations: Relations) -> Phrase | None:
    """The name of what the figure measures, by the figure's kind; null where none is given."""
    opening, low, at, close = bounds
    if _bracketed(words, at):
        return before(words, words.opening(opening - 1), opening - 1)
    sort = words.sorts[at]
    if sort == "rank":
        return _ranked(words, opening, low, at)
    told = [relation.start for rule, relation in relations.items() if rule in _TOLD_BEFORE]
    if low > opening and names_standard(words, opening, low - 1):
        low += 1
    pushed = at > opening and words.texts[at - 1] in _PUSHED
    left = None if pushed else before(words, low, max(low, min([at, *told])))
    if sort == "rate":
        return left or _after_rate(words, bounds, relations)
    if sort == "count" and _among(words, bounds):
        first = next(i for i in range(opening, at) if i == at - 1 or words.kinds[i] != "figure")
        return after(words, first, at) if words.kinds[at - 2] == "de" else None
    if sort in _COUNTED or (sort == "amount" and (left is None or left.deed)):
        right = _purpose(words, at + 1, close) or _counted(words, at + 1, close)
        right = right or (None if left else _which(words, at + 1, close))
        if right and not (left and _outranks(words, left, right, bounds)):
            return right
    return left or _past_bracket(words, bounds)


def _outranks(words: Sentence, left: Phrase, right: Phrase, bounds: Bounds) -> bool:
    """Whether the name before a number is what it counts, though one stands behind it too."""
    at = bounds.at
    if words.texts[at + 1] in BOUNDS and words.sorts[at] != "count":
        return True
    late = words.texts[at - 1] in vocabulary().names.delays
    return not left.deed and (late or _lot(words, right, bounds.close))


def _lot(words: Sentence, phrase: Phrase, close: int) -> bool:
    """Whether the word behind a number only tells by what is counted: 实训课 26个 [班]."""
    return phrase.end == close and words.text(phrase.start, phrase.end) in vocabulary().names.lots


def _past_bracket(words: Sentence, bounds: Bounds) -> Phrase | None:
    """The name before a word in brackets that adds to it: [水库]（山塘）6座."""
    last = bounds.opening - 1
    first = max((at for at in range(last) if words.texts[at] == "("), default=0)
    inside = words[first + 1 : last]
    if not first or words.texts[last] != ")" or not 0 < len(inside) <= _ADDED:
        return None
    led = not (NOMINAL | VERBAL).isdisjoint(words.kinds[bounds.low : bounds.at])
    listed = any(word.kind == "break" for word in inside)
    behind = bounds.opening == bounds.at
    if led or any(word.kind in {"figure", "date"} for word in inside) or (listed and not behind):
        return None
    return _owner(words, first)


def before_bracket(words: Sentence, opening: int) -> Phrase | None:
    """The name before the bracket behind which a clause opens: [大班额]（56人以上）占比."""
    if opening < 1 or words.texts[opening - 1] != ")":
        return None
    first = max((at for at in range(opening) if words.texts[at] == "("), default=0)
    named = first > 0 and words.kinds[first - 1] in NOMINAL | VERBAL
    return _owner(words, first) if named else None


def _owner(words: Sentence, first: int) -> Phrase | None:
    """The name before the word ``first`` and behind the last figure of its clause."""
    opening = words.opening(first)
    figures = [at + 1 for at in range(opening, first) if words.kinds[at] == "figure"]
    return before(words, max([opening, *figures]), first)


def _among(words: Sentence, bounds: Bounds) -> bool:
    """Whether some of the things before are counted: 12项指标中有 3项, 不足10册的有 5家."""
    if bounds.at - 2 < bounds.low or words.texts[bounds.at - 1] not in _THERE_ARE:
        return False
    among = "中" in words.texts[bounds.low : bounds.at]
    return among or words.kinds[bounds.at - 2] == "de"


def _purpose(words: Sentence, low: int, high: int) -> Phrase | None:
    """What money is used for or is: 120万元用于 [校舍维修], 每吨 1.5元收取 [污水处理费]."""
    if low < high and words.texts[low] in _RULES:
        low += 1
    if low >= high or words.texts[low] not in _SPENT_ON:
        return None
    low += 1
    while low < high and words.kinds[low] == "quantifier":
        low += 1
    at = low
    while at < high and words.kinds[at] in NOMINAL | {"loose_verb"}:
        at += 1
    return Phrase(low, at) if at > low else None


def _which(words: Sentence, low: int, high: int) -> Phrase | None:
    """What a figure is said to be: 其中 500万元为 [中央补助资金], 12人被评为 [先进个人]."""
    if words.texts[low : low + 1] == ("被",) and words.texts[low + 2 : low + 3] == ("为",):
        return after(words, low + 3, high)
    first = low + 1
    if words.sorts[low - 1] != "amount" or first >= high or words.texts[low] != "为":
        return None
    named = (NOMINAL | {"loose_verb"}).issuperset(words.kinds[first:high])
    fund = ends_in(words.texts[high - 1], vocabulary().names.funds, _SHARES)
    return Phrase(first, high) if named and fund else None


def _counted(words: Sentence, low: int, high: int) -> Phrase | None:
    """What is counted behind a figure, without what the next figure is of: 7个 [断面] 达标率."""
    right = after(words, low, high)
    if right is None or not _leads_on(words, right, high):
        return right
    if words.sorts[low - 1] == "measure":
        return None
    owners = vocabulary().names.owners
    owner = (at for at in range(right.start, right.end - 1) if ends_in(words.texts[at], owners))
    end = next(owner, right.end - 2) + 1
    return Phrase(right.start, end) if end > right.start else None


def _bracketed(words: Sentence, at: int) -> bool:
    """Whether the figure stands alone in brackets behind a name: 产出指标（50分）."""
    closed = words.texts[at + 1 : at + 2] == (")",)
    if words.sorts[at] != "score" or not closed:
        return False
    opening = words.opening(at)
    return opening > 1 and all(kind == "filler" for kind in words.kinds[opening:at])


def _ranked(words: Sentence, opening: int, low: int, at: int) -> Phrase | None:
    """What stands before a rank, and before the group in which it ranks: 在全市3县6区中.

    Where that is nothing, what the group is ranked in: 在9个街道 [年度考核] 中位居第二.
    """
    among = group_start(words, opening, at)
    if among == at:
        return before(words, low, at)
    first = max([opening, *(i + 1 for i in range(opening, among) if words.kinds[i] == "figure")])
    inside = next((i for i in range(low, at) if words.texts[i] == "中"), low)
    contest = Phrase(low, inside) if among < low < inside else None
    return before(words, first, among) or contest


def group_start(words: Sentence, opening: int, at: int) -> int:
    """Where the group begins among which the figure ``at`` ranks: 在 11个县区 中, 列 8个县.

    It is the figure itself where no group is told.
    """
    for start in range(opening, at):
        if words.texts[start] == "在" or words.kinds[start] == "ranking":
            return start
    return at


def _after_rate(words: Sentence, bounds: Bounds, relations: Relations) -> Phrase | None:
    """What a rate is applied to: 2%的比例提取 [维修基金], 95%的 [群众], 八成以上 [学员]."""
    close = bounds.close
    if "proportion" in relations:
        start = relations["proportion"].end
        while start < close and words.kinds[start] in VERBAL:
            start += 1
        return after(words, start, close)
    if "part" in relations:
        return after(words, relations["part"].end - 1, close)
    alone = _ASIDE.issuperset(words.kinds[bounds.opening : bounds.at])
    return after(words, bounds.at + 1, close) if alone else None


def _leads_on(words: Sentence, phrase: Phrase, close: int) -> bool:
    """Whether the name after a figure leads on to the next: 项目12个 [总投资] 5亿元."""
    among = phrase.end < close and words.texts[phrase.end] == "中"
    measure = not among and ends_in(
        words.texts[phrase.end - 1], vocabulary().names.heads, vocabulary().names.wholes
    )
    leads = _NO_LEAD.isdisjoint(words.kinds[phrase.end : close])
    return measure and leads and close < len(words) and words.kinds[close] == "figure"

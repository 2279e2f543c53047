"""The name of the measured thing, and whether it is a name or only a measure of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .clauses import Clause
from .measured import before_bracket
from .vocabulary import NOMINAL, ends_in, vocabulary
from .words import Sentence

_AIMS = frozenset({"目标", "任务", "年度", "计划", "总体", "全部", "自评", "实际", "最终"})
_MARKS = frozenset({"满分", "标准分"})
"""Behind a score in brackets, of what the score is of: 得 18分（满分 20分）."""
_ALL_MARKS = re.compile(r"100(\.0+)?分")
_BUDGET_TIMES = frozenset({"年初", "全年", "年度", "本年", "当年", "本年度"})


class Naming(NamedTuple):
    """What the clause itself calls the measured thing.

    ``full`` is the whole phrase (零售额增速), ``subject`` the thing (零售额). ``carried``
    says that the phrase is only a measure (目标完成比) of something named before,
    ``deed`` that it is a verb alone (办结), whose object may have been named before.
    """

    full: str = ""
    subject: str | None = None
    carried: bool = False
    deed: bool = False


def naming(clause: Clause) -> Naming:
    """The naming in the clause; empty where the clause names nothing."""
    if not clause.phrase:
        return Naming()
    start, end = clause.phrase.start, clause.phrase.end
    words = clause.words
    names = vocabulary().names
    if start > clause.low and words.texts[start - 1] == "经" and is_label(words.texts[end - 1]):
        start = end - 1
    phrase = words.texts[start:end]
    full = "".join(phrase)
    which = start > 0 and words.kinds[start - 1] == "de" and clause.figure.sort == "count"
    if full in names.labels and not which:
        return Naming(full)
    if full in names.carried or _measures_aim(phrase) or _marks_of_part(clause, full):
        return _carried(clause, full)
    thing = _thing(phrase)
    if thing:
        return Naming(full, thing)
    if full in names.money:
        return Naming(full, words.text(_budget_start(words, clause.low, start), end))
    return Naming(full, full, deed=clause.phrase.deed)


def _carried(clause: Clause, full: str) -> Naming:
    """A measure of what was named before, be it just before a bracket: [大班额]（56人以上）占比."""
    owner = before_bracket(clause.words, clause.opening)
    if owner:
        return Naming(full, clause.words.text(owner.start, owner.end))
    return Naming(full, full, carried=True)


def _marks_of_part(clause: Clause, full: str) -> bool:
    """Whether the marks in brackets are of what was scored before; 满分100分 are those of all."""
    bracketed = clause.opening > 0 and clause.words.texts[clause.opening - 1] == "("
    return full in _MARKS and bracketed and not _ALL_MARKS.match(clause.figure.text)


def _thing(phrase: Sequence[str]) -> str | None:
    """The thing that a phrase ends in a measure or label of: 零售额 增速, “知晓率” 目标值."""
    end = len(phrase) - 1
    if end < 1:
        return None
    if is_label(phrase[end]):
        return "".join(phrase[:end])
    if phrase[end] not in vocabulary().names.dropped:
        return None
    while end > 1 and phrase[end - 1] in _AIMS:
        end -= 1
    return "".join(phrase[:end])


def is_label(text: str) -> bool:
    """Whether the word only says that a value follows: 目标值, 实际完成值."""
    return text in vocabulary().names.labels and text.endswith("值")


def _measures_aim(words: Sequence[str]) -> bool:
    """Whether the words are a measure with nothing but its aim before it: 目标任务 完成比."""
    names = vocabulary().names
    return words[-1] in names.carried and _AIMS.issuperset(words[:-1])


def _budget_start(words: Sentence, low: int, start: int) -> int:
    """Where the name of a budget begins, its year word and the thing paid for included."""
    if start == low or words.texts[start - 1] not in _BUDGET_TIMES:
        return start
    owner = start - 1
    while owner > low and (words.kinds[owner - 1] in NOMINAL or _funded(words, owner - 1)):
        owner -= 1
    body = owner < start - 1 and ends_in(words.texts[start - 2], vocabulary().names.bodies)
    return start - 1 if body else owner


def _funded(words: Sentence, at: int) -> bool:
    """Whether a deed names the fund behind it: 就业 [补助] 资金 全年 预算数."""
    return words.kinds[at] == "loose_verb" and ends_in(
        words.texts[at + 1], vocabulary().names.funds
    )

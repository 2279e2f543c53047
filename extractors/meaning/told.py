"""What a clause without figures leaves for the figures of the next one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ...schemas.figure import Direction
from .direction import DIRECTIONS, first_direction
from .phrases import before
from .vocabulary import NOMINAL, ends_in, vocabulary
from .words import Phrase, Sentence

_AMONG = frozenset({"中", "里"})
_BEGUN_OR_ENDED = frozenset({"开始", "启动", "结束", "完成", "开工", "完工"})


class Told(NamedTuple):
    """What a clause without figures leaves for the next one.

    ``head`` is what it only says that the next is about ([应急演练]方面，组织 6次), ``fund``
    is money (申请 [专项资金]，已兑现 5万元), ``chief`` the most of it
    (以 [人员经费] 为主，计 5万元), ``thing`` what something is said to be
    (最大的是 [道路改造项目]，预算 20万元), ``mover`` what moved as ``moved`` says
    ([合格率] 与上年持平，均为 100%) or is only told to be high or low, ``group`` of whom
    shares follow (受访企业中，八成), ``judged`` what a score comes of (经 [自评]，得 97分),
    ``lasted`` what took a time (开展 [现场核查]，历时 7天) and ``dated`` what came at a
    time ([主体工程] 于9月完工，提前 7天).
    """

    head: str | None = None
    fund: str | None = None
    chief: str | None = None
    thing: str | None = None
    mover: str | None = None
    moved: Direction | None = None
    group: str | None = None
    judged: str | None = None
    lasted: str | None = None
    dated: str | None = None


@dataclass(frozen=True)
class Before:
    """The words before the clause of a figure; what they tell is found out when one asks."""

    words: Sentence
    start: int
    end: int

    @cached_property
    def told(self) -> Told:
        """What the last clause of these words leaves."""
        return _told(self.words, self.start, self.end)

    def moves(self) -> bool:
        """Whether a word of movement or quality is among them: without one they have no mover."""
        stretch = slice(self.start, self.end)
        if not DIRECTIONS.keys().isdisjoint(self.words.kinds[stretch]):
            return True
        return not vocabulary().names.qualities.isdisjoint(self.words.texts[stretch])

    def averages(self) -> bool:
        """Whether they tell that averages follow, not money named by them."""
        stretch = slice(self.start, self.end)
        if "per_named" not in self.words.kinds[stretch]:
            return False
        funds = vocabulary().names.funds
        return not any(ends_in(text, funds) for text in self.words.texts[stretch])


def _told(words: Sentence, start: int, end: int) -> Told:
    """What the last clause without figures ended in: money, a thing, or a movement."""
    opening = max(start, words.opening(end - 1))
    phrase = before(words, opening, end - 1) if end - start > 1 else None
    behind_figure = opening == start > 0
    topic = None if behind_figure else _topic(words, opening, end - 1)
    if not phrase:
        judged = words.texts[end - 2] if words.texts[opening] == "经" else None
        return Told(dated=topic, lasted=topic, judged=judged)
    text = "".join([w.text for w in words[phrase.start : phrase.end] if w.kind != "quantifier"])
    ended = topic if text in _BEGUN_OR_ENDED else text
    when = Told() if behind_figure else Told(dated=topic or text, lasted=ended)
    if words.texts[opening] == "经":
        when = when._replace(judged=text)
    return when if phrase.deed else _of_thing(words, opening, end - 1, phrase, text, when)


def _of_thing(
    words: Sentence, opening: int, end: int, phrase: Phrase, text: str, when: Told
) -> Told:
    """What is told of the thing that the clause ends in."""
    valued = not vocabulary().names.qualities.isdisjoint(words.texts[phrase.end : end])
    moved = None if valued else first_direction(words.kinds[phrase.end : end])
    led = words.texts[phrase.start - 1] if phrase.start > opening else ""
    headed = words.texts[end - 1] == "方面" and phrase.start == opening
    return when._replace(
        head=text.removesuffix("方面") if headed else None,
        fund=text if ends_in(text, vocabulary().names.funds) else None,
        chief=text if words.texts[end - 1] == "为主" and led == "以" else None,
        thing=text if led == "是" else None,
        mover=text if valued or moved else None,
        moved=moved,
        group=text if words.texts[end - 1] in _AMONG else None,
    )


def _topic(words: Sentence, opening: int, end: int) -> str | None:
    """The names that the clause begins with."""
    at = opening
    while at < end and words.kinds[at] in NOMINAL:
        at += 1
    return words.text(opening, at) or None

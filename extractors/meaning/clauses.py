"""One figure in its clause: what stands around it and which words name what it measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from .following import after
from .phrases import before
from .relations import Relation
from .sentences import Phrase, Sentence, Word
from .vocabulary import BOUNDS, NOMINAL, VERBAL, ends_in, vocabulary

_TOLD_BEFORE = frozenset({"share", "completion", "execution", "ratio", "times", "against"})
"""Relations whose words stand between a figure and its name: X 占全区的 5%."""
_COUNTED = frozenset({"count", "measure"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The figure at word ``at`` in the clause of the words ``opening`` to ``close``.

    Words from ``low`` on can belong to the figure: the ones before belong to an earlier one.
    ``phrase`` is the name of what it measures; null where the clause has none.
    """

    words: Sequence[Word]
    at: int
    opening: int
    low: int
    close: int
    phrase: Phrase | None
    relations: tuple[Relation, ...]

    @property
    def figure(self) -> Word:
        """The figure itself."""
        return self.words[self.at]

    @property
    def lead(self) -> Sequence[Word]:
        """The words before the figure that can belong to it."""
        return self.words[self.low : self.at]

    @property
    def predicate(self) -> Sequence[Word]:
        """The words between the name and the figure; all of the lead where no name precedes."""
        start = self.phrase.end if self.phrase and self.phrase.end <= self.at else self.low
        return self.words[start : self.at]

    def related(self, rule: str) -> Relation | None:
        """The figure's relation by that rule."""
        return next((relation for relation in self.relations if relation.rule == rule), None)

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of these classes stands in the predicate."""
        return any(word.kind in kinds for word in self.predicate)


def clauses(sentence: Sentence, related: Mapping[int, tuple[Relation, ...]]) -> list[Clause]:
    """The figures of a sentence, each in its clause."""
    words, figures = sentence.words, sentence.figures
    found: list[Clause] = []
    taken = 0
    for order, at in enumerate(figures):
        opening = _opening(words, at)
        close = _close(words, at)
        following = figures[order + 1] if order + 1 < len(figures) else close
        low = max(opening, taken)
        relations = related.get(at, ())
        phrase = _phrase(words, (opening, low, at, min(close, following)), relations)
        found.append(Clause(words, at, opening, low, close, phrase, relations))
        bound = at + 1 < following < close and words[at + 1].text in BOUNDS
        taken = max(at + 1, phrase.end if phrase and not bound else 0)
    return [_shared(clause, after) for clause, after in zip_longest(found, found[1:])]


def _shared(clause: Clause, following: Clause | None) -> Clause:
    """The clause with the next one's name where that follows both: 286条、412公里 [河道]."""
    if clause.phrase or not following or not following.phrase or clause.figure.sort not in _COUNTED:
        return clause
    joined = following.at == clause.at + 2 and clause.words[clause.at + 1].text in {"、", "和"}
    behind = following.phrase.start > following.at
    return replace(clause, phrase=following.phrase) if joined and behind else clause


def _opening(words: Sequence[Word], at: int) -> int:
    while at > 0 and words[at - 1].kind != "break":
        at -= 1
    return at


def _close(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].kind != "break":
        at += 1
    return at


def _phrase(
    words: Sequence[Word], bounds: tuple[int, int, int, int], relations: tuple[Relation, ...]
) -> Phrase | None:
    """The name of what the figure measures, by the figure's kind."""
    opening, low, at, close = bounds
    if _bracketed(words, at):
        return before(words, _opening(words, opening - 1), opening - 1)
    sort = words[at].sort
    if sort == "rank":
        return _ranked(words, opening, low, at)
    told = [relation.start for relation in relations if relation.rule in _TOLD_BEFORE]
    left = before(words, low, max(low, min([at, *told])))
    if sort == "rate" and left is None:
        return _after_rate(words, close, relations)
    if sort in _COUNTED or (sort == "amount" and (left is None or left.deed)):
        right = after(words, at + 1, close)
        if right and _leads_on(words, right, close):
            right = Phrase(right.start, right.end - 1) if right.end - right.start > 1 else None
        if right and not (left and words[at + 1].text in BOUNDS and sort != "count"):
            return right
    return left


def _bracketed(words: Sequence[Word], at: int) -> bool:
    """Whether the figure stands alone in brackets behind a name: 产出指标（50分）."""
    opening = _opening(words, at)
    lead_only = all(word.kind == "filler" for word in words[opening:at])
    closed = at + 1 < len(words) and words[at + 1].text == ")"
    return words[at].sort == "score" and opening > 1 and lead_only and closed


def _ranked(words: Sequence[Word], opening: int, low: int, at: int) -> Phrase | None:
    """The name before a rank, and before the group in which it ranks: 在全市3县6区中."""
    for among in range(at - 1, opening, -1):
        if words[among].text == "在":
            return before(words, min(opening, low), among)
    return before(words, low, at)


def _after_rate(
    words: Sequence[Word], close: int, relations: tuple[Relation, ...]
) -> Phrase | None:
    """What a rate is applied to: 2%的比例提取 [维修基金], 95%的 [群众]."""
    for relation in relations:
        if relation.rule == "part":
            return after(words, relation.end - 1, close)
        if relation.rule == "proportion":
            start = relation.end
            while start < close and words[start].kind in VERBAL:
                start += 1
            return after(words, start, close)
    return None


def _leads_on(words: Sequence[Word], phrase: Phrase, close: int) -> bool:
    """Whether the name after a figure leads on to the next: 项目12个 [总投资] 5亿元."""
    measure = ends_in(
        words[phrase.end - 1].text, vocabulary().names.heads | vocabulary().names.wholes
    )
    leads = all(word.kind not in NOMINAL | VERBAL for word in words[phrase.end : close])
    return measure and leads and close < len(words) and words[close].kind == "figure"

"""One figure in its clause: what stands around it and which words name what it measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from .measured import Bounds, clause_opening, measured
from .relations import Relation
from .sentences import Phrase, Sentence, Word
from .vocabulary import BOUNDS

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
        for relation in self.relations:
            if relation.rule == rule:
                return relation
        return None

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of these classes stands in the predicate."""
        return any(word.kind in kinds for word in self.predicate)


def clauses(sentence: Sentence, related: Mapping[int, tuple[Relation, ...]]) -> list[Clause]:
    """The figures of a sentence, each in its clause."""
    words, figures = sentence.words, sentence.figures
    found: list[Clause] = []
    taken = 0
    for order, at in enumerate(figures):
        opening = clause_opening(words, at)
        close = _close(words, at)
        following = figures[order + 1] if order + 1 < len(figures) else close
        low = max(opening, taken)
        relations = related.get(at, ())
        phrase = measured(words, Bounds(opening, low, at, min(close, following)), relations)
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


def _close(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].kind != "break":
        at += 1
    return at

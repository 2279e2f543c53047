"""One figure in its clause: what stands around it and which words name what it measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import zip_longest

from ...schemas.record import record
from .measured import Bounds, measured
from .relations import Relations
from .vocabulary import BOUNDS
from .words import Phrase, Sentence, Word

_COUNTED = frozenset({"count", "measure"})
_UNRELATED: Relations = {}


@record
class Clause:
    """The ``figure`` at word ``at`` in the clause of the words ``opening`` to ``close``.

    Words from ``low`` on can belong to the figure: the ones before belong to an earlier one.
    They are the lead; ``lead_texts`` and ``lead_kinds`` are what they read and their classes.
    ``phrase`` is the name of what it measures; null where the clause has none.
    """

    words: Sentence
    figure: Word
    lead_texts: Sequence[str]
    lead_kinds: Sequence[str]
    at: int
    opening: int
    low: int
    close: int
    phrase: Phrase | None
    relations: Relations

    @property
    def lead(self) -> Sequence[Word]:
        """The words before the figure that can belong to it."""
        return self.words[self.low : self.at]

    @property
    def predicate(self) -> int:
        """Where the words between the name and the figure begin; with the lead where none is.

        What a bracket behind the name adds is not among them: [演出]（低票价）50万元.
        """
        if not self.phrase or self.phrase.end > self.at:
            return self.low
        return max(self.phrase.end, self.opening)

    def says(self, listed: Set[str]) -> bool:
        """Whether one of the listed words stands in the lead."""
        return not listed.isdisjoint(self.lead_texts)


def clauses(sentence: Sentence, related: Mapping[int, Relations]) -> list[Clause]:
    """The figures of a sentence, each in its clause."""
    figures = sentence.figures
    found: list[Clause] = []
    taken = 0
    for order, at in enumerate(figures):
        opening, close = sentence.opening(at), sentence.close(at)
        following = figures[order + 1] if order + 1 < len(figures) else close
        low = max(opening, taken)
        relations = related.get(at, _UNRELATED)
        phrase = measured(sentence, Bounds(opening, low, at, min(close, following)), relations)
        figure, lead = sentence[at], slice(low, at)
        texts, kinds = sentence.texts[lead], sentence.kinds[lead]
        found.append(
            Clause(sentence, figure, texts, kinds, at, opening, low, close, phrase, relations)
        )
        bound = at + 1 < following < close and sentence.texts[at + 1] in BOUNDS
        taken = max(at + 1, phrase.end if phrase and not bound else 0)
    return [_shared(clause, after) for clause, after in zip_longest(found, found[1:])]


def _shared(clause: Clause, following: Clause | None) -> Clause:
    """The clause with the next one's name where that follows both: 286条、412公里 [河道]."""
    if clause.phrase or not following or not following.phrase or clause.figure.sort not in _COUNTED:
        return clause
    joined = following.at == clause.at + 2 and clause.words.texts[clause.at + 1] in {"、", "和"}
    behind = following.phrase.start > following.at
    return replace(clause, phrase=following.phrase) if joined and behind else clause

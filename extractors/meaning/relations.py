"""Where the relations of ``relation_rules`` hold in a sentence.

spaCy is loaded at the first sentence that may hold one, never at import.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ...schemas.record import record
from .relation_rules import ANY_WORDS, REACH, RULES, Rule
from .words import Sentence

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.vocab import Vocab


@record
class Relation:
    """A rule's match: the words ``start`` to ``end``, the figure included."""

    rule: str
    start: int
    end: int


Relations = Mapping[str, Relation]
"""The relations of one figure by their rules, each of which holds of it once at most."""


def relations(sentence: Sentence) -> Mapping[int, Relations]:
    """The relations of every figure that has one, by its place among the words."""
    found: dict[int, dict[str, Relation]] = {}
    for start, end in _clauses(sentence):
        for rule, first, last in _matches(sentence, start, end):
            about = _about(sentence, rule, start + first, start + last)
            relation = Relation(rule.name, start + first, start + last)
            found.setdefault(about, {})[rule.name] = relation
    return found


_LONGEST = 400
"""Words in a stretch of prose at the most; rubbish without a break would be sought for hours."""


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches between two breaks that hold a figure: no relation reaches over a break."""
    for before, end in pairwise(sentence.breaks):
        if 2 < end - before <= _LONGEST and "figure" in sentence.kinds[before + 1 : end]:
            yield before + 1, end


def _matches(sentence: Sentence, start: int, end: int) -> Iterator[tuple[Rule, int, int]]:
    """The rules that match in a clause, with the first and last word of the match."""
    sorts = [*filter(None, sentence.sorts[start:end])]
    words = sentence.texts[start:end]
    asking = _asking_for(frozenset(sorts), len(sorts))
    worded = [rule for rule in asking if not rule.words.isdisjoint(words)]
    text = "".join(words) if worded else ""
    hinted = [rule for rule in worded if rule.hint.search(text)]
    if not hinted:
        return
    from spacy.tokens import Doc  # noqa: PLC0415

    doc = Doc(
        _vocab(),
        words=list(words),
        spaces=[False] * (end - start),
        tags=[word.sort or word.kind for word in sentence[start:end]],
    )
    for rule in hinted:
        for _, first, last in _matcher(rule.name, short=len(doc) <= REACH)(doc):
            yield rule, first, last


@lru_cache(maxsize=1024)
def _asking_for(sorts: frozenset[str], figures: int) -> tuple[Rule, ...]:
    """The rules that may match in a clause with so many figures, of these sorts."""
    return tuple(
        rule
        for rule in RULES
        if rule.figures <= figures and (rule.sort is None or rule.sort in sorts)
    )


def _about(sentence: Sentence, rule: Rule, start: int, end: int) -> int:
    """Which figure the match is about: its first or its last one."""
    figures = [at for at in sentence.figures if start <= at < end]
    return figures[0 if rule.about_first else -1]


@cache
def _vocab() -> Vocab:
    from spacy.vocab import Vocab  # noqa: PLC0415

    return Vocab()


@cache
def _matcher(name: str, *, short: bool) -> Matcher:
    """The matcher of a rule; ``short`` for clauses that no relation can reach beyond.

    In these the reach need not be counted, and uncounted words are matched ten times as fast.
    """
    from spacy.matcher import Matcher  # noqa: PLC0415

    matcher = Matcher(_vocab())
    uncounted = {**ANY_WORDS, "OP": "*"}
    for rule in RULES:
        if rule.name == name:
            pattern = [uncounted if short and p is ANY_WORDS else p for p in rule.pattern]
            matcher.add(name, [pattern], greedy="LONGEST")
    return matcher

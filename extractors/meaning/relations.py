"""Where the relations of ``relation_rules`` hold in a sentence.

spaCy is loaded at the first sentence that may hold one, never at import.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from .relation_rules import RULES, Rule
from .words import Sentence

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Relation:
    """A rule's match: the words ``start`` to ``end``, the figure included."""

    rule: str
    start: int
    end: int


def relations(sentence: Sentence) -> Mapping[int, tuple[Relation, ...]]:
    """The relations of every figure, by its place among the words."""
    found: dict[int, list[Relation]] = defaultdict(list)
    for start, end in _clauses(sentence):
        for rule, first, last in _matches(sentence, start, end):
            about = _about(sentence, rule, start + first, start + last)
            found[about].append(Relation(rule.name, start + first, start + last))
    return {at: tuple(relations) for at, relations in found.items()}


_LONGEST = 400
"""Words in a stretch of prose at the most; rubbish without a break would be sought for hours."""


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches between two breaks that hold a figure: no relation reaches over a break."""
    breaks = [at for at, kind in enumerate(sentence.kinds) if kind == "break"]
    for before, end in pairwise([-1, *breaks, len(sentence)]):
        if 2 < end - before <= _LONGEST and "figure" in sentence.kinds[before + 1 : end]:
            yield before + 1, end


def _matches(sentence: Sentence, start: int, end: int) -> Iterator[tuple[Rule, int, int]]:
    """The rules that match in a clause, with the first and last word of the match."""
    hinted = _hinted(sentence.text(start, end), [*filter(None, sentence.sorts[start:end])])
    if not hinted:
        return
    from spacy.tokens import Doc  # noqa: PLC0415

    doc = Doc(
        _vocab(),
        words=list(sentence.texts[start:end]),
        spaces=[False] * (end - start),
        tags=[word.sort or word.kind for word in sentence[start:end]],
    )
    for rule in hinted:
        for match in _matcher(rule.name)(doc, as_spans=True):
            yield rule, match.start, match.end


def _hinted(text: str, sorts: Sequence[str]) -> list[Rule]:
    """The rules that may match in a clause with figures of these sorts."""
    return [
        rule
        for rule in RULES
        if rule.figures <= len(sorts)
        and (rule.sort is None or rule.sort in sorts)
        and rule.hint.search(text)
    ]


def _about(sentence: Sentence, rule: Rule, start: int, end: int) -> int:
    """Which figure the match is about: its first or its last one."""
    figures = [at for at in sentence.figures if start <= at < end]
    return figures[0 if rule.about_first else -1]


@cache
def _vocab() -> Vocab:
    from spacy.vocab import Vocab  # noqa: PLC0415

    return Vocab()


@cache
def _matcher(name: str) -> Matcher:
    from spacy.matcher import Matcher  # noqa: PLC0415

    matcher = Matcher(_vocab())
    for rule in RULES:
        if rule.name == name:
            matcher.add(name, [rule.pattern], greedy="LONGEST")
    return matcher

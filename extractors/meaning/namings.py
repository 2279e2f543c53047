"""What the clauses of a sentence name, by what stands beside them in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .clauses import Clause
from .subject import Naming, naming
from .vocabulary import VERBAL, vocabulary

_LISTING = frozenset({"、", "和"})


def namings(found: Sequence[Clause]) -> Mapping[int, Naming]:
    """The naming of every clause of a sentence, by the place of its figure."""
    named: dict[int, Naming] = {}
    previous: Clause | None = None
    for clause in found:
        deed = _deed_alone(clause)
        if deed and previous and (_beside(clause, previous, named) or _stands(previous)):
            named[clause.at] = Naming(deed, deed)
        else:
            named[clause.at] = naming(clause)
        previous = clause
    return named


def _deed_alone(clause: Clause) -> str | None:
    """The verb that is all the clause says before its figure: [执行] 50件."""
    lead = clause.lead
    alone = len(lead) == 1 and clause.at > clause.opening > 0 and lead[0].kind in VERBAL
    behind = clause.phrase is not None and clause.phrase.start > clause.at
    return lead[0].text if alone and not behind else None


def _beside(clause: Clause, previous: Clause, named: Mapping[int, Naming]) -> bool:
    """Whether bare names of the same kind are listed: 旅游 410件、交通 180件、[执行] 50件.

    Behind a verb the deed is done to the same thing: 新建 泵站 3座、[改造] 5座.
    """
    listed = clause.words.texts[clause.opening - 1] in _LISTING
    if not listed or clause.opening != previous.at + 2:
        return False
    alike = clause.figure.sort == previous.figure.sort
    return alike and clause.figure.text[-1] == previous.figure.text[-1] and _bare(previous, named)


def _bare(clause: Clause, named: Mapping[int, Naming]) -> bool:
    """Whether no verb governs the name before the figure."""
    name, phrase = named[clause.at], clause.phrase
    if not name.subject or name.deed or name.carried:
        return False
    start, end = (phrase.start, phrase.end) if phrase else (clause.at, clause.at)
    return end <= clause.at and VERBAL.isdisjoint(clause.words.kinds[clause.low : start])


def _stands(previous: Clause) -> bool:
    """Whether the clause before only tells in what standing some are: 在编 52人，[聘用] 34人."""
    return not vocabulary().names.standings.isdisjoint(previous.lead_texts)

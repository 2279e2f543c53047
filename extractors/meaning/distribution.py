"""Figures given in order for things listed before: 东区、西区分别建成 2所、3所."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from .clauses import Clause
from .direction import moved
from .subject import Naming
from .vocabulary import NOMINAL, VERBAL, vocabulary
from .words import Sentence, Word

_IN_ORDER = frozenset({"分别", "分别为", "依次", "依次为"})
_ASIDE = frozenset({"comparison", "adverb", "time", "filler"})
_LISTABLE = NOMINAL | VERBAL | {"per"}
_SHORT = 2
_BETWEEN = frozenset({"、", "和", "与", "及", "以及"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A figure's thing in a list, and the clause of the first figure, which speaks for all.

    ``thing`` is null where there are not as many things as figures; ``together`` names
    all of them (化肥、农药利用率).
    """

    thing: str | None
    spoken: Clause
    together: str | None = None


def distributed(found: Sequence[Clause], names: Mapping[int, Naming]) -> Mapping[int, Listed]:
    """What the words before 分别 say of each figure after it, by the figure's place.

    Where they list nothing, the figures are of the last things that had a figure.
    """
    listed: dict[int, Listed] = {}
    named: list[str] = []
    last_row = 0
    in_order = any("respectively" in clause.relations for clause in found)
    for order, clause in enumerate(found):
        row = [] if clause.at in listed else _unmarked_row(found, order)
        told = _things(clause.words, clause.at, len(row)) if row else []
        if told:
            _put(listed, row, told, clause)
            named += [thing for thing in told if thing]
            last_row = len(row)
        elif last_row > 1 and len(again := _moves_again(found, order)) == last_row:
            _put(listed, again, named[-last_row:], clause)
        elif "respectively" in clause.relations:
            row = _row(found, order)
            earlier: list[str | None] = _earlier(names[clause.at], row, named, last_row)
            things = _things(clause.words, _marker(clause), len(row)) or earlier
            if len(things) != len(row):
                things = [None] * len(row)
            _put(listed, row, things, clause)
            named += [thing for thing in things if thing]
            last_row = len(row)
        elif in_order and clause.at not in listed and (subject := names[clause.at].subject):
            named.append(subject)
            last_row = 1
    return listed


def _earlier(
    spoken: Naming, row: Sequence[int], named: Sequence[str], last_row: int
) -> list[str | None]:
    """The last things named, where the words only measure as many again: 降幅分别为."""
    last = [*named[-len(row) :]]
    if last_row == len(row) and _measures(spoken):
        return [f"{thing}{spoken.subject}" for thing in last]
    again = spoken.carried and last_row == len(row)
    return [*last] if again or not spoken.full else []


def _measures(spoken: Naming) -> bool:
    """Whether the name is one word that only measures things: 产量分别为 3吨、5吨."""
    name, heads = spoken.subject, vocabulary().names.heads
    return bool(name) and not spoken.carried and len(str(name)) == _SHORT and str(name)[-1] in heads


def _put(
    listed: dict[int, Listed], row: Sequence[int], things: Sequence[str | None], clause: Clause
) -> None:
    """Give each figure of the row its thing, and the name of them all."""
    names = [thing for thing in things if thing]
    shared = takewhile(lambda chars: len(set(chars)) == 1, zip(*map(reversed, names), strict=False))
    head = len(list(shared))
    together = "、".join([*(name[: len(name) - head] for name in names[:-1]), *names[-1:]])
    for at, thing in zip(row, things, strict=True):
        listed[at] = Listed(thing, clause, together or None)


def _unmarked_row(found: Sequence[Clause], order: int) -> list[int]:
    """Figures of one kind in a row right behind the names of as many things: 甲、乙 3吨、5吨."""
    if not found[order].phrase or len(row := _row(found, order)) < 2:
        return []
    alike = found[order : order + len(row)]
    nameless = all(clause.phrase is None for clause in alike[1:])
    same = len({clause.figure.sort for clause in alike}) == 1
    return row if nameless and same else []


def _moves_again(found: Sequence[Clause], order: int) -> list[int]:
    """Figures in a row that tell how those before moved: 甲、乙为 3吨、5吨，增长 [2%、4%]."""
    spoken = found[order]
    named = spoken.phrase or "respectively" in spoken.relations
    return [] if named or not moved(spoken) else _row(found, order)


def _marker(clause: Clause) -> int:
    return max(at for at in range(clause.opening, clause.at) if clause.words.texts[at] in _IN_ORDER)


def _row(found: Sequence[Clause], order: int) -> list[int]:
    """The places of the figures that stand in one row, joined by 、 or 和."""
    row = [found[order].at]
    for clause in islice(found, order + 1, None):
        if clause.at != row[-1] + 2 or clause.words.texts[clause.at - 1] not in _BETWEEN:
            break
        row.append(clause.at)
    return row


def _things(words: Sentence, marker: int, size: int) -> list[str | None]:
    """The things listed before the marker, each with the head that only the last one prints."""
    while marker > 0 and words.kinds[marker - 1] in _ASIDE:
        marker -= 1
    low = marker
    while low > 0 and (
        words.kinds[low - 1] in _LISTABLE
        or words.texts[low - 1] in _BETWEEN
        or words.kinds[low - 1] == "figure"
    ):
        low -= 1
    counted = [at for at in range(low, marker) if words.kinds[at] == "figure"]
    spending = vocabulary().names.spending
    if low + 1 < marker and (words.kinds[low] == "verb" or words.texts[low] in spending):
        low += words.kinds[low + 1] in NOMINAL
    items = _items(words, low, counted[0] if counted else marker)
    if len(items) != size:
        return []
    heads = items[-1][1:]
    if heads and all(len(item) == 1 for item in items[:-1]) and not counted:
        items = [*([*item, *heads] for item in items[:-1]), items[-1]]
    return ["".join([word.text for word in item]) for item in items]


def _items(words: Sequence[Word], low: int, high: int) -> list[list[Word]]:
    items: list[list[Word]] = [[]]
    for word in words[low:high]:
        if word.text in _BETWEEN:
            items.append([])
        else:
            items[-1].append(word)
    return [item for item in items if item]

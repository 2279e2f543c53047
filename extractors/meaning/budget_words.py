"""Words that mean something of their own in a budget: 收、支, 增收, a functional item (项)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .words import Word

BUDGETED = re.compile("增收|收、支|[（(]项[）)]")
"""Without one of these no word is to be read anew."""
_EARNED = re.compile("收入|税收|[税库]$")
_FAR = 12
"""How many words before 增收 an income or a comparison stands, at most."""
_APART = frozenset({"figure", "date", "break", "title", "document", "colon"})


def budgeted(cut: Sequence[Word]) -> list[Word]:
    """The words as a budget means them: 收、支 as one name, a functional item (项) as another.

    增收 is a change of an income told before.
    """
    told: list[Word] = []
    for word in cut:
        if word.kind == "item":
            told = _with_item(told)
        if word.text.startswith("支") and [each.text for each in told[-2:]] == ["收", "、"]:
            del told[-2:]
            told.append(Word("收、" + word.text, "name"))
        elif word.text == "增收" and _of_income(told):
            told.append(word._replace(kind="up"))
        else:
            told.append(word)
    return told


def _with_item(told: list[Word]) -> list[Word]:
    """The words with those of the last clause, which name an item (项), as one name."""
    first = next((at + 1 for at in reversed(range(len(told))) if told[at].kind in _APART), 0)
    named = "".join([word.text for word in told[first:]])
    return [*told[:first], Word(named, "name")] if named else told


def _of_income(told: Sequence[Word]) -> bool:
    """Whether 增收 behind these words only says by how much an income grew: 比上年 增收 3万元."""
    clause = told[-_FAR:]
    breaks = [at for at, word in enumerate(clause) if word.kind == "break"]
    clause = clause[breaks[-1] + 1 :] if breaks else clause
    compared = any(word.kind == "comparison" for word in clause)
    alone = not clause and any(_EARNED.search(word.text) for word in told)
    return compared or alone

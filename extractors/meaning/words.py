"""What a sentence is made of: mentions, words, phrases of them, and the sentence itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple, Self


class Mention(NamedTuple):
    """A figure or date in a passage.

    ``number`` is its place among the report's figures or dates, ``sort`` the kind of the figure.
    """

    start: int
    end: int
    kind: str
    number: int = -1
    sort: str = ""


class Word(NamedTuple):
    """A word with its class; a mention keeps number and sort.

    ``spaced`` says that white space stands before it, ``opens`` that a longer listed word
    can begin with it.
    """

    text: str
    kind: str
    number: int = -1
    sort: str = ""
    spaced: bool = False
    opens: bool = False


class Phrase(NamedTuple):
    """Words ``start`` to ``end`` of a sentence; ``deed`` if their head is a verb."""

    start: int
    end: int
    deed: bool = False


class Sentence(tuple[Word, ...]):
    """The words of a sentence, and where its figures and breaks stand among them.

    ``breaks`` have one before the first word and one behind the last. ``texts``, ``kinds``
    and ``sorts`` are what the words read, their classes and what sorts of figures they are,
    each in a row of its own: whether some words hold one of a list is asked of a whole
    stretch at once.
    """

    texts: tuple[str, ...]
    kinds: tuple[str, ...]
    sorts: tuple[str, ...]
    figures: tuple[int, ...]
    breaks: tuple[int, ...]

    def __new__(cls, words: Iterable[Word] = ()) -> Self:
        """The sentence of these words."""
        made = super().__new__(cls, words)
        made.texts = tuple([word.text for word in made])
        made.kinds = kinds = tuple([word.kind for word in made])
        made.sorts = tuple([word.sort for word in made])
        made.figures = tuple([at for at, kind in enumerate(kinds) if kind == "figure"])
        breaks = [at for at, kind in enumerate(kinds) if kind == "break"]
        made.breaks = (-1, *breaks, len(kinds))
        return made

    def opening(self, at: int) -> int:
        """Where the clause of the word ``at`` begins; of a break, the clause that it ends."""
        return self.breaks[bisect_left(self.breaks, at) - 1] + 1

    def close(self, at: int) -> int:
        """Where the clause of the word ``at`` ends."""
        return self.breaks[bisect_left(self.breaks, at)]

    def text(self, start: int, end: int) -> str:
        """The words ``start`` to ``end`` put together."""
        return "".join(self.texts[start:end])

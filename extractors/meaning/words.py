"""What a sentence is made of: mentions, words, phrases of them, and the sentence itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, overload


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


class Sentence(Sequence[Word]):
    """The words of a sentence, and where its figures and breaks stand among them.

    ``breaks`` have one before the first word and one behind the last. ``texts``, ``kinds``
    and ``sorts`` are what the words read, their classes and what sorts of figures they are,
    each in a row of its own: whether some words hold one of a list is asked of a whole
    stretch at once.
    """

    __slots__ = ("_words", "breaks", "figures", "kinds", "sorts", "texts")

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = tuple(words)
        self.texts = tuple([word.text for word in words])
        self.kinds = tuple([word.kind for word in words])
        self.sorts = tuple([word.sort for word in words])
        self.figures = tuple([at for at, kind in enumerate(self.kinds) if kind == "figure"])
        breaks = [at for at, kind in enumerate(self.kinds) if kind == "break"]
        self.breaks = (-1, *breaks, len(words))

    def __len__(self) -> int:
        return len(self._words)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, at: int | slice) -> Word | tuple[Word, ...]:
        return self._words[at]

    def opening(self, at: int) -> int:
        """Where the clause of the word ``at`` begins; of a break, the clause that it ends."""
        return self.breaks[bisect_left(self.breaks, at) - 1] + 1

    def close(self, at: int) -> int:
        """Where the clause of the word ``at`` ends."""
        return self.breaks[bisect_left(self.breaks, at)]

    def text(self, start: int, end: int) -> str:
        """The words ``start`` to ``end`` put together."""
        return "".join(self.texts[start:end])

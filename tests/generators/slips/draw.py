"""Lots for reports with faults: numbers, words, and where a fault can be planted in them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from .mistyping import mistyped

OPEN, TOLD, CLOSE = "\ue000", "\ue001", "\ue002"
"""Around the number of a mark and the text that it marks; no report holds such characters."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What to print wrongly, and the rules that are broken by it.

    One of ``finders`` must raise it, the ``also`` may.
    """

    wrong: str
    finders: frozenset[str]
    also: frozenset[str]


class Draw(Random):
    """Numbers and words by lot, exact where one follows from the other."""

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self.year = self.randint(2019, 2024)
        self.marks: list[Mark] = []

    def slip(self, rules: str, right: object, wrong: object = None) -> str:
        """A text with the fault that may stand there: ``P01 | P08`` is P01, and P08 may ring.

        A number is mistyped where nothing else is said.
        """
        finders, _, also = rules.partition("|")
        text = mistyped(str(right), self) if wrong is None else str(wrong)
        self.marks.append(Mark(text, frozenset(finders.split()), frozenset(also.split())))
        return f"{OPEN}{len(self.marks) - 1}{TOLD}{right}{CLOSE}"

    def worded(self, *templates: str, **values: object) -> str:
        """One of the wordings, with the values in it."""
        return self.choice(templates).format(**values)

    def money(self, low: int = 80, high: int = 9000) -> Decimal:
        """An amount with two decimals."""
        return Decimal(self.randrange(low * 100, high * 100)).scaleb(-2)

    def tenths(self, low: int, high: int) -> Decimal:
        """A number with one decimal."""
        return Decimal(self.randrange(low * 10, high * 10)).scaleb(-1)

    def share_of(self, whole: Decimal, low: int = 70, high: int = 99) -> Decimal:
        """So many per cent of the whole, with as many decimals."""
        return (whole * self.randint(low, high) / 100).quantize(whole, ROUND_HALF_UP)

    def parts(self, whole: int, count: int) -> list[int]:
        """Whole numbers above zero that add to the whole."""
        cuts = sorted(self.sample(range(1, whole), count - 1))
        return [end - start for start, end in zip([0, *cuts], [*cuts, whole], strict=True)]


def percent(part: Decimal | int, whole: Decimal | int, decimals: int = 2) -> Decimal:
    """A ratio in per cent, rounded as officials round."""
    step = Decimal(1).scaleb(-decimals)
    return (Decimal(part) * 100 / Decimal(whole)).quantize(step, ROUND_HALF_UP)

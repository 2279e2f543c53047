"""Sentences read on their own, and how like two names of a measured thing are."""

from collections import Counter
from dataclasses import dataclass

from heshu.extractors.figures.stage import read_figures
from heshu.extractors.meaning.stage import understand
from heshu.extractors.text.fold import fold
from heshu.schemas.document import Document, Paragraph
from heshu.schemas.figure import Figure
from heshu.schemas.passage import CellContext, Passage, Piece
from heshu.schemas.report import Report, Section


def report(*texts: str, cell: CellContext | None = None, **known: object) -> Report:
    """A report of 2022 whose every text is a passage, or a cell in ``cell``'s context."""
    blocks = tuple(Paragraph(text) for text in texts)
    document = Document("0" * 16, "0" * 64, "sample.txt", "txt", 0, blocks)
    passages = tuple(
        Passage(text, fold(text), (Piece(0, block, 0),), cell=cell)
        for block, text in enumerate(texts)
    )
    given = {"year": 2022, "passages": passages} | known
    return Report(document, 1, 0, len(blocks) - 1, **given)  # type: ignore[arg-type]


def figures(*texts: str, cell: CellContext | None = None, **known: object) -> tuple[Figure, ...]:
    """The figures of the texts with their meaning."""
    return understand(read_figures(report(*texts, cell=cell, **known))).figures


def section(kind: str, first: int, last: int) -> Section:
    """A section of blocks ``first`` to ``last``."""
    return Section(1, "一、", "标题", kind, first, last)  # type: ignore[arg-type]


def likeness(one: str | None, other: str | None) -> float:
    """The share of characters that two names have in common (F1)."""
    if not one or not other:
        return float(one == other)
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared / (len(one) + len(other))


@dataclass(frozen=True)
class Expected:
    """A line of the corpus: ``quote | subject / other | aspect / other | key=value ...``.

    What is left out is not tested.
    """

    quote: str
    subjects: tuple[str | None, ...]
    aspects: tuple[str | None, ...]
    more: tuple[tuple[str, tuple[str | None, ...]], ...]

    @classmethod
    def of(cls, line: str) -> "Expected":
        quote, *told = (part.strip() for part in line.split("|"))
        subjects, rest = (_choices(told[0]) if told else (), told[1:])
        pairs = (pair.split("=") for pair in (rest[1].split() if len(rest) > 1 else ()))
        more = tuple((key, _choices(values)) for key, values in pairs)
        return cls(quote, subjects, _choices(rest[0]) if rest else (), more)

    def faults(self, figure: Figure) -> list[str]:
        """What the figure's meaning has wrong."""
        wrong: list[str] = []
        like = [likeness(figure.subject, subject) >= 0.8 for subject in self.subjects]
        if self.subjects and not any(like):
            wrong.append(f"subject {figure.subject} for {self.subjects}")
        if self.aspects and figure.aspect not in self.aspects:
            wrong.append(f"aspect {figure.aspect} for {self.aspects}")
        for key, values in self.more:
            got = getattr(figure, {"from": "period_start", "to": "period_end"}.get(key, key))
            if (None if got is None else str(got)) not in values:
                wrong.append(f"{key} {got} for {values}")
        return wrong


def _choices(text: str) -> tuple[str | None, ...]:
    parts = (part.strip() for part in text.split("/"))
    return tuple(None if part == "-" else part for part in parts)

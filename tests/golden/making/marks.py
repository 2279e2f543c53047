"""Inline marks of a source text: ``{18406.5万元^S:财政拨付资金 budget}``; marks may nest."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of plain text; ``words`` say what it is."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]

    def moved(self, by: int) -> Mark:
        """The same mark in a text that begins ``by`` characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Marked:
    """Plain text and its marks, outer before inner, in order."""

    text: str
    marks: tuple[Mark, ...] = ()


def parse(source: str) -> Marked:
    """Strip the marks from a source text."""
    plain: list[str] = []
    opened: list[int] = []
    marks: list[Mark] = []
    at = 0
    while at < len(source):
        if source[at] == "{":
            opened.append(len(plain))
        elif source[at] == "^" and opened:
            stop = source.index("}", at)
            start, end = opened.pop(), len(plain)
            marks.append(Mark(start, end, "".join(plain[start:end]), words(source[at + 1 : stop])))
            at = stop
        else:
            plain.append(source[at])
        at += 1
    if opened:
        raise ValueError(f"mark not closed: {source}")
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    return Marked("".join(plain), tuple(marks))


def words(text: str) -> tuple[str, ...]:
    """The words after the caret."""
    return tuple(sorted(text.split(), key=lambda word: word in {"opt", "free", "-"}))

"""Failures by their code: what they are, what to do, and whether another try may help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from ..schemas.errors import FileError


@cache
def failures() -> dict[str, type[FileError]]:
    """Every error of a file by its code; of two with one code the more general one."""
    known: dict[str, type[FileError]] = {}
    for kind in _kinds(FileError):
        known.setdefault(kind.code, kind)
    return known


def may_pass(code: str | None) -> bool:
    """Whether the same bytes may be read another time that failed with this code."""
    return code in failures() and failures()[code].passing


def grouped(codes: Iterable[str]) -> Iterator[str]:
    """A line for each reason, the commonest first: its code, how many, and what to do."""
    for code, number in sorted(Counter(codes).items(), key=lambda each: (-each[1], each[0])):
        kind = failures().get(code, FileError)
        yield f"  [{code}] {number} 个：{kind.chinese}。{kind.remedy}"


def _kinds(kind: type[FileError]) -> Iterator[type[FileError]]:
    """The class and all below it, level by level."""
    level = [kind]
    while level:
        yield from level
        level = [below for each in level for below in each.__subclasses__()]

"""Failures by their code: what they are, what to do, and whether another try may help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar

from ..schemas.file_errors import FileError
from .entry import DocumentEntry

Reason = TypeVar("Reason", str, tuple[str, str])
_DETAILS = 3
"""How many details of one reason are told."""


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


def told(path: str, error: FileError) -> str:
    """What ``documents`` says of a failure."""
    return f"{path}：{error.message}。{error.remedy}"


def grouped(codes: Iterable[str]) -> Iterator[str]:
    """A line for each reason, the commonest first: its code, how many, and what to do."""
    for code, number in _commonest(Counter(codes)):
        yield _line(code, failures().get(code, FileError), number)


def grouped_with_details(entries: Iterable[DocumentEntry]) -> Iterator[str]:
    """The same for files that failed now, and below each line what was told besides."""
    reasons: dict[tuple[str, str], list[DocumentEntry]] = {}
    for entry in entries:
        kind = _kind(entry)
        reasons.setdefault((entry.error_code or "", kind.__name__), []).append(entry)
    numbers = Counter({reason: len(same) for reason, same in reasons.items()})
    for reason, number in _commonest(numbers):
        kind = _kind(reasons[reason][0])
        yield _line(reason[0], kind, number)
        details = Counter(filter(None, (_detail(each, kind) for each in reasons[reason])))
        for detail, times in _commonest(details)[:_DETAILS]:
            yield f"      {detail}" + (f"：{times} 个" if times > 1 else "")
        if len(details) > _DETAILS:
            yield f"      另有 {len(details) - _DETAILS} 种情况，见各文件的 error"


def _commonest(numbers: Counter[Reason]) -> list[tuple[Reason, int]]:
    return sorted(numbers.items(), key=lambda each: (-each[1], each[0]))


def _line(code: str, kind: type[FileError], number: int) -> str:
    return f"  [{code}] {number} 个：{kind.chinese}。{kind.remedy}"


def _kind(entry: DocumentEntry) -> type[FileError]:
    """The error of a file: of several with one code the one whose words were told."""
    same = [kind for kind in _kinds(FileError) if kind.code == entry.error_code]
    known = failures().get(entry.error_code or "", FileError)
    return next((kind for kind in same if _detail(entry, kind) is not None), known)


def _detail(entry: DocumentEntry, kind: type[FileError]) -> str | None:
    """The detail that the error had; empty without one, null where it was another error."""
    start, end = told(entry.path, kind("\0")).split("（\0）")
    error = entry.error or ""
    if not (error.startswith(start) and error.endswith(end)):
        return None
    return error[len(start) : len(error) - len(end)].removeprefix("（").removesuffix("）")


def _kinds(kind: type[FileError]) -> Iterator[type[FileError]]:
    """The class and all below it, level by level."""
    level = [kind]
    while level:
        yield from level
        level = [below for each in level for below in each.__subclasses__()]

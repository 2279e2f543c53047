"""How often each word is written, kept in a file that opens at once.

A dictionary of half a million entries takes half a second to make, and a report needs a
tenth of it: the entries of a first character are read when a word with it is looked up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self
from zlib import crc32


class Lexicon:
    """Counts of words; every beginning of a word is listed too, with 0.

    ``lines`` hold the entries of one first character each: ``水 1260 水厂 31``.
    """

    def __init__(self, total: int, lines: Iterable[str]) -> None:
        self.total = total
        """How many words were counted."""
        self._entries = _Entries({line[0]: line for line in lines})

    @classmethod
    def of(cls, total: int, counts: Mapping[str, int]) -> Self:
        """The lexicon of these words, none of which holds white space."""
        entries: defaultdict[str, list[str]] = defaultdict(list)
        for word, count in counts.items():
            entries[word[0]].append(f"{word} {count}")
        return cls(total, map(" ".join, entries.values()))

    @classmethod
    def opened(cls, file: Path, edition: str) -> Self | None:
        """The lexicon that was saved there; null if it is not there whole, or another edition."""
        with suppress(OSError, ValueError):
            head, _, body = file.read_bytes().partition(b"\n")
            kept, check, total = head.decode().split()
            if kept == edition and int(check) == crc32(body):
                return cls(int(total), body.decode().split("\n"))
        return None

    def save(self, file: Path, edition: str) -> None:
        """Keep it for the next time; raises OSError where that cannot be."""
        body = "\n".join(self._entries.lines.values()).encode()
        head = f"{edition} {crc32(body)} {self.total}\n".encode()
        with TemporaryDirectory(dir=file.parent) as scratch:
            made = Path(scratch) / file.name
            made.write_bytes(head + body)
            made.replace(file)

    def get(self, word: str) -> int | None:
        """How often a word is written; 0 for a beginning only, null for neither."""
        return self._entries[word[0]].get(word)


class _Entries(dict[str, Mapping[str, int]]):
    """The counts of the words with each first character, of those asked for so far."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        super().__init__()
        self.lines = lines

    def __missing__(self, first: str) -> Mapping[str, int]:
        fields = self.lines.get(first, "").split()
        self[first] = found = dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
        return found

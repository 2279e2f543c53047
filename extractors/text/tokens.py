"""Words of a sentence: jieba's dictionary and our own words.

They are loaded at the first sentence, never at import.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from itertools import accumulate
from tempfile import TemporaryDirectory
from typing import Protocol, cast

from ... import data
from .caches import cache_folder
from .cutting import Cutter
from .lexicon import Lexicon

_OWN_WORDS = "words.txt"


class _Dictionary(Protocol):
    tmp_dir: str
    FREQ: Mapping[str, int]
    total: int


class _Jieba(Protocol):
    """The part of jieba that is used."""

    dt: _Dictionary

    def setLogLevel(self, log_level: int) -> None: ...  # noqa: N802
    def add_word(self, word: str, freq: int | None = None) -> None: ...
    def initialize(self) -> None: ...


def words(text: str) -> tuple[str, ...]:
    """The words of a text, white space among them; put together they are the text again.

    Words are not guessed: guesses tear numerals off their classifiers (分两 | 批次).
    """
    return tuple(_cutter().cut(text))


@lru_cache(maxsize=256)
def word_edges(sentence: str) -> frozenset[int]:
    """The offsets at which a word of the sentence begins or ends."""
    return frozenset(accumulate(map(len, words(sentence)), initial=0))


@cache
def _cutter() -> Cutter:
    """A cutter with jieba's words and our own, kept with the user's other caches."""
    folder = cache_folder()
    if folder is None:
        return Cutter(lexicon_of_jieba())
    kept, edition = folder / "words.lexicon", _edition()
    lexicon = Lexicon.opened(kept, edition)
    if lexicon is None:
        lexicon = lexicon_of_jieba()
        with suppress(OSError):  # a full disk: made anew the next time
            lexicon.save(kept, edition)
    return Cutter(lexicon)


def lexicon_of_jieba() -> Lexicon:
    """The words of jieba with our own, which jieba itself has from then on."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # pyright: ignore[reportMissingTypeStubs]  # noqa: PLC0415

    dictionary = cast("_Jieba", jieba)
    dictionary.setLogLevel(logging.CRITICAL + 1)
    with TemporaryDirectory() as scratch:  # for a cache that it cannot do without
        dictionary.dt.tmp_dir = scratch
        dictionary.initialize()
    for word in _own_words():
        dictionary.add_word(word)
    return Lexicon.of(dictionary.dt.total, dictionary.dt.FREQ)


def _edition() -> str:
    """What changes with the words."""
    return f"{version('jieba')}-{sha256(_own_words_file()).hexdigest()}"


def _own_words() -> Iterator[str]:
    lines = _own_words_file().decode().splitlines()
    return (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _own_words_file() -> bytes:
    return files(data).joinpath(_OWN_WORDS).read_bytes()

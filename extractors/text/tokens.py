"""Words of a sentence: jieba's dictionary and our own words.

They are loaded at the first sentence, never at import, for that takes half a second.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import Protocol, cast

from ... import data
from .cutting import Cutter


class _Dictionary(Protocol):
    tmp_dir: str | None
    FREQ: Mapping[str, int]
    total: int


class _Jieba(Protocol):
    """The part of jieba that is used."""

    dt: _Dictionary

    def setLogLevel(self, log_level: int) -> None: ...  # noqa: N802
    def add_word(self, word: str, freq: int | None = None) -> None: ...
    def initialize(self) -> None: ...


@cache
def _cutter() -> Cutter:
    """A cutter with jieba's words and our own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # pyright: ignore[reportMissingTypeStubs]  # noqa: PLC0415

    dictionary = cast("_Jieba", jieba)
    _prepare(dictionary)
    return Cutter(dictionary.dt.FREQ, dictionary.dt.total)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, white space among them; put together they are the text again.

    Words are not guessed: guesses tear numerals off their classifiers (分两 | 批次).
    """
    return tuple(_cutter().cut(text))


@lru_cache(maxsize=256)
def word_edges(sentence: str) -> frozenset[int]:
    """The offsets at which a word of the sentence begins or ends."""
    return frozenset(accumulate(map(len, words(sentence)), initial=0))


def _prepare(jieba: _Jieba) -> None:
    """Silence jieba, keep its cache with the user's other caches, and add our words."""
    jieba.setLogLevel(logging.CRITICAL + 1)
    jieba.dt.tmp_dir = cache_folder()
    jieba.initialize()
    for word in _own_words():
        jieba.add_word(word)


def _own_words() -> Iterable[str]:
    lines = files(data).joinpath("words.txt").read_text("utf-8").splitlines()
    return (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def cache_folder() -> str | None:
    """The user's cache folder for heshu; null, the system's temporary one, where it cannot be."""
    try:
        folder = _caches() / "heshu"
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return str(folder)


def _caches() -> Path:
    """The folder that this platform gives programs for what can be made again."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")

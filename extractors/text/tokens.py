"""Words of a sentence: spaCy with jieba's dictionary and our own words, loaded once.

Both libraries are loaded at the first sentence, never at import, for they take a second.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from ... import data

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class _Dictionary(Protocol):
    tmp_dir: str | None


class _Jieba(Protocol):
    """The part of jieba that is used."""

    dt: _Dictionary

    def setLogLevel(self, log_level: int) -> None: ...  # noqa: N802
    def add_word(self, word: str, freq: int | None = None) -> None: ...
    def initialize(self) -> None: ...
    def cut(self, sentence: str, *, cut_all: bool, HMM: bool) -> Iterable[str]: ...  # noqa: N803


class _Tokenizer(Protocol):
    """The part of spaCy's Chinese tokeniser that is changed."""

    jieba_seg: _KnownWords


@dataclass(frozen=True, slots=True)
class _KnownWords:
    """jieba without guesses: they tear numerals off their classifiers (分两 | 批次)."""

    jieba: _Jieba

    def cut(self, sentence: str, *, cut_all: bool) -> Iterable[str]:
        """The words of the sentence."""
        return self.jieba.cut(sentence, cut_all=cut_all, HMM=False)


@cache
def language() -> Language:
    """The Chinese tokeniser, with our own words and nothing else in its pipeline."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # pyright: ignore[reportMissingTypeStubs]  # noqa: PLC0415
        import spacy  # noqa: PLC0415

        dictionary = cast("_Jieba", jieba)
        _prepare(dictionary)
        nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
        cast("_Tokenizer", nlp.tokenizer).jieba_seg = _KnownWords(dictionary)
        return nlp


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, white space among them; put together they are the text again."""
    return tuple(_pieces(language().make_doc(text)))


def _pieces(doc: Doc) -> Iterator[str]:
    for token in doc:
        yield token.text
        if token.whitespace_:
            yield token.whitespace_


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

"""The words of ``data/wording.toml`` by which the checks know what a sentence says."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from ... import data
from ...schemas.passage import Passage

_SENTENCE = re.compile(r"[^。！？；!?;\n]+")
_CLAUSE_END = re.compile(r"[,，。！？；!?;\n]")
_REMEMBERED = 512
"""Texts whose sentences are kept: many figures of one passage ask for theirs."""


@cache
def words(name: str) -> str:
    """The patterns listed under ``name`` as one pattern."""
    text = files(data).joinpath("wording.toml").read_text(encoding="utf-8")
    patterns = cast("dict[str, list[str]]", tomllib.loads(text))[name]
    return "|".join(f"(?:{pattern})" for pattern in patterns)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The same, compiled."""
    return re.compile(words(name))


def sentences(passage: Passage) -> tuple[re.Match[str], ...]:
    """The sentences of a passage, folded, with their offsets."""
    return _sentences(passage.folded)


def sentence_around(passage: Passage, offset: int) -> re.Match[str] | None:
    """The sentence in which an offset lies."""
    told = sentences(passage)
    at = bisect_right(told, offset, key=lambda one: one.end())
    return told[at] if at < len(told) and told[at].start() <= offset else None


def clause_around(passage: Passage, offset: int) -> str:
    """The clause, folded, in which an offset lies."""
    ends = _clause_ends(passage.folded)
    at = bisect_left(ends, offset)
    behind = passage.folded[offset : ends[at] if at < len(ends) else None]
    return clause_before(passage, offset) + behind


def clause_before(passage: Passage, offset: int) -> str:
    """The same, up to the offset."""
    ends = _clause_ends(passage.folded)
    at = bisect_left(ends, offset)
    return passage.folded[ends[at - 1] + 1 if at else 0 : offset]


@lru_cache(_REMEMBERED)
def _sentences(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_SENTENCE.finditer(text))


@lru_cache(_REMEMBERED)
def _clause_ends(text: str) -> tuple[int, ...]:
    return tuple(mark.start() for mark in _CLAUSE_END.finditer(text))

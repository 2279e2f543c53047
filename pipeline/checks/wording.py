"""The words of ``data/wording.toml`` by which the checks know what a sentence says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import cast

from ... import data
from ...schemas.passage import Passage

_SENTENCE = re.compile(r"[^。！？；!?;\n]+")
_CLAUSE_END = re.compile(r"[,，。！？；!?;\n]")


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


def sentences(passage: Passage) -> Iterator[re.Match[str]]:
    """The sentences of a passage, folded, with their offsets."""
    return _SENTENCE.finditer(passage.folded)


def sentence_around(passage: Passage, offset: int) -> re.Match[str] | None:
    """The sentence in which an offset lies."""
    return next((one for one in sentences(passage) if one.start() <= offset < one.end()), None)


def clause_around(passage: Passage, offset: int) -> str:
    """The clause, folded, in which an offset lies."""
    ends = [mark.start() for mark in _CLAUSE_END.finditer(passage.folded)]
    start = max((end + 1 for end in ends if end < offset), default=0)
    return passage.folded[start : min((end for end in ends if end >= offset), default=None)]

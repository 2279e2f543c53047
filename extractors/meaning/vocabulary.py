"""The words of ``data/meaning.toml``, by what they do around a figure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files

NOMINAL = frozenset({"name", "per_named"})
VERBAL = frozenset({"verb", "loose_verb"})
BOUNDS = frozenset({"以上", "以下", "以内", "左右"})
"""Words behind a figure that bound it."""


@dataclass(frozen=True, slots=True)
class Names:
    """Words that decide where the name of the measured thing begins and ends."""

    suffixes: frozenset[str]
    heads: frozenset[str]
    generic: frozenset[str]
    labels: frozenset[str]
    aims: frozenset[str]
    of_deeds: frozenset[str]
    by_deeds: frozenset[str]
    sites: frozenset[str]
    making: frozenset[str]
    carried: frozenset[str]
    dropped: frozenset[str]
    wholes: frozenset[str]
    doers: frozenset[str]
    agents: frozenset[str]
    deeds_measured: frozenset[str]
    money: frozenset[str]
    bodies: frozenset[str]
    funds: frozenset[str]
    spending: frozenset[str]
    owners: frozenset[str]
    belongings: frozenset[str]
    states: frozenset[str]
    progress: frozenset[str]
    works: frozenset[str]
    openers: frozenset[str]
    serving: frozenset[str]
    qualities: frozenset[str]
    delays: frozenset[str]
    standings: frozenset[str]
    rubrics: frozenset[str]
    lots: frozenset[str]
    posts: frozenset[str]
    remarks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The class of every listed word, and the word lists of the naming rules.

    ``beginnings`` are what a listed word can begin with where the tokeniser cuts it.
    """

    classes: Mapping[str, str]
    beginnings: frozenset[str]
    deeds: frozenset[str]
    names: Names


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary as the file has it; of a word listed twice the first class counts."""
    data = tomllib.loads((files("heshu.data") / "meaning.toml").read_text(encoding="utf-8"))
    deeds = frozenset(data["classes"].pop("deed"))
    classes: dict[str, str] = {}
    for name, words in data["classes"].items():
        for word in words:
            classes.setdefault(word, name)
    for name in ("wholes", "carried", "labels", "money"):
        for word in data["names"][name]:
            classes.setdefault(word, "name")
    names = Names(**{field.name: frozenset(data["names"][field.name]) for field in fields(Names)})
    beginnings = frozenset(word[:end] for word in classes for end in range(1, len(word)))
    return Vocabulary(classes, beginnings, deeds, names)


@lru_cache(maxsize=16384)
def ends_in(word: str, *lists: frozenset[str]) -> bool:
    """Whether the word is one of the listed endings or ends in one."""
    ends = [word[at:] for at in range(len(word))]
    return any(not listed.isdisjoint(ends) for listed in lists)

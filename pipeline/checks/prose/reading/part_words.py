"""The words of ``data/parts.toml``: how parts and wholes are told apart from each other."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..... import data
from .words import Pattern


@dataclass(frozen=True, slots=True)
class ApposedWords:
    """Words between a list and the number of its items, before (number) and behind (opens)."""

    number: Pattern
    opens: Pattern
    some: Pattern


@dataclass(frozen=True, slots=True)
class JobWords:
    """What people of a body are there for, and what cuts across that."""

    names: Pattern
    traits: Pattern


@dataclass(frozen=True, slots=True)
class KindWords:
    """What announces kinds, or how many of them, and what names no kind but a trait."""

    announced: Pattern
    number: Pattern
    traits: Pattern


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What leads to the sum of so many items, what announces them, and what is done with each."""

    sum: Pattern
    announced: Pattern
    deed: Pattern


@dataclass(frozen=True, slots=True)
class StockWords:
    """What tells of things that were there, came, went and are there.

    Of those that are ``pending``, some ``arrived`` and some were ``settled``.
    """

    begin: Pattern
    come: Pattern
    gone: Pattern
    end: Pattern
    pending: Pattern
    arrived: Pattern
    settled: Pattern
    done: Pattern
    standing: Pattern
    net: Pattern


@dataclass(frozen=True, slots=True)
class ShareWords:
    """What a counted name ends in, and names of all there is, or of all who were there."""

    quantity: Pattern
    present: Pattern
    pointing: Pattern
    all: Pattern


@dataclass(frozen=True, slots=True)
class PortionWords:
    """What leads to a share of something named, and names of rates of what was counted before."""

    portion: Pattern
    found: Pattern
    finding: Pattern
    spread: Pattern
    held: Pattern
    room: Pattern
    stock: Pattern


@dataclass(frozen=True, slots=True)
class OpenerWords:
    """What opens parts: all of them (division), some, or what money went for (purpose)."""

    division: Pattern
    parts: Pattern
    purpose: Pattern
    periods: Pattern


@dataclass(frozen=True, slots=True)
class LimitWords:
    """What sums up things that each have a limit, what is idle there, and what tells of others."""

    sum: Pattern
    idle: Pattern
    some: Pattern
    demanded: Pattern


@dataclass(frozen=True, slots=True)
class SubsetWords:
    """What leads to the number of all things, what parts some from them, and what comes of what."""

    all: Pattern
    apart: Pattern
    results: tuple[tuple[Pattern, Pattern], ...]

    @classmethod
    def of(cls, read: dict[str, Any]) -> SubsetWords:
        """The words as the file has them."""
        pairs = (tuple(map(re.compile, pair)) for pair in read["results"])
        results = tuple((done, came) for done, came in pairs)
        return cls(re.compile(read["all"]), re.compile(read["apart"]), results)


@dataclass(frozen=True, slots=True)
class PartWords:
    """All that the file knows."""

    apposed: ApposedWords
    jobs: JobWords
    kinds: KindWords
    items: ItemWords
    stock: StockWords
    shares: ShareWords
    portions: PortionWords
    openers: OpenerWords
    limits: LimitWords
    subsets: SubsetWords


@cache
def part_words() -> PartWords:
    """The words as the file has them."""
    text = files(data).joinpath("parts.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    subsets = read.pop("subsets")
    tables = {
        table: {name: re.compile(word) for name, word in words.items()}
        for table, words in read.items()
    }
    return PartWords(
        apposed=ApposedWords(**tables["apposed"]),
        jobs=JobWords(**tables["jobs"]),
        kinds=KindWords(**tables["kinds"]),
        items=ItemWords(**tables["items"]),
        stock=StockWords(**tables["stock"]),
        shares=ShareWords(**tables["shares"]),
        portions=PortionWords(**tables["portions"]),
        openers=OpenerWords(**tables["openers"]),
        limits=LimitWords(**tables["limits"]),
        subsets=SubsetWords.of(subsets),
    )

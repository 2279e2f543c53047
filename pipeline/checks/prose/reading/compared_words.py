"""The words of ``data/compared.toml``: how numbers are set against each other."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..... import data
from .words import Pattern


@dataclass(frozen=True, slots=True)
class RecalledWords:
    """What leads to last year's number, from there to the step, and on to the rate."""

    prior: Pattern
    step: Pattern
    rate: Pattern


@dataclass(frozen=True, slots=True)
class EventWords:
    """What names the time before something was done."""

    before: Pattern


@dataclass(frozen=True, slots=True)
class StandardWords:
    """What numbers are held to (name), and what leads from there to how far off they are.

    ``behind`` names it behind the number. ``left`` leads on behind a word for a ``distance``,
    and nothing at all behind ``above``.
    """

    name: Pattern
    behind: Pattern
    off: Pattern
    left: Pattern
    distance: Pattern
    above: Pattern
    apart: Pattern


@dataclass(frozen=True, slots=True)
class AgainstWords:
    """What stands between a number and another that it is over, under, at or better than."""

    over: Pattern
    under: Pattern
    reached: Pattern
    better: Pattern
    any: Pattern


@dataclass(frozen=True, slots=True)
class DifferenceWords:
    """What leads to the difference of two amounts, and to what came and to what went."""

    any: Pattern
    surely: Pattern
    perhaps: Pattern
    came: Pattern
    went: Pattern


@dataclass(frozen=True, slots=True)
class OverallWords:
    """What leads to rates of several things (each) and to the rate of all (total, mean).

    Of ``general`` rates it must be known that the things are all there are; so of those of a
    ``place``, which the things make up where it is ``divided``. ``idle`` words name no rate.
    """

    any: Pattern
    each: Pattern
    list: Pattern
    total: Pattern
    mean: Pattern
    general: Pattern
    place: Pattern
    idle: Pattern
    divided: Pattern
    other: Pattern


@dataclass(frozen=True, slots=True)
class EveryoneWords:
    """What says that each of some things is dealt with, and how many there are (stock).

    ``definite`` takes up things by what was done with them.
    """

    each: Pattern
    all: Pattern
    any: Pattern
    stock: Pattern
    definite: Pattern


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """What says that a task was missed or fulfilled, and names it; ``open`` ones say neither."""

    missed: Pattern
    reached: Pattern
    before: Pattern
    behind: Pattern
    idle: Pattern
    open: Pattern


@dataclass(frozen=True, slots=True)
class ComparedWords:
    """All that the file knows."""

    recalled: RecalledWords
    event: EventWords
    standard: StandardWords
    against: AgainstWords
    difference: DifferenceWords
    overall: OverallWords
    everyone: EveryoneWords
    claims: ClaimWords


@cache
def compared_words() -> ComparedWords:
    """The words as the file has them."""
    text = files(data).joinpath("compared.toml").read_text(encoding="utf-8")
    tables = {
        table: {name: re.compile(word) for name, word in words.items()}
        for table, words in tomllib.loads(text).items()
    }
    return ComparedWords(
        recalled=RecalledWords(**tables["recalled"]),
        event=EventWords(**tables["event"]),
        standard=StandardWords(**tables["standard"]),
        against=AgainstWords(**tables["against"]),
        difference=DifferenceWords(**tables["difference"]),
        overall=OverallWords(**tables["overall"]),
        everyone=EveryoneWords(**tables["everyone"]),
        claims=ClaimWords(**tables["claims"]),
    )

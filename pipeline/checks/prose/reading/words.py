"""The words of ``data/relations.toml``: how a sentence tells that numbers belong together."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from ..... import data

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns of relation words, named as in the file."""

    parts: Pattern
    closed: Pattern
    sources: Pattern
    each: Pattern
    bare: Pattern
    division: Pattern
    aside: Pattern
    besides: Pattern
    open_end: Pattern
    rest: Pattern
    sum: Pattern
    purse: Pattern
    goal: Pattern
    by_plan: Pattern
    unplanned: Pattern
    whole: Pattern
    filler: Pattern
    stock: Pattern
    increment: Pattern
    done: Pattern
    going: Pattern
    open: Pattern
    composed: Pattern
    made_of: Pattern
    added: Pattern
    reached: Pattern
    rises: Pattern
    falls: Pattern
    varies: Pattern
    begins: Pattern
    ends: Pattern
    same_base: Pattern
    other_base: Pattern
    difference: Pattern
    base_before: Pattern
    passing: Pattern
    product: Pattern
    total: Pattern
    paid: Pattern
    reaches: Pattern
    held_to: Pattern
    than: Pattern


@dataclass(frozen=True, slots=True)
class Family:
    """Parts that exclude each other; ``whole`` names what they make up, null where any whole.

    ``any`` finds whatever names one of the ``members``. ``loose``: those that a list names
    may well leave out others.
    """

    members: tuple[Pattern, ...]
    any: Pattern
    whole: Pattern | None = None
    loose: bool = False

    @classmethod
    def of(cls, members: list[str], whole: str | None = None, *, loose: bool = False) -> Family:
        """The family whose parts have these names."""
        named = re.compile(whole) if whole else None
        return cls(_compiled(members), re.compile("|".join(members)), named, loose)


@dataclass(frozen=True, slots=True)
class StaffWords:
    """Words for posts (编制) and people of a body, and for their classes.

    ``own`` names all its people, ``now`` leads to how many they are.
    """

    any: Pattern
    own: Pattern
    now: Pattern
    posts: Pattern
    present: Pattern
    all: Pattern
    people: Pattern
    left: Pattern
    classes: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class CountedWords:
    """Words of lists whose members are counted; ``heads`` are the last characters of names."""

    points: Pattern
    kinds: Pattern
    heads: str
    no_name: Pattern
    no_list: Pattern
    single: Pattern
    no_single: Pattern
    level: Pattern
    level_pair: Pattern
    no_level: Pattern


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that part no two names (width), that alone name nothing (generic), and budgets.

    ``everywhere`` are scopes of all there is, ``lead_in`` words around a number that name
    nothing, ``narrowing`` ones that limit what is told after them, ``place`` the begin of a
    paragraph that tells of one place or body, ``money`` words for money of whatever kind.
    """

    width: Pattern
    budget: Pattern
    generic: Pattern
    everywhere: Pattern
    lead_in: Pattern
    narrowing: Pattern
    money: Pattern
    place: Pattern
    vague: Pattern
    goals: Pattern
    dependent: Pattern


@dataclass(frozen=True, slots=True)
class Relations:
    """All that the file knows.

    ``any_whole`` finds the name of whatever family of ``wholes``; ``rates`` pairs the word
    of a deed with the word that its rate is called by.
    """

    words: Words
    names: NameWords
    staff: StaffWords
    families: tuple[Family, ...]
    wholes: tuple[Family, ...]
    any_whole: Pattern
    rates: tuple[tuple[Pattern, Pattern], ...]
    counted: CountedWords


@cache
def relations() -> Relations:
    """The relation words as the file has them."""
    read = tomllib.loads(files(data).joinpath("relations.toml").read_text(encoding="utf-8"))
    words = {field.name: re.compile(read["words"][field.name]) for field in fields(Words)}
    return Relations(
        words=Words(**words),
        names=NameWords(**{name: re.compile(word) for name, word in read["names"].items()}),
        staff=_staff(read["staff"]),
        families=(
            *(Family.of(members) for members in read["families"].values()),
            *(Family.of(members, loose=True) for members in read["loose"].values()),
        ),
        wholes=tuple(Family.of(members, whole) for whole, members in read["wholes"].items()),
        any_whole=re.compile("|".join(read["wholes"])),
        rates=tuple((re.compile(deed), re.compile(rate)) for deed, rate in read["rates"].items()),
        counted=_counted(read["counted"]),
    )


def _counted(read: dict[str, Any]) -> CountedWords:
    heads = read.pop("heads")
    return CountedWords(heads=heads, **{name: re.compile(word) for name, word in read.items()})


def _staff(read: dict[str, Any]) -> StaffWords:
    classes = _compiled(read.pop("classes"))
    return StaffWords(**{name: re.compile(word) for name, word in read.items()}, classes=classes)


def _compiled(members: list[str]) -> tuple[Pattern, ...]:
    return tuple(re.compile(member) for member in members)

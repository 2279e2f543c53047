"""Provincial scoring rules: ``data/profiles/*.toml``, and which of them a report follows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, TypedDict, cast

from ... import data
from ...schemas.report import Grade

_BASE = "central"


@dataclass(frozen=True, slots=True)
class Profile:
    """How a province scores (评分办法); what its file leaves out is as in the ministry's rules.

    ``grades`` holds the lowest score of each grade, ``level_weights`` the usual
    weights of the first level, ``tiers`` the shares of the weight that
    each tier of a qualitative indicator may get, ``caps`` the highest total under each
    execution rate. ``certain``: scores in proportion are demanded, not only usual.
    """

    name: str
    chinese: str
    words: tuple[re.Pattern[str], ...]
    full_score: int
    execution_weight: int
    scoring: Literal["proportional", "open"]
    certain: bool
    low_execution: Decimal
    adjustment: Decimal
    over_achievement: Decimal
    idle_execution: Decimal
    heavy_indicator: int
    least_panel: int
    grades: Mapping[Grade, int]
    level_weights: Mapping[str, int]
    tiers: Mapping[str, tuple[Decimal, Decimal]]
    caps: Mapping[Decimal, int]


class _File(TypedDict):
    name: str
    chinese: str
    words: list[str]
    full_score: int
    execution_weight: int
    scoring: Literal["proportional", "open"]
    certain: bool
    low_execution: str
    adjustment: str
    over_achievement: str
    idle_execution: str
    heavy_indicator: int
    least_panel: int
    grades: dict[Grade, int]
    level_weights: dict[str, int]
    tiers: dict[str, list[str]]
    caps: dict[str, int]


@cache
def profiles() -> Mapping[str, Profile]:
    """Every profile by its name."""
    folder = files(data).joinpath("profiles")
    texts = [
        file.read_text(encoding="utf-8") for file in folder.iterdir() if _is_profile(file.name)
    ]
    read = {cast("str", own["name"]): own for own in map(tomllib.loads, texts)}
    base = read[_BASE]
    return MappingProxyType({name: _profile(base | own) for name, own in sorted(read.items())})


def profile_of(text: str, name: str | None = None) -> Profile:
    """The profile with this name, or the one that a report's text, folded, speaks of.

    Raises ``KeyError`` for an unknown name.
    """
    if name is not None:
        return profiles()[name]
    told = (one for one in profiles().values() if any(word.search(text) for word in one.words))
    return next(told, profiles()[_BASE])


def shown_percent(share: Decimal) -> str:
    """A threshold of a profile as per cent: ``0.8`` as ``80%``."""
    return f"{(share * 100).normalize():f}%"


def _is_profile(name: str) -> bool:
    return name.endswith(".toml")


def _profile(own: Mapping[str, object]) -> Profile:
    row = cast("_File", own)
    return Profile(
        name=row["name"],
        chinese=row["chinese"],
        words=tuple(map(re.compile, row["words"])),
        full_score=row["full_score"],
        execution_weight=row["execution_weight"],
        scoring=row["scoring"],
        certain=row["certain"],
        low_execution=Decimal(row["low_execution"]),
        adjustment=Decimal(row["adjustment"]),
        over_achievement=Decimal(row["over_achievement"]),
        idle_execution=Decimal(row["idle_execution"]),
        heavy_indicator=row["heavy_indicator"],
        least_panel=row["least_panel"],
        level_weights=MappingProxyType(row["level_weights"]),
        grades=MappingProxyType(row["grades"]),
        tiers={tier: (Decimal(low), Decimal(high)) for tier, (low, high) in row["tiers"].items()},
        caps={Decimal(rate): most for rate, most in row["caps"].items()},
    )

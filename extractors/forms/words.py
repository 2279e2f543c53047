"""The words of ``data/headings.toml`` that say what the lines of a form are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Generic, TypeVar, cast, get_args

from ... import data
from ...schemas.report import FundSource, Level1Kind
from ..structure.table_grid import REMEMBERED
from ..text.headings import heading_key, squeeze

Kind = TypeVar("Kind")

_UNDER_TOTAL = re.compile(r"^(?:其中|其)[:]|^其中|^[-—]+|^\d+[.、]")
_LEVELS_OF_GOVERNMENT: frozenset[FundSource] = frozenset({"central", "province", "city", "county"})


@dataclass(frozen=True, slots=True)
class _Kinds(Generic[Kind]):
    """Kinds of lines, each with the patterns that tell it, in the order they are tried."""

    rows: tuple[tuple[Kind, re.Pattern[str]], ...]

    def all(self, key: str) -> list[Kind]:
        return list(dict.fromkeys(kind for kind, pattern in self.rows if pattern.search(key)))


@dataclass(frozen=True, slots=True)
class _FormWords:
    fund_sources: _Kinds[FundSource]
    level1_kinds: _Kinds[Level1Kind]
    money_labels: re.Pattern[str]
    no_funds: frozenset[str]
    whole_money: re.Pattern[str]
    no_projects: re.Pattern[str]


@lru_cache(REMEMBERED)
def fund_source(label: str) -> FundSource | None:
    """Where the money of a fund line comes from; null where unknown or of several levels."""
    key = _UNDER_TOTAL.sub("", heading_key(_UNDER_TOTAL.sub("", squeeze(label))))
    found = _words().fund_sources.all(key)
    levels = _LEVELS_OF_GOVERNMENT.intersection(found)
    return found[0] if found and len(levels) < 2 else None


@lru_cache(REMEMBERED)
def level1_kind(level1: str | None) -> Level1Kind | None:
    """What a first-level indicator is about; null where it has no name."""
    if level1 is None:
        return None
    found = _words().level1_kinds.all(squeeze(level1))
    return found[0] if found else "other"


def is_money_label(label: str) -> bool:
    """Whether the label is of a fund line, of whatever source (市县资金, 其中：中央、省补助)."""
    return bool(_words().money_labels.search(heading_key(label)))


def heads_no_funds(heading: str) -> bool:
    """Whether the column names tasks or vouchers and not sources of money."""
    return heading_key(heading) in _words().no_funds


@lru_cache(REMEMBERED)
def is_whole_money(subject: str) -> bool:
    """Whether the subject of an amount is all the money, not some of its uses."""
    return bool(_words().whole_money.fullmatch(squeeze(subject)))


@lru_cache(REMEMBERED)
def is_no_project(name: str) -> bool:
    """Whether the name is of a use of a unit's own money (人员经费, “三公”经费), of no project."""
    return bool(_words().no_projects.search(squeeze(name)))


@cache
def _words() -> _FormWords:
    text = files(data).joinpath("headings.toml").read_text(encoding="utf-8")
    words = cast("dict[str, dict[str, list[str]]]", tomllib.loads(text))
    return _FormWords(
        fund_sources=_Kinds(_rows(words["fund_sources"], get_args(FundSource))),
        level1_kinds=_Kinds(_rows(words["level1_kinds"], get_args(Level1Kind))),
        money_labels=re.compile("|".join(words["money_labels"]["words"])),
        no_funds=frozenset(words["no_funds"]["words"]),
        whole_money=_only(words["whole_money"]["words"]),
        no_projects=re.compile("|".join(words["no_projects"]["words"])),
    )


def _rows(
    section: Mapping[str, list[str]], kinds: tuple[Kind, ...]
) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    by_name = {str(kind): kind for kind in kinds}
    return tuple(
        (by_name[name], re.compile(pattern))
        for name, patterns in section.items()
        for pattern in patterns
    )


def _only(words: list[str]) -> re.Pattern[str]:
    """A pattern of texts made of these words alone, the longest first."""
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})*")

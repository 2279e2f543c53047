"""The known headings and labels of tables and forms, and how a printed one is looked up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast, get_args

from ... import data
from ...schemas.passage import ColumnRole
from .fold import fold

_BRACKETED = re.compile(r"[(\[{〔【《<][^()\[\]{}〔〕【】《》<>]*[)\]}〕】》>]")
_OPEN_BRACKET = re.compile(r"[(\[〔【][^)\]〕】]*$")
_YEAR = re.compile(r"^(?:20\d\d|[xX×]{2,4})年度?")
_NUMBERED = re.compile(r"^(?:\d+|[一二三四五六七八九十]+)[.、](?!\d)")
_ENDS = re.compile(
    r"^(?:[A-Za-z]+\d*[-_.、]?|[*,:;、。]+)|(?:[A-Za-z][A-Za-z0-9/*×%+\-]*)?[*.,:;、。]*$"
)
_UNIT = re.compile(r"[,;]?(?:金额)?单位[:为].*$|(?<=[数额金算出入排])[万亿千百]{0,2}元$|(?<=率)%$")
_LONGEST_HEADING = 24
_REMEMBERED = 8192

Words = Mapping[str, ColumnRole]
Patterns = tuple[tuple[re.Pattern[str], ColumnRole], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Headings by what they hold: ``columns`` head columns, ``labels`` have a value beside them.

    ``in_indicators`` are heads that name a level of indicators beside a head of indicators.
    """

    columns: Words
    labels: Words
    in_indicators: Words
    sums: frozenset[str]
    money_parts: re.Pattern[str]
    patterns: Patterns
    level_cells: Patterns


def squeeze(text: str) -> str:
    """The text folded and without any white space."""
    return "".join(fold(text).split())


@lru_cache(_REMEMBERED)
def heading_key(text: str) -> str:
    """What is looked up: the heading without white space, brackets, unit, codes, numbers, year."""
    key = _UNIT.sub("", _unbracketed(squeeze(text)))
    return _ENDS.sub("", _NUMBERED.sub("", _YEAR.sub("", key)))


def _unbracketed(text: str) -> str:
    shorter = _BRACKETED.sub("", text)
    while shorter != text:
        text, shorter = shorter, _BRACKETED.sub("", shorter)
    return _OPEN_BRACKET.sub("", text)


@lru_cache(_REMEMBERED)
def column_role(text: str) -> ColumnRole | None:
    """What a column with this heading holds; null where the heading is not known."""
    key = heading_key(text)
    if not key or len(key) > _LONGEST_HEADING:
        return None
    known = vocabulary().columns.get(key)
    return known or next(_matching(key), None)


def _matching(key: str) -> Iterator[ColumnRole]:
    return (role for pattern, role in vocabulary().patterns if pattern.search(key))


@lru_cache(_REMEMBERED)
def label_role(text: str) -> ColumnRole | None:
    """What stands beside this label, or beside the first of two (实施单位/负责人); else null."""
    key = heading_key(text)
    role = vocabulary().labels.get(key) or vocabulary().columns.get(key)
    return label_role(key.partition("/")[0]) if role is None and "/" in key[1:] else role


def level_of(texts: Iterable[str]) -> ColumnRole | None:
    """The level of indicators that all these cells name; null where they name none."""
    keys = [heading_key(text) for text in texts]
    for pattern, role in vocabulary().level_cells:
        if keys and all(map(pattern.search, keys)):
            return role
    return None


def level_beside_indicators(text: str) -> ColumnRole | None:
    """The level that a head names beside one of indicators (考核内容); null where it names none."""
    return vocabulary().in_indicators.get(heading_key(text))


def is_sum(text: str) -> bool:
    """Whether the label is of a row that adds up those above (合计, 总分)."""
    return heading_key(text) in vocabulary().sums


def is_money_part(text: str) -> bool:
    """Whether the label is of some of the money (其中：财政拨款, 其他资金)."""
    return bool(vocabulary().money_parts.search(squeeze(text)))


@lru_cache(_REMEMBERED)
def is_source(text: str) -> bool:
    """Whether the head names some of the money or its sum, and says nothing about it (情况)."""
    return (is_sum(text) or is_money_part(text)) and not squeeze(text).endswith("情况")


@cache
def vocabulary() -> Vocabulary:
    """The words of ``data/headings.toml``."""
    text = files(data).joinpath("headings.toml").read_text(encoding="utf-8")
    words = cast("dict[str, dict[str, list[str]]]", tomllib.loads(text))
    return Vocabulary(
        columns=_by_word(words["columns"]),
        labels=_by_word(words["labels"]),
        in_indicators=_by_word(words["in_indicators"]),
        sums=frozenset(words["sums"]["words"]),
        money_parts=re.compile("|".join(words["money_parts"]["words"])),
        patterns=_by_pattern(words["patterns"]),
        level_cells=_by_pattern(words["level_cells"]),
    )


def _by_pattern(section: Mapping[str, list[str]]) -> Patterns:
    return tuple(
        (re.compile(pattern), _role(role))
        for role, patterns in section.items()
        for pattern in patterns
    )


def _by_word(section: Mapping[str, list[str]]) -> Words:
    return {word: _role(role) for role, words in section.items() for word in words}


def _role(name: str) -> ColumnRole:
    if name not in get_args(ColumnRole):
        raise ValueError(f"data/headings.toml: unknown role {name}")
    return cast("ColumnRole", name)

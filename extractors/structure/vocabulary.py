"""The structure's words and rules, read once from ``data/*.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ... import data


@dataclass(frozen=True, slots=True)
class WordRule:
    """A name that is given where a pattern is found, with texts that it is given to.

    ``forms`` are the title forms to which the rule applies; empty for any.
    """

    name: str
    patterns: tuple[re.Pattern[str], ...]
    forms: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    def fits(self, bare: str) -> bool:
        """Whether one of the patterns is found in the folded text without blanks."""
        return any(pattern.search(bare) for pattern in self.patterns)


@cache
def table(file: str) -> dict[str, Any]:
    """A data file as TOML reads it; ``file`` is its name without ``.toml``."""
    text = files(data).joinpath(f"{file}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def rules(file: str, key: str) -> tuple[WordRule, ...]:
    """The rules under ``[[key]]`` of a data file, in order."""
    return tuple(
        WordRule(
            name=row["name"],
            patterns=compiled(row["patterns"]),
            forms=tuple(row.get("forms", ())),
            examples=tuple(row.get("examples", ())),
        )
        for row in table(file)[key]
    )


def compiled(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """The patterns, ready to search with."""
    return tuple(map(re.compile, patterns))

"""What holds numerals and is no figure: the patterns of ``data/names.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from ... import data

HIDDEN = "\ue000"
"""Stands for every character that is hidden from the rules; offsets do not change."""


def hide(text: str, start: int, end: int) -> str:
    """The text with a span of it hidden."""
    return text[:start] + HIDDEN * (end - start) + text[end:]


def hide_names(folded: str) -> str:
    """The text with every name, idiom, code and list mark hidden."""
    return _pattern().sub(lambda match: HIDDEN * len(match[0]), folded)


@cache
def _pattern() -> re.Pattern[str]:
    table = tomllib.loads(files(data).joinpath("names.toml").read_text("utf-8"))
    names = cast("list[Mapping[str, str]]", table["name"])
    return re.compile("|".join(f"(?:{name['pattern']})" for name in names))

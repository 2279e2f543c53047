"""What holds numerals and is no figure: the patterns of ``data/names.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from ... import data
from ..text.numbering import NO_UNIT

_SPOKEN = frozenset("〇零一二两三四五六七八九十百千万亿")
_BEFORE_SPOKEN = _SPOKEN | {"点"}
HIDDEN = "\ue000"
"""Stands for every character that is hidden from the rules; offsets do not change."""


def hide(text: str, start: int, end: int) -> str:
    """The text with a span of it hidden."""
    return text[:start] + HIDDEN * (end - start) + text[end:]


def hide_names(folded: str) -> str:
    """The text with every name, idiom, code and list mark hidden."""
    return _pattern().sub(_hidden, folded)


def _hidden(match: re.Match[str]) -> str:
    """The match hidden, unless it begins inside a longer numeral (万一 in 二万一千)."""
    at = match.start()
    inside = match[0][0] in _SPOKEN and match.string[max(at - 1, 0) : at] in _BEFORE_SPOKEN
    return match[0] if at and inside else HIDDEN * len(match[0])


@cache
def _pattern() -> re.Pattern[str]:
    table = tomllib.loads(files(data).joinpath("names.toml").read_text("utf-8"))
    names = cast("list[Mapping[str, str]]", table["name"])
    begins = "".join(name["begins"] for name in names)
    each = "|".join(f"(?=[{name['begins']}])(?:{name['pattern']})" for name in names)
    return re.compile(f"(?=[{begins}])(?:{each})".replace("{no_unit}", NO_UNIT))

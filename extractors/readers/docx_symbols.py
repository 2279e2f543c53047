"""The characters of symbol fonts (Wingdings, Symbol), as characters that say what they show."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from ... import data

_ASCII_DIGITS_AND_SIGNS = range(0x20, 0x40)
"""In the font Symbol digits and most signs stand where ASCII has them."""


def symbol(code: int, font: str | None) -> str:
    """What the font shows for a code; the character itself where that is not known.

    Symbol fonts are addressed by their own code (``FC``) or by one in the private use area
    (``F0FC``).
    """
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if (known := _table().get((font or "").casefold(), {}).get(f"{low:02x}")) is not None:
        return known
    if (font or "").casefold() == "symbol" and low in _ASCII_DIGITS_AND_SIGNS:
        return chr(low)
    return chr(code)


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = files(data).joinpath("symbols.toml").read_text(encoding="utf-8")
    return cast("Mapping[str, Mapping[str, str]]", tomllib.loads(text))

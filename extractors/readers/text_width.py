"""How wide text stands in a fixed-width font."""

from __future__ import annotations

import unicodedata

_WIDE = frozenset("WF")


def display_width(text: str) -> int:
    """Columns on a terminal: two for a Chinese character, one for a Latin one."""
    return sum(2 if unicodedata.east_asian_width(char) in _WIDE else 1 for char in text)

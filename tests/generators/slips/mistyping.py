"""Numbers as they are mistyped: another digit, two digits swapped, one left out or doubled."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from random import Random

LEAST = Decimal("0.03")
"""By so much of itself a number is wrong, so that no rounding explains it."""


def mistyped(text: str, random: Random) -> str:
    """The text with its number wrong; raises ``ValueError`` where no number stands in it."""
    found = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    if found is None:
        raise ValueError(text)
    right = found[0].replace(",", "")
    made = right
    while not _is_another(made, right):
        made = random.choice(ERRORS)(right, random)
    printed = f"{Decimal(made):,}" if "," in found[0] else made
    return f"{text[: found.start()]}{printed}{text[found.end() :]}"


def _is_another(made: str, right: str) -> bool:
    """Whether it is a number that one would print, and clearly another."""
    well_formed = re.fullmatch(r"(?:[1-9]\d*|0)(?:\.\d+)?", made)
    return bool(well_formed) and abs(Decimal(made) - Decimal(right)) >= Decimal(right) * LEAST


def _changed(text: str, random: Random) -> str:
    at = random.choice([at for at, char in enumerate(text) if char.isdigit()])
    return f"{text[:at]}{random.randint(0, 9)}{text[at + 1 :]}"


def _swapped(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _dropped(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + 1 :]


def _doubled(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    return text[: at + 1] + text[at:]


ERRORS: tuple[Callable[[str, Random], str], ...] = (
    _changed,
    _changed,
    _swapped,
    _dropped,
    _doubled,
)

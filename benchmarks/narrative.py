"""What stands between the numbers of a report: paragraphs without any, put together by lot."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

SENTENCES = 3


def paragraph(seed: str) -> str:
    """A few sentences on how the work was done; the same seed gives the same."""
    lot = Random(seed)
    return "".join(_sentence(lot) for _ in range(SENTENCES))


def _sentence(lot: Random) -> str:
    phrases = _phrases()
    drawn: dict[str, str] = {}
    for name, choices in phrases.items():
        if name != "patterns":
            first, second, third = lot.sample(choices, 3)
            drawn |= {name: first, f"{name}2": second, f"{name}3": third}
    return lot.choice(phrases["patterns"]).format_map(drawn)


@cache
def _phrases() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))

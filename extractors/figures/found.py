"""A figure found in folded text, before it has a place in the document."""

from __future__ import annotations

from typing import NamedTuple

from ...schemas.figure import Comparator
from .rule import Reading, Rule


class Found(NamedTuple):
    """What a rule read at ``start:end`` of the text, with the comparator around it."""

    start: int
    end: int
    rule: Rule
    reading: Reading
    comparator: Comparator = "eq"

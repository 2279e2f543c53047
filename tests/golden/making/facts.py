"""Fund lines and indicators of a form: one list for both its rows and its gold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .marks import parse

Row = dict[str, Any]
EMPTY = {"", "—", "-", "/"}
OPERATORS = {
    "≥": "ge",
    "≧": "ge",
    "＞": "over",
    ">": "over",
    "≤": "le",
    "≦": "le",
    "＜": "under",
    **dict.fromkeys(("=", "═", "＝"), "eq"),
    **dict.fromkeys(("不低于", "不少于"), "ge"),
    "不超过": "le",
}
AFTER = {"以上": "ge", "以内": "le", "以下": "le", "内": "le"}
QUANTITY = re.compile(
    r"(≥|≧|＞|>|≤|≦|＜|=|═|＝|不低于|不少于|不超过)?(-?[\d,]+(?:\.\d+)?)(.*?)(以上|以内|以下|内)?"
)


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund line as printed."""

    label: str
    source: str
    initial: str = ""
    budget: str = ""
    executed: str = ""
    weight: str = ""
    rate: str = ""
    score: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator row as printed; texts may hold marks."""

    level1: str
    kind: str
    level2: str
    name: str
    target: str
    actual: str
    weight: str = ""
    score: str = ""
    reason: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or actual value taken apart: operator as printed, number, unit, what follows."""

    operator: str
    number: str
    unit: str
    after: str

    @property
    def comparator(self) -> str:
        """The contract's code."""
        return OPERATORS.get(self.operator) or AFTER.get(self.after) or "eq"


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a form."""

    funds: tuple[Fund, ...]
    indicators: tuple[Indicator, ...]
    unit: str
    project: str
    separate: bool

    @classmethod
    def of(cls, front: Row) -> Facts:
        """Read the lists of the front matter."""
        form = front.get("form", {})
        return cls(
            tuple(Fund(*cells) for cells in lines(form.get("funds", ""))),
            tuple(Indicator(*cells) for cells in lines(form.get("indicators", ""))),
            form.get("unit", "万元"),
            form.get("project", ""),
            form.get("separate_units", False),
        )


def lines(text: str) -> Iterator[list[str]]:
    """Cells of the lines of a list."""
    for line in text.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def quantity(text: str) -> Quantity | None:
    """Take a value apart; null where it is words."""
    m = QUANTITY.fullmatch(parse(text).text)
    return Quantity(m[1] or "", m[2], m[3].strip(), m[4] or "") if m else None


def bare_label(label: str) -> str:
    """A label without 其中 and row numbers."""
    return re.sub("^(其中|其中的)[:：]?", "", parse(label).text).strip()


def bare_code(name: str) -> str:
    """A name without its code (A101)."""
    return re.sub(r"^[A-Z]\d*", "", name)

"""P30: amounts of one thing that differ by two digits changing places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from .....schemas.figure import Figure
from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, remark

_FEWEST_DIGITS = 5
_REMEMBERED = 1024
_SWAPPED = 2


def swapped_digits(case: Case) -> Iterator[Finding]:
    """P30: a hint at a slip of the pen; nothing is wrong by that alone."""
    seen: set[frozenset[str]] = set()
    for one, other in _likely_pairs(case):
        if not _means_one_thing(one, other) or not _is_swapped(one, other):
            continue
        pair = frozenset((one.number_text, other.number_text))
        if pair not in seen:
            seen.add(pair)
            line = f"{one.number_text}，{other.number_text}"
            matter = f"两处金额只有相邻两位数字颠倒，请核实是否笔误：{line}"
            quotes = [case.quote(figure.place, figure.text) for figure in (one, other)]
            tags = [one.role or "", other.role or ""]
            yield remark(Claim("P30", case.report, matter), "fail", line, quotes, tags)


def _likely_pairs(case: Case) -> Iterator[tuple[Figure, Figure]]:
    """Every two long amounts in a role that have the same digits, in the order of the text."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in case.of_kind("amount"):
        figure = case.report.figures[index]
        digits = _digits(figure.number_text) if figure.role else None
        if figure.role and digits:
            groups[figure.role, digits].append(index)
    pairs = sorted(pair for group in groups.values() for pair in combinations(group, 2))
    return ((case.report.figures[one], case.report.figures[other]) for one, other in pairs)


@lru_cache(_REMEMBERED)
def _digits(number: str) -> str | None:
    """The characters of a long number, sorted; null for one with few digits."""
    several = sum(char.isdecimal() for char in number) >= _FEWEST_DIGITS
    return "".join(sorted(number.replace(",", ""))) if several else None


def _means_one_thing(one: Figure, other: Figure) -> bool:
    in_rows = one.place.row is not None and other.place.row is not None
    return one.unit == other.unit and not in_rows


def _is_swapped(one: Figure, other: Figure) -> bool:
    first, second = one.number_text.replace(",", ""), other.number_text.replace(",", "")
    if len(first) != len(second):
        return False
    at = [i for i, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(at) != _SWAPPED or at[0] == 0 or at[1] != at[0] + 1:
        return False
    return first[at[0]] == second[at[1]] and first[at[1]] == second[at[0]]


CHECKS = (Check("P30", swapped_digits),)

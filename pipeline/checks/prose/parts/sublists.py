"""P24: what is named after 其中 is among what was named before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, remark
from ..reading.lines import Line, lines
from ..reading.words import relations

_OF_WHICH = re.compile("其中:?,?")
_SHORTEST, _LONGEST = 2, 7
_FEWEST = 2


def sublists(case: Case) -> Iterator[Finding]:
    """P24: 其中甲镇、乙镇 are among the towns listed in the same sentence.

    Names are compared by kind (镇, 局); a list that goes on (等) proves nothing.
    """
    for line in lines(case) if case.holds(_OF_WHICH) else ():
        possible = "、" in line.text and "其中" in line.text
        for mark in _OF_WHICH.finditer(line.text) if possible else ():
            yield from _compared(case, line, mark)


def _compared(case: Case, line: Line, mark: re.Match[str]) -> Iterator[Finding]:
    start, end = line.sentence_of(mark.start())
    ahead, behind = line.text[start : mark.start()], line.text[mark.end() : end]
    for head in relations().counted.heads:
        if ahead.count(head) < _FEWEST or head not in behind:
            continue
        before, inside = _last_list(ahead, head), _first_list(behind, head)
        if len(before) >= _FEWEST and inside:
            yield _told(case, line, (start, end), before, inside)


def _told(
    case: Case, line: Line, span: tuple[int, int], before: list[str], inside: list[str]
) -> Finding:
    others = [name for name in inside if not any(_may_be(name, one) for one in before)]
    sign = "⊄" if others else "⊂"
    shown = "、".join(others or inside)
    statement = f"{shown} {sign} {'、'.join(before)}"
    matter = f"其中所列与前文所列{'不符' if others else '相符'}：{statement}"
    quote = case.quoted(line.passage, *span)
    claim = Claim("P24", case.report, matter)
    return remark(claim, "fail" if others else "ok", statement, [quote], before)


def _last_list(text: str, head: str) -> list[str]:
    """The names of the last list of a kind, without what leads to the first of them.

    Empty where the list is open or there is none.
    """
    item = rf"[^、,;:。()“”\d]{{1,{_LONGEST}}}?{head}"
    found = list(re.finditer(rf"(?:{item}、)+{item}(?P<open>等)?", text))
    if not found or found[-1]["open"]:
        return []
    first, *others = found[-1][0].split("、")
    return [first[-max(map(len, others)) :], *others]


def _first_list(text: str, head: str) -> list[str]:
    """The names that the text begins with; empty where it begins with something else."""
    item = rf"[^、,;:。()“”\d]{{{_SHORTEST - 1},{_LONGEST}}}?{head}"
    found = re.match(rf"{item}(?:、{item})*(?!等|[一-鿿]{{0,2}}[个类级])", text)
    names = found[0].split("、") if found else []
    return [] if any(relations().counted.no_name.search(name) for name in names) else names


def _may_be(name: str, other: str) -> bool:
    """Whether one name ends the other, or both begin alike: 住建局, 住房和城乡建设局."""
    return name.endswith(other) or other.endswith(name) or name[0] == other[0]


CHECKS = (Check("P24", sublists),)

"""P18: multiples: 是上年19部的3倍, 增长2倍, 翻一番."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ...terms import Term
from ..parts.behind_lists import meant
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention
from ..reading.terms import name, term
from ..reading.words import relations
from .changes import Change, changes

_MORE = re.compile("(?:增长|增加|提高|提升|扩大|上升|增)(?:了|近|约)?$")
_OF_YEAR = re.compile(r"[,、]?(?:[是为]|达到?|相当于)?(?P<when>\d{4}年|年初|期初)[末底度]?的")
_DOUBLED = re.compile("[翻番]")


def multiple(case: Case) -> Iterator[Finding]:
    """P18: N times as much is the product; N times more is one more than that."""
    for line in related_lines(case):
        for times in line.mentions if "multiple" in line.kinds else ():
            if times.figure.kind == "multiple" and times.figure.value is not None:
                yield from _of_number_before(case, line, times)
    for change in changes(case):
        for times in _multiples_behind(change):
            yield _product(case, (change.old, change.new), times)


def _of_number_before(case: Case, line: Line, times: Mention) -> Iterator[Finding]:
    """是 X 的 N 倍, where X stands right before."""
    start, _ = line.sentence_of(times.start)
    before = line.within(start, times.start)
    old = before[-1] if before else None
    if old is None or not old.is_base:
        return
    levels = [m for m in before[:-1] if m.is_stated and m.unit_kind == old.unit_kind]
    near = [m for m in levels if ";" not in line.text[m.end : times.start]]
    for told in [meant(line, new, old.start) for new in near[-1:]]:
        yield from told.told_by([_product(case, (old, new), times) for new in told.numbers])


def _multiples_behind(change: Change) -> Iterator[Mention]:
    """Multiples told right behind a step: 由15个增加到30个，实现翻一番."""
    line, old, new = change.line, change.old, change.new
    steps = (step for step in change.steps if step.figure.kind != "multiple")
    behind = max(m.end for m in (old, new, *steps))
    following = line.behind(behind)
    if following and following.figure.kind == "multiple" and following.figure.value:
        tells = _tells_multiple(old, following.lead)
        if tells and not re.search("[;。]", line.text[behind : following.start]):
            yield following


def _tells_multiple(old: Mention, lead: str) -> bool:
    """Whether the words before a multiple say of what: of the time that the old number has."""
    if relations().words.base_before.fullmatch(lead):
        return True
    year = _OF_YEAR.fullmatch(lead)
    return year["when"] in old.lead if year else bool(_MORE.search(lead) or _DOUBLED.search(lead))


def _product(case: Case, ends: tuple[Mention, Mention], times: Mention) -> Finding:
    old, new = (term(case, mention) for mention in ends)
    factor = term(case, times).uncut()
    if _MORE.search(times.lead):
        factor = factor + Term.constant(1)
    claim = Claim("P18", case.report, f"{name(ends[1])}的倍数与前后数")
    return equation(claim, old * factor, new)


CHECKS = (Check("P18", multiple),)

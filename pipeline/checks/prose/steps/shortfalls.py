"""P07: what is left of what was to be done: 应收缴 2160户，已收缴 1620户，尚有 540户未收缴.

What was new in a year, and what there was before it, make what there is: of that only what
holds is told, since some may have gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, equation
from ..parts.sums import every_partition
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention
from ..reading.names import bare, holds, may_be_same
from ..reading.terms import is_meant, name, term
from ..reading.words import relations
from .changes import changes

_REST = re.compile("[尚还仍][有差缺欠余剩需]|缺口|剩余|余下|其余")
_LEFT = re.compile(f"(?:{_REST.pattern})[^,;。:()\\d]{{0,6}}$")
_ALL_LEFT = re.compile(
    "(?:目前|现|资金|经费)*(?:[尚还仍](?:有|差|缺|欠|余|剩)|缺口|剩余)(?:为|是)?"
)
_UNDONE = re.compile("[未没待缺差欠]")
_PLANNED = re.compile("应|计划|需|拟|核定|下达|目标|任务|约定|批复|总")
_DONE = re.compile("已|实际|完成|(?<!应)到位|累计|实[收付施缴发]")


def shortfall(case: Case) -> Iterator[Finding]:
    """P07: what was to be done less what was done is what is left; elsewhere only where it is."""
    for line in related_lines(case):
        for left in line.mentions if line.says(_REST) else ():
            done = _done(line, left)
            if done and not _is_told(case, left):
                yield from _tested(case, line, done, left)


def newcomers(case: Case) -> Iterator[Finding]:
    """P07: what there was and what is new make what there is: 新增 30张，由 120张增至 150张."""
    for change in changes(case):
        new, old = change.new, change.old
        came = change.line.before(old) if change.rises else None
        if came and came.unit_kind == old.unit_kind and _is_new(came, old, new):
            claim = Claim("P07", case.report, f"{name(new)}的新增数与前后数")
            yield equation(claim, term(case, old) + term(case, came), term(case, new))


def _is_new(came: Mention, old: Mention, new: Mention) -> bool:
    fits = came.value + old.value == new.value
    added = fits and relations().words.increment.search(came.lead) is not None
    return added and may_be_same(came.figure.subject, new.figure.subject)


def _done(line: Line, left: Mention) -> Mention | None:
    """What was done, right before what is told to be left undone."""
    said = _LEFT.search(left.lead)
    if said is None or not _UNDONE.search(f"{said[0]}{left.tail}"):
        return None
    done = line.before(left)
    near = done is not None and not re.search("[;。]", line.text[done.end : left.start])
    if done is None or not near or done.unit_kind != left.unit_kind:
        return None
    told = _DONE.search(done.lead) and done.figure.role not in ("prior", "plan")
    return done if told and done.is_stated and left.is_stated else None


def _is_told(case: Case, left: Mention) -> bool:
    """Whether it is one of parts that are held to a whole."""
    return any(left in found.parts and len(found.parts) > 1 for found in every_partition(case))


def _tested(case: Case, line: Line, done: Mention, left: Mention) -> Iterator[Finding]:
    start, _ = line.sentence_of(left.start)
    alike = [m for m in line.within(0, done.start) if m.unit_kind == done.unit_kind and m.is_level]
    named = [m for m in alike if _are_of_one(m, done)]
    beside = [m for m in alike[-1:] if m.start >= start and m in named and _is_planned(line, m)]
    meant = [m for m in beside if is_meant(m.value - done.value, left.value)]
    sure = meant if _ALL_LEFT.fullmatch(left.lead) else []
    fitting = [m for m in reversed(named) if m.value - done.value == left.value]
    yield from [_equation(case, m, done, left) for m in (fitting or sure)[:1]]


def _are_of_one(whole: Mention, done: Mention) -> bool:
    """Whether neither has a name, or one name holds the other: 县级配套 and 县级配套到位."""
    names = whole.figure.subject, done.figure.subject
    return not any(map(bare, names)) or holds(*names)


def _is_planned(line: Line, whole: Mention) -> bool:
    start, _ = line.clause_of(whole)
    planned = _PLANNED.search(line.text, start, whole.start) is not None
    done = _DONE.search(line.text, start, whole.start) is not None
    return whole.figure.role != "prior" and planned and not done


def _equation(case: Case, whole: Mention, done: Mention, left: Mention) -> Finding:
    claim = Claim("P07", case.report, f"{name(done)}的应完成数、完成数与未完成数")
    return equation(claim, term(case, whole) - term(case, done), term(case, left))


CHECKS = (Check("P07", shortfall), Check("P07", newcomers))

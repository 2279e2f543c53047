"""P03: shares of what is named before them, and rates of what an earlier sentence told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from .....schemas.figure import Figure
from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ..reading.lines import Line, lines_with, related_lines
from ..reading.mentions import FOREIGN_ROLES, PERSONS, Mention
from ..reading.names import may_be_same
from ..reading.part_words import part_words
from .quotients import Quotient, fits, tested

_STOP = re.compile("[,;。:()]")
_STEM = 2
_SOME_OF = re.compile("在?(?P<thing>[^,;。\\d]{2,12}?)[中里]")
_CASES = frozenset({"例", *PERSONS})


def portion(case: Case) -> Iterator[Finding]:
    """P03: 按中央补助的25%配套 comes to that share of what is so called in the sentence."""
    for line in related_lines(case):
        for rate in line.mentions if line.kinds >= {"rate", "amount"} else ():
            match = part_words().portions.portion.search(rate.lead)
            part = line.behind(rate.end) if match and rate.figure.kind == "rate" else None
            if match and part and not _STOP.search(line.text, rate.end, part.start):
                wholes = _named(line, part, match["whole"], rate.start)
                one = len({whole.value for whole in wholes}) == 1
                quotients = (Quotient(rate, part, whole) for whole in wholes)
                yield from tested(case, "P03", quotients, sure=one)


def rate_of_earlier(case: Case) -> Iterator[Finding]:
    """P03: a rate of what was counted sentences before, told where it fits."""
    for line in related_lines(case):
        for rate in line.mentions if "rate" in line.kinds else ():
            if _is_plain(rate.figure):
                told = chain(
                    _pairs(line, rate),
                    _held(line, rate),
                    _elsewhere(case, line, rate),
                    _among(case, line, rate),
                )
                pairs = (Quotient(rate, part, whole) for part, whole in told)
                fitting = next((pair for pair in pairs if fits(case, pair)), None)
                yield from tested(case, "P03", [fitting] if fitting else (), sure=False)


def _is_plain(figure: Figure) -> bool:
    told = figure.kind == "rate" and figure.comparator in ("eq", "approx")
    return told and figure.aspect in (None, "level") and figure.role not in FOREIGN_ROLES


def _named(line: Line, part: Mention, name: str, end: int) -> list[Mention]:
    """The numbers of the sentence in whose words the name stands, be it with others between."""
    start, _ = line.sentence_of(end)
    wanted = re.compile(".*".join(map(re.escape, name)))
    return [
        mention
        for mention in line.within(start, end)
        if mention.is_stated
        and mention.unit_kind == part.unit_kind
        and wanted.search(f"{mention.lead}{mention.figure.subject or ''}")
    ]


def _pairs(line: Line, rate: Mention) -> Iterator[tuple[Mention, Mention]]:
    """What the rate is called after, with what was counted before that; nearest first."""
    for part in _parts(line, rate):
        for whole in reversed(line.within(0, part.start)):
            if whole.is_stated and whole.value > part.value and _is_new(line, rate, part, whole):
                yield part, whole


def _parts(line: Line, rate: Mention) -> Iterator[Mention]:
    """What the rate is called after, in its sentence from the last semicolon on."""
    start, _ = line.sentence_of(rate.start)
    for part in reversed(line.within(start, rate.start)):
        counted = part.is_stated and part.figure.kind in ("count", "measure")
        if counted and ";" not in line.text[part.end : rate.start] and _is_of(line, rate, part):
            yield part


def _held(line: Line, rate: Mention) -> Iterator[tuple[Mention, Mention]]:
    """People, with the beds or seats that a rate says they fill: 入住率."""
    words = part_words().portions
    if words.held.search(rate.figure.subject or "") is None:
        return
    start, _ = line.sentence_of(rate.start)
    for part in reversed(line.within(start, rate.start)):
        for whole in reversed(line.within(0, part.start)) if _is_person(part) else ():
            called = f"{whole.lead}{whole.figure.subject or ''}"
            if whole.is_stated and not _is_person(whole) and words.room.search(called):
                yield part, whole


def _is_person(mention: Mention) -> bool:
    return mention.is_stated and mention.figure.unit in PERSONS


def _elsewhere(case: Case, line: Line, rate: Mention) -> Iterator[tuple[Mention, Mention]]:
    """What the rate is called after, with the stock of its unit that another place tells."""
    stock = part_words().portions.stock
    for part in _parts(line, rate):
        for other in lines_with(case, part.figure.kind):
            for whole in other.stated if other is not line else ():
                alike = whole.unit_kind == part.unit_kind and whole.value > part.value
                if alike and whole.figure.role not in FOREIGN_ROLES and stock.search(whole.lead):
                    yield part, whole


def _among(case: Case, line: Line, rate: Mention) -> Iterator[tuple[Mention, Mention]]:
    """What is told of some of a thing (有效问卷中), with the number of it in another place."""
    part = line.before(rate)
    told = _SOME_OF.match(part.lead) if part and part.is_stated else None
    if part is None or told is None:
        return
    for other in lines_with(case, part.figure.kind):
        for whole in other.stated if other is not line else ():
            alike = whole.unit_kind == part.unit_kind and whole.value > part.value
            if alike and may_be_same(whole.figure.subject, told["thing"]):
                yield part, whole


def _is_of(line: Line, rate: Mention, part: Mention) -> bool:
    """Whether the rate has its name from what the number counts."""
    words, subject = part_words().portions, rate.figure.subject or ""
    clause = line.text[slice(*line.clause_of(part))]
    if words.found.search(subject):
        return words.finding.search(clause) is not None
    spread = words.spread.search(subject)
    named = subject[: spread.start()] if spread else subject[-_STEM - 1 : -1]
    said = f"{clause}{part.figure.subject or ''}"
    return subject.endswith("率") and len(named) >= _STEM and named in said


def _is_new(line: Line, rate: Mention, part: Mention, whole: Mention) -> bool:
    """Whether both are of one unit and told apart, or are cases found among people."""
    subject = rate.figure.subject or ""
    found = part_words().portions.found.search(subject)
    if whole.unit_kind != part.unit_kind:
        units = {part.figure.unit, whole.figure.unit}
        return bool(found) and units <= _CASES
    if found and subject[-_STEM - 1 : -1] not in line.text[slice(*line.clause_of(part))]:
        return True
    here = line.sentence_of(whole.start) == line.sentence_of(part.start)
    right_before = "," not in line.text[part.end : rate.start].strip(",")
    return not (here and right_before)


CHECKS = (Check("P03", portion), Check("P03", rate_of_earlier))

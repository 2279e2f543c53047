"""P01 and P02: parts add to the whole, or stay below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from ....schemas.finding import Finding, Severity
from ..case import Case
from ..check import Check
from ..proof import Claim, bound, equation
from ..terms import Term, total
from .lines import Line, Mention, lines
from .named import named_partitions
from .parallel import parallel_partitions
from .partitions import Partition, partitions
from .staff import is_staff
from .totals import summed_partitions

_LIKELY = Decimal("0.8")
"""Parts of one family that make up so much of the whole are meant to be all of it."""
_NEARLY = Decimal("0.97")
"""Any parts that make up so much are worth a hint."""


def every_partition(case: Case) -> Iterator[Partition]:
    """All lists of parts in the running text, each once, with the whole that fits best."""
    seen: set[tuple[int, ...]] = set()
    for line in lines(case):
        for found in _found(line):
            settled = _settled(found)
            key = tuple(part.index for part in settled.parts)
            if key not in seen and not is_staff(settled):
                seen.add(key)
                yield settled


def adds_up(found: Partition) -> bool:
    """Whether the parts add to the whole exactly as printed."""
    return found.total == found.wholes[0].value


def parts_and_whole(case: Case) -> Iterator[Finding]:
    """P01: the parts of a closed list add to the whole; those that meet in any list."""
    for found in every_partition(case):
        if len(found.parts) > 1:
            finding = _equation(case, found)
            severity = None if finding.verdict != "fail" else _severity(found)
            if severity and severity != finding.severity:
                finding = replace(finding, severity=severity)
            if finding.verdict != "fail" or severity:
                yield finding


def part_within_whole(case: Case) -> Iterator[Finding]:
    """P02: what parts are told of a whole, together or one alone, is not more than it."""
    for found in every_partition(case):
        alone = len(found.parts) == 1
        if alone or (not adds_up(found) and not _severity(found)):
            if alone or found.total <= found.wholes[0].value:
                yield _bound(case, found)


def _found(line: Line) -> Iterator[Partition]:
    yield from partitions(line)
    yield from named_partitions(line)
    yield from summed_partitions(line)
    yield from parallel_partitions(line)


def _settled(found: Partition) -> Partition:
    """The whole, and the first parts of the list, that agree; the nearest whole if none."""
    cuts = (found.parts[:end] for end in range(len(found.parts), 1, -1))
    for parts, whole in product(cuts, found.wholes):
        fits = replace(found, wholes=(whole, *found.wholes), parts=parts)
        if adds_up(fits):
            return fits
    return found


def _severity(found: Partition) -> Severity | None:
    """How sure it is that parts which do not add up are wrong; null where they may be right."""
    ratios = [found.total / whole.value for whole in found.wholes if whole.value]
    if not ratios or any(part.figure.comparator not in ("eq", "approx") for part in found.parts):
        return None
    if min(ratios) > 1:
        return "error" if found.exclusive else None
    if found.complete or (found.complete is None and max(ratios) >= _LIKELY):
        return "error"
    return "info" if max(r for r in ratios if r <= 1) >= _NEARLY else None


def _equation(case: Case, found: Partition) -> Finding:
    whole = found.wholes[0]
    claim = Claim("P01", case.report, f"{_name(whole)}的各分项之和与总数")
    return equation(claim, total(_terms(case, found)), _term(case, whole))


def _bound(case: Case, found: Partition) -> Finding:
    whole = found.wholes[0]
    claim = Claim("P02", case.report, f"{_name(whole)}的分项与总数")
    return bound(claim, total(_terms(case, found)), _term(case, whole))


def _terms(case: Case, found: Partition) -> list[Term]:
    return [_term(case, part) for part in found.parts]


def _term(case: Case, mention: Mention) -> Term:
    term = case.term(mention.index)
    return term.exactly() if mention.figure.kind == "score" else term


def _name(mention: Mention) -> str:
    return mention.figure.subject or mention.figure.text


CHECKS = (Check("P01", parts_and_whole), Check("P02", part_within_whole))

"""P01 and P02: parts add to the whole, or stay below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, chain, product

from .....schemas.finding import Finding, Severity
from ...case import Case, remembered
from ...check import Check
from ...proof import Claim, bound, equation, remark
from ...terms import Term, total
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention, total_of
from ..reading.staff_words import is_staff
from ..reading.terms import name, term
from .carried import carried_partitions
from .classed import classed_partitions
from .composed import composed_partitions
from .counted_sums import counted_sums
from .fitting import fitting_partitions
from .named import named_partitions
from .parallel import parallel_partitions
from .partitions import Partition, partitions
from .progress import progress_partitions
from .rows import row_partitions
from .stocks import stock_partitions
from .totals import summed_partitions

_EXACT = Decimal("1e-12")
"""Units such as 亩 are thirds of others: their values are cut somewhere."""
_LIKELY = Decimal("0.8")
"""Parts of one family that make up so much of the whole are meant to be all of it."""
_HALF = Decimal("0.5")
"""Parts of a list that is closed by its words, but makes up less, are of something else."""
_TWO = 2
_MANY = 3
_HARDLY_MORE = Decimal("1.05")
_TWO_HARDLY_MORE = Decimal("1.01")
_NEARLY = Decimal("0.97")
"""Any parts that make up so much are worth a hint."""


@remembered
def every_partition(case: Case) -> tuple[Partition, ...]:
    """All lists of parts in the running text, each once, with the whole that fits best."""
    return tuple(_each_once(case))


def _each_once(case: Case) -> Iterator[Partition]:
    seen: set[tuple[int, ...]] = set()
    told = (_found(line) for line in related_lines(case) if len(line.stated) > 1)
    for found in chain(*told, carried_partitions(case)):
        settled = _settled(found)
        key = tuple([part.index for part in settled.parts])
        inner = not settled.opened and {settled.wholes[0].index, *key}
        if key not in seen and not (inner and any(inner <= {*outer} for outer in seen)):
            seen.add(key)
            yield settled


def adds_up(found: Partition) -> bool:
    """Whether the parts add to the whole exactly as printed."""
    return _makes_up(found.total, found.wholes[0])


def _makes_up(total: Decimal, whole: Mention) -> bool:
    return abs(total - whole.value) <= whole.value * _EXACT


def is_judged(found: Partition) -> bool:
    """Whether P01 says of the parts that they add to the whole, or that they should."""
    return len(found.parts) > 1 and (adds_up(found) or _severity(found) is not None)


def parts_and_whole(case: Case) -> Iterator[Finding]:
    """P01: the parts of a closed list add to the whole; those that meet in any list."""
    for found in every_partition(case):
        if len(found.parts) > 1 and not is_staff(found):
            severity, finding = _severity(found), sum_of_parts(case, "P01", found)
            if finding.verdict != "fail":
                yield finding
            elif severity:
                yield replace(finding, severity=severity)
            elif not found.exclusive:
                yield from _not_comparable(case, found, finding)


def _not_comparable(case: Case, found: Partition, finding: Finding) -> Iterator[Finding]:
    """Parts of another scope than the whole (限额以上 of all): told, and not compared."""
    whole = found.wholes[0]
    if any(part.figure.scope not in (None, "其中", whole.figure.scope) for part in found.parts):
        computed = finding.statement.partition(" ≠ ")[0]
        line = f"{computed}，{term(case, whole).text()}：范围不同"
        claim = Claim("P01", case.report, f"{name(whole)}的各分项与总数不作比较：{line}", "info")
        tags = [source.tag for one in _terms(case, found) for source in one.sources]
        yield remark(claim, "not_comparable", line, finding.quotes, tags)


def part_within_whole(case: Case) -> Iterator[Finding]:
    """P02: what parts are told of a whole, together or one alone, is not more than it."""
    for found in every_partition(case):
        told = len(found.parts) == 1 or (not adds_up(found) and not _severity(found))
        if told and not is_staff(found) and (len(found.parts) == 1 or _is_less(found)):
            yield _bound(case, found)


def _found(line: Line) -> Iterator[Partition]:
    yield from progress_partitions(line)
    yield from partitions(line)
    yield from named_partitions(line)
    yield from summed_partitions(line)
    yield from counted_sums(line)
    yield from parallel_partitions(line)
    yield from classed_partitions(line)
    yield from stock_partitions(line)
    yield from composed_partitions(line)
    yield from fitting_partitions(line)
    yield from row_partitions(line)


def _settled(found: Partition) -> Partition:
    """The whole, and the first parts of the list, that agree; the nearest whole if none."""
    if len(found.parts) < _TWO:
        return found
    sums = list(accumulate([part.value for part in found.parts]))
    for end, whole in product(range(len(sums), 1, -1), found.wholes):
        if _makes_up(sums[end - 1], whole):
            return found.settled(whole, found.parts[:end])
    return found


def _severity(found: Partition) -> Severity | None:
    """How sure it is that parts which do not add up are wrong; null where they may be right."""
    ratios = [found.total / whole.value for whole in found.wholes if whole.value]
    if not ratios or any(part.figure.comparator not in ("eq", "approx") for part in found.parts):
        return None
    if _is_total(found.parts[-1], found):
        return None
    if min(ratios) > 1:
        return "error" if found.exclusive or _is_slip(found, min(ratios)) else None
    least = _HALF if found.complete else _LIKELY
    if found.complete is not False and max(ratios) >= least:
        return "error"
    return "info" if max(r for r in ratios if r <= 1) >= _NEARLY else None


def _is_total(last: Mention, found: Partition) -> bool:
    """Whether the last part is the whole with the others: 道路18万元、桥梁12万元，合计30万元."""
    return last.value == found.wholes[0].value + total_of(found.parts[:-1])


def _is_slip(found: Partition, ratio: Decimal) -> bool:
    """Whether parts of money are hardly more than all of it: they were meant to be it."""
    most = _HARDLY_MORE if len(found.parts) >= _MANY else _TWO_HARDLY_MORE
    return found.wholes[0].figure.kind == "amount" and ratio <= most


def _is_less(found: Partition) -> bool:
    return found.total <= found.wholes[0].value


def sum_of_parts(case: Case, rule: str, found: Partition) -> Finding:
    """Whether the parts add to the whole; counts and scores are taken as printed."""
    whole = found.wholes[0]
    claim = Claim(rule, case.report, f"{name(whole)}的各分项之和与总数")
    return equation(claim, total(_terms(case, found)), term(case, whole))


def _bound(case: Case, found: Partition) -> Finding:
    whole = found.wholes[0]
    claim = Claim("P02", case.report, f"{name(whole)}的分项与总数")
    return bound(claim, total(_terms(case, found)), term(case, whole))


def _terms(case: Case, found: Partition) -> list[Term]:
    return [term(case, part) for part in found.parts]


CHECKS = (Check("P01", parts_and_whole), Check("P02", part_within_whole))

"""P08 and P09: the rates of parts and whole fit together, though no base is stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from .....schemas.figure import Aspect
from .....schemas.finding import Finding
from ...case import Case, remembered
from ...check import Check
from ...number import Number
from ...proof import Claim, bound, equation
from ...terms import Term, total
from ..reading.lines import Line
from ..reading.mentions import Mention
from ..reading.terms import name, term
from .partitions import Partition
from .sums import adds_up, every_partition

_ASPECTS: tuple[Aspect, ...] = ("growth", "completion")


@dataclass(frozen=True, slots=True)
class _Rated:
    """Levels of parts and whole, each with its rate of one aspect."""

    aspect: Aspect
    whole: tuple[Mention, Mention]
    parts: tuple[tuple[Mention, Mention], ...]


def implied_bases(case: Case) -> Iterator[Finding]:
    """P08: the bases that the rates imply add up, as the parts do."""
    for rated in _all_rated(case):
        claim = Claim("P08", case.report, f"{name(rated.whole[0])}由增幅或完成比推算的基数之和")
        parts = total([_base(case, rated.aspect, pair) for pair in rated.parts])
        yield equation(claim, parts, _base(case, rated.aspect, rated.whole))


def mediant(case: Case) -> Iterator[Finding]:
    """P09: the rate of a whole lies between the rates of its parts."""
    for rated in _all_rated(case):
        rates = sorted((rate for _, rate in rated.parts), key=_signed)
        least, most = (_signed_term(case, rates[at]) for at in (0, -1))
        claim = Claim("P09", case.report, f"{name(rated.whole[0])}的比率介于各分项之间")
        yield between(claim, least, _signed_term(case, rated.whole[1]), most)


def between(claim: Claim, least: Term, middle: Term, most: Term) -> Finding:
    """Two bounds told as one line: 11.89% ≤ 32.92% ≤ 41.39%."""
    lower, upper = bound(claim, least, middle), bound(claim, middle, most)
    if "fail" in (lower.verdict, upper.verdict):
        return lower if lower.verdict == "fail" else upper
    line = f"{least.text()} ≤ {middle.text()} ≤ {most.text()}"
    message = upper.message.replace(upper.statement, line)
    quotes = (*lower.quotes[:1], *upper.quotes)
    ids = tuple(dict.fromkeys((*lower.figure_ids, *upper.figure_ids)))
    return replace(upper, statement=line, message=message, quotes=quotes, figure_ids=ids)


@remembered
def _all_rated(case: Case) -> tuple[_Rated, ...]:
    return tuple(_each_rated(case))


def _each_rated(case: Case) -> Iterator[_Rated]:
    for found in every_partition(case):
        if found.opened and len(found.parts) > 1 and adds_up(found):
            for aspect in _ASPECTS if not found.line.aspects.isdisjoint(_ASPECTS) else ():
                pairs = [_pair(found, mention, aspect) for mention in _levels(found)]
                whole, *parts = pairs
                if whole and all(parts):
                    yield _Rated(aspect, whole, tuple(pair for pair in parts if pair))


def _levels(found: Partition) -> tuple[Mention, ...]:
    return (found.wholes[0], *found.parts)


def _pair(found: Partition, level: Mention, aspect: Aspect) -> tuple[Mention, Mention] | None:
    """A level with its own rate: before the next level, in the same sentence."""
    rate = next(_rates(found.line, level, aspect), None)
    return (level, rate) if rate and _signed(rate) > -1 else None


def _rates(line: Line, level: Mention, aspect: Aspect) -> Iterator[Mention]:
    _, end = line.sentence_of(level.start)
    for mention in line.within(level.end, end):
        if mention.is_level:
            return
        figure = mention.figure
        if figure.kind == "rate" and figure.aspect == aspect and figure.value is not None:
            yield mention


def _signed(rate: Mention) -> Fraction:
    value = Fraction(rate.value)
    return -value if rate.figure.direction == "down" and value > 0 else value


def _signed_term(case: Case, rate: Mention) -> Term:
    """A rate as a term, what falls below zero."""
    found = term(case, rate)
    return found if _signed(rate) >= 0 or rate.value < 0 else _turned(found)


def _turned(found: Term) -> Term:
    """The number of a term with the other sign."""
    source = found.sources[0]
    number = Number.exact(0) - source.number
    minus = source.printed.startswith("-")
    printed = source.printed.removeprefix("-") if minus else f"-{source.printed}"
    return Term.of(replace(source, number=number, printed=printed))


def _base(case: Case, aspect: Aspect, pair: tuple[Mention, Mention]) -> Term:
    level, rate = (term(case, mention) for mention in pair)
    if aspect == "completion":
        return level / rate
    one = Term.constant(1)
    rate = _turned(rate) if pair[1].value < 0 else rate
    return level / (one - rate if _signed(pair[1]) < 0 else one + rate)


CHECKS = (Check("P08", implied_bases), Check("P09", mediant))

"""F07 in sentences: 损失214.6万元, and 214.6元 where it is told again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations, pairwise

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, same
from ..reading.identity import periods_fit
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention
from ..reading.names import bare, is_specific
from ..reading.terms import name, term
from ..reading.words import relations
from .restated import scopes_fit
from .stated import Stated, statements

_FEWEST_DIGITS = 3
_LEAST = 1000
_YUAN = "元"
_MYRIAD = 10000
_MANY_DIGITS = re.compile(r"(?=(?:\d\.?){5})\d+\.\d+")
"""So many, some behind the point, are not the same by chance."""
_COMMON = re.compile("资金|支出|投入|经费|费用|项目|金额|预算|安排|全年|合计|收入")
_WORD = re.compile("[\u4e00-\u9fff]")
_EACH = re.compile("每|均|单价|标准")


def wrong_units(case: Case) -> Iterator[Finding]:
    """F07: one amount has the digits of another of its name, in a unit a thousand times as big."""
    groups: dict[Hashable, list[Stated]] = defaultdict(list)
    for one in statements(case):
        if _is_long_amount(one):
            groups[_called(one)].append(one)
    for alike in groups.values():
        for one, other in combinations(alike, 2):
            if _is_in_another_unit(one, other):
                claim = Claim("F07", case.report, f"前后所述{name(other.mention)}的计量单位")
                yield same(claim, term(case, one.mention), term(case, other.mention))


def sums_in_wrong_units(case: Case) -> Iterator[Finding]:
    """F07: a sum (合计219元) has the digits of what its sentence names, told in a bigger unit."""
    long = [one for one in statements(case) if _is_long_amount(one)]
    by_digits = {one.figure.number_text.replace(",", ""): one for one in reversed(long)}
    for line in lines_with(case, "amount") if by_digits else ():
        for mention in line.stated if line.passage.cell is None else ():
            plain = mention.figure.unit_text == _YUAN
            one = by_digits.get(mention.figure.number_text.replace(",", "")) if plain else None
            if one and _is_slipped(one, mention, line):
                claim = Claim("F07", case.report, f"前后所述{name(one.mention)}的计量单位")
                yield same(claim, term(case, one.mention), term(case, mention))


def same_digits(case: Case) -> Iterator[Finding]:
    """F07: 清淤支出318.62元, where 清淤工程投入318.62万元 was told: so many digits are one fact.

    The names share a word, and neither is told of one of many.
    """
    by_digits: dict[str, list[Stated]] = defaultdict(list)
    for one in statements(case):
        if one.figure.kind == "amount" and one.figure.comparator == "eq":
            by_digits[one.figure.number_text.replace(",", "")].append(one)
    long = {text: told for text, told in by_digits.items() if _MANY_DIGITS.fullmatch(text)}
    for alike in long.values():
        for one, other in combinations(alike, 2):
            if _called(one) != _called(other) and _is_one_in_two_units(one, other):
                claim = Claim("F07", case.report, f"前后所述{name(other.mention)}的计量单位")
                yield same(claim, term(case, one.mention), term(case, other.mention))


def _is_one_in_two_units(one: Stated, other: Stated) -> bool:
    small, large = sorted((one, other), key=lambda stated: stated.mention.value)
    plain = small.figure.unit_text == _YUAN and not _EACH.search(small.label)
    slipped = large.mention.value == small.mention.value * _MYRIAD
    named = _share_word(one.called, other.called)
    return plain and slipped and named and periods_fit(one.figure, other.figure)


def _share_word(one: str, other: str) -> bool:
    """Whether two names have two characters in a row in common, those of 资金 and 支出 apart."""
    mine, theirs = (_pairs(_COMMON.sub(" ", text)) for text in (one, other))
    return not mine.isdisjoint(theirs)


def _pairs(text: str) -> set[str]:
    return {"".join(two) for two in pairwise(text) if all(map(_WORD.match, two))}


def _is_slipped(one: Stated, told: Mention, line: Line) -> bool:
    """Whether a sum is too small by its unit for what it is said to be of."""
    before = line.text[line.sentence_of(told.start)[0] : told.start]
    summed = relations().words.whole.search(told.lead) and not _EACH.search(before)
    small = told.figure.unit == one.figure.unit and one.mention.value >= told.value * _LEAST
    new = bare(one.figure.subject) != bare(told.figure.subject)
    return bool(summed and small and new and _spelled(one).search(before))


def _spelled(one: Stated) -> re.Pattern[str]:
    """The name, a character inside it or not: 罚款, 罚没款."""
    return re.compile(".?".join(map(re.escape, bare(one.figure.subject))))


def _is_long_amount(one: Stated) -> bool:
    digits = sum(char.isdecimal() for char in one.figure.number_text)
    exact = one.figure.kind == "amount" and one.figure.comparator == "eq"
    return exact and digits >= _FEWEST_DIGITS and is_specific(one.figure.subject)


def _called(one: Stated) -> Hashable:
    """The digits and the name: chance gives no two amounts both."""
    return one.figure.number_text.replace(",", ""), bare(one.figure.subject), one.figure.unit


def _is_in_another_unit(one: Stated, other: Stated) -> bool:
    low, high = sorted((one.mention.value, other.mention.value))
    alike = periods_fit(one.figure, other.figure) and scopes_fit(one.figure, other.figure)
    return alike and one.meaning == other.meaning and high >= low * _LEAST


CHECKS = (
    Check("F07", wrong_units),
    Check("F07", sums_in_wrong_units),
    Check("F07", same_digits),
)

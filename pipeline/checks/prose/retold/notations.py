"""P27: numbers in Chinese words and the same in digits: 叁拾伍万元（¥350000.00元）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .....schemas.figure import Figure
from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, remark, same
from ..reading.lines import Line, related_lines
from ..reading.mentions import Mention
from ..reading.terms import name, term
from .stated import Stated, statements

_DIGIT = re.compile(r"\d")
_BRACKET = re.compile(r"整?\((?:大写|小写|人民币|即|为|[:¥])*")


def amounts_in_words(case: Case) -> Iterator[Finding]:
    """P27: an amount in words is the one in digits in the bracket behind it, or before it."""
    for line in related_lines(case):
        for one, other in pairwise(line.mentions) if "(" in line.text else ():
            if _are_one_amount(line, one, other):
                claim = Claim("P27", case.report, f"{name(one)}的大写与小写")
                first, second = (term(case, mention).exactly() for mention in (one, other))
                yield same(claim, first, second)


def counts_in_words(case: Case) -> Iterator[Finding]:
    """P27: what is counted in words in one place (两个站) has the same number in digits."""
    told: dict[tuple[str | None, str | None, object], list[Stated]] = {}
    for one in statements(case):
        if one.figure.kind == "count":
            key = one.figure.subject, one.figure.unit, one.figure.value
            told.setdefault(key, []).append(one)
    for alike in (group for group in told.values() if len(group) > 1):
        spelled = [one for one in alike if _is_spelled(one.figure)]
        digits = [one for one in alike if not _is_spelled(one.figure)]
        if spelled and digits:
            yield _told(case, spelled[0], digits[0])


def _told(case: Case, spelled: Stated, digits: Stated) -> Finding:
    statement = f"{spelled.figure.text} = {digits.figure.text}"
    matter = f"{name(digits.mention)}的中文数字与阿拉伯数字相符：{statement}"
    figures = (spelled.figure, digits.figure)
    quotes = [case.quote(figure.place, figure.text) for figure in figures]
    tags = [digits.figure.subject or ""]
    return remark(Claim("P27", case.report, matter), "ok", statement, quotes, tags)


def _are_one_amount(line: Line, one: Mention, other: Mention) -> bool:
    if one.figure.kind != "amount" or one.unit_kind != other.unit_kind:
        return False
    beside = _BRACKET.fullmatch(line.text, one.end, other.start)
    return bool(beside) and _is_spelled(one.figure) != _is_spelled(other.figure)


def _is_spelled(figure: Figure) -> bool:
    return _DIGIT.search(figure.number_text) is None


CHECKS = (Check("P27", amounts_in_words), Check("P27", counts_in_words))

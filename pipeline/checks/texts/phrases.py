"""D07, D12, D13: numbering, document numbers and doubled words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ....extractors.text.fold import fold
from ....schemas.document import Place
from ....schemas.figure import Citation
from ....schemas.finding import Finding, Severity
from ....schemas.passage import Passage
from ....schemas.report import Section
from ..case import Case
from ..check import Check
from ..proof import Claim, remark
from ..wording import pattern
from .dates import signing_date

_ORDINALS = "零一二三四五六七八九十"
_DIGITS = _ORDINALS[:10]
_REMEMBERED = 1024
_FEW = 4
"""More numbers missing than this is an excerpt, not a slip."""
_FIRMS_OWN = re.compile("[审评报验咨鉴会]字$")
_POINT = re.compile(r"(?:^|(?<=[,;:。!?\s]))(?P<number>[一二三四五六七八九十])是")
_LATER_POINT = re.compile("[三四五六七八九十]是")
"""No gap is before the third point."""
_DOUBLED = re.compile(r"([\u4e00-\u9fff]{2,4})\1")


def numbering(case: Case) -> Iterator[Finding]:
    """D07: the numbers of sections under one heading follow each other."""
    last: dict[int, int] = {}
    for section in case.report.sections:
        number = ordinal(section.number)
        before = last.get(section.level)
        last = {level: value for level, value in last.items() if level < section.level}
        if number is not None:
            last[section.level] = number
            if before is not None and before + 1 < number <= before + _FEW:
                yield _gap(case, section, before, number)


def points(case: Case) -> Iterator[Finding]:
    """D07: the points of a paragraph follow each other: 一是, 二是 and then not 四是.

    Where a point has points of its own (a second 一是), nobody can say which ones follow.
    """
    possible = case.holds(_LATER_POINT)
    for passage in case.report.passages if possible else ():
        told = list(_POINT.finditer(passage.folded)) if "一是" in passage.folded else []
        numbers = [_ORDINALS.index(found["number"]) for found in told]
        if numbers[:1] == [1] and numbers.count(1) == 1:
            for (one, before), (other, number) in pairwise(zip(told, numbers, strict=True)):
                left_out = _ORDINALS[before + 1 : number]
                if 0 < len(left_out) < _FEW and not _are_told(passage.folded, left_out):
                    yield _left_out(case, passage, one, other)


def _are_told(text: str, numbers: str) -> bool:
    """Whether one of the points is there after all, told otherwise: 三要, 第三, 不足三是."""
    return bool(re.search(rf"[{numbers}]是|第[{numbers}]|(?:^|[,;:。!?\s])[{numbers}]", text))


def _left_out(case: Case, passage: Passage, one: re.Match[str], other: re.Match[str]) -> Finding:
    quotes = [case.quoted(passage, *found.span()) for found in (one, other)]
    matter = f"要点序号不连续：“{one[0]}”之后为“{other[0]}”"
    claim = Claim("D07", case.report, matter, "info")
    return remark(claim, "fail", f"{one[0]} → {other[0]}", quotes, [other[0]])


def document_numbers(case: Case) -> Iterator[Finding]:
    """D12: one kind of brackets in document numbers, and none of a year after the signing."""
    cited = [one for one in case.report.citations if one.number]
    wrong = [one for one in cited if "〔" not in one.text and not _is_of_firm(one)]
    if wrong and len(wrong) < len(cited):
        line = "、".join(one.text.rpartition("》")[2].strip("（）()") for one in wrong)
        matter = f"文号括号应为六角括号〔〕：{line}"
        quotes = [case.quote(one.place, one.text) for one in wrong]
        yield remark(Claim("D12", case.report, matter), "fail", line, quotes, ["brackets"])
    signed = signing_date(case.report)
    for one in cited:
        if signed and one.year and one.year > signed.year > (case.report.year or signed.year):
            line = f"{one.year} > {signed.year}"
            matter = f"文号{one.number}的年份晚于落款"
            quote = case.quote(one.place, one.text)
            yield remark(
                Claim("D12", case.report, matter), "fail", line, [quote], [one.number or ""]
            )


def _is_of_firm(cited: Citation) -> bool:
    """Whether a firm numbered its own report: 评报字（2022）; no rule for documents binds it."""
    return bool(_FIRMS_OWN.search(cited.issuer or ""))


def contradictory_words(case: Case) -> Iterator[Finding]:
    """D13: 近一半以上 cannot be; 企业企业 is written twice, which is worth a hint."""
    yield from _matches(case, pattern("contradictory"), "warning", "自相矛盾")
    yield from _matches(case, _DOUBLED, None, "重复")


@lru_cache(_REMEMBERED)
def ordinal(number: str | None) -> int | None:
    """The value of a section's number (十二、 or （3）); null where it has none."""
    text = re.sub(r"[^\d零一二三四五六七八九十]", "", fold(number or ""))
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not text or len(tens) > 1 or len(ones) > 1:
        return None
    if not ten:
        return _DIGITS.index(tens)
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)


def _gap(case: Case, section: Section, before: int, number: int) -> Finding:
    block = section.first_block
    line = f"{before} → {number}"
    matter = f"序号不连续：“{section.number}{section.title}”前为第{before}项"
    quote = case.quote(Place(block, 0, len(section.number or "")), section.number or "")
    return remark(Claim("D07", case.report, matter), "fail", line, [quote], [section.title])


def _matches(
    case: Case, wanted: re.Pattern[str], severity: Severity | None, what: str
) -> Iterator[Finding]:
    for passage in case.report.passages if case.holds(wanted) else ():
        for found in wanted.finditer(passage.folded):
            if not pattern("natural_doubles").search(found[0]):
                quote = case.quoted(passage, found.start(), found.end())
                matter = f"“{quote.text}”用词{what}"
                claim = Claim("D13", case.report, matter, severity)
                yield remark(claim, "fail", quote.text, [quote], [quote.text])


CHECKS = (
    Check("D07", numbering),
    Check("D07", points),
    Check("D12", document_numbers),
    Check("D13", contradictory_words),
)

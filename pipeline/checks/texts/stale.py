"""D10: sentences written before the evaluated year was over, left in a report signed after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ....schemas.figure import DateMention
from ....schemas.finding import Finding, Quote, Severity
from ....schemas.passage import Passage
from ..case import Case
from ..check import Check
from ..proof import Claim, remark
from ..wording import pattern, sentence_around, sentences
from .dates import LOOKING_AHEAD, signing_date

_PART_OF_YEAR = re.compile(
    r"(?:20\d\d\s*年)?\s*0?1\s*月?\s*(?:份)?\s*[-~至到]+\s*\d{1,2}\s*月(?:份)?"
)
_HALF_YEAR = 6
_WITH_YEAR = re.compile(r"20\d\d\s*年")
_HOPED = re.compile("预计|预期|有望|可望")
_EXPECTED = re.compile(r"(?:预计|预期|有望|可望)(?:可|能|会|将|要)*[于在到至]?$")
_SETTLED = re.compile(
    "原(?!因|材|料)|当时|曾|[比较与]预[计期]|实际|已[于在经]|提前|推迟|延[后期误迟]|未能|未按|逾期|结果"
)
"""The sentence knows what became of it."""


def stale_tense(case: Case) -> Iterator[Finding]:
    """D10: 预计全年, 拟参加: told as still to come in a report on a year that is over."""
    wanted = pattern("still_to_come")
    for passage in _results(case) if case.holds(wanted) else ():
        for sentence in sentences(passage):
            found = wanted.search(sentence[0])
            if found and not _speaks_of_later(case, sentence[0]):
                quote = case.quoted(passage, sentence.start() + found.start(), sentence.end())
                line = f"{quote.text}，落款 {signing_date(case.report)}"
                matter = f"评价年度已结束，仍写“{found[0]}”"
                yield remark(Claim("D10", case.report, matter), "fail", line, [quote], [found[0]])


def stale_plan(case: Case) -> Iterator[Finding]:
    """D10: 预计于12月底前兑付, in a report signed after that day."""
    signed, expected = signing_date(case.report), _is_over(case) and case.holds(_HOPED)
    for mention in case.report.dates if signed and expected else ():
        told = signed and mention.end and mention.end < signed and _ahead(case, mention)
        if told:
            line = f"{told.text}，落款 {signed}"
            matter = f"落款时{mention.text}已过，仍写为预计"
            yield remark(Claim("D10", case.report, matter), "fail", line, [told], [mention.text])


def stale_period(case: Case) -> Iterator[Finding]:
    """D10: data for 1-10月 in a report on the whole year, told once for all places."""
    ranges = [one for one in case.report.dates if _is_part(case, one)] if _is_over(case) else []
    if ranges:
        line = f"{ranges[0].text} ≠ {case.report.year}年度"
        matter = f"评价期为全年，数据只到{ranges[0].text}"
        quotes = [case.quote(one.place, one.text) for one in ranges]
        yield remark(Claim("D10", case.report, matter), "fail", line, quotes, ["period"])


def this_year(case: Case) -> Iterator[Finding]:
    """D10: 今年以来 in a report signed in another year; 截至目前 without a date."""
    for name, verdict in (("this_year", "fail"), ("up_to_now", "not_comparable")):
        quotes = list(_all(case, name))
        if quotes:
            line = (
                f"{quotes[0].text}，落款 {signing_date(case.report)}，评价年度 {case.report.year}"
            )
            matter = f"“{quotes[0].text}”所指时间不明"
            claim = Claim("D10", case.report, matter, _INFO)
            yield remark(
                claim, "fail" if verdict == "fail" else "not_comparable", line, quotes, [name]
            )


_INFO: Severity = "info"


def _ahead(case: Case, mention: DateMention) -> Quote | None:
    """The sentence that tells of a day, with its year, as still to come; null for any other."""
    found = case.passage_at(mention.place) if _WITH_YEAR.match(mention.text) else None
    sentence = sentence_around(*found) if found else None
    if found is None or sentence is None or not _tells_results(case, found[0]):
        return None
    before = found[0].folded[sentence.start() : found[1]]
    settled = _SETTLED.search(sentence[0]) or pattern("still_to_come").search(sentence[0])
    if settled or not _EXPECTED.search(before):
        return None
    return case.quoted(found[0], *sentence.span())


def _is_over(case: Case) -> bool:
    signed, year = signing_date(case.report), case.report.year
    return signed is not None and year is not None and signed > date(year, 12, 31)


def _results(case: Case) -> Iterator[Passage]:
    """The passages that tell of what was done, if the report was signed after its year."""
    for passage in case.report.passages if _is_over(case) else ():
        if _tells_results(case, passage):
            yield passage


def _tells_results(case: Case, passage: Passage) -> bool:
    section = None if passage.section is None else case.report.sections[passage.section]
    ahead = section is not None and section.kind in LOOKING_AHEAD
    return not ahead and passage.cell is None


def _speaks_of_later(case: Case, sentence: str) -> bool:
    years = [int(year) for year in re.findall(r"20\d\d(?=\s*年)", sentence)]
    return any(year > (case.report.year or year) for year in years)


def _is_part(case: Case, mention: DateMention) -> bool:
    """Whether figures are told for January up to a month before December."""
    found = case.passage_at(mention.place)
    if found is None or found[0].cell is not None or not _PART_OF_YEAR.fullmatch(mention.text):
        return False
    passage, offset = found
    before = passage.folded[max(offset - 8, 0) : offset]
    year = case.report.year
    told = pattern("opens_clause").search(before) and not pattern("duration").search(before)
    end = mention.end
    return bool(told and end and end.year == year and _HALF_YEAR <= end.month < 12)


def _all(case: Case, name: str) -> Iterator[Quote]:
    wanted = pattern(name)
    for passage in _results(case) if case.holds(wanted) else ():
        for found in wanted.finditer(passage.folded):
            yield case.quoted(passage, found.start(), found.end())


CHECKS = (
    Check("D10", stale_tense),
    Check("D10", stale_plan),
    Check("D10", stale_period),
    Check("D10", this_year),
)

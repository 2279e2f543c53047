"""Documents that are cited: 《title》, number (洪财办〔2020〕44号), or both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TITLE = re.compile("《((?:[^《》]|《[^《》]*》)*)》")
_NUMBER = re.compile(
    r"(?P<run>[\u4e00-\u9fff]{1,16})\s?"
    r"(?:[〔\[(【{<]\s?(?P<year>(?:19|20)\d\d)\s?[〕\])】}>]|〔(?P<unclosed>20\d\d)|(?P<unopened>20\d\d)〕)"
    r"\s?第?\s?(?P<serial>\d{1,4})\s?号"
)
"""Sites drop one of the brackets (〔202118号): the year has four digits, the rest is the number."""
_BEFORE_ISSUER = re.compile(
    ".*(?:根据|按照|依据|依照|参照|遵照|贯彻|落实|执行|[印下转颁制]发|下达|结合|对照|出台|制定|修订|发布|批复|通知|文件|关于"
    "|[和及与或以的即见据由照号])"
)
_BODY = re.compile(".{2,}(?:[局部厅]|委员会|办公[室厅]|政府|国务院|改委)(?=.{2})")
_OPENED = re.compile(r"\s?[(][^()《》。]{0,15}")
_CLOSED = re.compile(r"(?:文件?)?\s?[)]")
_THEN_TITLE = re.compile(r"(?:文件?|通知)?\s?(?:[印下转]发的?)?\s?[(]?")


class CitationSpan(NamedTuple):
    """A cited document at ``start:end`` of the text; what it does not have is null."""

    start: int
    end: int
    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    serial: int | None = None

    @property
    def number(self) -> str | None:
        """The number with 〔〕; null where none is printed."""
        if self.issuer is None:
            return None
        return f"{self.issuer}〔{self.year}〕{self.serial}号"


def find_citations(text: str, folded: str) -> Iterator[CitationSpan]:
    """Every cited document of the text, in order; a title and its number are one."""
    if "《" not in folded and "号" not in folded:
        return
    spans = sorted((*_titles(text, folded), *_numbers(folded)), key=lambda span: span.start)
    held: CitationSpan | None = None
    for span in spans:
        joined = _join(held, span, folded) if held else None
        if held and joined is None:
            yield held
        held = joined or span
    if held:
        yield held


def _titles(text: str, folded: str) -> Iterator[CitationSpan]:
    for match in _TITLE.finditer(folded):
        title = text[match.start(1) : match.end(1)].replace("\n", "").strip()
        if title:
            yield CitationSpan(match.start(), match.end(), title)


def _numbers(folded: str) -> Iterator[CitationSpan]:
    for match in _NUMBER.finditer(folded):
        run = match["run"]
        issuer = _BODY.sub("", _BEFORE_ISSUER.sub("", run))
        if issuer:
            start = match.end("run") - len(issuer)
            printed = match["year"] or match["unclosed"] or match["unopened"]
            year, serial = int(printed), int(match["serial"])
            yield CitationSpan(start, match.end(), None, issuer, year, serial)


def _join(one: CitationSpan, other: CitationSpan, folded: str) -> CitationSpan | None:
    """A title with the number behind it, or a number with the title behind it."""
    between = folded[one.end : other.start]
    if one.number is None and other.number and one.title:
        opened = bool(_OPENED.fullmatch(between))
        if between.strip() and not opened:
            return None
        closed = _CLOSED.match(folded, other.end) if opened else None
        return other._replace(
            start=one.start, end=closed.end() if closed else other.end, title=one.title
        )
    if one.title is None and other.title and _THEN_TITLE.fullmatch(between):
        return one._replace(end=other.end, title=other.title)
    return None

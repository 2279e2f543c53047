"""D14, D16 to D18: what a report must have: a panel, its annexes, a score and a grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ....extractors.text.fold import fold
from ....schemas.document import Paragraph, Place
from ....schemas.finding import Finding, Quote
from ....schemas.report import ReportKind, Section
from ..case import Case
from ..check import Check
from ..proof import Claim, remark
from ..wording import clause_around, pattern

_REMEMBERED = 4096
_CHINESE = {"三": 3, "五": 5, "七": 7, "九": 9}
_SCORED: frozenset[ReportKind] = frozenset(
    {"project_self_evaluation", "project_evaluation", "department_self_evaluation"}
)


def panel_size(case: Case) -> Iterator[Finding]:
    """D14: the panel has as many members as the form demands (评价小组须不低于3人)."""
    members = case.report.signatures
    demand = _demanded(case) if members else None
    if demand:
        count, quote = demand
        enough = len(members) >= count
        line = f"{len(members)} {'≥' if enough else '<'} {count}"
        matter = f"评价小组人数{'符合' if enough else '不足'}：{line}"
        names = [_name(case, one.block, one.row, one.name) for one in members]
        verdict = "ok" if enough else "fail"
        yield remark(Claim("D14", case.report, matter), verdict, line, [*names, quote])


def annexes(case: Case) -> Iterator[Finding]:
    """D17: an annex that the text refers to; it may be published as a file of its own."""
    wanted = pattern("annex_reference")
    for passage in case.report.passages if case.holds(wanted) else ():
        for found in wanted.finditer(passage.folded):
            if not _has_annex(case, found["name"]):
                quote = case.quoted(passage, found.start(), found.end())
                line = f"{quote.text}：文中未附"
                matter = f"正文称“{quote.text}”，文件中未见该附件"
                claim = Claim("D17", case.report, matter)
                yield remark(claim, "not_comparable", line, [quote], [quote.text])


def score_and_grade(case: Case) -> Iterator[Finding]:
    """D18: the section with the conclusion gives a score or a grade, if no form does."""
    report = case.report
    scored = [one for one in report.projects if one.total_score is not None or one.grade]
    concluding = [section for section in report.sections if section.kind == "conclusion"]
    if report.kind in _SCORED and concluding:
        missing = report.score is None and report.grade is None and not scored
        title = concluding[0].title
        line = f"{title}：{'无得分、无等级' if missing else '有得分或等级'}"
        matter = f"“{title}”{'没有给出得分和等级' if missing else '已给出得分或等级'}"
        quote = _heading(case, concluding[0])
        verdict = "fail" if missing else "ok"
        yield remark(Claim("D18", report, matter), verdict, line, [quote])


def value_behind_rank(case: Case) -> Iterator[Finding]:
    """D16: a rank in growth or completion comes with the rate that is ranked."""
    for index in case.of_kind("rank"):
        figure = case.report.figures[index]
        found = case.passage_at(figure.place)
        if found is None:
            continue
        clause = clause_around(*found)
        if pattern("ranked_rate").search(clause) and "%" not in clause:
            term = case.term(index)
            line = f"{clause.strip()}：未给出数值"
            claim = Claim("D16", case.report, f"只列名次，未给出数值：{clause.strip()}")
            quotes = [source.quote for source in term.sources]
            yield remark(claim, "not_comparable", line, quotes, [figure.subject or ""])


def _demanded(case: Case) -> tuple[int, Quote] | None:
    for block, paragraph in case.report.document.paragraphs():
        found = _demand(paragraph.text)
        if found:
            text = paragraph.text[found.start() : found.end()]
            number = _CHINESE.get(found["number"]) or int(found["number"])
            return number, case.quote(Place(block, found.start(), found.end()), text)
    return None


@lru_cache(_REMEMBERED)
def _demand(text: str) -> re.Match[str] | None:
    """How many members a paragraph demands; every report of a file asks all paragraphs."""
    return pattern("panel_demand").search(fold(text))


def _name(case: Case, block: int, row: int, name: str) -> Quote:
    for passage in case.cells(block, row):
        if passage.text.strip() == name:
            return case.quoted(passage)
    return case.quote(Place(block, 0, len(name), row, 0), name)


def _has_annex(case: Case, name: str) -> bool:
    """Whether a line of the file begins with the annex's name, or tables follow the text."""
    document = case.report.document
    heads = [fold(one.text).replace(" ", "") for _, one in document.paragraphs()]
    own = any(head.startswith(name) for head in heads)
    return own or any(block > case.report.last_block // 2 for block, _ in document.tables())


def _heading(case: Case, section: Section) -> Quote:
    block = case.report.document.blocks[section.first_block]
    text = block.text if isinstance(block, Paragraph) else section.title
    end = text.find(section.title) + len(section.title) if section.title in text else len(text)
    return case.quote(Place(section.first_block, 0, end), text[:end])


CHECKS = (
    Check("D14", panel_size),
    Check("D16", value_behind_rank),
    Check("D17", annexes),
    Check("D18", score_and_grade),
)

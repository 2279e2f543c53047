"""D01, D05: what a report, copied from another one, still says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....extractors.structure.phrases import is_organisation
from ....extractors.text.headings import squeeze
from ....schemas.document import Paragraph, Place
from ....schemas.figure import DateMention
from ....schemas.finding import Finding, Quote
from ....schemas.report import Report, ReportKind
from ..case import Case
from ..check import Check
from ..proof import Claim, remark
from ..wording import pattern, sentence_around

_OWN: frozenset[ReportKind] = frozenset(
    {"project_self_evaluation", "department_self_evaluation", "transfer_self_evaluation"}
)
_YEAR = re.compile(r"20\d\d")
_BODY = re.compile(
    r"(?P<place>.{1,12}?(?:自治[州县旗区]|[省市县区旗州盟]))(?P<name>.{2,16})(?P<rank>局|委员会|厅|办公室)"
)
_GRADED = re.compile(r"(?:等[级次]|结果|结论)[为是:]?[“\"]?([优良中差])")
_JOINING = frozenset("和与及")
_GENERAL = re.compile("监督管理|综合管理|行政管理|监督|管理|监管")
"""In the names of bodies, what says nothing of their field."""


def verdict_year(case: Case) -> Iterator[Finding]:
    """D01: the score or grade of the report is told of the year that the title names."""
    report = case.report
    if str(report.year) not in (report.title or ""):
        return
    for mention in report.dates:
        if mention.grain == "year" and mention.start and mention.start.year != report.year:
            quote = _own_verdict(case, mention)
            if quote:
                line = f"{mention.start.year} ≠ {report.year}"
                matter = f"自评得分所述年度与标题的年度不一致：{line}"
                yield remark(Claim("D01", report, matter), "fail", line, [quote], ["verdict"])


def _own_verdict(case: Case, mention: DateMention) -> Quote | None:
    """The sentence that gives the report's own verdict to this year, and compares it with none."""
    found = case.passage_at(mention.place) if mention.place.row is None else None
    sentence = sentence_around(*found) if found else None
    if found is None or sentence is None:
        return None
    told, years = sentence[0], set(_YEAR.findall(sentence[0]))
    judged = _tells_verdict(case.report, told[found[1] - sentence.start() :])
    alone = len(years) == 1 and not pattern("beside_other_year").search(told)
    own = judged and alone and pattern("own_verdict").search(told)
    return case.quoted(found[0], *sentence.span()) if own else None


def _tells_verdict(report: Report, text: str) -> bool:
    """Whether the text gives the report's score, or its grade and no score."""
    if report.score is not None and f"{report.score}分" in text:
        return True
    graded = _GRADED.search(text)
    return graded is not None and graded[1] == report.grade and "分" not in text


def closing_body(case: Case) -> Iterator[Finding]:
    """D05: the body that signs is the one of the title.

    Raised where both are bodies of one place and rank, no name short for the other, and the
    text speaks nowhere of the one that signs.
    """
    report, unit = case.report, case.report.unit
    titled = report.kind in _OWN and unit and unit in (report.title or "")
    signed = _signing_body(case) if titled else None
    if unit and signed and _is_other(unit, signed.text, case.text):
        line = f"{unit} ≠ {signed.text}"
        matter = f"标题单位与落款单位不一致：{line}"
        yield remark(Claim("D05", report, matter), "fail", line, [signed], ["closing"])


def _signing_body(case: Case) -> Quote | None:
    """The name of a body on the line over the day at the end."""
    days = [one for one in case.report.dates if one.role == "closing"]
    block = days[-1].place.block - 1 if days else -1
    above = case.report.document.blocks[block] if block >= 0 else None
    text = above.text.strip() if isinstance(above, Paragraph) else ""
    if not _BODY.fullmatch(text) or not is_organisation(squeeze(text)):
        return None
    return case.quote(Place(block, 0, len(text)), text)


def _is_other(unit: str, signed: str, text: str) -> bool:
    one, other = _BODY.fullmatch(unit), _BODY.fullmatch(signed)
    if not one or not other or one.group("place", "rank") != other.group("place", "rank"):
        return False
    own, others = (set(_GENERAL.sub("", each["name"]) or each["name"]) for each in (one, other))
    shared = own & others - _JOINING
    return not shared and text.count(f"{other['name']}{other['rank']}") <= 1


CHECKS = (Check("D01", verdict_year), Check("D05", closing_body))

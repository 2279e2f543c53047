"""D01 to D04, D11: years and days that must follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ....schemas.document import Paragraph
from ....schemas.figure import DateMention
from ....schemas.finding import Finding, Quote, Severity
from ....schemas.report import Report, SectionKind
from ..case import Case
from ..check import Check
from ..proof import Claim, remark
from ..wording import pattern, sentence_around

_ROLE_NAMES = {"cover": "封面日期", "closing": "落款日期", "sign": "签字日期"}
_HEAD_LENGTH = 30
_FAR_APART = 31
_LATE_IN_YEAR = 15
_ONE_YEAR = 366

_YEAR = re.compile(r"20\d\d\s*年")
_DRAFTED = re.compile("[^,;。]{0,8}(?:预算|计划)[(]?草案")
"""Behind a year, words of the next year's budget: 2022年预算执行情况和 [2023年预算草案] 的报告."""
_POSTED = re.compile(
    r"(?:(?<!资金)来源|发布(?:时间|日期|单位|者)?|更新(?:时间|日期)|(?:浏览|点击|阅读)(?:次数|量|数)?|编辑|作者)\s*:"
)
"""In the line that a site puts over a report."""
_POSTING_LENGTH = 120
_DONE = re.compile(r"[^;]{0,24}?(?:已经|业已|已)(?=[^定在])")
"""Behind a date, words that say that it was done, whatever plan the sentence names later."""

LOOKING_AHEAD: frozenset[SectionKind] = frozenset(
    {"goal_management", "deviation", "use_of_results", "problems", "suggestions"}
)
"""Sections that tell of what is to be done."""


def year_agreement(case: Case) -> Iterator[Finding]:
    """D01: title, cover and the line over the table speak of one year."""
    year = case.report.year
    told = [mention for mention in case.report.dates if _is_head_year(case, mention)]
    if year and told:
        other = [mention for mention in told if mention.start and mention.start.year != year]
        for mention in other or told[:1]:
            stated = mention.start.year if mention.start else None
            line = f"{stated} {'≠' if other else '='} {year}"
            matter = f"标题、封面和表头的年度{'不一致' if other else '一致'}：{line}"
            verdict = "fail" if other else "ok"
            yield remark(Claim("D01", case.report, matter), verdict, line, [_quote(case, mention)])


def signed_after_period(case: Case) -> Iterator[Finding]:
    """D02: a report is signed after the year that it evaluates, where it says which."""
    if case.report.year and _year_quote(case):
        end = date(case.report.year, 12, 31)
        for mention in _signing(case):
            if mention.end:
                yield _signed(case, mention, mention.end, end)


def signing_dates_agree(case: Case) -> Iterator[Finding]:
    """D03: cover, end and signature pages bear one date; months apart is an error."""
    by_role = {role: [one for one in _signing(case) if one.role == role] for role in _ROLE_NAMES}
    pairs = (("cover", "closing"), ("cover", "sign"), ("closing", "sign"))
    for one, other in pairs:
        if by_role[one] and by_role[other]:
            yield from _agreement(case, by_role[one][0], by_role[other][0])


def no_event_after_signing(case: Case) -> Iterator[Finding]:
    """D04: what is told as done was done before the report was signed.

    A sentence that stands in several places, as in every cell of a column, is one doubt.
    """
    order = ("closing", "cover", "sign")
    signed = sorted(_signing(case), key=lambda one: order.index(one.role or "sign"))
    if signed and signed[0].end:
        for (shown, text, _), quotes in _late_events(case, signed[0]).items():
            line = f"{shown} > {_shown(signed[0])}"
            matter = f"所述事项晚于{_ROLE_NAMES[signed[0].role or 'closing']}：{line}"
            claim = Claim("D04", case.report, matter)
            yield remark(claim, "fail", line, [*quotes, _quote(case, signed[0])], [text])


def file_properties(case: Case) -> Iterator[Finding]:
    """D11: the file was last saved after the year that it evaluates."""
    saved, year = case.report.document.modified, case.report.year
    if saved and year and saved.date() <= date(year, 12, 31):
        line = f"{saved.date()} ≤ {year}-12-31"
        matter = f"文件最后保存于{saved.date()}，早于评价期结束"
        yield remark(Claim("D11", case.report, matter), "fail", line, [])


def signing_date(report: Report) -> date | None:
    """When the report was signed, by its end, its cover or its signature page."""
    return report.closing_date or report.cover_date or report.sign_date


def _late_events(case: Case, signed: DateMention) -> dict[tuple[str, str, str], dict[Quote, None]]:
    """Where events after the signing are told, by their day, its text and the sentence."""
    told: dict[tuple[str, str, str], dict[Quote, None]] = {}
    for one in case.report.dates:
        late = _is_event(one) and _after(one, signed)
        if late and not _is_planned(case, one) and not _is_posting(case, one):
            quote = _sentence(case, one)
            told.setdefault((_shown(one), one.text, quote.text), {})[quote] = None
    return told


def _signing(case: Case) -> Iterator[DateMention]:
    return (one for one in case.report.dates if one.role in _ROLE_NAMES and one.start)


def _signed(case: Case, mention: DateMention, signed: date, end: date) -> Finding:
    early = signed < end
    line = f"{_shown(mention)} {'<' if early else '>'} {end}"
    name = _ROLE_NAMES[mention.role or "closing"]
    matter = f"{name}{'早于' if early else '晚于'}评价期结束：{line}"
    near = (end - signed).days <= _LATE_IN_YEAR
    severity: Severity | None = "info" if early and near else None
    claim = Claim("D02", case.report, matter, severity)
    quotes = [_quote(case, mention), *_year_quote(case)]
    return remark(claim, "fail" if early else "ok", line, quotes, [mention.role or ""])


def _agreement(case: Case, one: DateMention, other: DateMention) -> Iterator[Finding]:
    if not (one.start and one.end and other.start and other.end):
        return
    alike = one.start <= other.end and other.start <= one.end
    apart = max((other.start - one.end).days, (one.start - other.end).days)
    names = _ROLE_NAMES[one.role or "cover"], _ROLE_NAMES[other.role or "closing"]
    line = f"{_shown(one)} {'=' if alike else '≠'} {_shown(other)}"
    matter = f"{names[0]}与{names[1]}{'一致' if alike else '不一致'}：{line}"
    severity: Severity | None = None if alike or apart > _FAR_APART else "info"
    claim = Claim("D03", case.report, matter, severity)
    quotes = [_quote(case, one), _quote(case, other)]
    yield remark(claim, "ok" if alike else "fail", line, quotes, [*names])


def _is_head_year(case: Case, mention: DateMention) -> bool:
    """Whether a year stands in a title, on the cover or in a line that heads a table."""
    if mention.grain != "year" or mention.place.row is not None:
        return False
    found = case.passage_at(mention.place)
    if found is None or mention.text in (case.report.project or ""):
        return False
    passage, offset = found
    block = case.report.document.blocks[mention.place.block]
    is_title = isinstance(block, Paragraph) and block.type == "title"
    text = passage.folded.strip()
    alone = len(text) <= _HEAD_LENGTH and pattern("year_line").fullmatch(text)
    heads = is_title or alone or _opens(passage.folded, offset, mention)
    behind = offset + len(mention.text)
    follows = _YEAR.search(passage.folded, behind) or _DRAFTED.match(passage.folded, behind)
    return bool(heads) and not follows


def _opens(text: str, offset: int, mention: DateMention) -> bool:
    """Whether a sentence announces with this year what the report tells: 现将…情况报告如下."""
    start = text.rfind("。", 0, offset) + 1
    stop = text.find("。", offset)
    sentence = text[start : stop if stop >= 0 else len(text)]
    before, after = sentence[: offset - start], sentence[offset - start + len(mention.text) :]
    announced = pattern("announces").search(before) and pattern("announced").match(after)
    return bool(announced)


def _is_event(mention: DateMention) -> bool:
    return mention.role in {"event", "period"} and mention.grain in {"day", "month", "range"}


def _after(mention: DateMention, signed: DateMention) -> bool:
    """Whether it begins in the year after the signing; what is later still can only be a plan."""
    if not (mention.start and mention.end and signed.end):
        return False
    return 0 < (mention.start - signed.end).days <= _ONE_YEAR


def _is_posting(case: Case, mention: DateMention) -> bool:
    """Whether it only tells when a site put the report up: 来源：财务科 2019-07-09 16:55."""
    found = case.passage_at(mention.place)
    text = found[0].folded if found else ""
    return len(text) <= _POSTING_LENGTH and _POSTED.search(text) is not None


def _is_planned(case: Case, mention: DateMention) -> bool:
    """Whether it is told ahead, by its words or by where they stand."""
    found = case.passage_at(mention.place)
    if found is None:
        return True
    passage, offset = found
    if passage.section is not None and case.report.sections[passage.section].kind in LOOKING_AHEAD:
        return True
    planned_cell = passage.cell and passage.cell.role in {"target", "goal", "target_adjusted"}
    sentence = sentence_around(passage, offset)
    if planned_cell or sentence is None:
        return True
    done = _DONE.match(passage.folded[offset + len(mention.text) : sentence.end()])
    return pattern("plan").search(done[0] if done else sentence[0]) is not None


def _shown(mention: DateMention) -> str:
    """The date as ISO, as finely as it is printed."""
    if mention.start is None:
        return mention.text
    if mention.grain == "day":
        return mention.start.isoformat()
    return mention.text if mention.grain == "range" else f"{mention.start:%Y-%m}"


def _quote(case: Case, mention: DateMention) -> Quote:
    return case.quote(mention.place, mention.text)


def _sentence(case: Case, mention: DateMention) -> Quote:
    found = case.passage_at(mention.place)
    sentence = sentence_around(*found) if found else None
    if found is None or sentence is None:
        return _quote(case, mention)
    return case.quoted(found[0], sentence.start(), sentence.end())


def _year_quote(case: Case) -> list[Quote]:
    years = (one for one in case.report.dates if one.role == "year" and one.start)
    told = (one for one in years if one.start and one.start.year == case.report.year)
    return [_quote(case, one) for one in told][:1]


CHECKS = (
    Check("D01", year_agreement),
    Check("D02", signed_after_period),
    Check("D03", signing_dates_agree),
    Check("D04", no_event_after_signing),
    Check("D11", file_properties),
)

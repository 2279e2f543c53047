"""Titles: of reports, of forms, of signature tables; on one line, on several, or inside a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from ...schemas.document import Table
from ...schemas.report import ReportKind
from ..text.fold import fold
from .captions import is_caption
from .lines import Element, Flow, Grid, Line
from .marks import read_mark
from .phrases import is_organisation, only_date
from .vocabulary import rules

TitleForm = Literal["report", "form", "signature"]

_LONGEST = 70
_LONGEST_PART = 44
_MOST_PARTS = 4
_REACH = 7
_ANNEX = re.compile(
    r"附\s*(?:件|表|录|页)?\s*(?:[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?)?\s*[:：.、]?\s*"
)
_ANNEX_ALONE = re.compile(
    r"附(?:(?:件|表|录|页)[\d一二三四五六七八九十]{0,3}(?:-\d{1,2})?|[\d一二三四五六七八九十]{1,3})[:：]?"
    r"|(?:公开)?\d{1,2}表|公开表\d{1,2}|表\d{1,2}(?:-\d{1,2})?|报表编号:?[\w-]+"
)
_SUBTITLE = re.compile(
    r"\(?(?:20\d\d|二〇[〇一二三四五六七八九]{2})(?:-20\d\d)?年?度?\)?|\([^()]{2,12}稿\)"
)
_BRACKET_END = re.compile(r"\([^()]{1,20}\)$")
_NO_TITLE = re.compile(
    r"[。;!?]|[:,、]$|^(?:根据|按照|依据|现将|详见|见|参见|编制|撰写|形成|提交|按|报送|完成|填报说明|注)|:."
)
_TAIL = re.compile(
    r"(?:报告书?|表|人员|名单|情况说明|情况|总结|材料|说明|结果|汇报)(?:正文|摘要)?$"
)
_INCOMPLETE = re.compile(
    r"^(?:的|暨|及|和|(?:项目|部门|单位|财政|整体|预算|专项|资金|经费|支出|重点|综合|绩效|自评|评价|自我|情况|总结?|报告)+"
    r"(?:自评|评价|报告|情况|表|书|的)*$)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title at ``at`` to ``end`` (exclusive) of the flow; ``text`` is its lines joined.

    ``weak`` tells a wording that headings share.
    """

    at: int
    end: int
    text: str
    form: TitleForm
    weak: bool = False

    @property
    def bare(self) -> str:
        """The folded title without blanks."""
        return "".join(fold(self.text).split())


def find_titles(flow: Flow) -> tuple[Title, ...]:
    """Every title in the flow, in order."""
    found: list[Title] = []
    for at in range(len(flow)):
        if found and at < found[-1].end:
            continue
        title = _title_at(flow, at, found[-1].end if found else 0)
        if title:
            found.append(title)
    return tuple(found)


def report_kind(title: str, form: TitleForm, *, weak: bool = False) -> ReportKind:
    """The kind of report that a title announces."""
    bare = "".join(fold(title).split())
    name = "weak" if weak else form
    kinds = (
        rule.name for rule in rules("titles", "kind") if name in rule.forms and rule.fits(bare)
    )
    return cast("ReportKind", next(kinds, "other"))


def is_annex_mark(line: Line) -> bool:
    """Whether the line says that an annex begins and nothing else (附件2, 附表1：)."""
    return bool(_ANNEX_ALONE.fullmatch(line.bare))


def is_subtitle(line: Line) -> bool:
    """Whether the line under a title holds the year or the state of the draft."""
    return bool(_SUBTITLE.fullmatch(line.bare))


def title_form(text: str) -> str | None:
    """The name of the rule that knows the text as a title: report, form, signature, weak."""
    bare = _core("".join(fold(text).split()))
    return next((rule.name for rule in rules("titles", "form") if rule.fits(bare)), None)


def _core(bare: str) -> str:
    return _BRACKET_END.sub("", bare)


def _title_at(flow: Flow, at: int, floor: int) -> Title | None:
    element = flow[at]
    if isinstance(element, Grid):
        return _title_inside(element.table, at)
    if not _may_be_title(element) or not _TAIL.search(_core(element.bare)):
        return None
    return _in_place(flow, _with_parts(flow, at, floor), at)


def _with_parts(flow: Flow, at: int, floor: int) -> list[Line]:
    """The title's last line with the lines over it that belong to it."""
    parts = [cast("Line", flow[at])]
    for element in reversed(flow[max(floor, at - _MOST_PARTS + 1) : at]):
        top = all(isinstance(before, Line) for before in flow[:at]) and at < _MOST_PARTS
        if not isinstance(element, Line) or not _heads(element, parts[0], top=top):
            break
        parts.insert(0, element)
    return parts


def _heads(line: Line, below: Line, *, top: bool) -> bool:
    """Whether the line is the upper part of a title that goes on below.

    ``top``: both stand at the top of the file.
    """
    if not _may_be_title(line) or len(line.bare) > _LONGEST_PART or is_annex_mark(line):
        return False
    if only_date(line.folded) or title_form(line.text) in {"report", "form", "signature"}:
        return False
    styled = all(part.centred or part.type == "title" for part in (line.paragraph, below.paragraph))
    return (
        styled
        or top
        or bool(_INCOMPLETE.match(_core(below.bare)))
        or bool(re.match(r"(?:关于)?20\d\d年", line.bare))
        or (is_organisation(line) and bool(re.match(r"(?:关于)?20\d\d年", below.bare)))
    )


def _may_be_title(line: Line) -> bool:
    bare = _ANNEX.sub("", line.bare, count=1) if line.bare.startswith("附") else line.bare
    return (
        0 < len(bare) <= _LONGEST
        and not _NO_TITLE.search(bare)
        and not (is_caption(line) and not line.bare.startswith("附"))
        and (read_mark(line.folded) is None or line.paragraph.type == "title")
    )


def _in_place(flow: Flow, parts: list[Line], at: int) -> Title | None:
    """The title that these lines are, where the wording and the place agree."""
    text = "".join("".join(part.text.split("\n")).strip() for part in parts)
    folded = fold(text)
    if folded.startswith("附"):
        text = text[_ANNEX.match(folded).end() :] if _ANNEX.match(folded) else text  # type: ignore
    form = title_form(text)
    first = at - len(parts) + 1
    if form is None or (form == "form" and not _before_table(flow, at)):
        return None
    if folded.startswith("附") and _comes_again(flow, at, text):
        return None
    if form == "weak" and not (first == 0 or _is_styled(parts[-1])):
        return None
    weak = form == "weak"
    return Title(first, at + 1, text, "report" if weak else cast("TitleForm", form), weak)


def _comes_again(flow: Flow, at: int, text: str) -> bool:
    """Whether the name of an annex is only announced, its title coming in the next lines."""
    following = (element for element in flow[at + 1 : at + 4] if isinstance(element, Line))
    return any(line.bare.endswith("".join(fold(text).split())) for line in following)


def _is_styled(line: Line) -> bool:
    """Whether the style makes a title of a line that might be a heading."""
    dated = line.paragraph.centred and re.search(r"20\d\d年", line.bare) is not None
    return dated or line.paragraph.type == "title"


def _before_table(flow: Flow, at: int) -> bool:
    """Whether a table follows, with nothing but short lines before it."""
    following: Sequence[Element] = flow[at + 1 : at + 1 + _REACH]
    for element in following:
        if isinstance(element, Grid):
            return True
        if len(element.bare) > _LONGEST or read_mark(element.folded):
            return False
    return False


def _title_inside(table: Table, at: int) -> Title | None:
    """The title in a table's first row, which it fills alone."""
    first = [cell for cell in table.cells if cell.row == 0 and cell.text.strip()]
    if len(first) != 1 or first[0].column_span < table.columns or table.columns < 2:
        return None
    text = first[0].text.strip().replace("\n", "")
    form = title_form(text)
    known = form in {"form", "signature"} and len(text) <= _LONGEST
    return Title(at, at, text, cast("TitleForm", form)) if known else None

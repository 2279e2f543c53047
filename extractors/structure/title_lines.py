"""Lines that can be titles, parts of titles, annex marks over them and years under them."""

from __future__ import annotations

import re

from ..text.fold import fold
from .captions import is_caption
from .lines import Line
from .phrases import is_organisation, only_date
from .title_words import title_wording, without_bracket

LONGEST = 70
_LONGEST_PART = 44
_NUMBER = "[一二三四五六七八九十\\d]"
_ANNEX = re.compile(rf"^附\s*[件表录页]?\s*(?:{_NUMBER}{{1,3}}(?:-\d{{1,2}})?)?\s*[:.、]?\s*")
_ANNEX_ALONE = re.compile(
    rf"附(?:[件表录页]{_NUMBER}{{0,3}}(?:-\d{{1,2}})?|{_NUMBER}{{1,3}}):?"
    r"|(?:公开)?\d{1,2}表|公开表\d{1,2}|表\d{1,2}(?:-\d{1,2})?|报表编号:?[\w-]+"
)
_YEAR = r"(?:20\d\d|二〇[〇一二三四五六七八九]{2})"
_SUBTITLE = re.compile(rf"\(?{_YEAR}(?:-20\d\d)?年?度?\)?|\([^()]{{2,12}}稿\)")
_YEAR_FIRST = re.compile(rf"(?:关于)?{_YEAR}年")
_DATED = re.compile(rf"{_YEAR}年")
_NO_TITLE = re.compile(
    r"[。;!?]|[:,、]$|:.|^(?:根据|按照|依据|现将|详见|见|参见|编制|撰写|形成|提交|按|报送|完成|填报说明|注)"
)
_LETTERHEAD = re.compile(
    r"[^,。;:]{2,30}(?:文件|函件)|[^,。;:《》]{1,20}[〔\[(【]20\d\d[〕\])】]第?\d{1,4}号"
)
"""What stands over the title of a letter: 县水利局文件, 清水〔2023〕12号."""

_UNFINISHED = re.compile(
    r"(?:的|暨|及|和|项目|部门|单位|财政|整体|预算|专项|资金|经费|支出|重点|综合"
    r"|绩效|自评|评价|自我|情况|总结?|报告|表|告|书)+"
)
"""Words that only end a title whose beginning stands in the line over them."""


def is_annex_mark(line: Line) -> bool:
    """Whether the line says that an annex begins and nothing else (附件2, 附表1：)."""
    return bool(_ANNEX_ALONE.fullmatch(line.bare))


def is_subtitle(line: Line) -> bool:
    """Whether the line under a title holds the year or the state of the draft."""
    return bool(_SUBTITLE.fullmatch(line.bare))


def is_title_styled(line: Line) -> bool:
    """Whether the style makes a title of a line that might be a heading."""
    dated = line.paragraph.centred and _DATED.search(line.bare) is not None
    return dated or line.paragraph.type == "title"


def without_annex_mark(text: str) -> str:
    """The printed title without the annex mark before it (附件1：)."""
    match = _ANNEX.match(fold(text))
    return text[match.end() :] if match else text


def may_be_title(line: Line) -> bool:
    """Whether the line is short enough, no sentence, no label and no caption of a table."""
    if line.mark and line.paragraph.type != "title":
        return False
    annex = line.bare.startswith("附")
    bare = _ANNEX.sub("", line.bare) if annex else line.bare
    short = 0 < len(bare) <= LONGEST
    return short and not _NO_TITLE.search(bare) and (annex or not is_caption(line))


def goes_on_below(line: Line, below: Line, *, top: bool) -> bool:
    """Whether the line is the upper part of a title that ends below.

    ``top``: both stand at the top of the file, where nothing else is expected.
    """
    if not may_be_title(line) or len(line.bare) > _LONGEST_PART or is_annex_mark(line):
        return False
    if _LETTERHEAD.fullmatch(line.bare):
        return False
    wording = title_wording(line.text)
    if only_date(line.folded) or (wording and not wording.weak):
        return False
    styled = all(part.centred or part.type == "title" for part in (line.paragraph, below.paragraph))
    return (
        styled
        or top
        or _UNFINISHED.fullmatch(without_bracket(below.bare)) is not None
        or _YEAR_FIRST.match(line.bare) is not None
        or (is_organisation(line.bare) and _YEAR_FIRST.match(below.bare) is not None)
    )

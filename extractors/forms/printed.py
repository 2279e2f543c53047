"""Cell texts as they are meant: without line breaks, weights in brackets and codes."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ...schemas.report import Grade
from ..structure.table_grid import REMEMBERED
from ..structure.verdict import grade_of
from ..text.fold import fold
from ..text.headings import squeeze

_BREAK = re.compile(r"\s*\n\s*")
_WORD_BREAK = re.compile(r"(?<=[A-Za-z])\s*\n\s*(?=[A-Za-z])")
_WORDED = re.compile(r"[^\W_]")
"""A letter or digit, which folding makes no dash or dot of."""

_BLANK = re.compile(r"^[-—–_/\\.…、*×]*$")
_WEIGHT = re.compile(r"[(\[〔【](?:分值|权重|满分|共)?[:为]?(\d+(?:\.\d+)?)(分|%)[)\]〕】]")
_BARE_WEIGHT = re.compile(r"[(（]\d{1,2}(?:\.\d+)?[)）]$")
_CUT_WEIGHT = re.compile(r"[(（]\d+(?:\.\d+)?分?$|^(?:\d*分)?[)）]$")
_CODE = re.compile(
    r"^(?:[0-9A-Z]{8,}\s*[-—–_]?|[0-9]{3,}[-—–_]|[\[【〔(（]\d{3,}[\]】〕)）])\s*(?=\S)"
    r"|\s*[(（\[【]\d{3,}[)）\]】]$"
)
_BRACKETS = re.compile(r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]")
_ITEM = re.compile(r"^指标\s*\d{1,2}(?:\s*[:：.、]\s*|\s+(?=\S)|(?=[^\s\d]))")
_PLAIN_WEIGHT = re.compile(r"(?<=[^\W\d_])\d{1,3}(?:\.\d+)?\s*分$")
_AMOUNT = re.compile(r"\s*[:：]\s*[\d,.]+\s*(?:[万亿]?元)?$")
_GRADE = "优|良|中|不合格|合格|较?差"
_TICK = "[☑√✓✔■▣☒☆★●Rþ]"
_NO_TICK = "[□口☐○〇£o]"
_BOX = re.compile("[□☐☑☒■▣]")
_TICKED = re.compile(rf"({_GRADE})(?:秀|好|等|级)?(?:[(][^()]*[)])?({_TICK}|{_NO_TICK})")
_TICKED_BEFORE = re.compile(rf"({_TICK}|{_NO_TICK})({_GRADE})")
_GRADED = re.compile(
    rf"(?:等级|等次|级别|结果|结论|评)[^,。;优良中差合]{{0,6}}?[“\"‘]?({_GRADE})(?![于率])"
)
_ALONE = re.compile(rf"^[“\"‘]?({_GRADE})(?:秀|好|等|级)?[”\"’]?$")


def printed(text: str) -> str | None:
    """The text on one line; null where nothing or only a dash is printed."""
    joined = _BREAK.sub("", _WORD_BREAK.sub(" ", text)) if "\n" in text else text
    line = joined.strip()
    return None if _is_blank(line) else line


def passage_text(text: str) -> str | None:
    """A text of several paragraphs, each on its own line; null where nothing is printed."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    whole = "\n".join(lines)
    return None if _is_blank(whole) else whole


def _is_blank(text: str) -> bool:
    """Whether nothing is printed, or only a dash or the like."""
    return not _WORDED.search(text) and _BLANK.match(squeeze(text)) is not None


def weight_in(text: str) -> Decimal | None:
    """The weight that stands in brackets (12分); null where there is none."""
    found = _WEIGHT.search(squeeze(text))
    return Decimal(found[1]) if found else None


@lru_cache(REMEMBERED)
def name_of(text: str) -> str | None:
    """An indicator's or level's name without its weight and its running mark (指标1：, 指标1).

    A weight that the end of a page cuts in two is left out on both sides.
    """
    line = printed(text)
    if line is None:
        return None
    found = _WEIGHT.search(fold(line))
    bare = line[: found.start()] + line[found.end() :] if found else line
    return printed(_ITEM.sub("", _CUT_WEIGHT.sub("", bare)))


def without_brackets(text: str) -> str | None:
    """The text without what stands in brackets; null where nothing else is printed."""
    return printed(_BRACKETS.sub("", printed(text) or ""))


@lru_cache(REMEMBERED)
def level_of_indicators(text: str) -> str | None:
    """A level's name without its weight, with brackets or 分 only: 产出指标（50）, 产出指标50分."""
    name = name_of(text)
    return printed(_PLAIN_WEIGHT.sub("", _BARE_WEIGHT.sub("", name))) if name else None


def without_amount(text: str) -> str:
    """A line's label without an amount behind its colon (其中：基本支出：3200万元)."""
    return _AMOUNT.sub("", text)


def name_without_code(text: str) -> str | None:
    """A project's or body's name without its code in the budget system."""
    line = printed(text)
    return _CODE.sub("", line) if line else None


def is_choice(text: str) -> bool:
    """Whether the text lists boxes to tick (☑基础研究 □基地建设), which name nothing."""
    return _BOX.search(text) is not None


def first_of(text: str) -> str:
    """The first of two values that stand beside labels joined by a slash."""
    return text[: len(fold(text).partition("/")[0])]


def read_grade(text: str) -> Grade | None:
    """The grade that the text gives or ticks; null where it gives none or several."""
    folded = squeeze(text)
    alone = _ALONE.match(folded)
    found = {alone[1]} if alone else _ticked(folded)
    if found is None:
        found = {match[1] for match in _GRADED.finditer(folded)}
    return grade_of(found.pop()) if len(found) == 1 else None


def _ticked(folded: str) -> set[str] | None:
    """The ticked grades of a list (优□ 良☑, ■优 □良); null where the text is no such list."""
    before = [(match[2], match[1]) for match in _TICKED_BEFORE.finditer(folded)]
    behind = [(match[1], match[2]) for match in _TICKED.finditer(folded)]
    marks = before if re.match(f"{_TICK}|{_NO_TICK}", folded) else behind
    if not marks:
        return None
    return {grade for grade, mark in marks if re.match(_TICK, mark)}

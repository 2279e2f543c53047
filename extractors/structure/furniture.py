"""Page furniture and contents pages, which are read past."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ...schemas.document import FURNITURE, BlockType, Paragraph
from .lines import Flow, Line, lines_of

_PAGE_NUMBER = re.compile(
    r"[-_—·.\s]*(?:第?\d{1,3}页?(?:[/,，]?共?\d{1,3}页?)?|第[一二三四五六七八九十百]+页)[-_—·.\s]*"
)
_MARKED_PAGE_NUMBER = re.compile(r"^(?:[-_—·].*|.*[-_—·]|.*页.*)$")
_CONTENTS = re.compile(r"^(?:目[录次]|报告目录|contents)$", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.{3,}|…+|·{3,}|_{3,}|-{4,}|⋯+|\t| {2,})\s*[-(]?\d{1,3}[-)]?$")
_PAGED = re.compile(r"^.{2,60}?\D\d{1,3}$")
_LONGEST_ENTRY = 70


def find_furniture(flow: Flow, *, paged: bool) -> Mapping[int, BlockType]:
    """Blocks that are page numbers or contents entries, and what the reader marked as such.

    The reader of a ``paged`` format has marked the page numbers.
    """
    lines = lines_of(flow)
    found: dict[int, BlockType] = {
        line.block: line.paragraph.type for line in lines if line.paragraph.type in FURNITURE
    }
    if not paged:
        found.update((line.block, "footer") for line in lines if _is_page_number(line))
    flowing = [line for line in lines if line.block not in found]
    found.update((block, "toc") for block in _contents(flowing))
    return found


def _is_page_number(line: Line) -> bool:
    """Whether the line is nothing but a marked page number (- 3 -, 第 3 页)."""
    whole = _PAGE_NUMBER.fullmatch(line.bare) is not None
    return whole and _MARKED_PAGE_NUMBER.match(line.bare) is not None


def _contents(lines: list[Line]) -> Iterator[int]:
    """Blocks of contents pages: under the word 目录, or a run of lines with leaders."""
    at = 0
    while at < len(lines):
        headed = bool(_CONTENTS.match(lines[at].bare))
        end = _entries_end(lines, at + 1) if headed else at
        while end < len(lines) and _is_entry(lines[end]):
            end += 1
        if (headed and end - at > 1) or end - at > 2:
            yield from (line.block for line in lines[at:end])
        at = max(end, at + 1)


def _entries_end(lines: list[Line], at: int) -> int:
    """Where the entries under 目录 end: at a line that is none, or at the first one's heading."""
    seen = Counter(line.bare for line in lines)
    read: set[str] = set()
    while at < len(lines) and lines[at].bare not in read:
        if not (_is_entry(lines[at]) or _recurs(lines[at], seen)):
            break
        read.add(lines[at].bare)
        at += 1
    return at


def _is_entry(line: Line) -> bool:
    paged = line.bare[-1:].isdecimal() or line.bare.endswith(("-", ")"))
    short = paged and len(line.bare) <= _LONGEST_ENTRY
    return short and _LEADERS.search(_printed(line.paragraph)) is not None


def _printed(paragraph: Paragraph) -> str:
    """The text with its tabs, which folding makes blanks."""
    return paragraph.text.strip().replace("．", ".").replace("－", "-")


def _recurs(line: Line, seen: Counter[str]) -> bool:
    """Whether an entry under 目录 has a page number, or comes again as a heading."""
    if len(line.bare) > _LONGEST_ENTRY or line.bare.endswith(("。", ";")):
        return False
    without = re.sub(r"\d{1,3}$", "", line.bare)
    paged = bool(_PAGED.match(line.bare)) and seen[without] > 0
    return paged or seen[line.bare] > 1
